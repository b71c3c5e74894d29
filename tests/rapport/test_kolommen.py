from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.rapport.kolommen import KOLOMUITLEG, VLAKKE_KOLOMMEN


def test_elke_kolom_heeft_een_uitleg_in_dezelfde_volgorde():
    assert tuple(KOLOMUITLEG) == VLAKKE_KOLOMMEN == (*KOLOMMEN, "x", "y")
    assert all(kolom.eenheid and kolom.betekenis.endswith(".") for kolom in KOLOMUITLEG.values())
