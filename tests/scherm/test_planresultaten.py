from locatieplanner.opslag.resultaten import Nareken, Resultaat
from locatieplanner.scherm.planresultaten import narekenzin, resultaatrij


def test_narekenen_zegt_of_het_gelijk_is_en_wat_er_anders_is(beoordeling):
    assert narekenzin(Nareken(True, (), beoordeling)) == "Dezelfde scores als toen."
    anders = narekenzin(Nareken(False, ("de laag kernen heeft een andere inhoud",), beoordeling))
    assert anders.startswith("Andere scores")
    assert "kernen" in anders


def test_een_resultaat_noemt_versie_programma_en_afdruk():
    resultaat = Resultaat(
        "r", 1200, "2026-11-25T12:00:00+00:00", "Iemand", "1.2", (), "abcdef0123456789", 60
    )
    assert resultaatrij(resultaat)[0] == "1.200"
    assert resultaatrij(resultaat)[-1] == "abcdef012345"
