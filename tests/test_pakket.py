"""Het pakket: een wiel dat alles meeneemt, en vastgezette versies zonder adres."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def inhoud_van_het_wiel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    map_ = tmp_path_factory.mktemp("wiel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(map_)],
        cwd=WORTEL,
        check=True,
        capture_output=True,
    )
    (wiel,) = map_.glob("*.whl")
    with zipfile.ZipFile(wiel) as archief:
        return set(archief.namelist())


def test_het_wiel_draagt_alle_lagen(inhoud_van_het_wiel: set[str]) -> None:
    catalogus = tomllib.loads((WORTEL / "lagen/catalogus.toml").read_text(encoding="utf-8"))
    bestanden = {
        f"locatieplanner/lagen/{bestand}"
        for bestand in re.findall(r'^bestand = "(.+)"$', _tekst("lagen/catalogus.toml"), re.M)
    }
    assert len(bestanden) >= 12
    assert catalogus
    assert bestanden <= inhoud_van_het_wiel


def test_het_wiel_draagt_het_scherm(inhoud_van_het_wiel: set[str]) -> None:
    eigen = {
        pad.relative_to(WORTEL).as_posix()
        for soort in ("*.py", "*.js", "*.css", "*.svg")
        for pad in (WORTEL / "locatieplanner").rglob(soort)
    }
    assert eigen <= inhoud_van_het_wiel
    assert {"locatieplanner/app.py", "locatieplanner/streamlit.toml"} <= inhoud_van_het_wiel


def test_versies_staan_vast_zonder_adres() -> None:
    regels = _tekst("versies.txt").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", regel) for regel in regels)


def test_elke_afhankelijkheid_staat_vast() -> None:
    project = tomllib.loads(_tekst("pyproject.toml"))
    gevraagd = [*project["project"]["dependencies"]]
    for groep in project["dependency-groups"].values():
        gevraagd += groep
    vast = {_naam(regel) for regel in _tekst("versies.txt").splitlines()}
    assert {_naam(regel) for regel in gevraagd} <= vast
    assert {"geopandas", "shapely", "rasterio", "streamlit", "folium", "osmnx"} <= vast


def test_er_gaat_geen_gebruiksinformatie_weg() -> None:
    instellingen = tomllib.loads(_tekst(".streamlit/config.toml"))
    assert instellingen["browser"]["gatherUsageStats"] is False
    assert instellingen["server"]["address"] == "127.0.0.1"


def _tekst(pad: str) -> str:
    return (WORTEL / pad).read_text(encoding="utf-8")


def _naam(regel: str) -> str:
    return re.match(r"[A-Za-z0-9._-]+", regel).group().lower().replace("_", "-")
