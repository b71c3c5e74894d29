"""Buurten: hoeveel mensen er wonen, en hoe groot het aandeel sociale huur is."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

MATEN = ("inwoners", "sociale_huur", "sociale_huur_gemeente")
"""Getallen van een buurt; NaN is onbekend."""


@dataclass(frozen=True)
class Buurten:
    """Buurten met hun inwoners en aandeel sociale huur.

    Parameters
    ----------
    buurten : GeoDataFrame
        Vlakken (RD) met ``buurt``, ``inwoners``, ``sociale_huur`` en ``sociale_huur_gemeente``
        (aandeel van de woningen, 0–1); NaN is onbekend.
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

    def bij(self, plekken: NDArray[np.float64]) -> pd.DataFrame:
        """Geef per plek (RD, shape (n, 2)) haar buurt en de `MATEN` daarvan.

        Buiten elke buurt is ``buurt`` leeg en zijn de maten NaN.
        """
        rij = self.rij_van(plekken)
        namen = np.append(self.buurten["buurt"].to_numpy(dtype=object), "")[rij]
        maten = {
            maat: np.append(self.buurten[maat].to_numpy(dtype=np.float64), np.nan)[rij]
            for maat in MATEN
        }
        return pd.DataFrame({"buurt": pd.Series(namen, dtype="str"), **maten})
