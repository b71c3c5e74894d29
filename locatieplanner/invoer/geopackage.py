"""GeoPackage lezen: alleen echte tabellen, alleen met de GeoPackage-lezer van GDAL."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.ogr import lees_laag
from locatieplanner.invoer.opsomming import aangehaald, eerste
from locatieplanner.invoer.tabel import Tabel

LAAGNAAM = "kandidaten"
_GETOOND = 10

_BESCHADIGD = (
    "Het GeoPackage is beschadigd of niet volledig. Open het in QGIS en sla de laag opnieuw op."
)
_GEWOON = """
    SELECT name, type, lower(coalesce(sql, '')) FROM sqlite_master
    WHERE type IN ('table', 'view')
"""
_LAGEN = """
    SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY rowid
"""


def lees_geopackage(inhoud: bytes, grenzen: Bestandsgrenzen) -> Tabel:
    """Lees de enige laag met vormen, of de laag die ``kandidaten`` heet.

    Parameters
    ----------
    inhoud : bytes
        Het bestand.
    grenzen : Bestandsgrenzen
        Hoeveel rijen en kolommen het mogen zijn.

    Raises
    ------
    BestandFout
        Als het bestand beschadigd is, geen of meer lagen heeft, of meer dan gewone tabellen bevat.
    """
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "kandidaten.gpkg"
        pad.write_bytes(inhoud)
        laag = _kies_laag(pad)
        # De aanduiding GPKG: laat GDAL geen andere lezer proberen.
        return lees_laag(f"GPKG:{pad}", laag, "GPKG", grenzen, _BESCHADIGD)


def _kies_laag(pad: Path) -> str:
    try:
        with closing(sqlite3.connect(f"file:{pad}?mode=ro", uri=True)) as databank:
            databank.execute("PRAGMA trusted_schema = OFF")
            gewoon = _gewone_tabellen(databank)
            lagen = [str(naam) for (naam,) in databank.execute(_LAGEN)]
            laag = _kies(lagen)
            if laag not in gewoon or _heeft_berekende_kolommen(databank, laag):
                raise BestandFout(
                    f"De laag '{laag}' is geen gewone tabel maar een berekening. Sla de laag in "
                    "QGIS op als nieuw GeoPackage."
                )
            return laag
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        raise BestandFout(_BESCHADIGD) from None


def _gewone_tabellen(databank: sqlite3.Connection) -> frozenset[str]:
    gewoon = set()
    for naam, soort, sql in databank.execute(_GEWOON):
        virtueel = " ".join(str(sql).split()).startswith("create virtual table")
        if virtueel and " using rtree" not in " ".join(str(sql).split()):
            raise BestandFout(
                "Het GeoPackage bevat een virtuele tabel; die kan naar andere bestanden verwijzen "
                "en wordt niet gelezen. Sla de laag in QGIS op als nieuw GeoPackage."
            )
        if soort == "table" and not virtueel:
            gewoon.add(str(naam))
    return frozenset(gewoon)


def _heeft_berekende_kolommen(databank: sqlite3.Connection, laag: str) -> bool:
    kolommen = databank.execute("SELECT hidden FROM pragma_table_xinfo(?)", (laag,))
    return any(verborgen for (verborgen,) in kolommen)


def _kies(lagen: list[str]) -> str:
    if not lagen:
        raise BestandFout("Het GeoPackage heeft geen laag met vormen. Sla een vectorlaag op.")
    if len(lagen) == 1:
        return lagen[0]
    gekozen = [laag for laag in lagen if laag.strip().lower() == LAAGNAAM]
    if len(gekozen) == 1:
        return gekozen[0]
    namen = eerste(aangehaald(lagen), _GETOOND)
    raise BestandFout(
        f"Het GeoPackage heeft {getal(len(lagen))} lagen: {namen}. Noem de laag met kandidaten "
        f"'{LAAGNAAM}', of sla alleen die laag op."
    )
