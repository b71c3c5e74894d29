"""Ligging van wat uit OpenStreetMap komt: van graden naar RD, binnen het gebied, en de dekking."""

from functools import cache

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from scipy.ndimage import binary_closing
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD, RD_OMVANG, WGS84, Gebied

Getallen = NDArray[np.float64]
Vlaggen = NDArray[np.bool_]
Omvang = tuple[float, float, float, float]

_CEL_M = 1_000.0
_SLUIT_CELLEN = 2
_BOOG_GRADEN = 0.02


@cache
def _omzetter(crs: str) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(crs, RD, always_xy=True)


def naar_rd(x: Getallen, y: Getallen, crs: str = WGS84) -> tuple[Getallen, Getallen]:
    """Reken lengte en breedte (graden), of een ander stelsel, om naar RD (m).

    Wat niet om te rekenen is wordt oneindig, en valt dus buiten elk gebied.
    """
    x_rd, y_rd = _omzetter(crs).transform(x, y)
    return x_rd, y_rd


def binnen(x: Getallen, y: Getallen, omvang: Omvang) -> Vlaggen:
    """Zeg van punten in RD of zij binnen ``x_min, y_min, x_max, y_max`` liggen, rand inbegrepen."""
    x_min, y_min, x_max, y_max = omvang
    vlaggen: Vlaggen = (x >= x_min) & (x <= x_max) & (y >= y_min) & (y <= y_max)
    return vlaggen


def dekking(x: Getallen, y: Getallen, kader: Omvang | None, gebied: Gebied) -> BaseGeometry:
    """Bepaal waar een bestand volledig is: waar het straten heeft, zonder de gaten ertussen.

    Een fragment van OpenStreetMap zegt niet waar het ophoudt; hooguit staat er een kader in dat
    om alles heen past. Daarom telt een cel van 1 bij 1 km als er een straat begint of eindigt,
    en worden gaten tot 4 km gesloten (2 km uitdijen, 2 km krimpen): een akker of een plas zonder
    straten is wel bekend. Een groter gat, zoals open water, blijft een gat. Aan de rand van het
    fragment telt een cel in haar geheel, ook als het fragment er halverwege ophoudt.

    Parameters
    ----------
    x, y : array of float
        Begin en einde van straten, RD.
    kader : tuple of float or None
        Het kader uit het bestand in graden: lengte_min, breedte_min, lengte_max, breedte_max.
    gebied : Gebied
        De dekking reikt niet verder dan dit gebied.

    Returns
    -------
    BaseGeometry
        Vlak in RD; leeg als het bestand in dit gebied niets heeft.
    """
    bruikbaar = binnen(x, y, RD_OMVANG)
    cellen = np.floor(np.stack([y[bruikbaar], x[bruikbaar]]) / _CEL_M).astype(np.int64)
    if not cellen.size:
        return shapely.Polygon()
    vlak: BaseGeometry = _sluit(cellen)
    if kader is not None:
        vlak = vlak.intersection(_kader_rd(kader))
    return vlak if gebied == HEEL_NEDERLAND else vlak.intersection(gebied.vlak)


def _sluit(cellen: NDArray[np.int64]) -> BaseGeometry:
    """Sluit de gaten tussen cellen (2 × n: rij en kolom) en geef ze als één vlak."""
    eerste = cellen.min(axis=1, keepdims=True) - _SLUIT_CELLEN
    rij, kolom = cellen - eerste
    raster = np.zeros((rij.max() + _SLUIT_CELLEN + 1, kolom.max() + _SLUIT_CELLEN + 1), dtype=bool)
    raster[rij, kolom] = True
    breed = 2 * _SLUIT_CELLEN + 1
    rij, kolom = np.nonzero(binary_closing(raster, np.ones((breed, breed), dtype=bool)))
    onder, links = (rij + eerste[0]) * _CEL_M, (kolom + eerste[1]) * _CEL_M
    vakken = shapely.box(links, onder, links + _CEL_M, onder + _CEL_M)
    return shapely.union_all(vakken)


def _kader_rd(kader: Omvang) -> BaseGeometry:
    """Zet een kader in graden om naar RD; lange zijden worden daar krom."""
    vlak = shapely.segmentize(shapely.box(*kader), _BOOG_GRADEN)
    punten = shapely.get_coordinates(vlak)
    return shapely.Polygon(np.column_stack(naar_rd(punten[:, 0], punten[:, 1])))
