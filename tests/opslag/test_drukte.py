"""Vijftig lezers en tien schrijvers tegelijk: niemand krijgt een fout, en het logboek klopt."""

from locatieplanner.opslag.controle import controleer
from tests.omgeving import kandidaat
from tests.opslag.drukte import LEZEN, SCHRIJVEN, drukte

LEZERS, SCHRIJVERS, SECONDEN = 50, 10, 4.0


def test_lezers_en_schrijvers_zitten_elkaar_niet_in_de_weg(eigen_wereld, eigen_adres, processen):
    plan = eigen_wereld.plan(*(kandidaat(f"K{n}") for n in range(100))).kop.id
    tijden, bewaard, fouten = drukte(processen, eigen_adres, plan, LEZERS, SCHRIJVERS, SECONDEN)
    assert fouten == []
    assert bewaard > 0
    assert len(tijden[LEZEN]) >= LEZERS
    assert len(tijden[SCHRIJVEN]) >= bewaard
    assert eigen_wereld.open(plan).nummer == 1 + bewaard
    assert [b for b in controleer(eigen_wereld.database) if not b.in_orde] == []
