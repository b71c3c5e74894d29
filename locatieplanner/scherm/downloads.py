"""Downloaden: de beoordeling als bestand, pas gemaakt als er om gevraagd wordt."""

from functools import partial

import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.rapport.soorten import SOORTEN
from locatieplanner.rapport.uitvoer import als_bytes


def downloads(
    beoordeling: Beoordeling, wat: str = "Alle kandidaten", naam: str = "beoordeling"
) -> None:
    """Toon een knop per bestandssoort.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat er mee te nemen is.
    wat : str, optional
        Hoe de kandidaten daarin samen heten, aan het begin van een zin.
    naam : str, optional
        Naam van het bestand zonder achtervoegsel.
    """
    st.caption(
        f"{wat} met deelscores, totaal, rang, uitsluitingen en aandachtspunten. "
        "Onbekend is een leeg veld."
    )
    voor_derden = st.checkbox(
        "Voor derden: beschermde locaties alleen per gemeente",
        value=True,
        help="Jongerenopvang (amv) staat dan op een vast punt in de gemeente, niet op de plek.",
    )
    with st.container(horizontal=True):
        for soort in SOORTEN.values():
            st.download_button(
                soort.naam,
                # Een opdracht, geen inhoud: pas bij de klik wordt het bestand gemaakt.
                data=partial(als_bytes, beoordeling, soort.id, deel_beschermd=not voor_derden),
                file_name=f"{naam}.{soort.id}",
                mime=soort.mediatype,
                on_click="ignore",
                key=f"download_{soort.id}",
            )
