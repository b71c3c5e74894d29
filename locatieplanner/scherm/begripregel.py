"""Begrippen uitgelegd op de plek waar zij staan, uit de begrippenlijst."""

import streamlit as st

from locatieplanner.bronnen.begrippen import lees_begrippen
from locatieplanner.domein.begrip import Begrip
from locatieplanner.scherm.tekst import als_markdown


@st.cache_resource(show_spinner=False)
def _begrippen() -> dict[str, Begrip]:
    return lees_begrippen()


def uitleg_van(*ids: str) -> str:
    """Geef de uitleg van begrippen als Markdown, elk met het woord ervoor.

    Parameters
    ----------
    *ids : str
        Id's uit de begrippenlijst.
    """
    begrippen = [_begrippen()[id_] for id_ in ids]
    return " ".join(
        f"**{als_markdown(begrip.naam.capitalize())}**: {als_markdown(begrip.uitleg)}"
        for begrip in begrippen
    )
