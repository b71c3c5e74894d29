"""De ligging van een kandidaat: het rekenpunt en de gemeente waarin dat ligt."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

LIGGING = ("x", "y", "gemeentecode", "gemeente", "provincie")
"""Kolommen die `met_ligging` toevoegt en waar de criteria op rekenen."""


def rekenpunten(geometrie: gpd.GeoSeries) -> NDArray[np.float64]:
    """Geef per kandidaat het punt waarmee gerekend wordt, RD, shape (n, 2).

    Van een vlak is dat het zwaartepunt, of een punt erbinnen als het zwaartepunt erbuiten valt.
    """
    vormen = geometrie.to_numpy()
    punten = vormen.copy()
    vlak = shapely.get_type_id(vormen) != shapely.GeometryType.POINT
    if vlak.any():
        vlakken = vormen[vlak]
        midden = shapely.centroid(vlakken)
        buiten = ~shapely.intersects(vlakken, midden)
        midden[buiten] = shapely.point_on_surface(vlakken[buiten])
        punten[vlak] = midden
    return np.asarray(shapely.get_coordinates(punten), dtype=np.float64)


def met_ligging(kandidaten: gpd.GeoDataFrame, gemeenten: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Voeg rekenpunt, gemeente en provincie toe.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Index ``id``; punten of vlakken in RD.
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; kolommen ``gemeente``, ``provincie`` en vlakken in RD.

    Returns
    -------
    GeoDataFrame
        Dezelfde rijen met de kolommen `LIGGING`; buiten elke gemeente zijn de namen leeg (NA).
        Een punt precies op een grens valt in de gemeente met de laagste code.
    """
    punten = rekenpunten(kandidaten.geometry)
    boom = shapely.STRtree(shapely.points(punten))
    op_code = gemeenten.sort_index()
    # De gemeenten vragen, de punten staan in de boom: zo wordt elk vlak één keer voorbereid.
    gemeente, kandidaat = boom.query(op_code.geometry.to_numpy(), predicate="intersects")
    rij = np.full(len(punten), -1, dtype=np.int64)
    rij[kandidaat[::-1]] = gemeente[::-1]
    binnen = rij >= 0

    def namen(waarden: NDArray[np.object_]) -> pd.Series:
        gevonden = np.full(len(rij), None, dtype=object)
        gevonden[binnen] = waarden[rij[binnen]]
        return pd.Series(gevonden, index=kandidaten.index, dtype="str")

    return kandidaten.assign(
        x=punten[:, 0],
        y=punten[:, 1],
        gemeentecode=namen(op_code.index.to_numpy(dtype=object)),
        gemeente=namen(op_code["gemeente"].to_numpy(dtype=object)),
        provincie=namen(op_code["provincie"].to_numpy(dtype=object)),
    )


def plekken(kandidaten: gpd.GeoDataFrame) -> NDArray[np.float64]:
    """Geef de rekenpunten van kandidaten met ligging, RD, shape (n, 2)."""
    return np.asarray(kandidaten[["x", "y"]], dtype=np.float64)
