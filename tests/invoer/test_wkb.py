import struct

import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.invoer.wkb import is_veilig_wkb, vormen_uit_wkt

GEWOON = [
    "POINT (1 2)", "POINT Z (1 2 3)", "LINESTRING (0 0, 1 1)", "POLYGON ((0 0, 1 0, 1 1, 0 0))",
    "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
    "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 4, 6 4, 6 5, 5 4)), ((20 0, 21 0, 21 1, 20 0)))",
    "MULTIPOLYGON Z (((0 0 1, 9 0 1, 9 9 1, 0 0 1)))", "MULTIPOINT EMPTY",
    "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
]  # fmt: skip


@pytest.mark.parametrize("wkt", GEWOON)
@pytest.mark.parametrize("flavor", ["iso", "extended"])
@pytest.mark.parametrize("byte_order", [0, 1])
def test_gewone_vormen_zijn_veilig(wkt, flavor, byte_order):
    vorm = shapely.from_wkt(wkt)
    assert is_veilig_wkb([shapely.to_wkb(vorm, flavor=flavor, byte_order=byte_order), None])
    met_srid = shapely.to_wkb(shapely.set_srid(vorm, 28992), include_srid=True)
    assert is_veilig_wkb([met_srid])


@pytest.mark.parametrize("soort", [4, 5, 6, 7])
@pytest.mark.parametrize("diepte", [20, 100_000])
def test_diepe_nesting_wordt_geweigerd(soort, diepte):
    kern = b"\x01" + struct.pack("<Idd", 1, 1.0, 2.0)
    assert not is_veilig_wkb([(b"\x01" + struct.pack("<II", soort, 1)) * diepte + kern])


@pytest.mark.parametrize("bytes_", [b"", b"\x01", b"\x01\x06\x00\x00\x00", b"\x01\xff\x00\x00\x00"])
def test_afgekapt_of_onbekend_wordt_geweigerd(bytes_):
    assert not is_veilig_wkb([bytes_])


@given(st.binary(max_size=60))
def test_willekeurige_bytes_geven_een_antwoord(bytes_):
    if is_veilig_wkb([bytes_]):
        shapely.from_wkb(bytes_, on_invalid="ignore")


def test_wkt_leest_punten_lijnen_en_vlakken():
    tekst = pd.Series(["POINT (1 2)", "", "multipolygon (((0 0, 1 0, 1 1, 0 0)))", "onzin",
                       "GEOMETRYCOLLECTION (POINT (1 2))", "POINT (a b)"], dtype="str")  # fmt: skip
    vormen, onleesbaar = vormen_uit_wkt(tekst)
    assert [vorm is None for vorm in vormen] == [False, True, False, True, True, True]
    assert onleesbaar.tolist() == [False, False, False, True, True, True]


def test_diep_geneste_wkt_bereikt_geos_niet():
    diep = "GEOMETRYCOLLECTION(" * 100_000 + "POINT(1 1)" + ")" * 100_000
    assert vormen_uit_wkt(pd.Series([diep]))[1].all()
