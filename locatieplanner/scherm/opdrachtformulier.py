"""Het formulier van Samenstellen: waaraan een portefeuille moet voldoen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import InvoerFout
from locatieplanner.invoer.maand import lees_maand
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht, Voorrang
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import Vraag
from locatieplanner.scherm.toestand import Toestand, bewaar

GEEN_PLAN = "geen"
MEESTE_ALTERNATIEVEN = 9

_GROOT_PLAATSEN = 300
_MILJOEN = 1e6

_VOORRANG = {
    Voorrang.SCORE: "de hoogste score",
    Voorrang.SPREIDING: "de beste spreiding, dan de score",
}


@dataclass(frozen=True)
class Zoekvraag:
    """Wat er gevraagd is.

    Parameters
    ----------
    opdracht : Opdracht
        Waaraan een portefeuille voldoet.
    vraag : Vraag
        Wat er naast de beste gevraagd wordt.
    """

    opdracht: Opdracht
    vraag: Vraag


def opdrachtformulier(
    toestand: Toestand, beoordeling: Beoordeling, plannen: Mapping[str, Gekozenplan]
) -> Zoekvraag | None:
    """Toon het formulier; geef de vraag als de gebruiker op de knop drukt, anders None.

    Wat ingevuld is, wordt bij het drukken bewaard en staat er de volgende keer weer.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    beoordeling : Beoordeling
        De kandidaten waaruit gekozen wordt.
    plannen : dict of str to Gekozenplan
        Plannen om naast de uitkomst te leggen, per naam.

    Raises
    ------
    InvoerFout
        Als een eis niet kan.
    """
    was = toestand.opdracht
    with st.form("opdracht", border=True):
        per_gemeente = _grens(
            "Ten hoogste locaties per gemeente",
            was.max_per_gemeente,
            1,
            "Met de locaties die er al gepland zijn erbij.",
        )
        evenredig = _grens(
            "Ten hoogste van het evenredige deel (%)",
            _procent(was.max_evenredig),
            10,
            "Het evenredige deel van een gemeente is haar deel van het provinciale doel naar rato "
            "van inwoners. Wat er staat en gepland is telt mee.",
        )
        tussen = _grens(
            "Ten minste tussen twee locaties (km)",
            _km(was.min_afstand_m),
            0.5,
            "Hemelsbreed, met de locaties die er al gepland zijn erbij.",
        )
        voorrang = st.radio(
            "Als het doel gehaald is, gaat voor",
            list(Voorrang),
            index=list(Voorrang).index(was.voorrang),
            format_func=lambda keuze: _VOORRANG[keuze],
        )
        with st.expander("Meer eisen"):
            meer = _meer_eisen(was, beoordeling)
        with st.expander("Wat er nog meer gezocht wordt"):
            vraag, naam = _vraag(toestand.vraag, toestand.naast_plan, plannen)
        gedrukt = st.form_submit_button("Zoek de beste keuze", type="primary")
    if not gedrukt:
        return None
    opdracht = replace(
        meer,
        provincies=() if toestand.provincie is None else (toestand.provincie,),
        voorrang=voorrang or Voorrang.SCORE,
        max_per_gemeente=None if per_gemeente is None else int(per_gemeente),
        max_evenredig=None if evenredig is None else evenredig / 100,
        min_afstand_m=None if tussen is None else 1000 * tussen,
    )
    bewaar(replace(toestand, opdracht=opdracht, vraag=vraag, naast_plan=naam))
    eigen = eigen_plan(plannen.get(naam), beoordeling)
    return Zoekvraag(opdracht, replace(vraag, eigen_plan=eigen))


def eigen_plan(plan: Gekozenplan | None, beoordeling: Beoordeling) -> dict[str, int] | None:
    """Geef een plan als plaatsen per id; None zonder plan.

    Raises
    ------
    InvoerFout
        Als er locaties in staan die niet bij de open kandidaten horen.
    """
    if plan is None:
        return None
    vreemd = plan.plaatsen.index.difference(beoordeling.kandidaten.index)
    if len(vreemd):
        raise InvoerFout(
            f"Het plan '{plan.naam}' heeft {getal(len(vreemd))} locaties die niet bij de open "
            "kandidaten horen. Vergelijk het op de pagina Vergelijken, of laad die locaties erbij."
        )
    return {str(id_): int(aantal) for id_, aantal in plan.plaatsen.items()}


def _meer_eisen(was: Opdracht, beoordeling: Beoordeling) -> Opdracht:
    band, groot = was.mixband, was.max_groot
    opvang = _grens(
        "Ten minste van bestaande opvang (km)",
        _km(was.min_afstand_opvang_m),
        0.5,
        "Bestaande opvang ligt in de lijst op het midden van de kern, niet op het adres.",
    )
    locaties = _grens(
        "Ten hoogste grote locaties",
        None if groot is None else groot.locaties,
        1,
        "Met de geplande erbij. Wat groot is, staat hieronder.",
    )
    boven = st.number_input(
        "Groot is meer dan (plaatsen)",
        min_value=1,
        step=50,
        value=_GROOT_PLAATSEN if groot is None else groot.plaatsen,
    )
    laag = _grens(
        "Kwetsbare groepen per gemeente, ten minste (%)",
        None if band is None else _procent(band[0]),
        5,
        "Aandeel in de gekozen plaatsen van een gemeente, over de locaties waarvan de mix bekend "
        "is.",
        hoogste=100,
    )
    hoog = _grens(
        "Kwetsbare groepen per gemeente, ten hoogste (%)",
        None if band is None else _procent(band[1]),
        5,
        "Hoort bij de ondergrens hierboven; samen zijn zij een band.",
        hoogste=100,
    )
    budget = _grens(
        "Budget (miljoen euro per jaar)",
        None if was.budget_euro is None else was.budget_euro / _MILJOEN,
        1.0,
        "Wat een plaats per jaar kost, staat bij de parameters (geschat).",
    )
    maand = st.text_input(
        "Beschikbaar in de maand",
        value="" if was.maand is None else str(was.maand),
        placeholder="zoals 2027-07",
        max_chars=7,
    )
    namen = beoordeling.kandidaten["naam"].astype("str")
    vast = _kandidaten("Moet erin", namen, was.vast)
    zonder = _kandidaten("Mag er niet in", namen, was.zonder)
    onderdelen = st.checkbox(
        "Ook het doel per type halen, waar de doelset dat geeft", value=was.per_onderdeel
    )
    nieuw = None
    if laag is not None or hoog is not None:
        nieuw = (0.0 if laag is None else laag / 100, 1.0 if hoog is None else hoog / 100)
    return Opdracht(
        per_onderdeel=onderdelen,
        min_afstand_opvang_m=None if opvang is None else 1000 * opvang,
        max_groot=None if locaties is None else Omvanggrens(int(locaties), int(boven)),
        mixband=nieuw,
        budget_euro=None if budget is None else _MILJOEN * budget,
        maand=_maand(maand),
        vast=vast,
        zonder=zonder,
    )


def _grens(
    naam: str, waarde: float | None, stap: float, uitleg: str, *, hoogste: float | None = None
) -> float | None:
    """Een getal dat leeg mag blijven; een hele stap vraagt een heel getal."""
    return st.number_input(
        naam,
        min_value=type(stap)(0),
        max_value=hoogste,
        step=stap,
        value=waarde,
        placeholder="geen grens",
        help=uitleg,
    )


def _kandidaten(naam: str, namen: pd.Series, was: tuple[str, ...]) -> tuple[str, ...]:
    """Laat kandidaten kiezen, op naam."""
    gekozen = st.multiselect(
        naam,
        [str(id_) for id_ in namen.sort_values().index],
        default=[id_ for id_ in was if id_ in namen.index],
        format_func=lambda id_: str(namen[id_]),
        placeholder="geen",
    )
    return tuple(gekozen)


def _maand(tekst: str) -> pd.Period | None:
    """De maand; leeg is geen."""
    maand = lees_maand(tekst)
    if maand is None and tekst.strip():
        raise InvoerFout(
            f"'{tekst}' bij Beschikbaar in de maand is geen maand. Schrijf haar als 2027-07."
        )
    return maand


def _vraag(was: Vraag, naast: str, plannen: Mapping[str, Gekozenplan]) -> tuple[Vraag, str]:
    anders = st.number_input(
        "Andere keuzes erbij",
        min_value=0,
        max_value=MEESTE_ALTERNATIEVEN,
        step=1,
        value=was.portefeuilles - 1,
        help="De beste keuzes daarna, die in ten minste twee locaties verschillen.",
    )
    namen = [GEEN_PLAN, *plannen]
    naam = st.selectbox(
        "Leg dit plan ernaast",
        namen,
        index=namen.index(naast) if naast in namen else 0,
        help="Plannen maakt u op de pagina Vergelijken.",
    )
    ruimer = st.checkbox("Wat een ruimere eis zou geven", value=was.met_versoepeling)
    front = st.checkbox("Wat meer score kost aan spreiding en aantal locaties", value=was.met_front)
    return Vraag(int(anders) + 1, met_front=front, met_versoepeling=ruimer), str(naam)


def _procent(deel: float | None) -> int | None:
    return None if deel is None else round(100 * deel)


def _km(meters: float | None) -> float | None:
    return None if meters is None else meters / 1000
