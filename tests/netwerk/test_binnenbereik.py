import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.netwerk import binnenbereik
from locatieplanner.netwerk.aanhechting import hecht_aan
from locatieplanner.netwerk.binnenbereik import tel_binnen
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import afstanden, netten, punten, raster, straat

STRAAT = bouw(straat(), "lopen")


def _tel(net, plekken, voorzieningen, bereik_m, verst_m=500.0):
    van, naar = hecht_aan(net, plekken, verst_m), hecht_aan(net, voorzieningen, verst_m)
    return tel_binnen(net, van, naar, bereik_m)


@pytest.mark.parametrize(
    ("bereik_m", "aantal"), [(0, 0), (29, 0), (30, 1), (249, 1), (250, 2), (1009, 2), (1010, 3)]
)
def test_wat_op_de_grens_ligt_telt_mee(bereik_m, aantal):
    # Van x = 500 met 10 m toegang: op 30, 250 en 1.010 m.
    voorzieningen = np.array([[520.0, 0.0], [740.0, 0.0], [1450.0, 50.0]])
    assert _tel(STRAAT, np.array([[500.0, 10.0]]), voorzieningen, bereik_m).tolist() == [aantal]


@given(netten(), punten(), punten(), st.sampled_from([0.0, 10.0, 120.0, 200.0, 1e6, np.inf]))
def test_het_aantal_is_dat_van_alle_afstanden_van_welke_kant_ook(net, een, ander, bereik_m):
    for plekken, voorzieningen in ((een, ander), (ander, een)):
        alle = afstanden(net, plekken, voorzieningen, 100.0)
        verwacht = ((alle <= bereik_m) & np.isfinite(alle)).sum(axis=1)
        gemeten = _tel(net, plekken, voorzieningen, bereik_m, verst_m=100.0)
        assert gemeten.tolist() == verwacht.tolist()


@pytest.mark.parametrize("tegelijk", [1, 4_000_000])
@pytest.mark.parametrize("aantallen", [(30, 70), (70, 30)])
def test_op_tegels_en_in_kleine_stukken_is_het_hetzelfde(monkeypatch, tegelijk, aantallen):
    monkeypatch.setattr(binnenbereik, "_AFSTANDEN_TEGELIJK", tegelijk)
    net = bouw(raster(40, 40, zaad=2, weg=0.15), "lopen")
    toeval = np.random.default_rng(4)
    plekken, voorzieningen = (toeval.uniform(0, 4000, (n, 2)) for n in aantallen)
    alle = afstanden(net, plekken, voorzieningen, 500.0)
    gemeten = _tel(net, plekken, voorzieningen, 700.0)
    assert gemeten.tolist() == (alle <= 700).sum(axis=1).tolist()
    assert 0 < gemeten.sum() < alle.size / 2


def test_een_bereik_onder_nul_of_onbekend_telt_niets():
    plek = np.array([[500.0, 0.0]])
    assert [_tel(STRAAT, plek, plek, bereik_m).tolist() for bereik_m in (-1.0, np.nan)] == [
        [0],
        [0],
    ]
