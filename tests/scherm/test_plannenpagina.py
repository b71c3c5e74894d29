from locatieplanner.scherm.plannenpagina import waaruit
from locatieplanner.scherm.toestand import Toestand


def test_een_nieuw_plan_zegt_waarmee_het_begint(kandidaten):
    eigen = waaruit(Toestand(kandidaten, "proef", False, "proef"))
    assert "4 kandidaten" in eigen
    assert "verzonnen" not in eigen
    assert "verzonnen" in waaruit(Toestand(kandidaten, "voorbeeld", True, "proef"))
