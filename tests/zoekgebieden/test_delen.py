"""De delen op schijf: heel of niet, en alleen van dezelfde vraag."""

import io

import numpy as np
import pytest
import rasterio

from locatieplanner.zoekgebieden.blok import reken_blok
from locatieplanner.zoekgebieden.delen import Delenmap, reken_deel
from locatieplanner.zoekgebieden.grondslag import leg_grondslag
from locatieplanner.zoekgebieden.rooster import Rooster
from tests.zoekgebieden.proef import FLEX, aardam


@pytest.fixture(scope="module")
def grond(rijk):
    return leg_grondslag(rijk, FLEX, aardam(rijk))


@pytest.fixture(scope="module")
def venster():
    return Rooster().venster_om((102_400, 403_200, 104_000, 404_800))


def test_een_deel_is_een_geotiff_met_de_banden_van_het_blok(grond, venster):
    inhoud = reken_deel(grond, venster)
    assert inhoud == reken_deel(grond, venster)
    with rasterio.open(io.BytesIO(inhoud)) as bestand:
        assert np.array_equal(bestand.read(), reken_blok(grond, venster))
        assert bestand.bounds == venster.omvang


def test_een_deel_dat_er_is_wordt_herkend_en_een_half_deel_niet(grond, venster, tmp_path):
    delen = Delenmap.open(tmp_path / "uit.tif", grond, "vraag", 128)
    assert not delen.heeft(venster)
    inhoud = reken_deel(grond, venster)
    delen.bewaar(venster, inhoud)
    assert delen.heeft(venster)
    assert sorted(pad.name for pad in delen.map.iterdir()) == [
        "deel_1024_4048.tif",
        "vraag.json",
    ]
    for kapot in (inhoud[: len(inhoud) // 2], b"", inhoud[:-2000] + bytes(2000)):
        delen.pad(venster).write_bytes(kapot)
        assert not delen.heeft(venster)


def test_een_andere_vraag_begint_opnieuw(grond, venster, tmp_path):
    delen = Delenmap.open(tmp_path / "uit.tif", grond, "vraag", 128)
    delen.bewaar(venster, reken_deel(grond, venster))
    assert Delenmap.open(tmp_path / "uit.tif", grond, "vraag", 128).heeft(venster)
    assert not Delenmap.open(tmp_path / "uit.tif", grond, "vraag", 512).heeft(venster)
    delen = Delenmap.open(tmp_path / "uit.tif", grond, "vraag", 512)
    delen.bewaar(venster, reken_deel(grond, venster))
    assert not Delenmap.open(tmp_path / "uit.tif", grond, "andere vraag", 512).heeft(venster)


def test_een_map_zonder_delen_gaat_weg_en_een_met_delen_blijft(grond, venster, tmp_path):
    delen = Delenmap.open(tmp_path / "uit.tif", grond, "vraag", 128)
    delen.bewaar(venster, b"deel")
    delen.wis_als_leeg()
    assert delen.map.is_dir()
    delen.pad(venster).unlink()
    delen.wis_als_leeg()
    assert not delen.map.exists()
