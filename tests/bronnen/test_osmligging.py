import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import Point, box

from locatieplanner.bronnen.osmligging import binnen, dekking, naar_rd
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD, WGS84, Gebied


def raster(x_min, y_min, x_max, y_max, stap=500.0):
    x, y = np.meshgrid(np.arange(x_min, x_max, stap), np.arange(y_min, y_max, stap))
    return x.ravel(), y.ravel()


def test_naar_rd_is_gelijk_aan_geopandas():
    graden = [(4.9, 52.37), (5.3872, 52.1552), (6.57, 53.22)]
    verwacht = gpd.GeoSeries([Point(*punt) for punt in graden], crs=WGS84).to_crs(RD)
    x, y = naar_rd(*np.array(graden).T)
    np.testing.assert_allclose(x, verwacht.x)
    np.testing.assert_allclose(y, verwacht.y)


def test_naar_rd_uit_een_ander_stelsel():
    x, y = naar_rd(np.array([155_000.0]), np.array([463_000.0]), RD)
    assert (x[0], y[0]) == (155_000.0, 463_000.0)


def test_een_knoop_zonder_ligging_ligt_buiten_alles():
    x, y = naar_rd(np.array([214.7483647]), np.array([214.7483647]))
    assert not binnen(x, y, HEEL_NEDERLAND.omvang()).any()


def test_binnen_is_met_de_rand():
    x = np.array([0.0, 10.0, 10.1, 5.0, np.inf])
    y = np.array([0.0, 10.0, 5.0, -0.1, 5.0])
    assert binnen(x, y, (0.0, 0.0, 10.0, 10.0)).tolist() == [True, True, False, False, False]


def test_dekking_is_de_cellen_met_straten():
    vlak = dekking(*raster(150_000, 460_000, 153_000, 462_000), None, HEEL_NEDERLAND)
    assert vlak.equals(box(150_000, 460_000, 153_000, 462_000))


def test_een_akker_telt_mee_en_een_groot_meer_niet():
    x, y = raster(150_000, 460_000, 180_000, 480_000)
    akker = (np.abs(x - 155_500) < 1_500) & (np.abs(y - 465_500) < 1_500)
    meer = (np.abs(x - 170_000) < 5_000) & (np.abs(y - 470_000) < 5_000)
    vlak = dekking(x[~akker & ~meer], y[~akker & ~meer], None, HEEL_NEDERLAND)
    assert vlak.contains(box(154_000, 464_000, 157_000, 467_000))
    assert not vlak.intersects(box(167_000, 467_000, 174_000, 474_000))


def test_twee_steden_ver_uiteen_zijn_twee_vlakken():
    hier, daar = raster(110_000, 440_000, 112_000, 442_000), raster(2e5, 5e5, 202_000, 502_000)
    vlak = dekking(*np.hstack([hier, daar]), None, HEEL_NEDERLAND)
    assert vlak.geom_type == "MultiPolygon"
    assert vlak.area == pytest.approx(8e6)


def test_dekking_blijft_binnen_kader_en_gebied():
    x, y = raster(150_000, 460_000, 160_000, 470_000)
    gebied = Gebied("proef", "proef", box(152_000, 455_000, 165_000, 466_000))
    vlak = dekking(x, y, None, gebied)
    assert vlak.equals(box(152_000, 460_000, 160_000, 466_000))
    hoeken = gpd.GeoSeries([box(151_000, 461_000, 155_000, 465_000)], crs=RD).to_crs(WGS84)
    smal = dekking(x, y, tuple(hoeken.total_bounds), gebied)
    assert smal.bounds == pytest.approx((152_000, 461_000, 155_000, 465_000), abs=60)


def test_zonder_straten_in_het_gebied_is_de_dekking_leeg():
    gebied = Gebied("proef", "proef", box(10_000, 400_000, 20_000, 410_000))
    assert dekking(*raster(150_000, 460_000, 151_000, 461_000), None, gebied).is_empty
    assert dekking(np.empty(0), np.empty(0), None, gebied).is_empty
    assert dekking(np.array([np.inf]), np.array([np.inf]), None, HEEL_NEDERLAND).is_empty
