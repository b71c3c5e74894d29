import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from shapely.geometry import Point

from locatieplanner.netwerk.netwerkafstand import Netwerkafstand
from locatieplanner.netwerk.route import route
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import helsinki, netten, punten, raster, straat

STRAAT = bouw(straat(), "lopen")


def test_de_lijn_gaat_van_de_plek_over_straat_naar_de_andere_plek():
    gevonden = route(STRAAT, Point(150, 30), Point(320, -20), 500.0)
    assert list(gevonden.lijn.coords) == [
        (150, 30), (150, 0), (200, 0), (300, 0), (320, 0), (320, -20),
    ]  # fmt: skip
    assert gevonden.afstand_m == 30 + 170 + 20


def test_om_een_blok_heen_gaat_de_lijn_langs_de_hoeken():
    net = bouw(raster(2, 2, 200.0), "lopen")
    gevonden = route(net, Point(50, 0), Point(50, 200), 500.0)
    assert list(gevonden.lijn.coords) == [(50, 0), (0, 0), (0, 200), (50, 200)]


def test_aan_hetzelfde_wegvak_is_het_een_rechte_lijn():
    gevonden = route(STRAAT, Point(110, 0), Point(190, 0), 500.0)
    assert list(gevonden.lijn.coords) == [(110, 0), (190, 0)]
    assert gevonden.afstand_m == pytest.approx(80, abs=0.001)


def test_van_een_plek_naar_zichzelf_is_de_afstand_nul():
    gevonden = route(STRAAT, Point(100, 0), Point(100, 0), 500.0)
    assert (gevonden.afstand_m, gevonden.lijn.length) == (0, 0)


def test_zonder_weg_of_te_ver_van_een_straat_is_er_geen_route():
    net = bouw(pd.concat([straat(), straat(y=5000.0, eerste_id=100)]), "lopen", kleinste_deel=5)
    assert route(net, Point(0, 0), Point(0, 5000), 500.0) is None
    assert route(net, Point(0, 0), Point(0, 900), 500.0) is None


@given(netten(), punten(min_size=2, max_size=2))
def test_de_afstand_is_die_van_de_afstandsmeter(net, plekken):
    gemeten = Netwerkafstand(net, 100.0).dichtstbij(plekken[:1], plekken[1:], 0.0).afstand_m[0]
    gevonden = route(net, Point(plekken[0]), Point(plekken[1]), 100.0)
    assert (gevonden is None) == bool(np.isnan(gemeten))
    if gevonden is not None:
        assert gevonden.afstand_m == gemeten
        assert gevonden.lijn.length <= gevonden.afstand_m + 0.001
        assert [gevonden.lijn.coords[0], gevonden.lijn.coords[-1]] == [*map(tuple, plekken)]


def test_in_helsinki_is_de_lijn_even_lang_als_de_afstand():
    net = bouw(helsinki(), "lopen")
    toeval = np.random.default_rng(12)
    meter = Netwerkafstand(net, 500.0)
    for van, naar in toeval.choice(net.knopen, (40, 2)) + toeval.uniform(-30, 30, (40, 2, 2)):
        gevonden = route(net, Point(van), Point(naar), 500.0)
        gemeten = meter.dichtstbij(van[np.newaxis], naar[np.newaxis], 0.0)
        assert gevonden.afstand_m == gemeten.afstand_m[0]
        assert gevonden.lijn.length == pytest.approx(gevonden.afstand_m, abs=0.1)
