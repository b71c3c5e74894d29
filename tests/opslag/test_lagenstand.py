import pandas as pd
import pytest
import shapely

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import LaagFout
from locatieplanner.opslag.lagenstand import (
    INGEBOUWD,
    Laagstand,
    als_json,
    anders,
    lagenstand,
    uit_json,
)


def test_elk_ingebouwd_bestand_met_zijn_afdruk():
    stand = lagenstand()
    namen = {laag.laag for laag in stand}
    assert {"gemeenten.parquet", "parameters.toml", "capaciteitsdoelen.csv"} <= namen
    assert all(len(laag.sha256) == 64 and laag.gebied == INGEBOUWD for laag in stand)
    assert uit_json(als_json(stand)) == stand
    assert anders(stand, lagenstand(map_=lagenmap())) == ()


def test_wat_opgehaald_is_staat_erbij_met_zijn_gebied(tmp_path):
    cache = Lagencache(tmp_path / "cache")
    assert lagenstand(cache) == lagenstand()
    tabel = pd.DataFrame({"a": [1]})
    vlak = shapely.box(0, 0, 1, 1)
    oud = cache.bewaar("ses", HEEL_NEDERLAND, tabel, adres="x", licentie="y", dekking=vlak)
    toen = lagenstand(cache)
    assert Laagstand("ses", "Nederland", oud.sha256, oud.opgehaald) in toen
    cache.bewaar("ses", HEEL_NEDERLAND, tabel + 1, adres="x", licentie="y", dekking=vlak)
    nu = lagenstand(cache)
    assert anders(toen, nu) == ("de laag ses (Nederland) heeft een andere inhoud",)


def test_erbij_weg_en_anders_in_woorden():
    def stand(**lagen):
        return tuple(Laagstand(n, "Utrecht", s, d) for n, (s, d) in lagen.items())

    assert anders(
        stand(a=("1", "2026-01-01"), b=("1", "")), stand(a=("2", "2026-05-01"), c=("1", ""))
    ) == (
        "de laag a (Utrecht) heeft een andere inhoud (toen 2026-01-01, nu 2026-05-01)",
        "de laag b (Utrecht) is er niet meer",
        "de laag c (Utrecht) was er toen niet",
    )


def test_een_map_die_er_niet_is(tmp_path):
    with pytest.raises(LaagFout, match="Installeer"):
        lagenstand(map_=tmp_path / "weg")
