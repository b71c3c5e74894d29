"""Het kenmerk van een vraag: gelijk bij dezelfde vraag, anders zodra er iets verandert."""

from dataclasses import replace

import numpy as np
import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.zoekgebieden.grondslag import leg_grondslag
from locatieplanner.zoekgebieden.instelling import EigenRaster
from locatieplanner.zoekgebieden.kenmerk import kenmerk
from locatieplanner.zoekgebieden.rooster import Rooster
from tests.zoekgebieden.proef import FLEX, aardam, rijke_omgeving, schrijf_tif

VENSTER = Rooster().venster_om((100_000, 400_000, 110_000, 410_000))


def test_dezelfde_vraag_opnieuw_opgebouwd_heeft_hetzelfde_kenmerk(rijk):
    ander = rijke_omgeving()
    assert kenmerk(leg_grondslag(ander, FLEX, aardam(ander)), VENSTER) == kenmerk(
        leg_grondslag(rijk, FLEX, aardam(rijk)), VENSTER
    )


@pytest.mark.parametrize(
    "anders",
    [
        {"capaciteit": 121},
        {"type": "gemengd", "aandelen": {"statushouders": 0.5, "regulier": 0.5}},
        {"gewichten": Gewichten(1, 2, 3, 4)},
    ],
)
def test_een_andere_instelling_is_een_andere_vraag(rijk, anders):
    gewoon = kenmerk(leg_grondslag(rijk, FLEX, aardam(rijk)), VENSTER)
    assert kenmerk(leg_grondslag(rijk, replace(FLEX, **anders), aardam(rijk)), VENSTER) != gewoon


def test_een_andere_laag_parameter_of_plaats_is_een_andere_vraag(rijk):
    grond = leg_grondslag(rijk, FLEX, aardam(rijk))
    gewoon = kenmerk(grond, VENSTER)
    parameters = rijk.parameters.met({"nabijheid.supermarkt_halvering_m": 950})
    winkels = {**rijk.voorzieningen, "supermarkt": rijk.voorzieningen["supermarkt"][1:]}
    ander_raster = replace(rijk.inwonerraster, inwoners=rijk.inwonerraster.inwoners + np.float32(1))
    for anders in (
        {"parameters": parameters},
        {"voorzieningen": winkels},
        {"inwonerraster": ander_raster},
        {"toetslagen": ()},
    ):
        assert (
            kenmerk(leg_grondslag(replace(rijk, **anders), FLEX, aardam(rijk)), VENSTER) != gewoon
        )
    assert kenmerk(grond, replace(VENSTER, top=VENSTER.top + 16)) != gewoon


def test_een_ander_bestand_op_hetzelfde_pad_is_een_andere_vraag(rijk, tmp_path):
    kenmerken = set()
    for waarde in (1, 2):
        pad = schrijf_tif(tmp_path / "r.tif", np.full((20, 20), waarde, np.uint8))
        raster = EigenRaster(pad, "r", "uitsluiting", "ja/nee")
        grond = leg_grondslag(rijk, replace(FLEX, rasters=(raster,)), aardam(rijk))
        kenmerken.add(kenmerk(grond, VENSTER))
    assert len(kenmerken) == 2
