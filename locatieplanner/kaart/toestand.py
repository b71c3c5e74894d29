"""De toestand van de kaart: alles wat per stap naar de browser reist."""

import hashlib
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
from shapely.geometry import Point, Polygon, box

from locatieplanner.domein.gebied import RD, WGS84
from locatieplanner.kaart.klassen import Klassecodes, pak
from locatieplanner.kaart.wegschrijven import naar_graden

_DECIMALEN = 6

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
    def rond(cls, sleutel: str, punt: Point, straal_m: float = 1_500.0) -> "Beeld":
        """Geef het beeld rond een punt."""
        return cls(
            sleutel, (punt.x - straal_m, punt.y - straal_m, punt.x + straal_m, punt.y + straal_m)
        )


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
    concept : Point or Polygon, optional
        Een getekende ligging (RD) die nog niet in het plan staat.
    verwerkt : int, optional
        Nummer van de laatste gebeurtenis die verwerkt is.
    achtergrond : bool, optional
        Of de achtergrondkaart (van PDOK) eronder komt; dit is het enige verzoek naar buiten.
    tekenen : bool, optional
        Of de gebruiker mag tekenen.
    """

    kandidaten: str
    scoreklassen: Klassecodes
    dichtheidsklassen: Klassecodes
    opvang: str = ""
    gekozen: int | None = None
    beeld: Beeld | None = None
    concept: Point | Polygon | None = None
    verwerkt: int = 0
    achtergrond: bool = False
    tekenen: bool = True

    def als_dict(self) -> dict[str, Any]:
        """De toestand in korte gegevens zonder tekst van gebruikers; wat leeg is blijft weg."""
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


def _coordinaten(vorm: Point | Polygon) -> list[list[float]]:
    """Geef ``[lengte, breedte]`` van het punt of van de buitenste ring."""
    graden = naar_graden(gpd.GeoSeries([vorm], crs=RD), _DECIMALEN)[0]
    punten = graden.coords if graden.geom_type == "Point" else graden.exterior.coords
    return [[float(x), float(y)] for x, y in punten]
