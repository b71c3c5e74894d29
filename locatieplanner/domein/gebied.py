"""Gebieden: provincies, gemeenten en het coördinaatstelsel."""

from dataclasses import dataclass
from types import MappingProxyType

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

RD = "EPSG:28992"
"""Rijksdriehoekstelsel, meters: het enige stelsel binnen het programma."""

WGS84 = "EPSG:4326"
"""Lengte en breedte in graden: alleen aan de randen (bestanden, browser)."""

RD_OMVANG = (-7_000.0, 289_000.0, 300_000.0, 629_000.0)
"""Geldigheid van RD (EPSG-register), meters: x_min, y_min, x_max, y_max."""

WGS84_OMVANG = (3.2, 50.7, 7.3, 53.7)
"""Nederland in graden: lengte_min, breedte_min, lengte_max, breedte_max."""

NEDERLAND = "Nederland"

PROVINCIES = (
    "Groningen",
    "Friesland",
    "Drenthe",
    "Overijssel",
    "Flevoland",
    "Gelderland",
    "Utrecht",
    "Noord-Holland",
    "Zuid-Holland",
    "Zeeland",
    "Noord-Brabant",
    "Limburg",
)
"""De twaalf provincies, in de volgorde van het CBS."""

PROVINCIENAMEN = MappingProxyType({"Fryslân": "Friesland"})
"""Andere namen van provincies bij diensten, en hoe zij hier heten."""


@dataclass(frozen=True)
class Gebied:
    """Een gebied waarvoor lagen opgehaald worden.

    Parameters
    ----------
    naam : str
        Naam voor de gebruiker, zoals ``Utrecht (provincie)``.
    sleutel : str
        Dezelfde naam als map: kleine letters, cijfers en streepjes.
    vlak : BaseGeometry
        De grens, RD.
    """

    naam: str
    sleutel: str
    vlak: BaseGeometry

    def omvang(self, rand_m: float = 0.0) -> tuple[float, float, float, float]:
        """Geef ``x_min, y_min, x_max, y_max`` in RD, rondom ruimer met `rand_m` meter."""
        x_min, y_min, x_max, y_max = self.vlak.bounds
        return (x_min - rand_m, y_min - rand_m, x_max + rand_m, y_max + rand_m)


HEEL_NEDERLAND = Gebied(NEDERLAND, "nederland", box(*RD_OMVANG))
"""Het hele land: een dienst wordt dan niet op ligging bevraagd."""
