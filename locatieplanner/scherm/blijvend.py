"""Velden die hun waarde houden als de gebruiker intussen een andere pagina bekijkt."""

import streamlit as st

_WAARDEN = "blijvende_velden"


def blijvend(sleutel: str, standaard: object) -> str:
    """Geef een veld zijn laatste waarde terug; Streamlit vergeet die op een andere pagina.

    Parameters
    ----------
    sleutel : str
        De sleutel van het veld, die het hierna krijgt. Geef een schuif of getal ook de waarde die
        dan in de sessie staat: wordt de eerste beurt afgebroken, dan staat zij anders op haar
        laagste.
    standaard : object
        De waarde zolang de gebruiker niets koos.

    Returns
    -------
    str
        De sleutel.
    """
    waarden: dict[str, object] = st.session_state.setdefault(_WAARDEN, {})
    waarden[sleutel] = st.session_state.setdefault(sleutel, waarden.get(sleutel, standaard))
    return sleutel
