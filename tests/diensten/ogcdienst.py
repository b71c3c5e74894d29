"""Een echte pygeoapi op loopback, ingericht zoals PDOK: een GeoPackage in RD, en RD of graden op
verzoek.

Zij staat achter een loket: dat telt de verzoeken, en een test kan het laten haperen.
"""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.diensten import spatialite
from tests.diensten.gegevens import ONDERDEEL, schrijf_geopackage
from tests.diensten.loket import Loket, Reactie, doorgeven, loket
from tests.server import WORTEL, vrije_poort

RD_ADRES = "http://www.opengis.net/def/crs/EPSG/0/28992"
CRS84_ADRES = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

ZONDER_RD = "buurten_in_graden"
"""Dezelfde vlakken, zonder RD in het aanbod."""

_OPSTARTEN_S = 60.0
_START = """
import sys
from tests.diensten.spatialite import sqlite
sys.modules["sqlite3"] = sqlite()
from pygeoapi.flask_app import APP
APP.run("127.0.0.1", {poort}, threaded=True)
"""


@contextmanager
def pygeoapi(map_: Path) -> Iterator[Loket]:
    """Start pygeoapi met de vlakken, en geef het loket ervoor."""
    gegevens = map_ / "vlakken.gpkg"
    schrijf_geopackage(gegevens)
    poort = vrije_poort()
    with loket(lambda _: Reactie(status=503)) as ervoor:
        _schrijf_inrichting(map_, ervoor.adres, gegevens)
        with (map_ / "pygeoapi.log").open("w") as log:
            proces = subprocess.Popen(
                [sys.executable, "-c", _START.format(poort=poort)],
                cwd=WORTEL,
                env={
                    **os.environ,
                    "PYGEOAPI_CONFIG": str(map_ / "inrichting.json"),
                    "PYGEOAPI_OPENAPI": str(map_ / "openapi.json"),
                    spatialite.VARIABELE: spatialite.zorg_voor(),
                },
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            _wacht_op(f"http://127.0.0.1:{poort}/conformance", proces, map_ / "pygeoapi.log")
            ervoor.antwoord = doorgeven(f"http://127.0.0.1:{poort}")
            yield ervoor
        finally:
            proces.terminate()
            proces.wait(timeout=30)


def _schrijf_inrichting(map_: Path, adres: str, gegevens: Path) -> None:
    """Schrijf de inrichting (JSON is ook YAML) en een leeg OpenAPI-document."""
    inrichting = {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 0},
            "url": adres,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["nl-NL"],
            "limits": {"default_items": 10, "max_items": 1000},
            "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": "test",
                "description": "test",
                "keywords": ["test"],
                "keywords_type": "theme",
                "terms_of_service": "",
                "url": adres,
            },
            "license": {"name": "CC0", "url": ""},
            "provider": {"name": "test", "url": adres},
            "contact": {"name": "test"},
        },
        "resources": {
            ONDERDEEL: _collectie(gegevens, [RD_ADRES, CRS84_ADRES]),
            ZONDER_RD: _collectie(gegevens, [CRS84_ADRES]),
        },
    }
    (map_ / "inrichting.json").write_text(json.dumps(inrichting))
    (map_ / "openapi.json").write_text('{"openapi": "3.0.2", "info": {}, "paths": {}}')


def _collectie(gegevens: Path, stelsels: list[str]) -> dict[str, object]:
    return {
        "type": "collection",
        "title": "test",
        "description": "test",
        "keywords": ["test"],
        "links": [],
        "extents": {"spatial": {"bbox": [3.2, 50.7, 7.3, 53.7], "crs": CRS84_ADRES}},
        "providers": [
            {
                "type": "feature",
                "name": "SQLiteGPKG",
                "data": str(gegevens),
                "table": ONDERDEEL,
                "id_field": "fid",
                "crs": stelsels,
                "storage_crs": RD_ADRES,
            }
        ],
    }


def _wacht_op(adres: str, proces: subprocess.Popen[bytes], log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    einde = time.monotonic() + _OPSTARTEN_S
    while time.monotonic() < einde and proces.poll() is None:
        try:
            with opener.open(adres, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"pygeoapi startte niet:\n{log.read_text()}")
