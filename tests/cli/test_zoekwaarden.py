"""Wat iemand typt: gebied, aandelen en rasters, met een zin die zegt hoe het wel moet."""

from pathlib import Path

import pytest

from locatieplanner.cli.zoekwaarden import lees_aandelen, lees_rasters, lees_zoekgebied
from locatieplanner.fouten import GebiedFout, InvoerFout
from locatieplanner.zoekgebieden.instelling import EigenRaster


def test_precies_een_gebied(omgeving):
    gemeenten = omgeving.gemeenten
    assert lees_zoekgebied("aardam", None, False, gemeenten).codes == ("GM0001",)
    assert lees_zoekgebied(None, "utrecht", False, gemeenten).codes == ("GM0001", "GM0002")
    assert len(lees_zoekgebied(None, None, True, gemeenten).codes) == 6
    for keuze in ((None, None, False), ("aardam", None, True), ("aardam", "utrecht", False)):
        with pytest.raises(InvoerFout, match="een van --gemeente NAAM, --provincie NAAM"):
            lees_zoekgebied(*keuze, gemeenten)
    with pytest.raises(GebiedFout, match="Bedoelt u Aardam"):
        lees_zoekgebied("ardam", None, False, gemeenten)


def test_aandelen_in_procenten():
    assert lees_aandelen("statushouders=40; regulier = 59,5 %;") == {
        "statushouders": 0.4,
        "regulier": 0.595,
    }
    for tekst in ("statushouders", "regulier=1;regulier=2", "regulier=veel"):
        with pytest.raises(InvoerFout):
            lees_aandelen(tekst)


def test_rasters_met_hun_gebruik_en_eenheid():
    rasters = lees_rasters(
        [Path("a/geluid.tif"), Path("water.tif")],
        ["criterium", "uitsluiting"],
        ["dB", "ja/nee"],
        ["45:100;65,5:0"],
        [20.0],
    )
    assert rasters == (
        EigenRaster(
            Path("a/geluid.tif"), "geluid", "criterium", "dB", ((45.0, 100.0), (65.5, 0.0)), 20.0
        ),
        EigenRaster(Path("water.tif"), "water", "uitsluiting", "ja/nee"),
    )
    assert lees_rasters((), (), (), (), ()) == ()


@pytest.mark.parametrize(
    ("gegeven", "zin"),
    [
        (([Path("a.tif")], [], ["dB"], [], []), "bij elke --raster"),
        (([Path("a.tif")], ["criterium"], ["dB"], [], []), "--waarden en --rastergewicht"),
        (([Path("a.tif")], ["uitsluiting"], ["dB"], ["1:2;2:3"], [1.0]), "en anders niet"),
        (([Path("a.tif")], ["criterium"], ["dB"], ["45-100"], [1.0]), "geen knikpunten"),
        (([Path("a.tif")], ["criterium"], ["dB"], ["x:100"], [1.0]), "geen getal"),
        (
            ([Path("a.tif"), Path("b/a.tif")], ["uitsluiting"] * 2, ["m"] * 2, [], []),
            "heten hetzelfde",
        ),
    ],
)
def test_opties_die_niet_bij_elkaar_passen(gegeven, zin):
    with pytest.raises(InvoerFout, match=zin):
        lees_rasters(*gegeven)
