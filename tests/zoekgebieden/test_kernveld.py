"""Het veld van kernen: dezelfde kern als het criterium, zonder ze allemaal na te gaan."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.criteria.kleinschaligheid import kern_van
from locatieplanner.zoekgebieden.kernveld import kernveld
from locatieplanner.zoekgebieden.rooster import Rooster


@given(st.integers(1, 60), st.integers(0, 1000))
def test_elke_cel_krijgt_de_kern_van_het_criterium(aantal, zaad):
    toeval = np.random.default_rng(zaad)
    middens = toeval.uniform((95_000, 395_000), (115_000, 415_000), (aantal, 2)).round(-2)
    stralen = toeval.uniform(10, 4000, aantal)
    venster = Rooster().venster_om((102_000, 402_000, 106_000, 405_000))
    veld = kernveld(venster, np.ones(venster.vorm, bool), middens, stralen)
    assert np.array_equal(veld.ravel(), kern_van(venster.middens(), middens, stralen)[0])


def test_zonder_kernen_of_zonder_vraag_is_er_geen_kern():
    venster = Rooster().venster_om((102_000, 402_000, 103_000, 403_000))
    leeg = kernveld(venster, np.ones(venster.vorm, bool), np.empty((0, 2)), np.empty(0))
    assert (leeg == -1).all()
    stil = kernveld(
        venster, np.zeros(venster.vorm, bool), np.array([[1e5, 4e5]]), np.array([100.0])
    )
    assert (stil == -1).all()
