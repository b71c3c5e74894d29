"""De keuze van een provincie, of van heel Nederland."""

from dataclasses import replace

import streamlit as st

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.scherm.gebiedskeuze import HEEL_NEDERLAND
from locatieplanner.scherm.toestand import Toestand, bewaar


def provinciekeuze(toestand: Toestand, pagina: str) -> Toestand:
    """Laat een provincie kiezen en geef de toestand die erbij hoort.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    pagina : str
        Naam van de pagina, om keuzevelden uit elkaar te houden.
    """
    keuzes = [HEEL_NEDERLAND, *PROVINCIES]
    gekozen = st.selectbox(
        "Provincie",
        keuzes,
        index=keuzes.index(toestand.provincie or HEEL_NEDERLAND),
        key=f"{pagina}_provincie",
    )
    provincie = None if gekozen == HEEL_NEDERLAND else gekozen
    if provincie == toestand.provincie:
        return toestand
    return bewaar(replace(toestand.met_provincie(provincie), gemeente=None))
