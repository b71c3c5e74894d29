import pytest

from locatieplanner.fouten import Afgebroken
from locatieplanner.portefeuille.voortgang import Toezicht


def test_wie_om_stoppen_vraagt_krijgt_dat():
    toezicht = Toezicht()
    toezicht.controleer()
    toezicht.stop.set()
    with pytest.raises(Afgebroken):
        toezicht.controleer()


def test_elk_toezicht_heeft_zijn_eigen_stop():
    een, ander = Toezicht(), Toezicht()
    een.stop.set()
    ander.controleer()
