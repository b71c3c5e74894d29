"""Hoe zeker een volgorde is: trekkingen, grenzen van gewichten, en andere rekenwijzen."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.domein.notatie import getal
from locatieplanner.portefeuille.planverschil import Waar
from locatieplanner.rapport.robuustheidtabel import grenstabel, kanstabel, rekenwijzetabel
from locatieplanner.robuustheid.gewichtsgrens import eersten, gewichtsgrenzen
from locatieplanner.robuustheid.rekenwijze import Rekenwijze
from locatieplanner.robuustheid.robuustheid import Robuustheid
from locatieplanner.robuustheid.uitspraak import (
    over_gewicht,
    over_kandidaat,
    over_rekenwijze,
    over_toets,
)
from locatieplanner.robuustheid.vergelijking import vergelijk
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur, tabel_en_download
from locatieplanner.scherm.planvergelijking import Planvergelijking
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige
from locatieplanner.scherm.zekerheid import robuustheid_van
from locatieplanner.scherm.zekerheidgrafiek import zekerheidgrafiek

IN_DE_PLANNEN = "In A of B"
HOOGSTE = "De hoogste van alle"

_GETOOND = 25
_STAAF = 26
_ASSEN = 190

_INSTELBAAR = (
    "robuustheid.trekkingen",
    "robuustheid.breedte",
    "robuustheid.top",
    "robuustheid.zaad",
)


def zekerheidsectie(toestand: Toestand, vergelijking: Planvergelijking) -> None:
    """Toon hoe zeker de plaats van elke locatie is, en waar de eerste plaats van afhangt."""
    beoordeling = vergelijking.probleem.beoordeling
    if not (beoordeling.weging.rang != GEEN_RANG).any():
        st.info(
            "Nog geen enkele kandidaat heeft een rang. Laad kandidaten op de pagina Kaart, of "
            "vul aan wat er onbekend is."
        )
        return
    alle_gewichten, vaste_scores = _instellingen(toestand)
    with st.spinner("Trekken…"):
        uitkomst = robuustheid_van(
            toestand, beoordeling, alle_gewichten=alle_gewichten, vaste_scores=vaste_scores
        )
    _een_locatie(uitkomst, _kansen(uitkomst, vergelijking))
    _grenzen(beoordeling, uitkomst)
    _rekenwijzen(toestand, beoordeling, uitkomst)
    with st.expander("Zo is er getrokken"):
        _lijst(over_toets(uitkomst))


def in_welk_plan(vergelijking: Planvergelijking) -> dict[str, str]:
    """Geef per id van een locatie in een plan waar zij staat: ``A``, ``B`` of ``A en B``."""
    woord = {Waar.ALLEEN_A: "A", Waar.ALLEEN_B: "B"}
    return {str(id_): woord.get(w, "A en B") for id_, w in vergelijking.verschil["waar"].items()}


def te_tonen(uitkomst: Robuustheid, ids: Sequence[str] | None) -> list[str]:
    """Geef wie er getoond wordt, op volgorde van de rang nu; wie er geen heeft achteraan.

    Parameters
    ----------
    uitkomst : Robuustheid
        De toets.
    ids : sequence of str or None
        Wie in aanmerking komt; None is de hoogste van allemaal.
    """
    kandidaten = uitkomst.kandidaten if ids is None else uitkomst.kandidaten.loc[list(ids)]
    volgorde = kandidaten.sort_values(["rang", "verwachte_rang"], kind="stable").index
    return [str(id_) for id_ in (volgorde[:_GETOOND] if ids is None else volgorde)]


def _instellingen(toestand: Toestand) -> tuple[bool, bool]:
    """Laat instellen waarmee getrokken wordt; de getallen gelden overal."""
    uitklap = st.expander("Instellingen van de trekkingen", key="zekerheid", on_change="rerun")
    alle, vast = (bool(st.session_state.get(f"zekerheid_{naam}")) for naam in ("alle", "vast"))
    if not uitklap.open:
        return alle, vast
    parameters = gegevens.lagen().parameters.met(dict(toestand.parameters))
    with uitklap:
        vakken = st.columns(len(_INSTELBAAR))
        for vak, id_ in zip(vakken, _INSTELBAAR, strict=True):
            parameter = parameters[id_]
            sleutel = f"zekerheid_{id_}"
            heel = parameter.maximum is not None and parameter.maximum > 1
            waarde = parameters.getal(id_)
            st.session_state[sleutel] = round(waarde) if heel else waarde
            vak.number_input(
                parameter.naam,
                min_value=_als(parameter.minimum or 0, heel=heel),
                max_value=_als(parameter.maximum or 1, heel=heel),
                step=1 if heel else 0.05,
                key=sleutel,
                on_change=_zet,
                args=(id_,),
                help=als_markdown(f"{parameter.reden} Deze keuze geldt op elke pagina."),
            )
        alle = st.checkbox(
            "Elke verdeling van gewichten is even waarschijnlijk",
            value=alle,
            help="Uw gewichten en de breedte doen er dan niet toe.",
        )
        vast = st.checkbox(
            "Scores blijven zoals zij zijn", value=vast, help="Dan verschuiven alleen de gewichten."
        )
    st.session_state["zekerheid_alle"], st.session_state["zekerheid_vast"] = alle, vast
    return alle, vast


def _als(waarde: float, *, heel: bool) -> float:
    return round(waarde) if heel else float(waarde)


def _zet(id_: str) -> None:
    toestand = huidige()
    if toestand is not None:
        anders = dict(toestand.parameters) | {id_: st.session_state[f"zekerheid_{id_}"]}
        bewaar(replace(toestand, parameters=tuple(sorted(anders.items()))))


def _kansen(uitkomst: Robuustheid, vergelijking: Planvergelijking) -> list[str]:
    """Toon de kansen en geef wie er getoond is."""
    plannen = in_welk_plan(vergelijking)
    keuze = st.segmented_control(
        "Welke locaties",
        (IN_DE_PLANNEN, HOOGSTE),
        default=IN_DE_PLANNEN if plannen else HOOGSTE,
        required=True,
        key="zekerheid_wie",
    )
    ids = te_tonen(uitkomst, list(plannen) if keuze == IN_DE_PLANNEN else None)
    if not ids:
        st.info("In geen van beide plannen staat een locatie. Kies de hoogste van alle.")
        return ids
    getekend = uitkomst.kandidaten.loc[ids[:_GETOOND]]
    figuur(
        kanstabel(uitkomst, ids, plannen),
        "zekerheid",
        zekerheidgrafiek(getekend, plannen),
        hoogte=_ASSEN + _STAAF * len(getekend),
    )
    st.caption(
        "De balk is waar een locatie in 90 van de 100 trekkingen staat, het teken de gemiddelde "
        "rang en het staande streepje de rang nu, van alle kandidaten samen. Een korte balk is "
        "een zekere plaats."
    )
    if len(ids) > _GETOOND:
        st.caption(
            f"Getekend zijn de eerste {_GETOOND} van {getal(len(ids))}; in de tabel staan ze "
            "allemaal."
        )
    return ids


def _een_locatie(uitkomst: Robuustheid, ids: Sequence[str]) -> None:
    if not ids:
        return
    namen = uitkomst.namen
    st.markdown("##### Eén locatie, in woorden")
    gekozen = st.selectbox(
        "Locatie", ids, format_func=lambda id_: f"{namen[id_]} ({id_})", key="zekerheid_locatie"
    )
    _lijst(over_kandidaat(uitkomst, str(gekozen)))


def _grenzen(beoordeling: Beoordeling, uitkomst: Robuustheid) -> None:
    st.markdown("##### Hoe ver een gewicht kan schuiven voordat een ander eerste wordt")
    grenzen, nu = gewichtsgrenzen(beoordeling), eersten(beoordeling)
    _lijst([over_gewicht(grens, nu, uitkomst.namen) for grens in grenzen])
    tabel_en_download(grenstabel(grenzen, uitkomst.namen), "gewichtsgrenzen")


def _rekenwijzen(toestand: Toestand, beoordeling: Beoordeling, uitkomst: Robuustheid) -> None:
    st.markdown("##### Als er anders gerekend wordt")
    top = uitkomst.instelling.top
    anders = gegevens.laatste(
        "rekenwijzen",
        (*gegevens.sleutel_van(toestand), toestand.gewichten, top, len(beoordeling.kandidaten)),
        lambda: [
            vergelijk(beoordeling, wijze, top)
            for wijze in Rekenwijze
            if wijze is not Rekenwijze.GEWOGEN
        ],
    )
    for deel in anders:
        st.markdown(f"- {als_markdown(' '.join(over_rekenwijze(deel, uitkomst.namen)))}")
    tabel_en_download(rekenwijzetabel(anders, uitkomst), "rekenwijzen")


def _lijst(zinnen: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in zinnen))
