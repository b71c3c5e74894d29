"""Gebieden: provincies, gemeenten en het coördinaatstelsel."""

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
