"""De database met plannen van deze server, één keer geopend."""

import streamlit as st

from locatieplanner.opslag.database import Database, open_database
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.scherm import gegevens


@st.cache_resource(show_spinner="Plannen openen…")
def plandatabase() -> Database:
    """Geef de database.

    Raises
    ------
    OpslagFout
        Als zij niet te openen is; de volgende keer wordt het opnieuw geprobeerd.
    """
    lagen = gegevens.lagen()
    naslag = Naslag(lagen.locatietypen, lagen.aandachtsgroepen, lambda: gegevens.lagen().gemeenten)
    return open_database(naslag=naslag)
