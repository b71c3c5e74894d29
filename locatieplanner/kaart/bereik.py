"""Bereik van de gekozen kandidaat: hoe ver men komt, welke voorzieningen er zijn, en de route."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.gebied import RD
from locatieplanner.domein.notatie import afstand
from locatieplanner.kaart.wegschrijven import (
    als_geojson,
    naar_graden,
    schrijf_geheim,
    verwijder_geheim,
)

_DECIMALEN = 6
_VEREENVOUDIGING_M = 2.0

# Een vorm met wat erbij hoort.
_Rij = tuple[BaseGeometry, dict[str, Any]]


@dataclass(frozen=True)
class Isochroon:
    """Wat binnen een reistijd te bereiken is.

    Parameters
    ----------
    minuten : int
        Reistijd.
    vlak : Polygon or MultiPolygon
        Het gebied, RD.
    """

    minuten: int
    vlak: Polygon | MultiPolygon


@dataclass(frozen=True)
class Route:
    """De weg naar een voorziening.

    Parameters
    ----------
    lijn : LineString or MultiLineString
        De weg, RD.
    afstand_m : float
        Lengte over straat, meters.
    naar : str
        Waarheen, in woorden voor de gebruiker.
    """

    lijn: LineString | MultiLineString
    afstand_m: float
    naar: str


def schrijf_bereik(
    isochronen: Sequence[Isochroon],
    route: Route | None,
    voorzieningen: gpd.GeoDataFrame | None,
    map: Path,
    *,
    wijze: str = "lopen",
) -> str:
    """Schrijf het bereik van één kandidaat en geef de bestandsnaam.

    Het bestand verraadt waar de kandidaat ligt. Schrijf het alleen voor wie die ligging mag zien.

    Parameters
    ----------
    isochronen : sequence of Isochroon
        In elke volgorde.
    route : Route or None
        De weg naar de dichtstbijzijnde voorziening.
    voorzieningen : GeoDataFrame or None
        Punten (RD) met ``categorie`` en ``naam``, en zo mogelijk ``afstand_m`` over straat.
    map : Path
        Waar het bestand komt. Wie de naam kent kan het zonder aanmelden lezen.
    wijze : str, optional
        Reiswijze in woorden.

    Returns
    -------
    str
        Een nieuwe, niet te raden bestandsnaam. Ruim het bestand op met `verwijder_bereik` als
        een andere kandidaat gekozen wordt of de sessie eindigt.

    Raises
    ------
    UitvoerFout
        Als de map niet te beschrijven is.
    """
    rijen = [
        *_isochronen(isochronen, wijze),
        *([] if route is None else [_route(route, wijze)]),
        *([] if voorzieningen is None else _voorzieningen(voorzieningen, wijze)),
    ]
    vormen = gpd.GeoSeries([vorm for vorm, _ in rijen], crs=RD)
    graden = naar_graden(vormen, _DECIMALEN)
    return schrijf_geheim(map, als_geojson(graden, [eigenschappen for _, eigenschappen in rijen]))


def verwijder_bereik(naam: str, map: Path) -> None:
    """Verwijder een bereik; wat er niet meer is, is al verwijderd."""
    verwijder_geheim(naam, map)


def _isochronen(isochronen: Sequence[Isochroon], wijze: str) -> Iterator[_Rij]:
    """Van buiten naar binnen; alleen de buitenste noemt de reiswijze, zodat labels kort blijven."""
    for rang, isochroon in enumerate(sorted(isochronen, key=lambda i: -i.minuten)):
        reistijd = f"{isochroon.minuten} min"
        yield (
            isochroon.vlak.simplify(_VEREENVOUDIGING_M),
            {
                "soort": "isochroon",
                "label": reistijd if rang else f"{reistijd} {wijze}",
                "tekst": f"binnen {reistijd} {wijze}",
            },
        )


def _route(route: Route, wijze: str) -> _Rij:
    tekst = f"route naar {route.naar}: {afstand(route.afstand_m)} {wijze}"
    return route.lijn, {"soort": "route", "tekst": tekst}


def _voorzieningen(voorzieningen: gpd.GeoDataFrame, wijze: str) -> Iterator[_Rij]:
    afstanden = (
        voorzieningen["afstand_m"] if "afstand_m" in voorzieningen else [None] * len(voorzieningen)
    )
    for punt, categorie, naam, afstand_m in zip(
        voorzieningen.geometry,
        voorzieningen["categorie"],
        voorzieningen["naam"],
        afstanden,
        strict=True,
    ):
        yield (
            punt,
            {
                "soort": "voorziening",
                "categorie": str(categorie),
                "naam": "" if pd.isna(naam) else str(naam),
                "tekst": "" if pd.isna(afstand_m) else f"{afstand(afstand_m)} {wijze}",
            },
        )
