import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.criteria.waardefunctie import (
    band,
    gemiddelde_van_bekende,
    halverend,
    logaritmisch,
    stuksgewijs,
)

PUNTEN = ((50.0, 100.0), (100.0, 85.0), (300.0, 50.0), (600.0, 20.0), (1000.0, 0.0))
DALEND = [
    lambda maat: logaritmisch(maat, 4.9, 16.0),
    lambda maat: stuksgewijs(maat, PUNTEN),
    lambda maat: halverend(maat, 800.0),
]

maten = st.lists(st.floats(0, 1e9), min_size=2, max_size=30)


@pytest.mark.parametrize("functie", DALEND)
@given(maten)
def test_meer_is_nooit_beter_en_de_score_blijft_binnen_0_en_100(functie, waarden):
    scores = functie(np.sort(waarden))
    assert ((scores >= 0) & (scores <= 100)).all()
    assert (np.diff(scores) <= 1e-9).all()


@pytest.mark.parametrize("functie", [*DALEND, lambda a: band(a, 0.3, 0.5)])
def test_onbekend_blijft_onbekend(functie):
    scores = functie([np.nan, 1.0])
    assert np.isnan(scores).tolist() == [True, False]


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_band_stijgt_tot_de_band_en_daalt_daarna(aandelen):
    oplopend = np.sort(aandelen)
    scores = band(oplopend, 0.3, 0.5)
    assert ((scores >= 0) & (scores <= 100)).all()
    assert (np.diff(scores[oplopend <= 0.5]) >= -1e-9).all()
    assert (np.diff(scores[oplopend >= 0.3]) <= 1e-9).all()


def test_logaritmisch():
    # Op de wortel uit het veelvoud is de score de helft.
    scores = logaritmisch([0, 2.5, 5, 5 * np.sqrt(15), 75, 1e12], 5.0, 15.0)
    assert scores.tolist() == pytest.approx([100, 100, 100, 50, 0, 0])


@pytest.mark.filterwarnings("error")
def test_logaritmisch_zonder_ruimte_is_nul():
    assert logaritmisch([1.0, 5.0], 0.0, 10.0).tolist() == [0, 0]
    assert np.isnan(logaritmisch([1.0], np.array([np.nan]), 10.0)).all()


def test_stuksgewijs():
    maat = [1, 50, 75, 100, 200, 450, 800, 1000, 5000]
    verwacht = [100, 100, 92.5, 85, 67.5, 35, 10, 0, 0]
    assert stuksgewijs(maat, PUNTEN).tolist() == pytest.approx(verwacht)


def test_halverend():
    assert halverend([0, 800, 1600, 1e9], 800.0).tolist() == pytest.approx([100, 50, 25, 0])


@pytest.mark.parametrize(("laag", "hoog"), [(0.05, 0.5), (0.5, 0.5), (0.5, 0.95), (0.3, 0.5)])
def test_band_op_de_grenzen_van_de_parameters(laag, hoog):
    scores = band([0.0, laag / 2, laag, hoog, (1 + hoog) / 2, 1.0], laag, hoog)
    assert scores.tolist() == pytest.approx([0, 50, 100, 100, 50, 0])


def test_een_som_van_aandelen_iets_boven_een_is_nul():
    assert band([1.01], 0.3, 0.5).tolist() == [0]


def test_gemiddelde_telt_onbekend_niet_als_nul():
    scores = np.array([[80.0, np.nan], [80.0, 0.0], [np.nan, np.nan]])
    uitkomst = gemiddelde_van_bekende(scores, np.array([0.6, 0.4]))
    assert uitkomst.tolist() == pytest.approx([80, 48, np.nan], nan_ok=True)


@pytest.mark.filterwarnings("error")
def test_gemiddelde_zonder_gewicht_is_onbekend():
    uitkomst = gemiddelde_van_bekende(np.array([[80.0, np.nan]]), np.array([0.0, 1.0]))
    assert np.isnan(uitkomst).all()


@given(st.floats(0, 100), st.lists(st.floats(1e-6, 1e6), min_size=1, max_size=8))
def test_gemiddelde_van_gelijke_scores_is_die_score(score, gewichten):
    uitkomst = gemiddelde_van_bekende(np.full((1, len(gewichten)), score), np.array(gewichten))
    assert 0 <= uitkomst[0] <= 100
    assert uitkomst[0] == pytest.approx(score)
