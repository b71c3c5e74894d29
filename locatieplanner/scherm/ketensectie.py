"""De keten op de pagina Opgave: wat flexwoningen in de opvang schelen, en wanneer."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from locatieplanner.bronnen.ketenscenarios import lees_ketenscenarios
from locatieplanner.bronnen.taakstelling import lees_taakstelling
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.ketenscenario import Ketenscenario
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.opgave.gepland import wat_telt
from locatieplanner.opgave.ketenflex import Flexplan, flexplan
from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst, inwonersdeel, reken_uitkomst
from locatieplanner.opgave.ketenwoorden import (
    WAT_HET_NIET_DOET,
    deelzin,
    keten_in_woorden,
    leegzin,
    sleutelmaand,
    verloopzin,
    verschilzin,
)
from locatieplanner.rapport.ketentabel import aannamentabel, flextabel, verlooptabel, verschiltabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.geplandkeuze import geplandkeuze
from locatieplanner.scherm.ketengrafiek import bezettingsgrafiek, verschilgrafiek
from locatieplanner.scherm.ketenschuiven import ketenschuiven, veranderd
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar

JAREN = (2, 5, 10)
"""Hoe ver vooruit gekeken kan worden."""

_GEWOON = 1
_HOOGTE = 380


def ketensectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon de keten voor een gebied, met en zonder de flexwoningen van het plan."""
    scenarios = lees_ketenscenarios(gegevens.lagen().parameters)
    # Het antwoord staat bovenaan; waar het van afhangt eronder.
    antwoord = st.container()
    links, rechts = st.columns([2, 1])
    with links:
        toestand, scenario = _kies_scenario(toestand, scenarios)
    with rechts:
        jaren = st.selectbox(
            "Hoe ver vooruit",
            JAREN,
            index=_GEWOON,
            format_func=lambda aantal: f"{aantal} jaar",
            key="keten_jaren",
        )
    uitkomst = reken(toestand, gebied, scenario, 12 * jaren)
    schuiven = st.expander("Aannamen veranderen", key="keten_schuiven", on_change="rerun")
    if schuiven.open:
        with schuiven:
            ketenschuiven(uitkomst.parameters)
    veranderd(toestand)
    maand = _kies_maand(uitkomst)
    with antwoord:
        _antwoord(uitkomst, maand, toestand)
    _verschil(uitkomst, maand, gebied)
    _bezetting(uitkomst, gebied)
    _plan(uitkomst, toestand, gebied)
    with st.expander("Aannamen, met reden en bron"):
        figuur(aannamentabel(uitkomst), "keten-aannamen")
    with st.expander("Wat deze berekening niet doet"):
        st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in WAT_HET_NIET_DOET))


def reken(
    toestand: Toestand, gebied: Gekozengebied, scenario: Ketenscenario, maanden: int
) -> Ketenuitkomst:
    """Reken de keten voor een gebied met wat er nu ingesteld is."""
    lagen = gegevens.lagen()
    eigen = dict(toestand.parameters)
    codes = gebied.van(lagen.gemeenten)
    return reken_uitkomst(
        scenario,
        scenario.parameters(lagen.parameters, eigen),
        lees_taakstelling(),
        _flexplan(toestand, codes, scenario.start),
        maanden,
        inwonersdeel(lagen.gemeenten, codes),
    )


def _flexplan(toestand: Toestand, codes: pd.Index, start: pd.Period) -> Flexplan:
    """De flexwoningen van het plan in een gebied."""
    lagen = gegevens.lagen()
    soorten = [code for code, soort in lagen.locatietypen.items() if soort.huisvesting]
    woningen = toestand.kandidaten[toestand.kandidaten["type"].isin(soorten)]
    if len(codes) < len(lagen.gemeenten):
        hier = met_ligging(woningen, lagen.gemeenten)["gemeentecode"].isin(codes)
        woningen = woningen[hier]
    parameters = lagen.parameters.met(dict(toestand.parameters))
    return flexplan(woningen, lagen.locatietypen, lagen.aandachtsgroepen, parameters, start)


