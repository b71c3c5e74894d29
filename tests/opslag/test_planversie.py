from dataclasses import replace

from locatieplanner.opslag.planversie import Plankop


def test_een_oude_versie_is_niet_de_laatste(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K1", capaciteit=3)
    assert wereld.open(plan).is_laatste
    assert not wereld.open(plan, nummer=1).is_laatste
    assert plan.is_laatste


def test_de_kop_zegt_niets_over_de_inhoud(wereld):
    kop = wereld.plan().kop
    assert set(vars(kop)) == {
        "id", "project", "naam", "gearchiveerd", "nummer", "gewijzigd", "door", "rol",
    }  # fmt: skip
    assert isinstance(replace(kop, naam="x"), Plankop)
