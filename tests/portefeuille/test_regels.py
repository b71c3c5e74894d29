import numpy as np

from locatieplanner.portefeuille.eis import Eis, Eissoort
from locatieplanner.portefeuille.model import GEEN_EIS
from locatieplanner.portefeuille.regels import Regels

EIS = Eis(Eissoort.BUDGET, "", "budget")


def test_een_regel_met_een_waarde_voor_alle_kolommen():
    regels = Regels()
    regels.een([0, 2], 2.0, hoog=5.0)
    assert regels.matrix(3).toarray().tolist() == [[2.0, 0.0, 2.0]]
    laag, hoog, eis = regels.grenzen()
    assert (laag.tolist(), hoog.tolist(), eis.tolist()) == ([-np.inf], [5.0], [GEEN_EIS])


def test_een_regel_per_plaats():
    regels = Regels()
    regels.elk([(np.array([0, 1]), 1.0), (np.array([2, 3]), np.array([-4.0, -5.0]))], laag=0.0)
    assert regels.matrix(4).toarray().tolist() == [[1, 0, -4, 0], [0, 1, 0, -5]]
    assert regels.grenzen()[0].tolist() == [0.0, 0.0]


def test_regels_van_dezelfde_eis_horen_bij_elkaar():
    regels = Regels()
    regels.een([0], 1.0, hoog=1.0)
    regels.een([0], 1.0, hoog=1.0, eis=EIS)
    regels.elk([(np.array([0, 1]), 1.0)], hoog=2.0, eis=Eis(Eissoort.BUDGET, "", "budget"))
    assert regels.grenzen()[2].tolist() == [GEEN_EIS, 0, 0, 0]
    assert list(regels.eisen) == [EIS]


def test_zonder_regels():
    assert Regels().matrix(2).shape == (0, 2)
    assert [len(deel) for deel in Regels().grenzen()] == [0, 0, 0]
