import pytest

from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.geschiedenis import logboek
from locatieplanner.opslag.opmerkingen import (
    HEEL_PLAN,
    aantal_per_kandidaat,
    opmerkingen,
    plaats_opmerking,
)
from tests.omgeving import kandidaat


def test_een_opmerking_staat_bij_haar_kandidaat_en_in_het_logboek(wereld):
    plan = wereld.plan().kop.id
    eerste = plaats_opmerking(wereld.database, wereld.planner, plan, "K1", " Wat vindt\nde raad? ")
    plaats_opmerking(wereld.database, wereld.collega, plan, HEEL_PLAN, "Mooi plan")
    alle = opmerkingen(wereld.database, wereld.lezer, plan)
    assert [(o.kandidaat, o.tekst, o.naam) for o in alle] == [
        ("K1", "Wat vindt de raad?", "Planner"), ("", "Mooi plan", "Collega"),
    ]  # fmt: skip
    assert alle[0] == eerste
    assert opmerkingen(wereld.database, wereld.lezer, plan, "K2") == ()
    assert aantal_per_kandidaat(wereld.database, wereld.lezer, plan) == {"K1": 1, "": 1}
    regels = logboek(wereld.database, wereld.lezer, plan)
    assert regels[1].verschillen[0].zin == "Locatie K1 (K1): opmerking:  → Wat vindt de raad?"


def test_een_opmerking_verandert_geen_kandidaat(wereld):
    plan = wereld.plan()
    plaats_opmerking(wereld.database, wereld.collega, plan.kop.id, "K1", "tekst")
    assert wereld.zet(plan, "K1", capaciteit=4).versies["K1"] == 3


@pytest.mark.parametrize(
    ("kandidaat_", "tekst", "melding"),
    [("weg", "tekst", "niet \\(meer\\) in het plan"), ("K1", " ", "leeg"),
     ("K1", "mail a@voorbeeld.nl", "persoon"), ("K1", "x" * 2001, "tekens lang")],
)  # fmt: skip
def test_wat_niet_kan(wereld, kandidaat_, tekst, melding):
    plan = wereld.plan(kandidaat("K1"))
    with pytest.raises(PlanFout, match=melding):
        plaats_opmerking(wereld.database, wereld.planner, plan.kop.id, kandidaat_, tekst)
    assert wereld.open(plan).nummer == 1


def test_script_in_een_opmerking_is_gewoon_tekst(wereld):
    plan = wereld.plan().kop.id
    kwaad = "<script>alert(1)</script> =1+1"
    assert plaats_opmerking(wereld.database, wereld.planner, plan, "K1", kwaad).tekst == kwaad
