import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given

from locatieplanner.netwerk.aanhechting import hecht_aan, langs_wegvak_m
from locatieplanner.netwerk.maat import EENHEID_M
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import netten, punten, raster, straat, straten

LANG = bouw(straten({1: (0.0, 0.0), 2: (1000.0, 0.0)}, [(1, 2)]), "lopen")


def test_een_plek_zit_vast_op_het_dichtstbijzijnde_punt_van_het_wegvak():
    vast = hecht_aan(LANG, np.array([[300.0, 40.0]]), 500.0)
    assert vast.wegvak.tolist() == [0]
    assert vast.deel.tolist() == pytest.approx([0.3])
    assert vast.toegang_m.tolist() == [40]
    assert vast.benen_m.tolist() == [[340, 740]]


def test_voorbij_het_einde_zit_een_plek_aan_het_einde():
    vast = hecht_aan(LANG, np.array([[1030.0, 40.0], [-30.0, -40.0]]), 500.0)
    assert vast.deel.tolist() == [1, 0]
    assert vast.toegang_m.tolist() == [50, 50]


@pytest.mark.parametrize(("verst_m", "zit_vast"), [(39.9, False), (40.0, True)])
def test_verder_dan_het_verste_zit_een_plek_niet_vast(verst_m, zit_vast):
    vast = hecht_aan(LANG, np.array([[300.0, 40.0]]), verst_m)
    assert vast.vast.tolist() == [zit_vast]
    assert np.isfinite(vast.benen_m).all() == zit_vast


def test_een_plek_zonder_ligging_zit_nergens_aan_vast():
    vast = hecht_aan(LANG, np.array([[np.nan, 0.0], [np.inf, 0.0], [10.0, 0.0]]), 500.0)
    assert vast.vast.tolist() == [False, False, True]


def test_aan_een_leeg_net_zit_niets_vast():
    leeg = bouw(straat().assign(lopen=False), "lopen")
    vast = hecht_aan(leeg, np.array([[0.0, 0.0]]), np.inf)
    assert vast.vast.tolist() == [False]
    assert vast.knopen.tolist() == [[-1, -1]]


def test_zonder_plekken_is_het_antwoord_leeg():
    assert hecht_aan(LANG, np.empty((0, 2)), 500.0).benen_m.shape == (0, 2)


def _lijnen(net):
    return shapely.linestrings(np.stack([net.knopen[net.van], net.knopen[net.naar]], axis=1))


@given(netten(), punten())
def test_geen_wegvak_ligt_dichterbij(net, plekken):
    vast = hecht_aan(net, plekken, np.inf)
    if len(net.van) == 0:
        assert not vast.vast.any()
        return
    afstand_m = shapely.distance(shapely.points(plekken)[:, None], _lijnen(net))
    assert vast.vast.all()
    np.testing.assert_allclose(vast.toegang_m, afstand_m.min(axis=1), atol=EENHEID_M)
    eigen = afstand_m[np.arange(len(plekken)), vast.wegvak]
    np.testing.assert_allclose(eigen, afstand_m.min(axis=1), atol=1e-9)


def test_ook_ver_weg_en_in_een_groot_gat_is_het_het_dichtstbijzijnde():
    # Twee wijken, 5 km uiteen: om een plek ertussen moet ver gezocht worden.
    wijken = [raster(8, 8, zaad=1), raster(8, 8, zaad=2)]
    wijken[1][["x_van", "x_naar"]] += 5_000.0
    wijken[1][["van", "naar"]] += 1000
    net = bouw(pd.concat(wijken), "lopen", kleinste_deel=2)
    toeval = np.random.default_rng(5)
    plekken = toeval.uniform([-3_000, -3_000], [9_000, 4_000], (150, 2))
    vast = hecht_aan(net, plekken, np.inf)
    afstand_m = shapely.distance(shapely.points(plekken)[:, None], _lijnen(net)).min(axis=1)
    np.testing.assert_allclose(vast.toegang_m, afstand_m, atol=EENHEID_M)
    binnen = hecht_aan(net, plekken, 1_500.0).vast
    assert (binnen == (afstand_m <= 1_500)).all()
    assert 0 < binnen.sum() < len(plekken)


def test_van_twee_plekken_aan_een_wegvak_telt_het_stuk_ertussen():
    een = hecht_aan(LANG, np.array([[300.0, 40.0]]), 500.0)
    ander = hecht_aan(LANG, np.array([[800.0, -10.0]]), 500.0)
    assert langs_wegvak_m(LANG, een, ander).tolist() == [40 + 500 + 10]
