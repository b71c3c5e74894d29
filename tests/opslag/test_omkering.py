import pytest

from locatieplanner.fouten import ConflictFout
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.geschiedenis import ongedaan, opnieuw
from locatieplanner.opslag.omkering import (
    Kort,
    eis_onveranderd,
    lees_kort,
    lees_ongedane,
    ongedaan_volgens,
)


def test_wat_opnieuw_gedaan_is_is_niet_meer_ongedaan():
    regels = [
        Kort(4, "ik", Soort.ONGEDAAN, 3),
        Kort(5, "ik", Soort.ONGEDAAN, 2),
        Kort(6, "ik", Soort.OPNIEUW, 2),
    ]
    assert ongedaan_volgens(regels) == {3}
    assert ongedaan_volgens([]) == set()


def test_wat_er_in_het_logboek_ongedaan_is(wereld):
    plan = wereld.zet(wereld.zet(wereld.plan(), "K1", capaciteit=2), "K2", capaciteit=3)
    wie = (wereld.database, wereld.planner, plan.kop.id)
    for doe in (ongedaan, ongedaan, opnieuw):
        doe(*wie)
    with wereld.database.lezen() as verbinding:
        assert lees_ongedane(verbinding, plan.kop.id) == {3}
        kort = lees_kort(verbinding, plan.kop.id)
    assert [(k.soort, k.doel) for k in kort[3:]] == [
        (Soort.ONGEDAAN, 3), (Soort.ONGEDAAN, 2), (Soort.OPNIEUW, 2),
    ]  # fmt: skip


def test_een_verandering_van_iets_wat_er_niet_meer_staat_wordt_geweigerd(wereld):
    plan = wereld.plan()
    past = {
        "kandidaten": {"K1": {"van": {"capaciteit": 100}, "naar": {"capaciteit": 1}}},
        "instellingen": {"kaartlagen": {"van": ["x"], "naar": []}},
    }
    past_niet = {
        "kandidaten": {
            "K1": {"van": {"capaciteit": 99}, "naar": {"capaciteit": 1}},
            "K2": {"van": None, "naar": {"naam": "x"}},
            "weg": {"van": {"naam": "x"}, "naar": None},
        },
        "instellingen": {"bron": {"van": "anders", "naar": ""}},
    }
    with wereld.database.lezen() as verbinding:
        eis_onveranderd(verbinding, plan.kop.id, past)
        with pytest.raises(ConflictFout) as conflict:
            eis_onveranderd(verbinding, plan.kop.id, past_niet)
    botsingen = {(b.kandidaat, b.veld) for b in conflict.value.botsingen}
    assert botsingen == {("K1", "capaciteit"), ("K2", ""), ("weg", ""), ("", "bron")}
