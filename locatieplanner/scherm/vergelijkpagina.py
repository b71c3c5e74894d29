"""De pagina Vergelijken: twee plannen naast elkaar, en hoe zeker de volgorde is."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from locatieplanner.rapport.plantabel import LETTERS
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.kaartpaar import kaartsectie
from locatieplanner.scherm.matensectie import matensectie
from locatieplanner.scherm.plannensectie import plannensectie
from locatieplanner.scherm.planvergelijking import (
    Planvergelijking,
    alle_plannen,
    gekozen_namen,
    vergelijking_van,
)
from locatieplanner.scherm.provinciekeuze import provinciekeuze
from locatieplanner.scherm.sectie import Sectie, toon_sectie
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.zekerheidsectie import zekerheidsectie

SECTIES: tuple[Sectie[[Toestand, Planvergelijking]], ...] = (
    Sectie("Plannen", "Welke plannen zijn er, en hoe maakt u er een?", plannensectie),
    Sectie("Kaart", "Waar verschillen de plannen?", kaartsectie),
    Sectie("Maten", "Wat haalt elk plan, hoe gespreid, hoe kleinschalig?", matensectie),
    Sectie(
        "Hoe zeker is deze volgorde",
        "Blijft een locatie bovenaan als u anders weegt, of als een schatting anders uitvalt?",
        zekerheidsectie,
    ),
)


def vergelijkpagina() -> None:
    """Toon de pagina; alleen het gekozen deel wordt gemaakt."""
    toestand = toestand_van_sessie()
    st.title("Vergelijken", anchor=False)
    with vangnet():
        with st.container(key="plankeuze"):
            waar, *vakken = st.columns(3)
            with waar:
                toestand = provinciekeuze(toestand, "vergelijk")
            toestand = _plankeuze(toestand, vakken)
        vergelijking = vergelijking_van(toestand)
        _wat_te_doen(toestand)
        standaard = 1 if toestand.plannen else 0
        toon_sectie(
            SECTIES, "de vergelijking", "vergelijk_sectie", standaard, toestand, vergelijking
        )


def _plankeuze(toestand: Toestand, vakken: Sequence[DeltaGenerator]) -> Toestand:
    """Laat plan A en plan B kiezen; de keuze blijft als iemand naar een andere pagina gaat."""
    plannen = alle_plannen(toestand)
    gekozen = gekozen_namen(toestand)
    for vak, letter, nu in zip(vakken, LETTERS, gekozen, strict=True):
        sleutel = f"vergelijk_plan_{letter}"
        # Een nieuw plan komt van elders: het veld volgt de toestand.
        st.session_state[sleutel] = nu
        vak.selectbox(f"Plan {letter}", list(plannen), key=sleutel, on_change=_kies, args=(letter,))
        vak.caption(als_markdown(plannen[nu].herkomst))
    return bewaar(replace(toestand, vergeleken=gekozen))


def _kies(letter: str) -> None:
    toestand = toestand_van_sessie()
    namen = list(gekozen_namen(toestand))
    namen[LETTERS.index(letter)] = str(st.session_state[f"vergelijk_plan_{letter}"])
    bewaar(replace(toestand, vergeleken=(namen[0], namen[1])))


def _wat_te_doen(toestand: Toestand) -> None:
    """Zeg wat er eerst moet, als er nog niets te vergelijken is."""
    if not toestand.plannen:
        st.info(
            "Er is nog één plan: wat gepland is. Maak er een tweede bij onder **Plannen**, met de "
            "hand of uit een bestand, of laat er een zoeken op de pagina Samenstellen."
        )
