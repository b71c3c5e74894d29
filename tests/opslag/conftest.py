"""De opslag op elke database die er is: SQLite, en PostgreSQL met PostGIS waar dat kan."""

import itertools
import multiprocessing
import sqlite3

import pytest

from locatieplanner.opslag.database import verbind
from tests.diensten import postgis
from tests.opslag.wereld import NASLAG, maak_wereld

SOORTEN = ("sqlite", "postgis") if postgis.vind() else ("sqlite",)
_merken = itertools.count(1)


@pytest.fixture(scope="session")
def processen():
    """Processen die alles al geladen hebben: anders gaat alle tijd naar het laden."""
    kan = multiprocessing.get_all_start_methods()
    soort = multiprocessing.get_context("forkserver" if "forkserver" in kan else "spawn")
    if "forkserver" not in kan:
        return soort
    soort.set_forkserver_preload(["tests.opslag.schrijver"])
    return soort


@pytest.fixture(scope="session")
def cluster():
    """Een eigen PostgreSQL met een sjabloon waarin alle tabellen staan."""
    with postgis.cluster(postgis.vind(), vast=False) as dit:
        dit.sjabloon = dit.maak_database()
        with verbind(dit.adres(dit.sjabloon), NASLAG) as database:
            database.migreer()
        yield dit


@pytest.fixture(scope="session")
def sqlite_sjabloon(tmp_path_factory):
    """Een SQLite-bestand met alle tabellen."""
    pad = tmp_path_factory.mktemp("sjabloon") / "plannen.sqlite"
    with verbind(str(pad), NASLAG) as database:
        database.migreer()
    return pad


@pytest.fixture(scope="session", params=SOORTEN)
def soort(request):
    """Welke database."""
    return request.param


@pytest.fixture
def leeg_adres(soort, request, tmp_path):
    """Het adres van een database waar nog niets in staat."""
    if soort == "sqlite":
        yield str(tmp_path / "plannen.sqlite")
        return
    dit = request.getfixturevalue("cluster")
    naam = dit.maak_database()
    yield dit.adres(naam)
    dit.gooi_weg(naam)


@pytest.fixture
def eigen_adres(soort, request, tmp_path):
    """Het adres van een database met alle tabellen, voor deze test alleen."""
    if soort == "sqlite":
        pad = tmp_path / "plannen.sqlite"
        _kopieer(request.getfixturevalue("sqlite_sjabloon"), pad)
        yield str(pad)
        return
    dit = request.getfixturevalue("cluster")
    naam = dit.maak_database(dit.sjabloon)
    yield dit.adres(naam)
    dit.gooi_weg(naam)


@pytest.fixture(scope="session")
def database(soort, request, tmp_path_factory):
    """Een database die tests delen; elk werkt in een eigen project."""
    if soort == "sqlite":
        pad = tmp_path_factory.mktemp("gedeeld") / "plannen.sqlite"
        _kopieer(request.getfixturevalue("sqlite_sjabloon"), pad)
        adres = str(pad)
    else:
        dit = request.getfixturevalue("cluster")
        adres = dit.adres(dit.maak_database(dit.sjabloon))
    with verbind(adres, NASLAG) as geopend:
        yield geopend


@pytest.fixture
def eigen_database(eigen_adres):
    """Een database voor deze test alleen."""
    with verbind(eigen_adres, NASLAG) as geopend:
        yield geopend


@pytest.fixture
def wereld(database):
    """Een vers project met van elke rol iemand."""
    return maak_wereld(database, str(next(_merken)))


@pytest.fixture
def eigen_wereld(eigen_database):
    """Hetzelfde, in een database voor deze test alleen."""
    return maak_wereld(eigen_database, "eigen")


def _kopieer(van, naar):
    bron, doel = sqlite3.connect(van), sqlite3.connect(naar)
    bron.backup(doel)
    bron.close()
    doel.close()
