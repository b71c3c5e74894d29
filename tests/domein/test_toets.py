from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.toets import Gebruik, Predicaat, Regel, Toetslaag


def test_een_toetslaag_is_zonder_vlakken_niet_geladen():
    regel = Regel(Gebruik.UITSLUITING, Predicaat.BINNEN, "ligt in {naam}", "natuur", "wet")
    laag = Toetslaag("natuur", "Natuur", (regel,), Herkomst("b", "2026", Status.GEPUBLICEERD))
    assert laag.vlakken is None
    assert regel.afstand_m == 0
    assert not regel.waar
