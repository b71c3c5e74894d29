from locatieplanner.invoer.behoefte import EIGEN, lees_behoefte
from locatieplanner.scherm.behoeftereeks import met_reeks
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import maak_kandidaten


def test_een_geladen_reeks_geldt_meteen():
    toestand = Toestand(maak_kandidaten(), "proef", False, "proef")
    invoer = lees_behoefte(b"maand;plaatsen\n2027-01;5\n", "reeks.csv")
    nieuw = met_reeks(toestand, invoer)
    assert nieuw.behoeftescenario == EIGEN
    assert nieuw.eigen_behoefte == invoer.scenario
    assert nieuw.kandidaten is toestand.kandidaten
