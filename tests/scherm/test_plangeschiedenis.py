from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.geschiedenis import Logregel
from locatieplanner.opslag.leesbaar import Verschil
from locatieplanner.scherm.plangeschiedenis import logrij


def _regel(soort=Soort.GEWIJZIGD, verschillen=(), **anders):
    velden = {
        "nummer": 1200, "tijd": "2026-11-25T12:00:00+00:00", "naam": "Iemand", "eigen": False,
        "soort": soort, "waarom": "besluit", "doel": None, "verschillen": tuple(verschillen),
        "meer": 0, "ongedaan": False, "hash": "",
    }  # fmt: skip
    return Logregel(**velden | anders)


def test_een_gebeurtenis_is_wie_wat_waarom():
    nummer, _, wie, wat, waarom = logrij(
        _regel(verschillen=[Verschil("K1", "Kade", "capaciteit", "100", "120")], ongedaan=True)
    )
    assert (nummer, wie, waarom) == ("1.200", "Iemand", "besluit")
    assert wat == ("kandidaten gewijzigd; Kade (K1): capaciteit: 100 → 120; later ongedaan gemaakt")
    assert logrij(_regel(eigen=True))[2] == "Iemand (u)"
    assert "(versie 7)" in logrij(_regel(Soort.ONGEDAAN, doel=7))[3]


def test_veel_verschillen_worden_geteld_en_een_begin_niet_uitgeschreven():
    veel = [Verschil("", "", f"wat {i}") for i in range(12)]
    wat = logrij(_regel(verschillen=veel, meer=30))[3]
    assert "wat 7" in wat
    assert "wat 8" not in wat
    assert "en nog 34" in wat
    assert logrij(_regel(Soort.GEMAAKT, veel, meer=30))[3] == "gemaakt"
