"""Vormen van een dienst: gelezen uit GeoJSON, in RD, plat en geldig."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import box

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, dienstfout
from locatieplanner.domein.gebied import RD, RD_OMVANG, WGS84

Vormen = np.ndarray[Any, np.dtype[np.object_]]
"""Vormen van shapely of None, shape (n,)."""

_RUIMTE_M = 10_000.0
_VLAKKEN = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


def lees_objecten(naam: str, velden: Mapping[str, object]) -> list[Mapping[str, Any]]:
    """Geef de objecten van een FeatureCollection.

    Raises
    ------
    DienstFout
        Als het geen FeatureCollection is.
    """
    objecten = velden.get("features")
    if not isinstance(objecten, list) or not all(isinstance(deel, dict) for deel in objecten):
        raise dienstfout(naam, "antwoordt met JSON zonder objecten ('features')", HERSTEL_CATALOGUS)
    return objecten


def eigenschappen(objecten: Sequence[Mapping[str, Any]]) -> list[Mapping[str, object]]:
    """Geef van elk object de kolommen."""
    return [object_.get("properties") or {} for object_ in objecten]


def kolomnamen(rijen: Sequence[Mapping[str, object]]) -> list[str]:
    """Geef elke kolom die in een van de rijen voorkomt, in volgorde."""
    return list(dict.fromkeys(naam for rij in rijen for naam in rij))


def lees_vormen(objecten: Sequence[Mapping[str, Any]]) -> Vormen:
    """Lees de vormen van GeoJSON-objecten; wat ontbreekt of onleesbaar is wordt None."""
    teksten = [
        json.dumps(object_["geometry"]) if object_.get("geometry") else None for object_ in objecten
    ]
    vormen: Vormen = shapely.from_geojson(np.array(teksten, dtype=object), on_invalid="ignore")
    return vormen


def naar_rd(vormen: Vormen) -> Vormen:
    """Reken lengte en breedte (in die volgorde) om naar RD."""
    omgerekend: Vormen = gpd.GeoSeries(vormen, crs=WGS84).to_crs(RD).to_numpy()
    return omgerekend


def maak_bruikbaar(vormen: Vormen) -> tuple[Vormen, int]:
    """Maak vormen plat en vlakken geldig.

    Returns
    -------
    vormen : ndarray of shapely geometry, shape (n,)
        In twee dimensies; None waar niets bruikbaars staat.
    hersteld : int
        Hoeveel vlakken ongeldig waren.
    """
    plat: Vormen = shapely.force_2d(vormen)
    eindig = np.isfinite(shapely.bounds(plat)).all(axis=1)
    kapot = eindig & np.isin(shapely.get_type_id(plat), _VLAKKEN) & ~shapely.is_valid(plat)
    plat[kapot] = shapely.make_valid(plat[kapot], method="structure", keep_collapsed=False)
    plat[~eindig | shapely.is_empty(plat)] = None
    return plat, int(kapot.sum())


def eis_nederland(naam: str, vormen: Vormen) -> None:
    """Controleer dat vormen in RD staan: zij moeten voor het grootste deel in Nederland liggen.

    Met verwisselde assen, of met graden in plaats van meters, ligt alles ver daarbuiten. Een
    enkele vorm op zee of over de grens mag.

    Raises
    ------
    DienstFout
        Als de meeste vormen buiten `RD_OMVANG` liggen.
    """
    aanwezig = vormen[~shapely.is_missing(vormen)]
    if not len(aanwezig):
        return
    nederland = box(*RD_OMVANG).buffer(_RUIMTE_M, join_style="mitre")
    if shapely.intersects(nederland, shapely.box(*shapely.bounds(aanwezig).T)).mean() < 0.5:
        x, y = shapely.get_coordinates(aanwezig[0])[0]
        raise dienstfout(
            naam,
            f"geeft coördinaten die niet in RD (EPSG:28992) liggen, zoals {x:.6g}, {y:.6g}",
            HERSTEL_CATALOGUS,
        )
