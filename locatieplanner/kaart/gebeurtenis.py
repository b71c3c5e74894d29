"""Gebeurtenissen: wat een klik of tekening op de kaart betekent.

De browser stuurt de laatste gebeurtenis bij elke stap opnieuw mee. Daarom draagt elke
gebeurtenis een nummer; wie het laatst verwerkte nummer bewaart, verwerkt niets dubbel.
"""

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.gebied import RD, WGS84, WGS84_OMVANG

GROOTSTE_AANTAL_HOEKPUNTEN = 1_000
KLEINSTE_VLAK_M2 = 10.0

# JavaScript telt tot hier zonder te verspringen.
_GROOTSTE_NUMMER = 2**53


@dataclass(frozen=True)
class Gekozen:
    """Een kandidaat is aangeklikt."""

    nummer: int
    id: str


@dataclass(frozen=True)
class PuntGeplaatst:
    """Er is een punt (RD) geplaatst."""

    nummer: int
    punt: Point


@dataclass(frozen=True)
class PerceelGevraagd:
    """Er is een punt (RD) aangewezen: het perceel daar is gevraagd."""

    nummer: int
    punt: Point


@dataclass(frozen=True)
class PandGevraagd:
    """Er is een punt (RD) aangewezen: het pand daar is gevraagd."""

    nummer: int
    punt: Point


@dataclass(frozen=True)
class VlakGetekend:
    """Er is een vlak (RD) getekend."""

    nummer: int
    vlak: Polygon


@dataclass(frozen=True)
class Afgewezen:
    """Er is iets getekend dat niet te gebruiken is; de melding is voor de gebruiker."""

    nummer: int
    melding: str


Gebeurtenis = Gekozen | PuntGeplaatst | PerceelGevraagd | PandGevraagd | VlakGetekend | Afgewezen

# Wat met één punt gezegd is, per soort.
_Aangewezen = PuntGeplaatst | PerceelGevraagd | PandGevraagd
_AANGEWEZEN: dict[str, type[_Aangewezen]] = {
    "punt": PuntGeplaatst,
    "perceel": PerceelGevraagd,
    "pand": PandGevraagd,
}


def verwerk_kaartgebeurtenis(
    antwoord: Mapping[str, Any] | None,
    vorig_nummer: int,
    ids: Container[str] | None = None,
) -> Gebeurtenis | None:
    """Lees wat er op de kaart gebeurde.

    Parameters
    ----------
    antwoord : Mapping or None
        Wat de kaart teruggaf; alleen ``last_active_drawing`` telt. Komt uit de browser en
        wordt dus niet vertrouwd.
    vorig_nummer : int
        Nummer van de laatst verwerkte gebeurtenis, nul als er geen is.
    ids : Container of str, optional
        De kandidaten die er zijn; een klik op een andere telt niet.

    Returns
    -------
    Gebeurtenis or None
        None als er niets nieuws is, of als het antwoord niet van onze kaart kan komen.
    """
    tekening = _deel(antwoord, "last_active_drawing")
    eigenschappen = _deel(tekening, "properties")
    meetkunde = _deel(tekening, "geometry")
    nummer = eigenschappen.get("nummer")
    if not isinstance(nummer, int) or isinstance(nummer, bool):
        return None
    # Ongelijk, niet groter: de klok van een gebruiker kan teruggezet zijn.
    if not 0 < nummer < _GROOTSTE_NUMMER or nummer == vorig_nummer:
        return None
    soort = eigenschappen.get("soort")
    if soort == "kandidaat":
        return _gekozen(nummer, eigenschappen.get("id"), ids)
    if isinstance(soort, str) and soort in _AANGEWEZEN and meetkunde.get("type") == "Point":
        return _punt(nummer, meetkunde.get("coordinates"), _AANGEWEZEN[soort])
    if soort == "vlak" and meetkunde.get("type") == "Polygon":
        return _vlak(nummer, meetkunde.get("coordinates"))
    return None


def _deel(geheel: object, naam: str) -> Mapping[str, Any]:
    deel = geheel.get(naam) if isinstance(geheel, Mapping) else None
    return deel if isinstance(deel, Mapping) else {}


def _gekozen(nummer: int, id: object, ids: Container[str] | None) -> Gekozen | None:
    if not isinstance(id, str) or (ids is not None and id not in ids):
        return None
    return Gekozen(nummer, id)


def _punt(
    nummer: int, coordinaten: object, soort: type[_Aangewezen]
) -> _Aangewezen | Afgewezen | None:
    plek = _plek(coordinaten)
    if plek is None:
        return None
    if not _in_nederland(plek):
        return Afgewezen(nummer, "Het punt ligt buiten Nederland; kies een plek binnen de grenzen.")
    punt = _naar_rd(Point(plek))
    return soort(nummer, punt) if isinstance(punt, Point) else None


def _vlak(nummer: int, ringen: object) -> VlakGetekend | Afgewezen | None:
    # Ons gereedschap tekent één ring; iets anders komt niet van onze kaart.
    if not isinstance(ringen, list) or len(ringen) != 1 or not isinstance(ringen[0], list):
        return None
    if len(ringen[0]) > GROOTSTE_AANTAL_HOEKPUNTEN + 1:
        return Afgewezen(
            nummer,
            f"Het vlak heeft meer dan {GROOTSTE_AANTAL_HOEKPUNTEN} hoekpunten; teken het grover.",
        )
    plekken = [_plek(coordinaten) for coordinaten in ringen[0]]
    ring = [plek for plek in plekken if plek is not None]
    if len(ring) != len(plekken):
        return None
    if len(set(ring)) < 3:
        return Afgewezen(nummer, "Een vlak heeft ten minste drie hoekpunten; teken het opnieuw.")
    if not all(_in_nederland(plek) for plek in ring):
        return Afgewezen(nummer, "Het vlak ligt deels buiten Nederland; teken het opnieuw.")
    vlak = _naar_rd(Polygon(ring))
    if not isinstance(vlak, Polygon):
        return None
    if not vlak.is_valid:
        return Afgewezen(
            nummer, "De lijnen van het vlak kruisen elkaar; teken het opnieuw, langs de rand."
        )
    if vlak.area < KLEINSTE_VLAK_M2:
        return Afgewezen(
            nummer, "Het vlak is kleiner dan 10 m²; zoom in en teken het opnieuw, of zet een punt."
        )
    return VlakGetekend(nummer, shapely.orient_polygons(vlak))


def _plek(coordinaten: object) -> tuple[float, float] | None:
    """Geef lengte en breedte, of None als dit geen coördinaten zijn."""
    if not isinstance(coordinaten, Sequence) or isinstance(coordinaten, str):
        return None
    if len(coordinaten) != 2:
        return None
    for waarde in coordinaten:
        if isinstance(waarde, bool) or not isinstance(waarde, int | float):
            return None
        if abs(waarde) > 1_000 or not math.isfinite(waarde):
            return None
    return float(coordinaten[0]), float(coordinaten[1])


def _in_nederland(plek: tuple[float, float]) -> bool:
    lengte_min, breedte_min, lengte_max, breedte_max = WGS84_OMVANG
    return lengte_min <= plek[0] <= lengte_max and breedte_min <= plek[1] <= breedte_max


def _naar_rd(vorm: BaseGeometry) -> BaseGeometry:
    omgezet: BaseGeometry = gpd.GeoSeries([vorm], crs=WGS84).to_crs(RD).iloc[0]
    return omgezet
