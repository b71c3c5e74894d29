"""De keuze hoe ver een locatie moet zijn om als gepland te tellen; zij geldt overal."""

from dataclasses import replace

import streamlit as st

from locatieplanner.opgave.gepland import GEPLAND_VANAF
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige


def geplandkeuze(toestand: Toestand, sleutel: str) -> None:
    """Laat kiezen vanaf welke stap een locatie als gepland telt.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    sleutel : str
        Sleutel van het keuzeveld, uniek op de pagina.
    """
    parameter = gegevens.lagen().parameters.met(dict(toestand.parameters))[GEPLAND_VANAF]
    st.session_state[sleutel] = parameter.waarde
    st.selectbox(
        parameter.naam,
        parameter.keuzes,
        key=sleutel,
        on_change=_zet,
        args=(sleutel,),
        help=als_markdown(f"{parameter.reden} Deze keuze geldt op elke pagina."),
    )


def _zet(sleutel: str) -> None:
    toestand = huidige()
    if toestand is not None:
        anders = dict(toestand.parameters) | {GEPLAND_VANAF: st.session_state[sleutel]}
        bewaar(replace(toestand, parameters=tuple(sorted(anders.items()))))
