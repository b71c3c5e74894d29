"""De toestand van de kaart: alles wat per stap naar de browser reist."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.gebied import RD, WGS84
from locatieplanner.domein.klassen import Klassecodes
from locatieplanner.kaart.kaartlaag import Kaartlaag
from locatieplanner.kaart.klassen import pak
from locatieplanner.kaart.rasterbeeld import Rasterbeeld
from locatieplanner.kaart.wegschrijven import naar_graden

_DECIMALEN = 6
_LANGSTE_LABEL = 120

ACHTERGRONDKAART = {
    "adres": "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png",
    "bron": "Achtergrond: BRT, Kadaster (CC BY 4.0)",
}
"""De achtergrondkaart van PDOK; alleen in beeld als de gebruiker daarom vraagt."""


@dataclass(frozen=True)
class Beeld:
    """Een uitsnede om één keer naartoe te gaan.

    Parameters
    ----------
    sleutel : str
        Waarom het beeld verspringt. De kaart beweegt alleen als de sleutel verandert; daarna
        blijft zij staan waar de gebruiker haar laat.
    omvang : tuple of float
        ``x_min, y_min, x_max, y_max`` in RD, meters.
    """

    sleutel: str
    omvang: tuple[float, float, float, float]

    @classmethod
    def om(cls, sleutel: str, grenzen: Iterable[float], rand_m: float = 0.0) -> "Beeld":
        """Geef het beeld om grenzen (RD: x_min, y_min, x_max, y_max), met een rand eromheen."""
        x_min, y_min, x_max, y_max = (float(grens) for grens in grenzen)
        return cls(sleutel, (x_min - rand_m, y_min - rand_m, x_max + rand_m, y_max + rand_m))

    @classmethod
    def rond(cls, sleutel: str, punt: Point, straal_m: float = 1_500.0) -> "Beeld":
        """Geef het beeld rond een punt."""
        return cls(
            sleutel, (punt.x - straal_m, punt.y - straal_m, punt.x + straal_m, punt.y + straal_m)
        )


@dataclass(frozen=True)
class Zoekpunt:
    """De plek van een zoekresultaat.

    Parameters
    ----------
    punt : Point
        De plek, RD.
    label : str
        Wat erbij staat, zoals het adres; tekst van een ander, die alleen als tekst verschijnt.
    """

    punt: Point
    label: str = ""


@dataclass(frozen=True, eq=False)
class Kaarttoestand:
    """Wat de kaart nu laat zien.

    Parameters
    ----------
    kandidaten : str
        Naam van de kandidaatlaag; leeg als er geen kandidaten zijn.
    scoreklassen : ndarray of int8
        Klasse van elke kandidaat, in de volgorde van de laag.
    dichtheidsklassen : ndarray of int8
        Klasse van elke gemeente, in de volgorde van de basislaag.
    opvang : str, optional
        Naam van een andere opvanglaag in de map met kandidaten; leeg is de basislaag.
    gekozen : int, optional
        Rijnummer van de gekozen kandidaat.
    beeld : Beeld, optional
        Uitsnede om naartoe te gaan.
    concept : Point, Polygon or MultiPolygon, optional
        Een getekende of gevonden ligging (RD) die nog niet in het plan staat.
    verwerkt : int, optional
        Nummer van de laatste gebeurtenis die verwerkt is.
    achtergrond : bool, optional
        Of de achtergrondkaart (van PDOK) eronder komt; dit is het enige verzoek naar buiten.
    tekenen : bool, optional
        Of de gebruiker mag tekenen.
    kiezen : bool, optional
        Of de gebruiker een perceel of pand kan aanwijzen.
    lagen : tuple of Kaartlaag, optional
        De kaartlagen die aan staan.
    bereik : str, optional
        Naam van het bereik van de gekozen kandidaat, in de map met kandidaten.
    zoekpunt : Zoekpunt, optional
        De plek van een zoekresultaat.
    raster : Rasterbeeld, optional
        Een raster van klassen, in de map met kandidaten.
    """

    kandidaten: str
    scoreklassen: Klassecodes
    dichtheidsklassen: Klassecodes
    opvang: str = ""
    gekozen: int | None = None
    beeld: Beeld | None = None
    concept: Point | Polygon | MultiPolygon | None = None
    verwerkt: int = 0
    achtergrond: bool = False
    tekenen: bool = True
    kiezen: bool = False
    lagen: tuple[Kaartlaag, ...] = ()
    bereik: str = ""
    zoekpunt: Zoekpunt | None = None
    raster: Rasterbeeld | None = None

    def als_dict(self) -> dict[str, Any]:
        """De toestand in korte gegevens; wat leeg is blijft weg.

        Alleen het label van het zoekpunt kan tekst van een ander zijn.
        """
        velden: dict[str, Any] = {
            "kandidaten": self.kandidaten,
            "scores": pak(self.scoreklassen),
            "gemeenten": pak(self.dichtheidsklassen),
            "opvang": self.opvang,
            "gekozen": self.gekozen,
            "beeld": self.beeld and _beeld(self.beeld),
            "concept": self.concept and _coordinaten(self.concept),
            "verwerkt": self.verwerkt,
            "achtergrond": ACHTERGRONDKAART if self.achtergrond else None,
            "tekenen": self.tekenen,
            "kiezen": self.kiezen,
            "lagen": [laag.als_dict() for laag in self.lagen] or None,
            "bereik": self.bereik,
            "zoekpunt": self.zoekpunt and _zoekpunt(self.zoekpunt),
            "raster": self.raster and self.raster.als_dict(),
        }
        return {
            naam: waarde
            for naam, waarde in velden.items()
            if waarde is not None and waarde is not False and waarde != ""
        }


def _beeld(beeld: Beeld) -> list[str | float]:
    # De sleutel kan tekst van een gebruiker bevatten; alleen een afdruk ervan gaat mee.
    merk = hashlib.sha256(beeld.sleutel.encode("utf-8")).hexdigest()[:12]
    graden = gpd.GeoSeries([box(*beeld.omvang)], crs=RD).to_crs(WGS84).total_bounds
    return [merk, *(round(float(graad), 5) for graad in graden)]


def _zoekpunt(zoekpunt: Zoekpunt) -> list[str | float]:
    ((lengte, breedte),) = _coordinaten(zoekpunt.punt)
    return [lengte, breedte, zoekpunt.label[:_LANGSTE_LABEL]]


def _coordinaten(vorm: Point | Polygon | MultiPolygon) -> list[Any]:
    """Geef ``[lengte, breedte]`` van het punt of van de ring.

    Heeft de vorm gaten of meer delen, dan zijn het lijsten van ringen per deel.
    """
    graden = naar_graden(gpd.GeoSeries([vorm], crs=RD), _DECIMALEN)[0]
    if isinstance(graden, Point):
        return _paren(graden)
    delen = list(graden.geoms) if isinstance(graden, MultiPolygon) else [graden]
    ringen = [[_paren(ring) for ring in (deel.exterior, *deel.interiors)] for deel in delen]
    enkel = len(ringen) == 1 and len(ringen[0]) == 1
    return ringen[0][0] if enkel else ringen


def _paren(vorm: BaseGeometry) -> list[list[float]]:
    return [[float(x), float(y)] for x, y in vorm.coords]
