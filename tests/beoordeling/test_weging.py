import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.beoordeling.weging import GEEN_RANG, Weegschaal
from locatieplanner.domein.gewichten import Gewichten
from tests.trekkingen import gewichten

NAN = np.nan
GELIJK = np.full(4, 0.25)


def _weeg(scores, aandelen=GELIJK, uitgesloten=None, minimum=0.5):
    tabel = np.array(scores, dtype=float).reshape(-1, 4)
    uit = np.zeros(len(tabel), dtype=bool) if uitgesloten is None else np.array(uitgesloten)
    return Weegschaal.van(tabel, uit, minimum).weeg(np.asarray(aandelen))


def test_gewogen_gemiddelde():
    weging = _weeg([[100, 50, 20, 0]], [0.4, 0.3, 0.2, 0.1])
    assert weging.totaal.tolist() == pytest.approx([59])
    assert weging.volledigheid.tolist() == [1]


def test_onbekend_is_geen_nul_en_geen_honderd():
    weging = _weeg([[80, 80, 80, NAN], [80, 80, 80, 0], [80, 80, 80, 100]])
    assert weging.totaal.tolist() == pytest.approx([80, 60, 85])
    assert weging.volledigheid.tolist() == [0.75, 1, 1]
    assert weging.rang.tolist() == [2, 3, 1]


def test_onder_de_kleinste_volledigheid_is_er_wel_een_totaal_maar_geen_rang():
    weging = _weeg([[90, NAN, NAN, NAN], [10, 10, NAN, NAN]])
    assert weging.totaal.tolist() == [90, 10]
    assert weging.rang.tolist() == [GEEN_RANG, 1]


def test_is_niets_bekend_dan_is_het_totaal_onbekend():
    weging = _weeg([[NAN] * 4], minimum=0.0)
    assert np.isnan(weging.totaal).all()
    assert weging.rang.tolist() == [GEEN_RANG]


def test_alle_gewicht_op_een_onbekend_criterium():
    weging = _weeg([[50, 60, 70, NAN], [50, 60, 70, 80]], [0, 0, 0, 1], minimum=0.0)
    assert np.isnan(weging.totaal[0])
    assert weging.volledigheid.tolist() == [0, 1]
    assert weging.rang.tolist() == [GEEN_RANG, 1]


@pytest.mark.parametrize("klein", [1e-7, 1e-12, 1e-300])
def test_wat_vrijwel_geen_gewicht_heeft_geeft_geen_totaal(klein):
    weging = _weeg([[NAN, NAN, NAN, 73]], Gewichten(1, 0, 0, klein).aandelen, minimum=0.0)
    assert np.isnan(weging.totaal).all()
    assert weging.volledigheid.tolist() == [0]
    assert weging.rang.tolist() == [GEEN_RANG]


def test_gelijke_totalen_delen_een_rang_en_de_volgende_telt_door():
    weging = _weeg([[70] * 4, [90] * 4, [70] * 4, [10] * 4, [90] * 4])
    assert weging.rang.tolist() == [3, 1, 3, 5, 1]


def test_uitgesloten_heeft_geen_rang_en_neemt_geen_plek_in():
    weging = _weeg([[90] * 4, [80] * 4, [70] * 4], uitgesloten=[True, False, False])
    assert weging.rang.tolist() == [GEEN_RANG, 1, 2]
    assert weging.totaal[0] == 90


def test_dezelfde_scores_over_andere_criteria_geven_bij_gelijk_gewicht_dezelfde_rang():
    # Vier scores op zes decimalen: hun gemiddelde ligt vaak precies op de helft van de zesde.
    toeval = np.random.default_rng(3)
    for _ in range(500):
        scores = toeval.integers(0, 100_000_000, 4) / 1e6
        weging = _weeg(np.array([toeval.permutation(scores) for _ in range(6)]))
        assert set(weging.rang.tolist()) == {1}, scores


def test_zonder_kandidaten():
    weging = _weeg([])
    assert weging.totaal.shape == weging.rang.shape == weging.volledigheid.shape == (0,)


scores = st.lists(
    st.lists(st.one_of(st.just(NAN), st.integers(0, 10_000).map(lambda s: s / 100)),
             min_size=4, max_size=4),
    min_size=1,
    max_size=15,
)  # fmt: skip


@given(scores, gewichten, st.floats(0, 1), st.data())
def test_wat_altijd_geldt(tabel, waarden, minimum, data):
    uit = data.draw(st.lists(st.booleans(), min_size=len(tabel), max_size=len(tabel)))
    weging = _weeg(tabel, Gewichten(**waarden).aandelen, uit, minimum)
    bekend = ~np.isnan(weging.totaal)
    assert ((weging.totaal[bekend] >= 0) & (weging.totaal[bekend] <= 100)).all()
    assert ((weging.volledigheid >= 0) & (weging.volledigheid <= 1)).all()
    assert (weging.rang[np.array(uit)] == GEEN_RANG).all()
    assert (weging.rang[weging.volledigheid < minimum] == GEEN_RANG).all()
    assert (weging.rang[~bekend] == GEEN_RANG).all()
    # De rang is één meer dan het aantal dat beter is.
    mee = weging.rang != GEEN_RANG
    for totaal, rang in zip(weging.totaal[mee], weging.rang[mee], strict=True):
        assert rang == 1 + (weging.totaal[mee] > totaal).sum()
    rijen = np.array(tabel)
    for rij in np.flatnonzero(bekend):
        gewogen = rijen[rij][(Gewichten(**waarden).aandelen > 0) & ~np.isnan(rijen[rij])]
        assert gewogen.min() - 1e-5 <= weging.totaal[rij] <= gewogen.max() + 1e-5


@given(scores, gewichten, st.floats(-290, 290))
def test_de_schaal_van_gewichten_verandert_niets(tabel, waarden, exponent):
    geschaald = {naam: waarde * 10**exponent for naam, waarde in waarden.items()}
    een, ander = (_weeg(tabel, Gewichten(**keuze).aandelen) for keuze in (waarden, geschaald))
    np.testing.assert_allclose(ander.totaal, een.totaal, atol=2e-6)
    np.testing.assert_array_equal(ander.volledigheid, een.volledigheid)


@given(scores, st.lists(st.integers(0, 20), min_size=4, max_size=4).filter(any),
       st.sampled_from([1e-300, 1e-9, 0.1, 3.0, 1e9, 1e298]))  # fmt: skip
def test_de_schaal_van_hele_gewichten_verandert_geen_rang(tabel, waarden, factor):
    een, ander = (
        _weeg(tabel, Gewichten(*(f * w for w in waarden)).aandelen) for f in (1.0, factor)
    )
    np.testing.assert_array_equal(ander.rang, een.rang)


@given(scores, gewichten, st.randoms(use_true_random=False))
def test_de_volgorde_van_rijen_verandert_niets(tabel, waarden, toeval):
    volgorde = list(range(len(tabel)))
    toeval.shuffle(volgorde)
    aandelen = Gewichten(**waarden).aandelen
    een, ander = _weeg(tabel, aandelen), _weeg([tabel[i] for i in volgorde], aandelen)
    np.testing.assert_array_equal(ander.totaal, een.totaal[volgorde])
    np.testing.assert_array_equal(ander.rang, een.rang[volgorde])
