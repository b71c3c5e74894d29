"""Een echte MapServer (WFS 2.0) op loopback.

Gezocht wordt naar ``mapserv`` op het pad en waar Debian het neerzet; `zorg_voor` haalt het waar
dat mag met apt-get (pakket ``cgi-mapserver``). Zonder MapServer falen de tests; zij worden nooit
overgeslagen.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.debian import haal
from tests.diensten.gegevens import ONDERDEEL, schrijf_geopackage
from tests.diensten.loket import Antwoord, Loket, Reactie, Verzoek, loket

PAKKET = "cgi-mapserver"
AFGEKAPT = 2
"""Meer dan zoveel objecten geeft deze MapServer niet in één antwoord."""

_PLEKKEN = ("/usr/bin/mapserv", "/usr/lib/cgi-bin/mapserv")
_GEDULD_S = 30


def vind() -> str | None:
    """Geef het pad van ``mapserv``, of None."""
    genoemd = os.environ.get("MAPSERV")
    if genoemd:
        return shutil.which(genoemd)
    return shutil.which("mapserv") or next(filter(os.path.isfile, _PLEKKEN), None)


def zorg_voor() -> str:
    """Geef het pad van ``mapserv``; haal het zo nodig. Faalt met een duidelijke melding."""
    gevonden = vind()
    if not gevonden:
        haal("MapServer", PAKKET)
        gevonden = vind()
    if not gevonden:
        raise SystemExit(
            "Er is geen MapServer gevonden en er was er geen te halen. De tests van de WFS horen "
            f"erbij: installeer het Debian-pakket {PAKKET}, of laat MAPSERV naar mapserv wijzen."
        )
    return gevonden


@contextmanager
def mapserver(map_: Path, *, geojson: bool) -> Iterator[Loket]:
    """Zet MapServer met de vlakken achter een loket; met of zonder GeoJSON als uitvoer."""
    schrijf_geopackage(map_ / "vlakken.gpkg")
    (map_ / "mapserver.conf").write_text("CONFIG\n  ENV\n  END\nEND\n")
    with loket(lambda _: Reactie(status=503)) as ervoor:
        (map_ / "vlakken.map").write_text(_mapbestand(map_, ervoor.adres, geojson=geojson))
        ervoor.antwoord = cgi(zorg_voor(), map_)
        yield ervoor


def cgi(programma: str, map_: Path) -> Antwoord:
    """Beantwoord een verzoek door ``mapserv`` te draaien, zoals een webserver dat doet."""

    def antwoord(verzoek: Verzoek) -> Reactie:
        uitkomst = subprocess.run(
            [programma],
            env={
                "PATH": os.environ["PATH"],
                "REQUEST_METHOD": "GET",
                "QUERY_STRING": urlsplit(verzoek.pad).query,
                "MS_MAPFILE": str(map_ / "vlakken.map"),
                "MAPSERVER_CONFIG_FILE": str(map_ / "mapserver.conf"),
            },
            capture_output=True,
            check=True,
            timeout=_GEDULD_S,
        )
        koppen, _, inhoud = uitkomst.stdout.partition(b"\r\n\r\n")
        soort = next(
            regel.partition(b":")[2].strip().decode()
            for regel in koppen.split(b"\r\n")
            if regel.lower().startswith(b"content-type")
        )
        return Reactie(inhoud, soort=soort)

    return antwoord


def _mapbestand(map_: Path, adres: str, *, geojson: bool) -> str:
    uitvoer = '"wfs_getfeature_formatlist" "geojson"' if geojson else ""
    return f"""
MAP
  NAME "test"
  EXTENT 0 300000 300000 620000
  PROJECTION "init=epsg:28992" END
  OUTPUTFORMAT
    NAME "geojson"
    DRIVER "OGR/GEOJSON"
    MIMETYPE "application/json; subtype=geojson"
    FORMATOPTION "STORAGE=memory"
    FORMATOPTION "FORM=simple"
    FORMATOPTION "LCO:WRITE_BBOX=NO"
  END
  WEB
    METADATA
      "wfs_title" "test"
      "wfs_onlineresource" "{adres}/?"
      "wfs_srs" "EPSG:28992 EPSG:4326"
      "wfs_enable_request" "*"
      "wfs_maxfeatures" "{AFGEKAPT}"
      "wfs_namespace_prefix" "test"
      {uitvoer}
    END
  END
  LAYER
    NAME "{ONDERDEEL}"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "{map_}/vlakken.gpkg"
    DATA "{ONDERDEEL}"
    PROJECTION "init=epsg:28992" END
    METADATA
      "wfs_title" "{ONDERDEEL}"
      "wfs_srs" "EPSG:28992 EPSG:4326"
      "gml_featureid" "buurtcode"
      "gml_include_items" "all"
      "wfs_enable_request" "*"
    END
  END
END
"""


if __name__ == "__main__":
    sys.stdout.write(f"MapServer voor de tests: {zorg_voor()}\n")
