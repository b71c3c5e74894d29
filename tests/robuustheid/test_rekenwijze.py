import numpy as np
import pytest
from hypothesis import given

from locatieplanner.beoordeling.weging import GEEN_RANG, Weegschaal
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.robuustheid.rekenwijze import Rekenwijze, meetkundig, rangen, topsis
from tests.omgeving import maak_omgeving
from tests.robuustheid.proef import NAN, PARAMETERS, deelscores, maak_beoordeling
from tests.trekkingen import gewichten

GELIJK = np.full(4, 0.25)


def _weegschaal(tabel):
    scores = np.array(tabel, dtype=float).reshape(-1, 4)
    return Weegschaal.van(scores, np.zeros(len(scores), bool), 0.5)


def test_meetkundig_gemiddelde_met_de_hand():
    tabel = [[10, 40, 20, 20], [100, 1, 100, 1], [NAN, 25, NAN, 4]]
    assert meetkundig(_weegschaal(tabel), GELIJK, 1.0) == pytest.approx([20, 10, 10])
    zwaar = np.array([0.5, 0.5, 0.0, 0.0])
    assert meetkundig(_weegschaal([[4, 100, NAN, 0]]), zwaar, 0.0) == pytest.approx([20])


def test_een_nul_maakt_zonder_ondergrens_alles_nul_en_met_ondergrens_niet():
    weegschaal = _weegschaal([[0, 100, 100, 100], [0, 10, 10, 10]])
    assert meetkundig(weegschaal, GELIJK, 0.0).tolist() == [0, 0]
    hoog, laag = meetkundig(weegschaal, GELIJK, 1.0)
    assert (hoog, laag) == pytest.approx((100**0.75, 10**0.75))
    # Een nul zonder gewicht telt niet.
    assert meetkundig(weegschaal, np.array([0, 1 / 3, 1 / 3, 1 / 3]), 0.0) == pytest.approx(
        [100, 10]
    )


def _topsis(scores, aandelen):
    """De formule zelf, zonder pakket."""
    telt = ~np.isnan(scores) & (aandelen > 0)
    if not telt.any():
        return NAN
    van_best = np.sqrt(((aandelen[telt] * (100 - scores[telt])) ** 2).sum())
    van_slechtst = np.sqrt(((aandelen[telt] * scores[telt]) ** 2).sum())
    return 100 * van_slechtst / (van_best + van_slechtst)


@given(deelscores, gewichten)
def test_topsis_is_de_formule(tabel, waarden):
    aandelen = Gewichten(**waarden).aandelen
    verwacht = [_topsis(np.array(rij), aandelen) for rij in tabel]
    np.testing.assert_allclose(topsis(_weegschaal(tabel), aandelen), verwacht, atol=1e-9)


def test_topsis_bij_uitersten():
    tabel = [[100] * 4, [0] * 4, [50] * 4, [NAN] * 4]
    np.testing.assert_allclose(topsis(_weegschaal(tabel), GELIJK), [100, 0, 50, NAN])
    assert topsis(_weegschaal([]), GELIJK).shape == (0,)


@given(deelscores, gewichten)
def test_wie_een_rang_heeft_is_in_elke_rekenwijze_dezelfde(tabel, waarden):
    beoordeling = maak_beoordeling(
        tabel, Gewichten(**waarden), uitgesloten=[nummer == 1 for nummer in range(len(tabel))]
    )
    gewogen = rangen(beoordeling, Rekenwijze.GEWOGEN)
    np.testing.assert_array_equal(gewogen, beoordeling.weging.rang)
    for wijze in Rekenwijze:
        np.testing.assert_array_equal(rangen(beoordeling, wijze) == GEEN_RANG, gewogen == GEEN_RANG)


@given(deelscores)
def test_wie_overal_ten_minste_even_goed_is_staat_nooit_lager(tabel):
    hoger = [[min(score + 5, 100) for score in rij] for rij in tabel]
    beoordeling = maak_beoordeling([*tabel, *hoger])
    for wijze in Rekenwijze:
        rang = rangen(beoordeling, wijze)
        laag, hoog = rang[: len(tabel)], rang[len(tabel) :]
        assert np.all(hoog <= laag)


@given(deelscores)
def test_een_kandidaat_erbij_verandert_de_volgorde_van_de_andere_niet(tabel):
    zonder, met = maak_beoordeling(tabel), maak_beoordeling([*tabel, [100, 0, 70, 30]])
    for wijze in Rekenwijze:
        een = rangen(zonder, wijze)
        ander = rangen(met, wijze)[:-1]
        np.testing.assert_array_equal(np.sign(een[:, None] - een), np.sign(ander[:, None] - ander))


def test_de_ondergrens_komt_uit_de_parametertabel():
    tabel = [[0, 100, 100, 100], [10, 10, 10, 10]]
    anders = maak_omgeving(PARAMETERS | {"robuustheid.meetkundig_ondergrens_punten": 0})
    gewoon, zonder = maak_beoordeling(tabel), maak_beoordeling(tabel, omgeving=anders)
    assert rangen(gewoon, Rekenwijze.MEETKUNDIG).tolist() == [1, 2]
    assert rangen(zonder, Rekenwijze.MEETKUNDIG).tolist() == [2, 1]
    assert all(wijze.uitleg for wijze in Rekenwijze)
