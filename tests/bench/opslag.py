"""Een plan van 5.000 kandidaten openen en er één wijziging in bewaren, en een minuut drukte.

Ernaast de gangbare aanpak zonder database: het hele plan als GeoPackage lezen en schrijven.
"""

import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd

from locatieplanner.beoordeling.omgeving import lees_lagen
from locatieplanner.domein.gebruiker import PLAATSELIJK
from locatieplanner.opslag.bewaren import bewaar
from locatieplanner.opslag.database import Database, verbind
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import maak_plan
from locatieplanner.opslag.projecten import eerste_project
from tests.bench.gegevens import kandidaten
from tests.diensten import postgis
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.drukte import Wachttijden, drukte
from tests.opslag.wereld import NASLAG, met

AANTAL = 5_000
LEZERS, SCHRIJVERS, MINUUT_S = 50, 10, 60.0


@dataclass(frozen=True)
class Meting:
    """Seconden per keer openen en per keer bewaren."""

    openen: list[float]
    bewaren: list[float]


@contextmanager
def adressen(map_: Path) -> Iterator[dict[str, str]]:
    """Geef het adres van een lege database per soort; PostgreSQL alleen waar die er is."""
    soorten = {"SQLite": str(map_ / "plannen.sqlite")}
    programma = postgis.zorg_voor()
    if programma is None:
        yield soorten
        return
    with postgis.cluster(programma) as server:
        yield soorten | {"PostgreSQL": server.adres(server.maak_database())}


def meet_database(adres: str, keer: int) -> Meting:
    """Meet openen en bewaren in een database."""
    lagen = lees_lagen()
    tabel = kandidaten(AANTAL, lagen)
    naslag = Naslag(lagen.locatietypen, lagen.aandachtsgroepen, lambda: lagen.gemeenten)
    with verbind(adres, naslag) as database:
        database.migreer()
        plan = _maak(database, Planinhoud(tabel[naslag.kolommen]))
        openen = [_tijd(lambda: open_plan(database, PLAATSELIJK, plan)) for _ in range(keer)]
        versie, bewaren = open_plan(database, PLAATSELIJK, plan), []
        for nummer in range(keer):
            nieuw = met(versie.inhoud.kandidaten, versie.inhoud.kandidaten.index[nummer], naam="x")
            inhoud = replace(versie.inhoud, kandidaten=nieuw)
            begin = time.perf_counter()
            versie = bewaar(database, PLAATSELIJK, versie, inhoud)
            bewaren.append(time.perf_counter() - begin)
    return Meting(openen, bewaren)


def meet_geopackage(map_: Path, keer: int) -> Meting:
    """Meet het hele plan lezen en schrijven als GeoPackage."""
    pad = map_ / "plan.gpkg"
    tabel = kandidaten(AANTAL, lees_lagen()).reset_index()
    tabel.to_file(pad, driver="GPKG")
    openen = [_tijd(lambda: gpd.read_file(pad)) for _ in range(keer)]
    bewaren = [_tijd(lambda: tabel.to_file(pad, driver="GPKG")) for _ in range(keer)]
    return Meting(openen, bewaren)


def meet_drukte(adres: str) -> tuple[Wachttijden, int]:
    """Meet een minuut met vijftig lezers en tien schrijvers."""
    with verbind(adres, NASLAG) as database:
        database.migreer()
        plan = _maak(
            database, Planinhoud(maak_kandidaten(*(kandidaat(f"K{n}") for n in range(500))))
        )
    soort = multiprocessing.get_context("forkserver")
    soort.set_forkserver_preload(["tests.opslag.drukte"])
    tijden, bewaard, fouten = drukte(soort, adres, plan, LEZERS, SCHRIJVERS, MINUUT_S)
    if fouten:
        raise SystemExit(f"er ging iets mis: {fouten[0]}")
    return tijden, bewaard


def percentielen(waarden: list[float]) -> tuple[float, float, float]:
    """Geef p50, p95 en p99."""
    honderd = statistics.quantiles(waarden, n=100)
    return honderd[49], honderd[94], honderd[98]


def _maak(database: Database, inhoud: Planinhoud) -> str:
    project = eerste_project(database, PLAATSELIJK).id
    return maak_plan(database, PLAATSELIJK, project, "Meting", inhoud).kop.id


def _tijd(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin
