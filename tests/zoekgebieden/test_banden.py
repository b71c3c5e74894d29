"""De banden: bewaren en lezen verliest hoogstens een halve stap, en onbekend blijft onbekend."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.zoekgebieden.banden import (
    GEEN,
    NABIJ,
    SCORES,
    TOTAAL,
    afstandsband,
    alle_banden,
)


@given(st.lists(st.one_of(st.floats(0, 100), st.just(np.nan)), min_size=1))
def test_een_score_verliest_hoogstens_een_halve_stap(scores):
    waarden = np.array(scores)
    terug = TOTAAL.lees(TOTAAL.bewaar(waarden))
    assert np.array_equal(np.isnan(terug), np.isnan(waarden))
    assert np.nanmax(np.abs(terug - waarden), initial=0) <= 0.005 + 1e-5


def test_onbekend_is_niet_nul_en_oneindig_is_het_grootste():
    bewaard = NABIJ.bewaar(np.array([0.0, np.nan, np.inf, 1e9]))
    assert bewaard.tolist() == [0, GEEN, GEEN - 1, GEEN - 1]


def test_elke_band_heeft_een_eigen_naam_en_een_omschrijving():
    banden = alle_banden(["geluid"], ["supermarkt", "treinstation"])
    namen = [band.naam for band in banden]
    assert len(set(namen)) == len(namen)
    assert namen[:6] == ["totaal", *(band.naam for band in SCORES), "score_geluid"]
    assert all(band.omschrijving for band in banden)
    assert afstandsband("voortgezet_onderwijs").omschrijving.endswith("voortgezet onderwijs")
    assert afstandsband("supermarkt").eenheid == "m"
