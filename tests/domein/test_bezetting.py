import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.bezetting import (
    bekende_aandelen,
    personen_per_woning,
    woningaandelen,
)
from tests.omgeving import AANDACHTSGROEPEN
from tests.trekkingen import KOLOMMEN, mixen


def _rij(**aandelen):
    return pd.DataFrame([{**dict.fromkeys(KOLOMMEN, np.nan), **aandelen}], dtype="float64")


def test_een_gezin_vult_een_woning_en_twee_studenten_vullen_er_twee():
    # Statushouders met z'n tweeën, studenten alleen: 4 personen in 1 + 2 woningen.
    rij = _rij(aandeel_statushouders=0.5, aandeel_studenten=0.5)
    assert personen_per_woning(rij, AANDACHTSGROEPEN)[0] == pytest.approx(4 / 3)
    deel = woningaandelen(rij, AANDACHTSGROEPEN).loc[0]
    assert deel.to_dict() == pytest.approx(
        {"statushouders": 1 / 3, "amv": 0, "studenten": 2 / 3, "regulier": 0}
    )


def test_onbekend_blijft_onbekend_en_wat_er_niet_staat_is_dan_nul():
    rijen = pd.concat([_rij(), _rij(aandeel_studenten=1.0), _rij(aandeel_studenten=0.0)])
    bekend = bekende_aandelen(rijen, AANDACHTSGROEPEN)
    assert bekend.isna().all(axis=1).tolist() == [True, False, True]
    assert bekend.iloc[1].to_dict() == {
        "statushouders": 0, "amv": 0, "studenten": 1, "regulier": 0
    }  # fmt: skip
    assert personen_per_woning(rijen, AANDACHTSGROEPEN).isna().tolist() == [True, False, True]
    assert woningaandelen(rijen, AANDACHTSGROEPEN).isna().all(axis=1).tolist() == [
        True, False, True
    ]  # fmt: skip


def test_een_groep_zonder_kolom_is_niet_ingevuld():
    rij = pd.DataFrame({"aandeel_studenten": [1.0]})
    assert personen_per_woning(rij, AANDACHTSGROEPEN).tolist() == [1.0]


@given(mix=mixen(), woningen=st.integers(1, 500))
def test_woningen_en_personen_van_groepen_tellen_op_tot_het_geheel(mix, woningen):
    rij = _rij(**mix)
    per_woning = personen_per_woning(rij, AANDACHTSGROEPEN)[0]
    if not mix:
        assert np.isnan(per_woning)
        return
    personen = woningen * per_woning
    per_groep = personen * bekende_aandelen(rij, AANDACHTSGROEPEN).loc[0]
    nodig = sum(per_groep[code] / groep.bezetting for code, groep in AANDACHTSGROEPEN.items())
    assert nodig == pytest.approx(woningen)
    assert woningaandelen(rij, AANDACHTSGROEPEN).loc[0].sum() == pytest.approx(1)
    bezettingen = [groep.bezetting for groep in AANDACHTSGROEPEN.values()]
    assert min(bezettingen) - 1e-9 <= per_woning <= max(bezettingen) + 1e-9
