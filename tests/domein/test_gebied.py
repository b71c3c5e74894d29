import pyproj
import pytest

from locatieplanner.domein.gebied import PROVINCIES, RD, RD_OMVANG, WGS84, WGS84_OMVANG


def test_er_zijn_twaalf_provincies():
    assert len(set(PROVINCIES)) == 12


@pytest.mark.parametrize(
    ("lengte", "breedte"), [(4.9, 52.37), (6.13, 53.48), (5.7, 50.76), (3.4, 51.4), (7.2, 53.2)]
)
def test_nederland_valt_binnen_beide_omvangen(lengte, breedte):
    x, y = pyproj.Transformer.from_crs(WGS84, RD, always_xy=True).transform(lengte, breedte)
    assert WGS84_OMVANG[0] < lengte < WGS84_OMVANG[2]
    assert WGS84_OMVANG[1] < breedte < WGS84_OMVANG[3]
    assert RD_OMVANG[0] < x < RD_OMVANG[2]
    assert RD_OMVANG[1] < y < RD_OMVANG[3]


def test_graden_zijn_nooit_voor_rd_aan_te_zien():
    assert WGS84_OMVANG[3] < RD_OMVANG[1]
