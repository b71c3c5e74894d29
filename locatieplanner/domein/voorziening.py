"""Voorzieningen: punten van één categorie uit één laag, hoe ver zij zijn, en waar de laag geldt."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.reisafstand import Reisafstand


@dataclass(frozen=True)
class Voorzieningen:
    """Voorzieningen van één categorie uit één laag.

    Parameters
    ----------
    punten : GeoDataFrame
        Punten (RD) met ``naam``.
    reisafstand : Reisafstand
        Hoe de afstand ernaartoe gemeten wordt.
    binnen : BaseGeometry or None
        Waar de laag volledig is (RD); None is overal.
    behalve : BaseGeometry or None
        Waar een andere laag in de plaats van deze komt (RD); None is nergens.
    bron : str, optional
        Waar de gegevens vandaan komen en van wanneer zij zijn, voor in de uitleg.
    """

    punten: gpd.GeoDataFrame
    reisafstand: Reisafstand
    binnen: BaseGeometry | None = None
    behalve: BaseGeometry | None = None
    bron: str = ""

    @property
    def meting(self) -> str:
        """Hoe en waarmee gemeten is, in woorden."""
        wijze = self.reisafstand.omschrijving
        return f"{wijze} ({self.bron})" if self.bron else wijze

    def geldt(self, plekken: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Geef van elke plek (RD, shape (n, 2)) of deze laag daar geldt."""
        x, y = plekken.T
        geldt = np.ones(len(plekken), dtype=bool)
        if self.binnen is not None:
            geldt &= shapely.contains_xy(self.binnen, x, y)
        if self.behalve is not None:
            geldt &= ~shapely.contains_xy(self.behalve, x, y)
        return geldt

    def rand_m(self, plekken: NDArray[np.float64]) -> NDArray[np.float64]:
        """Geef van elke plek de afstand tot de rand van waar de laag volledig is, meters.

        Wat verder is dan dat, is misschien niet het dichtstbijzijnde: net buiten de rand kan er
        een liggen die niet geladen is. Zonder rand is het oneindig ver.
        """
        if self.binnen is None:
            return np.full(len(plekken), np.inf)
        return np.asarray(shapely.distance(self.binnen.boundary, shapely.points(plekken)))
