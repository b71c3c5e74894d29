"""De parameters van de criteria: te zien met reden en bron, te veranderen binnen hun grenzen."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from locatieplanner.criteria.waardefunctie import band, halverend, logaritmisch, stuksgewijs
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.parameters import Parameter, Parameters
from locatieplanner.scherm.kromme import kromme_html
from locatieplanner.scherm.tekstveld import tekstveld
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

GROEPEN = (
    *("spreiding", "kleinschaligheid", "nabijheid", "mix"),
    *("opgave", "verdeling", "behoefte", "keten", "flexwonen"),
    *("beoordeling", "robuustheid", "portefeuille", "zoekgebieden", "netwerk", "reistijd"),
)

_Kromme = tuple[str, NDArray[np.float64], NDArray[np.float64]]


def parameterpaneel(toestand: Toestand, ingebouwd: Parameters) -> None:
    """Toon een groep parameters met hun waardefunctie, en laat ze instellen."""
    nu = ingebouwd.met(dict(toestand.parameters))
    if toestand.parameters and st.button("Terug naar de ingebouwde waarden"):
        _wis(toestand)
        st.rerun()
    groep = st.selectbox("Onderdeel", GROEPEN, format_func=str.capitalize)
    for naam, maten, scores in krommen(nu, groep):
        st.html(kromme_html(naam, maten, scores))
    for parameter in nu.groep(groep):
        if parameter.instelbaar:
            _invoer(parameter)
        st.caption(_toelichting(parameter, ingebouwd))


def krommen(par: Parameters, groep: str) -> list[_Kromme]:
    """Geef de waardefuncties van een criterium: (naam van de maat, maten, scores)."""
    maak = _KROMMEN.get(groep)
    return maak(par) if maak else []


def _spreiding(par: Parameters) -> list[_Kromme]:
    nul = par.getal("spreiding.verhouding_nul")
    nabij = par.getal("spreiding.nabij_veelvoud_nul")
    keer = np.linspace(0.01, nul * 1.2, 120)
    gemiddelde = np.linspace(0.01, nabij * 1.2, 120)
    return [
        ("keer het evenredige deel", keer, logaritmisch(keer, 1.0, nul)),
        ("keer het landelijke gemiddelde", gemiddelde, logaritmisch(gemiddelde, 1.0, nabij)),
    ]


def _kleinschaligheid(par: Parameters) -> list[_Kromme]:
    punten = par.punten("kleinschaligheid.absoluut_plaatsen")
    goed = par.getal("kleinschaligheid.relatief_goed_per_1000")
    slecht = par.getal("kleinschaligheid.relatief_slecht_per_1000")
    plaatsen = np.linspace(0, punten[-1][0] * 1.2, 120)
    per_1000 = np.linspace(0.1, slecht * 1.2, 120)
    return [
        ("plaatsen", plaatsen, stuksgewijs(plaatsen, punten)),
        ("plaatsen per 1.000 inwoners", per_1000, logaritmisch(per_1000, goed, slecht / goed)),
    ]


def _nabijheid(par: Parameters) -> list[_Kromme]:
    krommen = []
    for parameter in par.groep("nabijheid"):
        if parameter.id.endswith("_halvering_m"):
            halvering_m = par.getal(parameter.id)
            afstand_m = np.linspace(0, 4 * halvering_m, 120)
            naam = parameter.id.removeprefix("nabijheid.").removesuffix("_halvering_m")
            krommen.append((f"km tot {naam}", afstand_m / 1000, halverend(afstand_m, halvering_m)))
    return krommen


def _mix(par: Parameters) -> list[_Kromme]:
    aandeel = np.linspace(0, 1, 121)
    scores = band(aandeel, par.getal("mix.band_laag"), par.getal("mix.band_hoog"))
    return [("aandeel kwetsbare groepen", aandeel, scores)]


_KROMMEN: dict[str, Callable[[Parameters], list[_Kromme]]] = {
    "spreiding": _spreiding,
    "kleinschaligheid": _kleinschaligheid,
    "nabijheid": _nabijheid,
    "mix": _mix,
}


def _sleutel(parameter: Parameter) -> str:
    return f"parameter_{parameter.id}"


def _invoer(parameter: Parameter) -> None:
    sleutel = _sleutel(parameter)
    if parameter.tekens is not None:
        tekstveld(parameter, sleutel)
        return
    st.session_state.setdefault(sleutel, parameter.waarde)
    if parameter.keuzes:
        st.selectbox(
            parameter.naam, parameter.keuzes, key=sleutel, on_change=_zet, args=(parameter,)
        )
        return
    if parameter.minimum is None or parameter.maximum is None:
        return
    geheel = parameter.maximum > 20
    st.session_state[sleutel] = float(st.session_state[sleutel])
    st.number_input(
        f"{parameter.naam} ({parameter.eenheid})",
        min_value=float(parameter.minimum),
        max_value=float(parameter.maximum),
        step=max(1.0, float(round((parameter.maximum - parameter.minimum) / 100)))
        if geheel
        else 0.05,
        format="%g",
        key=sleutel,
        on_change=_zet,
        args=(parameter,),
    )


def _zet(parameter: Parameter) -> None:
    toestand = huidige()
    if toestand is not None:
        anders = dict(toestand.parameters) | {parameter.id: st.session_state[_sleutel(parameter)]}
        bewaar(replace(toestand, parameters=tuple(sorted(anders.items()))))


def _wis(toestand: Toestand) -> None:
    for id_, _ in toestand.parameters:
        st.session_state.pop(f"parameter_{id_}", None)
    bewaar(replace(toestand, parameters=()))


def _toelichting(parameter: Parameter, ingebouwd: Parameters) -> str:
    """Reden, bron en status; en de ingebouwde waarde als die veranderd is."""
    delen = [parameter.reden, f"Herkomst: {parameter.herkomst.zin}."]
    if not parameter.instelbaar:
        delen.insert(0, f"{parameter.naam} ({parameter.eenheid}).")
    was = ingebouwd[parameter.id].waarde
    if was != parameter.waarde:
        tekst = getal(was, 2) if isinstance(was, int | float) else str(was)
        delen.append(f"Ingebouwd: {tekst}.")
    return " ".join(delen)
