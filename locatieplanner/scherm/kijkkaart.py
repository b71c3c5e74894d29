"""Een kaart om alleen naar te kijken: wat erop staat, ligt vast."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from streamlit_folium import st_folium

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.klassen import SCOREKLASSEN, Klassecodes
from locatieplanner.kaart.kaart import maak_kaart, maak_laag
from locatieplanner.kaart.toestand import Kaarttoestand
from locatieplanner.scherm.kaartbestanden import basislagen

Rijen = NDArray[np.int64] | slice

_ALLE = slice(None)


def kijkkaart(naam: str, kaarttoestand: Kaarttoestand, hoogte: int) -> None:
    """Toon een kaart waar niets op te tekenen of te kiezen is.

    Parameters
    ----------
    naam : str
        Houdt kaarten uit elkaar; uniek in het programma.
    kaarttoestand : Kaarttoestand
        Wat erop staat.
    hoogte : int
        Hoogte, beeldpunten.
    """
    namen, adressen = basislagen()
    st_folium(
        maak_kaart(adressen, namen),
        key=f"{naam}-{namen.script}",
        height=hoogte,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=maak_laag(replace(kaarttoestand, tekenen=False, kiezen=False)),
    )


def scoreklassen_van(
    beoordeling: Beoordeling,
    rijen: Rijen = _ALLE,
    *,
    getoond: NDArray[np.bool_] | None = None,
) -> Klassecodes:
    """Geef de klasse van de totaalscore zoals een kaart haar kleurt.

    Parameters
    ----------
    beoordeling : Beoordeling
        De beoordeelde kandidaten.
    rijen : ndarray of int or slice, optional
        Van wie, en in welke volgorde; zonder van allen.
    getoond : ndarray of bool, optional
        Wie binnen de keuze van de gebruiker valt.
    """
    totaal = np.where(beoordeling.onvoldoende_bekend, np.nan, beoordeling.weging.totaal)
    return SCOREKLASSEN.klasse_van(
        totaal[rijen], uitgesloten=beoordeling.uitgesloten[rijen], getoond=getoond
    )
