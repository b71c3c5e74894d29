"""Welke woonlocaties iemand voor zich heeft: van wie, waar, en hoe ver zij zijn."""

import pandas as pd
import streamlit as st

from locatieplanner.domein.kandidaat import VERVALLEN, Kandidaatstatus
from locatieplanner.opgave.corporatie import Selectie
from locatieplanner.scherm.gebiedskeuze import Gekozengebied

ALLE = "Alle eigenaren"

LOPEND = tuple(str(status) for status in Kandidaatstatus if status not in VERVALLEN)
"""Waar de keuze mee begint: alles wat niet gesloten of afgevallen is."""

_EIGENAAR = "flex_eigenaar"
_STATUS = "flex_status"


def flexkeuze(locaties: pd.DataFrame, gebied: Gekozengebied) -> Selectie:
    """Laat eigenaar en status kiezen; de keuze blijft als de gebruiker naar een andere pagina gaat.

    Parameters
    ----------
    locaties : DataFrame
        Alle woonlocaties van het plan; zie `locatieplanner.opgave.flexwonen.woonlocaties`.
    gebied : Gekozengebied
        Het gekozen gebied.
    """
    namen = [ALLE, *sorted(locaties["eigenaar"].unique(), key=str.casefold)]
    vorige = st.session_state.get(_EIGENAAR, ALLE)
    links, rechts = st.columns([1, 2])
    eigenaar = links.selectbox(
        "Mijn locaties",
        namen,
        index=namen.index(vorige) if vorige in namen else 0,
        help="Kies de eigenaar; die staat in de kolom eigenaar van het bestand.",
        key=f"{_EIGENAAR}_veld",
    )
    statussen = rechts.pills(
        "Status",
        [str(status) for status in Kandidaatstatus],
        selection_mode="multi",
        default=st.session_state.get(_STATUS, LOPEND),
        key=f"{_STATUS}_veld",
    )
    st.session_state[_EIGENAAR], st.session_state[_STATUS] = eigenaar, statussen
    return Selectie(
        eigenaar=None if eigenaar == ALLE else eigenaar,
        statussen=frozenset(statussen),
        provincie=gebied.provincie,
        gemeentecode=gebied.gemeentecode,
    )
