import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.herkomst import Status
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed

PLEKKEN = np.array([[0.0, 0.0], [3000.0, 4000.0]])
VOORZIENINGEN = np.array([[0.0, 1000.0], [3000.0, 4000.0], [30_000.0, 0.0]])


def test_afstand_is_de_rechte_lijn_maal_de_omwegfactor():
    gemeten = Hemelsbreed(1.3).dichtstbij(PLEKKEN, VOORZIENINGEN, 6500)
    assert gemeten.afstand_m.tolist() == pytest.approx([1300, 0])
    assert gemeten.dichtstbijzijnde.tolist() == [0, 1]
    assert gemeten.status is Status.GESCHAT


def test_het_bereik_geldt_voor_de_afstand_met_omweg():
    # Van (0, 0) liggen de voorzieningen op 1.300, 6.500 en 39.000 m.
    def aantal(bereik_m):
        gemeten = Hemelsbreed(1.3).dichtstbij(PLEKKEN[:1], VOORZIENINGEN, bereik_m)
        return gemeten.aantal_binnen_bereik.tolist()

    assert [aantal(b) for b in (1299, 1301, 6499, 6501)] == [[0], [1], [1], [2]]


def test_zonder_voorzieningen_is_de_afstand_onbekend():
    gemeten = Hemelsbreed(1.3).dichtstbij(PLEKKEN, np.empty((0, 2)), 1000)
    assert np.isnan(gemeten.afstand_m).all()
    assert gemeten.dichtstbijzijnde.tolist() == [-1, -1]
    assert gemeten.aantal_binnen_bereik.tolist() == [0, 0]


@pytest.mark.parametrize("voorzieningen", [VOORZIENINGEN, np.empty((0, 2))])
def test_zonder_plekken_is_het_antwoord_leeg(voorzieningen):
    gemeten = Hemelsbreed(1.3).dichtstbij(np.empty((0, 2)), voorzieningen, 1000)
    assert gemeten.afstand_m.shape == (0,)
    assert gemeten.dichtstbijzijnde.dtype == gemeten.aantal_binnen_bereik.dtype == np.int64


@pytest.mark.parametrize(
    ("factor", "tekst"), [(1.3, "rechte lijn × 1,3"), (1.25, "rechte lijn × 1,25")]
)
def test_omschrijving_noemt_de_factor_zonder_verlies(factor, tekst):
    assert Hemelsbreed(factor).omschrijving == tekst


punten = st.tuples(st.integers(0, 300_000), st.integers(300_000, 620_000))


@given(st.lists(punten, min_size=1, max_size=5), st.lists(punten, min_size=1, max_size=20))
def test_geen_voorziening_ligt_dichterbij_dan_de_dichtstbijzijnde(plekken, voorzieningen):
    p, v = np.array(plekken, dtype=float), np.array(voorzieningen, dtype=float)
    gemeten = Hemelsbreed(1.3).dichtstbij(p, v, 10_000)
    alle = 1.3 * np.hypot(*(p[:, None] - v[None]).transpose(2, 0, 1))
    np.testing.assert_allclose(gemeten.afstand_m, alle.min(axis=1))
    np.testing.assert_allclose(alle[np.arange(len(p)), gemeten.dichtstbijzijnde], gemeten.afstand_m)


def test_zonder_bereik_valt_er_niets_te_tellen_en_blijft_de_afstand_gelijk():
    plekken = np.array([[0.0, 0.0], [30.0, 40.0]])
    winkels = np.array([[0.0, 0.0], [100.0, 0.0]])
    met = Hemelsbreed(1.25).dichtstbij(plekken, winkels, 500.0)
    zonder = Hemelsbreed(1.25).dichtstbij(plekken, winkels, 0.0)
    assert zonder.aantal_binnen_bereik.tolist() == [0, 0]
    assert np.array_equal(met.afstand_m, zonder.afstand_m)
    assert np.array_equal(met.dichtstbijzijnde, zonder.dichtstbijzijnde)
