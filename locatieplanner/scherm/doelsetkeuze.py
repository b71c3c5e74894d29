"""De keuze van een doelset: welke opgave geldt."""

from dataclasses import replace

import streamlit as st

from locatieplanner.scherm import gegevens
from locatieplanner.scherm.toestand import Toestand, bewaar


def doelsetkeuze(toestand: Toestand, sleutel: str) -> Toestand:
    """Laat een doelset kiezen en geef de toestand die erbij hoort.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    sleutel : str
        Sleutel van het keuzeveld, per pagina een andere.
    """
    doelsets = gegevens.doelsets_van(toestand)
    # De browser houdt de oude namen vast zolang de sleutel dezelfde is.
    eigen = f" {hash(toestand.eigen_doelen)}" if toestand.eigen_doelen else ""
    gekozen = st.selectbox(
        "Doelset",
        list(doelsets),
        index=list(doelsets).index(toestand.doelset),
        format_func=lambda id_: doelsets[id_].naam,
        key=f"{sleutel}{eigen}",
        help="De verzameling capaciteitsdoelen waaraan getoetst wordt.",
    )
    return bewaar(replace(toestand, doelset=gekozen))
