import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from locatieplanner.portefeuille.eis import Eis, Eissoort
from locatieplanner.portefeuille.model import GEEN_EIS, Model

EISEN = (Eis(Eissoort.AANTAL, "a", "eerste"), Eis(Eissoort.BUDGET, "", "tweede"))


def model(matrix, laag, hoog, eis=None, **anders):
    """Een model met kolommen van 0 tot 3."""
    rijen = np.array(matrix, dtype=np.float64).reshape(len(hoog), -1)
    breed = rijen.shape[1]
    waarden = {
        "laag": np.zeros(breed),
        "hoog": np.full(breed, 3.0),
        "geheel": np.ones(breed, dtype=bool),
        "matrix": csr_array(rijen),
        "rij_laag": np.array(laag, dtype=np.float64),
        "rij_hoog": np.array(hoog, dtype=np.float64),
        "rij_eis": np.array(eis or [GEEN_EIS] * len(hoog)),
        "eisen": EISEN,
    }
    return Model(**(waarden | anders))


@st.composite
def modellen(draw):
    rijen, kolommen = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    getal = st.integers(-3, 3)
    matrix = [[draw(getal) for _ in range(kolommen)] for _ in range(rijen)]
    hoog = [draw(st.integers(-2, 8)) for _ in range(rijen)]
    eis = [draw(st.sampled_from([GEEN_EIS, 0, 1])) for _ in range(rijen)]
    return model(matrix, [-np.inf] * rijen, hoog, eis)


@st.composite
def met_waarden(draw):
    dit = draw(modellen())
    waarden = [draw(st.integers(0, 3)) for _ in range(dit.aantal)]
    return dit, np.array(waarden, dtype=np.float64)


@given(met_waarden())
def test_voldoet_is_binnen_de_grenzen_en_alle_regels(paar):
    dit, waarden = paar
    verwacht = (dit.matrix.toarray() @ waarden <= dit.rij_hoog).all()
    assert dit.voldoet(waarden) == verwacht
    assert not dit.voldoet(waarden + 3.5)


@given(met_waarden())
def test_zonder_een_eis_gelden_haar_regels_niet(paar):
    dit, waarden = paar
    rest = dit.zonder([0])
    assert not (rest.rij_eis == 0).any()
    assert rest.voldoet(waarden) == (not dit.overtreden(waarden)[dit.rij_eis != 0].any())


@given(met_waarden())
def test_versoepelen_heft_op_wat_op_een_staat_en_niets_anders(paar):
    dit, waarden = paar
    versoepeld = dit.versoepelbaar()
    for weg in ([], [0], [1], [0, 1]):
        schakel = np.isin(np.arange(len(EISEN)), weg).astype(np.float64)
        uit = versoepeld.voldoet(np.concatenate([waarden, schakel]))
        assert uit == dit.zonder(weg).voldoet(waarden)


def test_versoepelen_van_een_ondergrens():
    dit = model([[1, 1]], [5], [np.inf], [0]).versoepelbaar()
    assert not dit.voldoet(np.zeros(4))
    assert dit.voldoet(np.array([0.0, 0.0, 1.0, 0.0]))


@given(met_waarden(), st.data())
def test_vastzetten_laat_van_een_regel_over_wat_er_nog_te_kiezen_is(paar, trek):
    dit, waarden = paar
    vrij = np.array([k for k in range(dit.aantal) if trek.draw(st.booleans())], dtype=np.int64)
    klein = dit.vastgezet(vrij, waarden)
    raakt = (dit.matrix.toarray()[:, vrij] != 0).any(axis=1)
    assert klein.aantal == len(vrij)
    assert klein.voldoet(waarden[vrij]) == (not dit.overtreden(waarden)[raakt].any())


@given(met_waarden())
def test_delen_delen_geen_regel_en_samen_zijn_zij_alles(paar):
    dit, _ = paar
    delen = dit.delen()
    assert sorted(k for deel in delen for k in deel.tolist()) == list(range(dit.aantal))
    gebruikt = dit.matrix.toarray() != 0
    for rij in gebruikt:
        assert sum(bool(rij[deel].any()) for deel in delen) <= 1


def test_een_kolom_die_vastligt_verbindt_niets():
    dit = model([[1, 1, 0], [0, 1, 1]], [-np.inf] * 2, [3, 3])
    assert len(dit.delen()) == 1
    hoog = np.array([3.0, 0.0, 3.0])
    assert [deel.tolist() for deel in dit.met_grenzen(dit.laag, hoog).delen()] == [[0], [2]]


def test_een_regel_erbij():
    dit = model([[1, 0]], [-np.inf], [3]).met_regel(np.array([1]), np.array([2.0]), 1.0, 4.0)
    assert dit.matrix.toarray().tolist() == [[1, 0], [0, 2]]
    assert dit.voldoet(np.array([0.0, 2.0]))
    assert dit.overtreden(np.array([0.0, 0.0])).tolist() == [False, True]


def test_een_model_verandert_niet():
    dit = model([[1, 1]], [-np.inf], [3], [0])
    dit.met_regel(np.array([0]), np.array([1.0]), 0.0, 0.0)
    dit.zonder([0])
    assert len(dit.rij_hoog) == 1
    with pytest.raises(AttributeError):
        dit.laag = np.ones(2)
