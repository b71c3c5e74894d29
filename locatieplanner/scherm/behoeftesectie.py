"""Pieken en dalen op de pagina Opgave: welke maanden komen tekort, en wat kost een buffer?"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from locatieplanner.bronnen.behoefte import STANDAARD, lees_behoeftescenarios
from locatieplanner.bronnen.klok import deze_maand
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.behoefte import Behoeftescenario
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.behoefte import Behoefteverloop, behoefteverloop
from locatieplanner.opgave.behoefteuitleg import behoeftezin, kostenuitleg, kostenzin, onderbouwing
from locatieplanner.rapport.behoeftetabel import behoeftejaartabel, behoeftetabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.behoeftegrafiek import behoeftegrafiek, kostengrafiek, leegstandgrafiek
from locatieplanner.scherm.behoeftereeks import reeksvenster
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.geplandkeuze import geplandkeuze
from locatieplanner.scherm.procentveld import procentveld
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.tijdvakkeuze import tijdvakkeuze
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

_SCENARIO = "behoefte_scenario"
_LEGENDAREGEL = 26
_TIJDLIJN = 280 + 4 * _LEGENDAREGEL
_JAAR = 40
_ASSEN = 70 + 2 * _LEGENDAREGEL


def behoeftesectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon behoefte en capaciteit in een scenario, wat er leeg staat en wat dat kost."""
    omgeving = gegevens.omgeving_van(toestand)
    scenarios = beschikbare_scenarios(toestand, omgeving)
    scenario = _kies(toestand, scenarios)
    eigen = st.expander("Een eigen reeks gebruiken", key="behoefte_eigen", on_change="rerun")
    if eigen.open:
        with eigen:
            reeksvenster(toestand)
    maanden = _instellingen(toestand, omgeving)
    uitkomst = behoefteverloop(
        met_ligging(toestand.kandidaten, omgeving.gemeenten),
        omgeving,
        scenario,
        gebied.provincie,
        gebied.gemeentecode,
        vanaf=deze_maand(),
        aantal_maanden=maanden,
    )
    st.markdown(f"**{als_markdown(behoeftezin(uitkomst))}** *{uitkomst.status}*")
    figuur(behoeftetabel(uitkomst), "behoefte", behoeftegrafiek(uitkomst), hoogte=_TIJDLIJN)
    with st.expander("Waar dit op rust"):
        st.markdown(_punten(onderbouwing(uitkomst)))
    _leegstand(uitkomst)
    _kosten(uitkomst, omgeving)


def beschikbare_scenarios(toestand: Toestand, omgeving: Omgeving) -> dict[str, Behoeftescenario]:
    """Geef de ingebouwde scenario's, en de eigen reeks als die er is."""
    scenarios = lees_behoeftescenarios(omgeving.parameters)
    eigen = toestand.eigen_behoefte
    return scenarios if eigen is None else scenarios | {eigen.id: eigen}


def gekozen_scenario(
    toestand: Toestand, scenarios: Mapping[str, Behoeftescenario]
) -> Behoeftescenario:
    """Geef het scenario van de toestand; een reeks die er niet meer is wordt de standaard."""
    return scenarios.get(toestand.behoeftescenario, scenarios[STANDAARD])


def _kies(toestand: Toestand, scenarios: Mapping[str, Behoeftescenario]) -> Behoeftescenario:
    scenario = gekozen_scenario(toestand, scenarios)
    st.session_state[_SCENARIO] = scenario.id
    st.segmented_control(
        "Scenario van de behoefte",
        list(scenarios),
        format_func=lambda id_: scenarios[id_].naam,
        required=True,
        key=_SCENARIO,
        on_change=_onthoud_scenario,
    )
    st.caption(als_markdown(scenario.uitleg))
    return scenario


def _onthoud_scenario() -> None:
    toestand = huidige()
    if toestand is not None:
        bewaar(replace(toestand, behoeftescenario=st.session_state[_SCENARIO]))


def _instellingen(toestand: Toestand, omgeving: Omgeving) -> int | None:
    """De buffer, de flexibele plaatsen, wat als gepland telt, en hoe ver vooruit."""
    parameters = omgeving.parameters
    links, rechts = st.columns(2, gap="large")
    with links:
        procentveld(parameters["behoefte.buffer_aandeel"], "behoefte_buffer")
        geplandkeuze(toestand, "behoefte_gepland")
    with rechts:
        procentveld(parameters["behoefte.flexibel_aandeel"], "behoefte_flexibel")
        return tijdvakkeuze("behoefte")


def _leegstand(uitkomst: Behoefteverloop) -> None:
    if not (uitkomst.maanden["leeg"] > 0).any():
        st.caption("In geen enkele maand van dit tijdvak staan er plaatsen leeg.")
        return
    figuur(
        replace(behoeftetabel(uitkomst), titel="Plaatsen die leeg staan, per maand"),
        "leegstand",
        leegstandgrafiek(uitkomst),
        hoogte=_TIJDLIJN,
    )


def _kosten(uitkomst: Behoefteverloop, omgeving: Omgeving) -> None:
    st.markdown(f"**{als_markdown(kostenzin(uitkomst))}** *{Status.GESCHAT}*")
    tabel = behoeftejaartabel(uitkomst)
    figuur(
        tabel,
        "behoefte-kosten",
        kostengrafiek(uitkomst),
        hoogte=_ASSEN + _JAAR * len(tabel.gegevens),
    )
    with st.expander("Waar de bedragen op rusten"):
        st.markdown(_punten(kostenuitleg(omgeving.parameters)))


def _punten(zinnen: Iterable[str]) -> str:
    """Zinnen als opsomming."""
    return "\n".join(f"- {als_markdown(zin)}" for zin in zinnen)
