"""Hoe ver vooruit een tijdlijn kijkt."""

import streamlit as st

LAATSTE_DATUM = 0
"""Keuze om te kijken tot de laatste datum die er toe doet."""

TIJDVAKKEN = (LAATSTE_DATUM, 24, 60, 120)
"""De keuzes, in maanden."""


def tijdvakkeuze(sectie: str) -> int | None:
    """Laat kiezen hoe ver vooruit; geef het aantal maanden, of None tot de laatste datum.

    Parameters
    ----------
    sectie : str
        Naam van de sectie, om keuzevelden uit elkaar te houden.
    """
    gekozen = st.selectbox(
        "Hoe ver vooruit",
        TIJDVAKKEN,
        format_func=tijdvaknaam,
        key=f"{sectie}_tijdvak",
        help="De laatste datum is die van het doel, van een begin of van een einde; hoe ver dat "
        "hoogstens is, staat bij de parameters van de opgave.",
    )
    return None if gekozen == LAATSTE_DATUM else gekozen


def tijdvaknaam(maanden: int) -> str:
    """Hoe een keuze heet.

    >>> tijdvaknaam(24)
    '2 jaar'
    """
    return "tot de laatste datum" if maanden == LAATSTE_DATUM else f"{maanden // 12} jaar"
