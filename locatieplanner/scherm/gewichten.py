"""De vier gewichten: schuiven die zeggen welk deel van het totaal zij maken."""

from dataclasses import replace

import streamlit as st

from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.notatie import procent
from locatieplanner.fouten import GewichtenFout
from locatieplanner.rapport.verantwoording import vraag_van
from locatieplanner.scherm.toestand import Toestand

UITLEG = {naam: vraag_van(naam) for naam in CRITERIA}
"""Per criterium wat het vraagt, in één zin."""


PAGINAS = ("", "zoekgebieden_")
"""Wat er op elke pagina met schuiven vóór hun naam staat."""


def sleutel(criterium: str, pagina: str = "") -> str:
    """De naam van de schuif in de sessie."""
    return f"{pagina}gewicht_{criterium}"


def gewichtschuiven(toestand: Toestand, pagina: str = "") -> Toestand:
    """Toon de vier schuiven en geef de toestand met de gekozen gewichten.

    Staan alle schuiven op nul, dan blijven de vorige gewichten gelden en zegt het scherm dat.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    pagina : str, optional
        Een van `PAGINAS`: een schuif van een andere pagina is een ander veld.
    """
    gewichten = toestand.gewichten
    st.markdown("##### Gewichten")
    waarden: dict[str, float] = {}
    for criterium in CRITERIA:
        st.session_state.setdefault(
            sleutel(criterium, pagina), round(getattr(gewichten, criterium))
        )
        waarden[criterium] = float(st.session_state[sleutel(criterium, pagina)])
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
            # Wie meteen iets laadt, breekt de eerste beurt af: zonder dit stond de schuif op nul.
            value=round(waarden[criterium]),
            key=sleutel(criterium, pagina),
            help=UITLEG[criterium],
        )
    return replace(toestand, gewichten=gekozen)
