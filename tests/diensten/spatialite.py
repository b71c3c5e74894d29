"""SpatiaLite, waarmee pygeoapi een GeoPackage leest.

Gezocht wordt in ``SPATIALITE_LIBRARY_PATH`` en waar het systeem zijn bibliotheken bewaart;
`zorg_voor` haalt het waar dat mag met apt-get (pakket ``libsqlite3-mod-spatialite``). Zonder
SpatiaLite falen de tests; zij worden nooit overgeslagen.
"""

import importlib
import os
import sqlite3
import sys
from contextlib import closing
from types import ModuleType

from tests.debian import haal

PAKKET = "libsqlite3-mod-spatialite"
VARIABELE = "SPATIALITE_LIBRARY_PATH"
"""Waar pygeoapi zelf ook naar kijkt."""


def sqlite() -> ModuleType:
    """Geef een SQLite die uitbreidingen laadt: die van Python, of het pakket ``pysqlite3``.

    Niet elke Python is met uitbreidingen gebouwd.
    """
    if hasattr(sqlite3.Connection, "enable_load_extension"):
        return sqlite3
    return importlib.import_module("pysqlite3")


def vind() -> str | None:
    """Geef de naam waaronder SpatiaLite te laden is, of None."""
    naam = os.environ.get(VARIABELE, "mod_spatialite")
    ingang = sqlite()
    with closing(ingang.connect(":memory:")) as verbinding:
        verbinding.enable_load_extension(True)
        try:
            verbinding.load_extension(naam)
        except ingang.OperationalError:
            return None
    return naam


def zorg_voor() -> str:
    """Geef de naam van SpatiaLite; haal het zo nodig. Faalt met een duidelijke melding."""
    gevonden = vind()
    if not gevonden:
        haal("SpatiaLite", PAKKET)
        gevonden = vind()
    if not gevonden:
        raise SystemExit(
            "Er is geen SpatiaLite gevonden en er was er geen te halen. De tests van de OGC API "
            f"horen erbij: installeer het Debian-pakket {PAKKET}, of laat {VARIABELE} naar "
            "mod_spatialite wijzen."
        )
    return gevonden


if __name__ == "__main__":
    sys.stdout.write(f"SpatiaLite voor de tests: {zorg_voor()}\n")
