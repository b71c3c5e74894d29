from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.portefeuille.klieken import klieken, paren_binnen

punten = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=0, max_size=25).map(
    lambda lijst: np.array(lijst, dtype=np.float64).reshape(-1, 2)
)


@given(punten, st.integers(0, 12))
def test_paren_zijn_alle_tweetallen_dichterbij_dan_de_afstand(xy, afstand):
    verwacht = [
        [een, ander]
        for een, ander in combinations(range(len(xy)), 2)
        if np.hypot(*(xy[een] - xy[ander])) < afstand
    ]
    assert paren_binnen(xy, afstand).tolist() == verwacht


@given(punten, st.integers(1, 12))
def test_klieken_dekken_precies_de_paren(xy, afstand):
    paren = paren_binnen(xy, afstand)
    bedoeld = {tuple(paar) for paar in paren.tolist()}
    gemaakt = klieken(paren, len(xy))
    gedekt = {paar for kliek in gemaakt for paar in combinations(kliek, 2)}
    assert gedekt == bedoeld
    assert len(gemaakt) <= len(bedoeld)


@given(punten, st.integers(1, 12))
def test_een_kliek_is_niet_groter_te_maken(xy, afstand):
    paren = {tuple(paar) for paar in paren_binnen(xy, afstand).tolist()}
    for kliek in klieken(paren_binnen(xy, afstand), len(xy)):
        for erbij in set(range(len(xy))) - set(kliek):
            assert not all((min(erbij, lid), max(erbij, lid)) in paren for lid in kliek)


@given(punten, st.integers(1, 12), st.data())
def test_een_keuze_mag_van_de_klieken_als_zij_van_de_paren_mag(xy, afstand, trek):
    paren = paren_binnen(xy, afstand)
    gekozen = np.array([trek.draw(st.booleans()) for _ in xy], dtype=bool)
    van_paren = not any(gekozen[een] and gekozen[ander] for een, ander in paren)
    van_klieken = all(gekozen[kliek].sum() <= 1 for kliek in klieken(paren, len(xy)))
    assert van_paren == van_klieken


def test_een_groep_dicht_bij_elkaar_is_een_kliek():
    xy = np.random.default_rng(1).uniform(0, 100, (300, 2))
    paren = paren_binnen(xy, 1000)
    assert len(paren) == 300 * 299 // 2
    assert klieken(paren, 300) == [list(range(300))]
