"""Soorten uitvoer: welke bestanden er te maken zijn."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from locatieplanner.fouten import UitvoerFout


@dataclass(frozen=True)
class Uitvoersoort:
    """Een soort bestand.

    Parameters
    ----------
    id : str
        Korte naam; ook het achtervoegsel, zonder punt.
    naam : str
        Naam voor de gebruiker.
    mediatype : str
        MIME-type om het bestand mee aan te bieden.
    """

    id: str
    naam: str
    mediatype: str


SOORTEN: Mapping[str, Uitvoersoort] = MappingProxyType(
    {
        soort.id: soort
        for soort in (
            Uitvoersoort("csv", "CSV voor een rekenblad", "text/csv"),
            Uitvoersoort("gpkg", "GeoPackage voor een GIS", "application/geopackage+sqlite3"),
            Uitvoersoort("geojson", "GeoJSON voor het web", "application/geo+json"),
            Uitvoersoort(
                "xlsx",
                "Excel-werkmap met toelichting",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Uitvoersoort("parquet", "GeoParquet voor analyse", "application/vnd.apache.parquet"),
        )
    }
)
"""De soorten die `uitvoer` kan maken, op id."""


def soort(id: str) -> Uitvoersoort:
    """Geef een soort.

    Raises
    ------
    UitvoerFout
        Als de soort niet bestaat.
    """
    if id not in SOORTEN:
        raise UitvoerFout(
            f"Uitvoer als '{id}' kan niet. Kies uit: {', '.join(SOORTEN)}."
            if id
            else f"Geef het bestand een achtervoegsel: {', '.join(f'.{s}' for s in SOORTEN)}."
        )
    return SOORTEN[id]


def soort_van(pad: Path) -> Uitvoersoort:
    """Geef de soort die bij het achtervoegsel van een pad hoort.

    Raises
    ------
    UitvoerFout
        Als het achtervoegsel ontbreekt of geen soort uitvoer is.
    """
    return soort(pad.suffix.lower().removeprefix("."))
