import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse.csgraph import dijkstra

from locatieplanner.netwerk.aanhechting import hecht_aan
from locatieplanner.netwerk.deelnet import eerste_ruimte_m, snij_uit
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import raster

NET = bouw(raster(40, 40, zaad=3, weg=0.1), "lopen")
HEEL = dijkstra(NET.matrix, indices=np.arange(0, 1600, 50) % len(NET.knopen))


@given(st.integers(0, 31), st.floats(0, 1500))
def test_binnen_de_ruimte_zijn_de_afstanden_die_van_het_hele_net(rij, ruimte_m):
    begin = 50 * rij % len(NET.knopen)
    deel = snij_uit(NET, NET.knopen[[begin]], ruimte_m)
    eigen = int(deel.plaats_van(np.array([begin]))[0])
    matrix = deel.met_bronnen(np.empty((0, 2), dtype=np.int64), np.empty((0, 2)))
    afstand_m = np.full(len(NET.knopen), np.inf)
    afstand_m[deel.knoop(np.arange(deel.aantal))] = dijkstra(matrix, indices=eigen)
    dichtbij = HEEL[rij] <= ruimte_m
    assert (afstand_m[dichtbij] == HEEL[rij][dichtbij]).all()
    assert (afstand_m >= HEEL[rij]).all()


def test_een_klein_deel_heeft_weinig_knopen_en_een_groot_is_het_hele_net():
    klein, groot = (snij_uit(NET, NET.knopen[:1], ruimte_m) for ruimte_m in (100.0, 1e9))
    assert 0 < klein.aantal < len(NET.knopen) / 2
    assert not klein.heel
    assert groot.heel
    assert np.shares_memory(groot.data, NET.data)


def test_nummers_gaan_heen_en_terug():
    deel = snij_uit(NET, NET.knopen[:1], 500.0)
    plaatsen = np.arange(deel.aantal)
    assert (deel.plaats_van(deel.knoop(plaatsen)) == plaatsen).all()
    buiten = np.setdiff1d(np.arange(len(NET.knopen)), deel.knoop(plaatsen))
    assert (deel.plaats_van(buiten) == -1).all()


def test_buiten_het_net_is_het_deel_leeg_of_van_de_rand():
    deel = snij_uit(NET, np.array([[1e6, 1e6]]), 10.0)
    assert deel.aantal < len(NET.knopen)


def test_wat_buiten_het_deel_of_los_ligt_is_oneindig_ver():
    deel = snij_uit(NET, NET.knopen[:1], 100.0)
    plekken = hecht_aan(NET, np.array([NET.knopen[0], NET.knopen[-1], [np.nan, 0.0]]), 50.0)
    _, benen_m = deel.aansluiting(plekken)
    assert np.isfinite(benen_m).any(axis=1).tolist() == [True, False, False]


def test_de_eerste_uitsnede_is_ruimer_dan_de_rechte_lijn():
    assert eerste_ruimte_m(0.0) > 0
    assert eerste_ruimte_m(10_000.0) > 10_000
