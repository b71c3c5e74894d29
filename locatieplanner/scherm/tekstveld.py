"""Een tekst om in te stellen op de plek waar zij ertoe doet: een formule of haar bron."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from locatieplanner.domein.parameters import Parameter
from locatieplanner.fouten import LocatieplannerFout, ParameterFout
from locatieplanner.invoer.persoonsgegevens import toets_vrije_tekst
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige


def tekstveld(parameter: Parameter, sleutel: str) -> None:
    """Toon een parameter met vrije tekst; wat de gebruiker schrijft geldt overal.

    Parameters
    ----------
    parameter : Parameter
        De parameter zoals zij nu geldt.
    sleutel : str
        Sleutel van het veld, uniek op de pagina.
    """
    st.session_state[sleutel] = parameter.waarde
    st.text_input(
        parameter.naam,
        key=sleutel,
        max_chars=parameter.tekens,
        on_change=_zet,
        args=(parameter.id, sleutel),
        help=als_markdown(parameter.reden),
    )


def met_tekst(toestand: Toestand, id: str, tekst: str) -> Toestand:
    """Geef de toestand waarin een parameter een andere tekst heeft.

    Raises
    ------
    ParameterFout
        Als de tekst niet past, of gegevens over een persoon lijkt te bevatten.
    """
    parameter = gegevens.lagen().parameters[id]
    for probleem in toets_vrije_tekst(pd.Series([tekst]), parameter.naam):
        raise ParameterFout(f"{parameter.naam}: {probleem.wat}; {probleem.herstel}.")
    anders = dict(toestand.parameters) | {id: tekst}
    gegevens.lagen().parameters.met(anders)
    return replace(toestand, parameters=tuple(sorted(anders.items())))


def _zet(id: str, sleutel: str) -> None:
    toestand = huidige()
    if toestand is None:
        return
    try:
        bewaar(met_tekst(toestand, id, st.session_state[sleutel]))
    except LocatieplannerFout as fout:
        st.toast(str(fout))
