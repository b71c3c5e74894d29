"""Opnieuw wegen: dezelfde uitkomst als de weegschaal van de beoordeling, en van elk blok gelijk."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.beoordeling.weging import Weegschaal
from locatieplanner.zoekgebieden.banden import GEEN, SCORESCHAAL
from locatieplanner.zoekgebieden.scorestapel import Scorestapel


def _getallen(aantal, criteria=4, zaad=1, onbekend=0.3):
    toeval = np.random.default_rng(zaad)
    getallen = toeval.integers(0, 10_001, (criteria, aantal)).astype(np.uint16)
    getallen[toeval.random((criteria, aantal)) < onbekend] = GEEN
    return getallen


def _weegschaal(getallen, aandelen):
    scores = np.where(getallen == GEEN, np.nan, getallen * SCORESCHAAL).T
    return Weegschaal.van(scores, np.zeros(len(scores), bool), 0.5).weeg(aandelen)


@given(st.lists(st.integers(0, 100), min_size=4, max_size=7).filter(any), st.integers(0, 99))
def test_wegen_is_wegen_zoals_de_beoordeling(gewichten, zaad):
    aandelen = np.array(gewichten) / sum(gewichten)
    getallen = _getallen(2000, len(gewichten), zaad)
    stapel, zelf = Scorestapel.van(list(getallen)), _weegschaal(getallen, aandelen)
    totaal = stapel.weeg(aandelen)
    assert np.array_equal(np.isnan(totaal), np.isnan(zelf.totaal))
    assert np.nanmax(np.abs(totaal - zelf.totaal), initial=0) < 1e-4
    genoeg = stapel.genoeg_bekend(aandelen, 0.5)
    assert np.array_equal(genoeg, zelf.rang > 0)


def test_een_stuk_met_overal_hetzelfde_patroon_geeft_dezelfde_bits():
    getallen = _getallen(150_000, onbekend=0.0)
    getallen[3] = GEEN
    aandelen = np.array([0.1, 0.2, 0.3, 0.4])
    egaal = Scorestapel.van(list(getallen)).weeg(aandelen)
    # Een enkele andere cel per stuk dwingt de andere weg af.
    anders = getallen.copy()
    anders[3, ::10_000] = 5000
    gemengd = Scorestapel.van(list(anders)).weeg(aandelen)
    zelfde = anders[3] == GEEN
    assert egaal[zelfde].tobytes() == gemengd[zelfde].tobytes()


@pytest.mark.parametrize("aantal", [1, 32_768, 32_769, 200_001])
def test_elk_aantal_cellen_wordt_helemaal_gewogen(aantal):
    getallen = _getallen(aantal, onbekend=0.0)
    totaal = Scorestapel.van(list(getallen)).weeg(np.full(4, 0.25))
    assert totaal == pytest.approx(getallen.mean(axis=0) * SCORESCHAAL, abs=1e-4)


def test_het_antwoord_komt_waar_het_gevraagd_is():
    stapel = Scorestapel.van(list(_getallen(50_000)))
    uit = np.empty(50_000, dtype=np.float32)
    assert stapel.weeg(np.full(4, 0.25), uit) is uit
    assert np.array_equal(uit, stapel.weeg(np.full(4, 0.25)), equal_nan=True)


def test_wat_alleen_zonder_gewicht_bekend_is_blijft_onbekend():
    getallen = np.array([[5000, GEEN, GEEN], [GEEN, 5000, GEEN]], dtype=np.uint16)
    totaal = Scorestapel.van(list(getallen)).weeg(np.array([1.0, 0.0]))
    assert totaal[0] == 50
    assert np.isnan(totaal[1:]).all()
