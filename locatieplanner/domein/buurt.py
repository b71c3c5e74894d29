"""Buurten: hoe groot het aandeel sociale huur is in een buurt en in haar gemeente."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray


@dataclass(frozen=True)
class Buurten:
    """Buurten met hun aandeel sociale huur.

    Parameters
    ----------
    buurten : GeoDataFrame
        Vlakken (RD) met ``buurt``, ``sociale_huur`` en ``sociale_huur_gemeente`` (aandeel van de
        woningen, 0–1; NaN = onbekend).
    peildatum : str
        Van wanneer de aandelen zijn.
    """

    buurten: gpd.GeoDataFrame
    peildatum: str

    def rij_van(self, plekken: NDArray[np.float64]) -> NDArray[np.int64]:
        """Geef per plek (RD, shape (n, 2)) het rijnummer van haar buurt; −1 als die er niet is."""
        rij = np.full(len(plekken), -1, dtype=np.int64)
        plek, buurt = self.buurten.sindex.query(shapely.points(plekken), predicate="intersects")
        # Precies op een grens: de eerste buurt, zodat de uitkomst niet van de boom afhangt.
        volgorde = np.lexsort((-buurt, plek))
        rij[plek[volgorde]] = buurt[volgorde]
        return rij
