import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.invoer.aandelen import lees_aandelen
from locatieplanner.invoer.probleem import Ernst


def _lees(groepen, **kolommen):
    reeksen = {f"aandeel_{k}": pd.Series(v, dtype=object) for k, v in kolommen.items()}
    index = next(iter(reeksen.values())).index if reeksen else pd.RangeIndex(1)
    return lees_aandelen(reeksen, {k: k for k in reeksen}, index, groepen)


def test_zonder_kolommen_is_alles_onbekend(aandachtsgroepen):
    aandelen, problemen = _lees(aandachtsgroepen)
    assert aandelen.shape == (1, len(aandachtsgroepen))
    assert aandelen.isna().all(axis=None)
    assert not problemen


def test_som_van_een_vult_de_rest_met_nul(aandachtsgroepen):
    aandelen, problemen = _lees(aandachtsgroepen, amv=["0,4", ""], ouderen=[0.595, None])
    assert not problemen
    assert aandelen.loc[0, "aandeel_studenten"] == 0
    assert aandelen.loc[0, "aandeel_amv"] == 0.4
    assert aandelen.loc[1].isna().all()


def test_percentages_worden_omgezet_en_gemeld(aandachtsgroepen):
    aandelen, (melding,) = _lees(aandachtsgroepen, amv=["40%", "33,3"], ouderen=["60 %", 66.6])
    assert aandelen["aandeel_amv"].tolist() == pytest.approx([0.4, 0.333])
    assert melding.ernst is Ernst.MELDING
    assert melding.wat.startswith("in 2 rijen staan percentages")


def test_som_die_niet_klopt(aandachtsgroepen):
    aandelen, (probleem,) = _lees(aandachtsgroepen, amv=[0.4], ouderen=[0.3])
    assert probleem.zin.startswith(
        "Rij 0, kolom aandeel_…: de aandelen tellen op tot 0,70 in plaats van 1. Herstel: "
    )
    assert aandelen.isna().all(axis=None)


@pytest.mark.parametrize(("som", "goed"), [(0.99, True), (1.01, True), (0.98, False), (1.02, False),
                                           (99, True), (101, True), (98.9, False), (101.1,
                                            False)])  # fmt: skip
def test_marge(som, goed, aandachtsgroepen):
    _, problemen = _lees(aandachtsgroepen, amv=[som / 2], ouderen=[som / 2])
    assert goed is not any(p.ernst is Ernst.FOUT for p in problemen)


def test_negatief_en_onleesbaar(aandachtsgroepen):
    _, problemen = _lees(aandachtsgroepen, amv=[-0.5, "veel"], ouderen=[1.5, 1])
    assert {(p.rij, p.wat) for p in problemen} == {
        (0, "een aandeel kan niet negatief zijn"),
        (1, "dit aandeel is geen getal"),
    }


@given(st.lists(st.integers(0, 100), min_size=13, max_size=13))
def test_elke_verdeling_telt_op_tot_een(aandachtsgroepen, delen):
    if not sum(delen):
        return
    kolommen = {
        code: [deel / sum(delen), 100 * deel / sum(delen)]
        for code, deel in zip(aandachtsgroepen, delen, strict=True)
    }
    aandelen, _ = _lees(aandachtsgroepen, **kolommen)
    assert np.allclose(aandelen.sum(axis=1), 1)
    assert np.allclose(aandelen.loc[0], aandelen.loc[1])
