"""Een tabel met een aantal per gemeente laden: het sjabloon, het bestand en de problemen."""

import pandas as pd
import streamlit as st

from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.invoer.gemeentetabel import Gemeenteinvoer, Gemeentesoort, lees_gemeentetabel
from locatieplanner.scherm.bestand import toon_problemen


def gemeenteveld(
    gemeenten: pd.DataFrame, soort: Gemeentesoort, sjabloon: bytes, sleutel: str
) -> Gemeenteinvoer | None:
    """Laat een CSV kiezen en geef wat erin staat, de eerste keer dat het er goed uit komt.

    Bij fouten staan zij in beeld en verandert er niets.

    Parameters
    ----------
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``gemeente``.
    soort : Gemeentesoort
        Wat er in de tabel staat.
    sjabloon : bytes
        CSV om in te vullen.
    sleutel : str
        Naam van het veld, uniek op de pagina; ook de naam van het sjabloon.
    """
    st.download_button(
        "Download een tabel om in te vullen (CSV)",
        data=sjabloon,
        file_name=f"{sleutel}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"{sleutel}_sjabloon",
    )
    bestand = st.file_uploader("Ingevulde tabel", type=["csv"], key=f"{sleutel}_bestand")
    if bestand is None:
        return None
    try:
        invoer = lees_gemeentetabel(bestand.getvalue(), bestand.name, gemeenten, soort)
    except LocatieplannerFout as fout:
        st.error(str(fout))
        return None
    if invoer.fouten:
        st.error("Deze tabel is zo niet te gebruiken. Er is niets veranderd aan wat u had.")
    toon_problemen(invoer.problemen)
    verwerkt = f"{sleutel}_verwerkt"
    nieuw = st.session_state.get(verwerkt) != bestand.file_id
    st.session_state[verwerkt] = bestand.file_id
    return invoer if nieuw and not invoer.fouten else None
