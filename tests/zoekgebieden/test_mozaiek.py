"""Van delen naar één bestand: elke cel op haar plek, in de vorm die de standaard vraagt."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import rasterio
from rio_cogeo.cogeo import cog_validate

from locatieplanner.zoekgebieden.banden import GEEN
from locatieplanner.zoekgebieden.blok import reken_blok
from locatieplanner.zoekgebieden.grondslag import leg_grondslag
from tests.zoekgebieden.proef import FLEX, aardam


def test_het_bestand_voldoet_aan_cloud_optimized_geotiff(raster_rijk):
    goed, fouten, waarschuwingen = cog_validate(raster_rijk.pad, strict=True, quiet=True)
    assert (goed, fouten, waarschuwingen) == (True, [], [])
    rio = subprocess.run(
        [Path(sys.executable).with_name("rio"), "cogeo", "validate", raster_rijk.pad],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "is a valid cloud optimized GeoTIFF" in rio.stdout


def test_gdal_leest_stelsel_geen_gegevens_eenheden_en_schaal(raster_rijk):
    with rasterio.open(raster_rijk.pad) as bestand:
        assert bestand.crs.to_epsg() == 28992
        assert set(bestand.nodatavals) == {GEEN}
        assert bestand.bounds == raster_rijk.venster.omvang
        assert bestand.res == (100, 100)
        beschreven = dict(zip(bestand.descriptions, bestand.units, strict=True))
        assert beschreven["totaal"] == beschreven["score_mix"] == "punten"
        assert beschreven["afstand_supermarkt_m"] == "m"
        assert beschreven["plaatsen_per_1000"] == "plaatsen per 1.000 inwoners"
        schaal = dict(zip(bestand.descriptions, bestand.scales, strict=True))
        assert (schaal["totaal"], schaal["toetsing"]) == (0.01, 1.0)
        assert bestand.tags()["capaciteit"] == "120 plaatsen"
        assert bestand.tags()["status"].startswith("geschat")
        assert "3 = uitgesloten" in bestand.tags(6)["omschrijving"]
        assert bestand.tags()["regels"].startswith("1 = Natura 2000: uitsluiting, erin")


def test_elke_cel_staat_op_haar_plek(rijk, raster_rijk):
    getallen = reken_blok(leg_grondslag(rijk, FLEX, aardam(rijk)), raster_rijk.venster)
    with rasterio.open(raster_rijk.pad) as bestand:
        assert np.array_equal(bestand.read(), getallen)
        midden = (104_050, 404_050)
        rij, kolom = bestand.index(*midden)
        assert raster_rijk.venster.middens().reshape(*bestand.shape, 2)[rij, kolom].tolist() == [
            *midden
        ]
