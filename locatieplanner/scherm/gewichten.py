"""De vier gewichten: schuiven die zeggen welk deel van het totaal zij maken."""

from dataclasses import replace

import streamlit as st

from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.notatie import procent
from locatieplanner.fouten import GewichtenFout
from locatieplanner.scherm.toestand import Toestand

UITLEG = {
    "spreiding": "Draagt elke gemeente haar deel, en wat is er al vlakbij?",
    "kleinschaligheid": "Hoe klein, op zichzelf en tegenover de omgeving?",
    "nabijheid": "Hoe dichtbij zijn station, dorpskern en stadskern?",
    "mix": "Wonen er groepen die elkaar kunnen dragen?",
}


def sleutel(criterium: str) -> str:
    """De naam van de schuif in de sessie."""
    return f"gewicht_{criterium}"


def gewichtschuiven(toestand: Toestand) -> Toestand:
    """Toon de vier schuiven en geef de toestand met de gekozen gewichten.

    Staan alle schuiven op nul, dan blijven de vorige gewichten gelden en zegt het scherm dat.
    """
    gewichten = toestand.gewichten
    st.markdown("##### Gewichten")
    waarden: dict[str, float] = {}
    for criterium in CRITERIA:
        st.session_state.setdefault(sleutel(criterium), round(getattr(gewichten, criterium)))
        waarden[criterium] = float(st.session_state[sleutel(criterium)])
    try:
        gekozen = Gewichten.uit_getallen(waarden)
        aandelen = dict(zip(CRITERIA, gekozen.aandelen.tolist(), strict=True))
    except GewichtenFout as fout:
        gekozen, aandelen = gewichten, dict.fromkeys(CRITERIA, 0.0)
        st.warning(str(fout))
    for criterium in CRITERIA:
        st.slider(
            f"{criterium.capitalize()}: {procent(aandelen[criterium])} van het totaal",
            min_value=0,
            max_value=100,
            key=sleutel(criterium),
            help=UITLEG[criterium],
        )
    return replace(toestand, gewichten=gekozen)
