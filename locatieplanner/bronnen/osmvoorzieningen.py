"""Voorzieningen uit OpenStreetMap: één punt per voorziening, ook als zij dubbel getekend is."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.osmligging import Omvang, binnen
from locatieplanner.domein.gebied import RD, WGS84

DUBBEL_M = 50.0
"""Zo dicht bij elkaar is gelijk van categorie en naam dezelfde voorziening."""

_LIJN = 1
_RINGPUNTEN = 4


class Gevonden(NamedTuple):
    """Een object in een categorie; een object in twee categorieën is er twee keer.

    Parameters
    ----------
    osm_id : str
        ``node/1``, ``way/2`` of ``relation/3``.
    categorie : str
        Id van de categorie.
    naam : str
        Naam, of leeg.
    vorm : BaseGeometry
        Ligging in graden (WGS84).
    """

    osm_id: str
    categorie: str
    naam: str
    vorm: BaseGeometry


def voorzieningen(gevonden: Sequence[Gevonden], omvang: Omvang) -> gpd.GeoDataFrame:
    """Maak van objecten uit OpenStreetMap de tabel met voorzieningen.

    Een voorziening is een punt of een vlak; van een vlak telt het zwaartepunt, of een punt erin
    als dat ernaast valt. Een gesloten lijn is een vlak, een open lijn is geen voorziening.

    Een supermarkt staat vaak als punt én als gebouw in OpenStreetMap, een school als gebouw op een
    terrein. Dubbel geteld zou er twee keer zoveel te kiezen zijn. Objecten van dezelfde categorie
    met dezelfde naam, of waarvan er een geen naam heeft, zijn daarom één voorziening als hun
    punten hoogstens `DUBBEL_M` uit elkaar liggen of het punt van de een in het vlak van de ander
    ligt. Wat een naam heeft gaat voor, dan een punt (vaak de ingang), dan de eerste osm_id.

    Parameters
    ----------
    gevonden : sequence of Gevonden
        Wat er in OpenStreetMap staat.
    omvang : tuple of float
        ``x_min, y_min, x_max, y_max`` in RD: alleen wat daarbinnen ligt.

    Returns
    -------
    GeoDataFrame
        Kolommen ``osm_id``, ``categorie``, ``naam`` en het punt in RD, op categorie en osm_id.
    """
    tabel = gpd.GeoDataFrame(
        {
            kolom: pd.array([getattr(rij, kolom) for rij in gevonden], dtype="str")
            for kolom in ("osm_id", "categorie", "naam")
        },
        geometry=gpd.GeoSeries(_vlakken([rij.vorm for rij in gevonden]), crs=WGS84).to_crs(RD),
    )
    punten = _punten(tabel.geometry.to_numpy())
    bruikbaar = binnen(shapely.get_x(punten), shapely.get_y(punten), omvang)
    tabel, punten = tabel[bruikbaar], punten[bruikbaar]
    vlakken = tabel.geometry.to_numpy()
    volgorde = np.lexsort((tabel["osm_id"], shapely.get_type_id(vlakken), tabel["naam"] == ""))
    tabel = tabel.set_geometry(punten, crs=RD).iloc[volgorde].reset_index(drop=True)
    enig = _zonder_dubbele(tabel, vlakken[volgorde])
    return tabel[enig].sort_values(["categorie", "osm_id"], ignore_index=True)


def _vlakken(vormen: Sequence[BaseGeometry]) -> NDArray[np.object_]:
    """Maak van gesloten lijnen vlakken, en maak vlakken geldig; de rest wordt leeg."""
    uit = np.array([*vormen, None], dtype=object)[:-1]
    lijn = shapely.get_type_id(uit) == _LIJN
    ring = lijn & shapely.is_closed(uit) & (shapely.get_num_coordinates(uit) >= _RINGPUNTEN)
    uit[ring] = [shapely.Polygon(shapely.get_coordinates(vorm)) for vorm in uit[ring]]
    uit[(lijn & ~ring) | shapely.is_empty(uit)] = None
    vlak = shapely.get_dimensions(uit) == 2
    uit[vlak] = shapely.make_valid(uit[vlak])
    return uit


def _punten(vormen: NDArray[np.object_]) -> NDArray[np.object_]:
    """Geef van elke vorm het zwaartepunt, of een punt erin als dat ernaast valt."""
    punten: NDArray[np.object_] = shapely.centroid(vormen)
    naast = ~shapely.intersects(vormen, punten)
    punten[naast] = shapely.point_on_surface(vormen[naast])
    return punten


def _zonder_dubbele(tabel: gpd.GeoDataFrame, vlakken: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Zeg welke rijen blijven; wat eerder in de tabel staat gaat voor."""
    punten = tabel.geometry.to_numpy()
    boom = shapely.STRtree(punten)
    paren = np.hstack(
        [
            boom.query(punten, predicate="dwithin", distance=DUBBEL_M),
            boom.query(vlakken, predicate="intersects"),
        ]
    )
    eerder, later = np.sort(paren, axis=0)
    naam, categorie = tabel["naam"].to_numpy(), tabel["categorie"].to_numpy()
    dubbel = (
        (eerder != later)
        & (categorie[eerder] == categorie[later])
        & ((naam[eerder] == naam[later]) | (naam[eerder] == "") | (naam[later] == ""))
    )
    buren: defaultdict[int, list[int]] = defaultdict(list)
    for een, ander in zip(eerder[dubbel].tolist(), later[dubbel].tolist(), strict=True):
        buren[ander].append(een)
    blijft = np.ones(len(tabel), dtype=bool)
    for rij in sorted(buren):
        # Alleen wie blijft verdringt: een keten van namelozen wist zo niet de hele straat.
        blijft[rij] = not blijft[buren[rij]].any()
    return blijft