def _kies_scenario(
    toestand: Toestand, scenarios: dict[str, Ketenscenario]
) -> tuple[Toestand, Ketenscenario]:
    gekozen = st.selectbox(
        "Scenario",
        list(scenarios),
        index=list(scenarios).index(toestand.ketenscenario),
        format_func=lambda id_: scenarios[id_].naam,
        key="keten_scenario",
    )
    scenario = scenarios[gekozen]
    st.caption(als_markdown(f"{scenario.uitleg} {scenario.herkomst.zin}."))
    if gekozen != toestand.ketenscenario:
        toestand = bewaar(replace(toestand, ketenscenario=gekozen))
    return toestand, scenario


def _kies_maand(uitkomst: Ketenuitkomst) -> pd.Period:
    maanden = list(uitkomst.maanden)
    sleutel = sleutelmaand(uitkomst)
    gekozen: pd.Period = st.select_slider(
        "Maand",
        maanden,
        value=sleutel,
        format_func=lambda maand: datum(str(maand)),
        # Een ander plan begint weer bij zijn eigen maand.
        key=f"keten_maand_{sleutel}_{len(maanden)}",
    )
    return gekozen


def _antwoord(uitkomst: Ketenuitkomst, maand: pd.Period, toestand: Toestand) -> None:
    """Wat het plan uitmaakt, in zinnen."""
    st.markdown(f"#### {als_markdown(verschilzin(uitkomst, maand))}")
    zinnen = [verloopzin(uitkomst), leegzin(uitkomst)]
    if toestand.fictief and not uitkomst.plan.telt.empty:
        zinnen.append("Het plan is het verzonnen voorbeeld; laad uw eigen locaties op de kaart.")
    samen = " ".join(filter(None, zinnen))
    if samen:
        st.markdown(als_markdown(samen))


def _verschil(uitkomst: Ketenuitkomst, maand: pd.Period, gebied: Gekozengebied) -> None:
    """Het verschil als grafiek, en de keten van de gekozen maand in woorden."""
    if not uitkomst.plan.telt.empty:
        figuur(verschiltabel(uitkomst, gebied.naam), "keten-verschil", verschilgrafiek(uitkomst))
    st.markdown(f"##### Wie gaat waarheen in {datum(str(maand))}")
    if uitkomst.deel < 1:
        st.caption(als_markdown(deelzin(uitkomst, gebied.naam)))
    st.markdown(
        "\n".join(
            f"{nummer}. **{als_markdown(stap)}.** {als_markdown(zin)}"
            for nummer, (stap, zin) in enumerate(keten_in_woorden(uitkomst, maand), start=1)
        )
    )


def _bezetting(uitkomst: Ketenuitkomst, gebied: Gekozengebied) -> None:
    figuur(
        verlooptabel(uitkomst, gebied.naam),
        "keten-verloop",
        bezettingsgrafiek(uitkomst),
        hoogte=_HOOGTE,
    )


def _plan(uitkomst: Ketenuitkomst, toestand: Toestand, gebied: Gekozengebied) -> None:
    """De flexwoningen van het plan: wat meetelt, wat niet, en wat eraan te doen is."""
    plan = uitkomst.plan
    if plan.telt.empty and plan.telt_niet.empty:
        st.info(
            als_markdown(
                f"In dit plan staan geen flexwoningen of gemengd wonen in {gebied.naam}. Zet er op "
                "de kaart een neer, of laad een bestand met uw locaties; dan ziet u hier wat zij "
                "in de opvang schelen."
            )
        )
        return
    geplandkeuze(toestand, "keten_gepland")
    vanaf = wat_telt(gegevens.lagen().parameters.met(dict(toestand.parameters)))
    wel, alle = len(plan.telt), len(plan.telt) + len(plan.telt_niet)
    st.markdown(
        als_markdown(
            f"Van de locaties met woningen in dit plan {'telt' if wel == 1 else 'tellen'} er "
            f"{getal(wel)} van {getal(alle)} mee, met samen {getal(plan.plaatsen)} plaatsen voor "
            f"vergunninghouders. Een locatie telt mee {vanaf}, als haar mix en datums bekend zijn."
        )
    )
    figuur(flextabel(uitkomst), "keten-flexwoningen")
