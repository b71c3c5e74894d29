import zlib

import pytest
from hypothesis import given

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag import stand as standmodule
from locatieplanner.opslag.stand import lees_gebeurtenissen, maak_opname, pak_in, pak_uit, stand_op
from locatieplanner.opslag.toegang import plan_voor
from tests.opslag.test_delta import standen


@given(standen)
def test_in_en_uitpakken_is_hetzelfde(stand):
    assert pak_uit(pak_in(stand)) == stand


def test_een_opgeblazen_momentopname_wordt_niet_uitgepakt(monkeypatch):
    monkeypatch.setattr(standmodule, "_GROOTSTE", 1000)
    with pytest.raises(PlanFout, match="te groot"):
        pak_uit(zlib.compress(b" " * 100_000))


def test_elke_versie_is_het_logboek_nagespeeld_met_en_zonder_momentopname(wereld):
    plan = wereld.plan()
    for capaciteit in (200, 300, 400):
        plan = wereld.zet(plan, "K1", capaciteit=capaciteit)
    with wereld.database.schrijven() as verbinding:
        kop = plan_voor(verbinding, wereld.planner, plan.kop.id, Projectrol.LEZER)
        zonder = {n: stand_op(verbinding, kop, n) for n in range(1, 5)}
        maak_opname(verbinding, kop)
    wereld.zet(plan, "K1", capaciteit=500)
    with wereld.database.lezen() as verbinding:
        kop = plan_voor(verbinding, wereld.planner, plan.kop.id, Projectrol.LEZER)
        assert {n: stand_op(verbinding, kop, n) for n in range(1, 5)} == zonder
        assert stand_op(verbinding, kop, 5).kandidaten["K1"]["capaciteit"] == 500
        assert [g.nummer for g in lees_gebeurtenissen(verbinding, plan.kop.id, na=1, tot=3)] == [
            2,
            3,
        ]
        for nummer in (0, 6):
            with pytest.raises(PlanFout, match="van 1 tot en met 5"):
                stand_op(verbinding, kop, nummer)
