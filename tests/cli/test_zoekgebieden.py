"""``locatieplanner zoekgebieden``: raster, gebieden en meldingen."""

import json
import os
import signal
import subprocess
import sys
import time

import geopandas as gpd
import numpy as np
import rasterio

from locatieplanner.zoekgebieden.zoekraster import lees_zoekraster
from tests.zoekgebieden.proef import schrijf_tif


def test_een_gemeente_als_raster_en_als_gebieden(voer_uit, tmp_path):
    tif, gpkg = tmp_path / "a.tif", tmp_path / "a.gpkg"
    uit = voer_uit(
        "zoekgebieden", "--gemeente", "Amersfoort", "--capaciteit", "80", "--drempel", "55",
        "--uitvoer", tif, "--gebieden", gpkg,
    )  # fmt: skip
    assert uit.exit_code == 0, uit.output
    assert "Amersfoort (gemeente)" in uit.stdout
    assert "Nergens getoetst: Natura 2000" in uit.stdout
    raster = lees_zoekraster(tif)
    assert raster.venster.rooster.cel_m == 100
    gebieden = gpd.read_file(gpkg, layer="beoordeling")
    assert set(gebieden["gemeente"]) == {"Amersfoort"}
    assert (gebieden["score_totaal"] >= 55).all()
    assert "Zoekgebied 1, Amersfoort" in uit.stdout


def test_json_en_een_eigen_raster(voer_uit, tmp_path):
    tif = tmp_path / "a.tif"
    water = np.zeros((400, 400), np.uint8)
    water[:, :200] = 1
    pad = schrijf_tif(tmp_path / "water.tif", water, hoek=(145_000, 473_000))
    uit = voer_uit(
        "zoekgebieden", "--gemeente", "amersfoort", "--type", "gemengd",
        "--mix", "statushouders=40;regulier=60", "--raster", pad, "--gebruik", "uitsluiting",
        "--eenheid", "ja/nee", "--uitvoer", tif, "--json",
    )  # fmt: skip
    assert uit.exit_code == 0, uit.output
    inhoud = json.loads(uit.stdout)
    assert inhoud["regels"] == ["water: uitsluiting"]
    assert all(gebied["score_mix"] is not None for gebied in inhoud["gebieden"])
    assert all(gebied["x"] > 155_000 for gebied in inhoud["gebieden"])
    with rasterio.open(tif) as bestand:
        assert 3 in bestand.read(6)


def test_niets_boven_de_drempel_zegt_wat_te_doen(voer_uit, tmp_path):
    uit = voer_uit(
        "zoekgebieden", "--gemeente", "GM0339", "--drempel", "100", "--uitvoer", tmp_path / "a.tif"
    )
    assert uit.exit_code == 0
    assert "Geen zoekgebied" in uit.stdout
    assert "Verlaag --drempel" in uit.stdout


def test_wat_vooraf_fout_is_wordt_vooraf_gezegd(voer_uit, tmp_path):
    tif = tmp_path / "a.tif"
    for opties, zin in (
        (("--uitvoer", tif), "een van --gemeente"),
        (("--uitvoer", tmp_path / "a.png", "--nederland"), "geen GeoTIFF"),
        (("--uitvoer", tif, "--nederland", "--resolutie", "50"), "resolutie van 100, 25, 10"),
        (("--uitvoer", tif, "--gemeente", "Amersfort"), "Bedoelt u Amersfoort"),
        (("--uitvoer", tif, "--nederland", "--gebieden", "x.doc"), "Uitvoer als 'doc' kan niet"),
        (("--uitvoer", tif, "--gemeente", "GM0339", "--cluster", "hier"), "adres van een cluster"),
        (("--uitvoer", tif, "--gemeente", "GM0339", "--type", "kasteel"), "geen locatietype"),
    ):
        uit = voer_uit("zoekgebieden", *opties)
        assert uit.exit_code == 1, uit.output
        assert zin in uit.stderr
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_stopt_netjes_en_laat_het_oude_bestand_staan(tmp_path):
    tif = tmp_path / "nl.tif"
    tif.write_bytes(b"oud")
    with subprocess.Popen(
        [
            sys.executable, "-m", "locatieplanner", "zoekgebieden", "--provincie", "Gelderland",
            "--resolutie", "25", "--parameter", "zoekgebieden.blok_cellen=128", "--uitvoer", tif,
        ],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
    ) as proces:  # fmt: skip
        delen = tmp_path / ".nl.tif.delen"
        while not list(delen.glob("deel_*.tif")) and proces.poll() is None:
            time.sleep(0.05)
        # Naar de hele groep, zoals een terminal doet.
        os.killpg(proces.pid, signal.SIGINT)
        _, gemeld = proces.communicate(timeout=60)
    assert proces.returncode == 1
    assert "Afgebroken." in gemeld
    assert "herhaal de opdracht om verder te gaan" in gemeld
    assert "Traceback" not in gemeld
    assert tif.read_bytes() == b"oud"
    assert list(delen.glob("deel_*.tif"))
