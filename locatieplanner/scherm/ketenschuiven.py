"""De aannamen van de keten om aan te schuiven, elk met reden en bron."""

from dataclasses import dataclass, replace

import streamlit as st

from locatieplanner.domein.ketenscenario import GROEP, parameter_id
from locatieplanner.domein.notatie import getal, kort_getal
from locatieplanner.domein.parameters import Parameter, Parameters
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

_AANDEEL = "aandeel"


@dataclass(frozen=True)
class Schuif:
    """Een aanname met haar stap, in de eenheid van de parameter."""

    veld: str
    stap: float


SCHUIVEN = (
    Schuif("instroom_per_maand", 50),
    Schuif("nareis_per_maand", 50),
    Schuif("inwilliging_aandeel", 0.01),
    Schuif("procedure_maanden", 1),
    Schuif("realisatie_aandeel", 0.01),
    Schuif("flex_bovenop_aandeel", 0.05),
    Schuif("flex_vulling_maanden", 1),
    Schuif("flex_naar_woning_aandeel", 0.05),
)


def ketenschuiven(parameters: Parameters) -> None:
    """Toon de schuiven; wat de gebruiker verzet geldt in elk scenario.

    Parameters
    ----------
    parameters : Parameters
        De parameters zoals zij nu gelden, met scenario en eigen keuzes.
    """
    kolommen = st.columns(2, gap="large")
    for nummer, schuif in enumerate(SCHUIVEN):
        with kolommen[nummer % 2]:
            _schuif(schuif, parameters)


def veranderd(toestand: Toestand) -> None:
    """Zeg hoeveel aannamen de gebruiker zelf zette, met een knop om ze terug te zetten."""
    eigen = sum(id_.startswith(f"{GROEP}.") for id_, _ in toestand.parameters)
    if not eigen:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        aannamen = "aanname" if eigen == 1 else "aannamen"
        st.caption(f"U hebt {getal(eigen)} {aannamen} veranderd; dat geldt in elk scenario.")
        st.button("Terug naar het scenario", on_click=_wis, key="keten_terug")


def _schuif(schuif: Schuif, parameters: Parameters) -> None:
    parameter = parameters[parameter_id(schuif.veld)]
    waarde = parameters.getal(parameter.id)
    sleutel = f"schuif_{parameter.id}"
    # Een andere waarde van buiten, zoals een ander scenario, verzet de schuif.
    st.session_state[sleutel] = waarde
    procent = parameter.eenheid == _AANDEEL
    st.select_slider(
        parameter.naam if procent else f"{parameter.naam} ({parameter.eenheid})",
        standen(schuif, parameter, waarde),
        format_func=procent_van if procent else kort_getal,
        key=sleutel,
        on_change=_zet,
        args=(parameter.id,),
    )
    st.caption(als_markdown(f"{parameter.reden} {parameter.herkomst.zin}."))


def standen(schuif: Schuif, parameter: Parameter, waarde: float) -> list[float]:
    """Geef de standen van een schuif: de stappen binnen de grenzen, en de waarde zelf.

    Parameters
    ----------
    schuif : Schuif
        Met de stap.
    parameter : Parameter
        Met de grenzen.
    waarde : float
        De waarde nu; zij hoeft geen hele stap te zijn.
    """
    if parameter.minimum is None or parameter.maximum is None:
        return [waarde]
    aantal = round((parameter.maximum - parameter.minimum) / schuif.stap)
    # Afgerond, zodat 0,35 op de schuif dezelfde 0,35 is als in de parametertabel.
    stappen = {round(parameter.minimum + stap * schuif.stap, 6) for stap in range(aantal + 1)}
    return sorted({stap for stap in stappen if stap <= parameter.maximum} | {waarde})


def procent_van(aandeel: float) -> str:
    """Schrijf een aandeel als procenten, met een decimaal als die er is."""
    return f"{kort_getal(round(100 * aandeel, 1))} %"


def _zet(id_: str) -> None:
    toestand = huidige()
    if toestand is not None:
        anders = dict(toestand.parameters) | {id_: st.session_state[f"schuif_{id_}"]}
        bewaar(replace(toestand, parameters=tuple(sorted(anders.items()))))


def _wis() -> None:
    toestand = huidige()
    if toestand is not None:
        rest = tuple(paar for paar in toestand.parameters if not paar[0].startswith(f"{GROEP}."))
        bewaar(replace(toestand, parameters=rest))
