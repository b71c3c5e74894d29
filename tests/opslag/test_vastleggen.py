import json
from datetime import datetime

import pytest
from sqlalchemy import func, select

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.delta import bouw
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.tabellen import Gebeurtenis
from locatieplanner.opslag.toegang import plan_voor
from locatieplanner.opslag.vastleggen import (
    afgeschermde_ids,
    huidige_instellingen,
    huidige_kandidaten,
    kandidaatrij,
    leg_vast,
    nieuwe_sleutel,
    nu,
    volgende_plaats,
)
from tests.omgeving import kandidaat
from tests.opslag.wereld import NASLAG


def test_stand_en_logboek_gaan_samen_of_geen_van_beide(wereld):
    plan = wereld.plan(kandidaat("K1"))
    fout = bouw({"K9": {"van": {"capaciteit": 1}, "naar": {"capaciteit": 2}}}, {})
    goed = bouw({}, {"bron": {"van": "", "naar": "nieuw"}})

    def beide():
        with wereld.database.schrijven() as verbinding:
            kop = plan_voor(verbinding, wereld.planner, plan.kop.id, Projectrol.PLANNER)
            kop = leg_vast(verbinding, NASLAG, kop, wereld.planner, Soort.INSTELLING, goed)
            leg_vast(verbinding, NASLAG, kop, wereld.planner, Soort.GEWIJZIGD, fout)

    with pytest.raises(PlanFout, match="K9"):
        beide()
    assert wereld.open(plan).nummer == 1
    with wereld.database.lezen() as verbinding:
        vraag = select(func.count()).select_from(Gebeurtenis)
        assert verbinding.scalar(vraag.where(Gebeurtenis.plan_id == plan.kop.id)) == 1
        velden = huidige_instellingen(verbinding, plan.kop.id, ["bron"])
        assert velden == {"bron": (1, "")}


def test_wat_er_nu_staat_met_versie_en_plaats(wereld):
    plan = wereld.plan(kandidaat("A"), kandidaat("B"))
    wereld.zet(plan, "B", capaciteit=9)
    with wereld.database.lezen() as verbinding:
        gevonden = huidige_kandidaten(verbinding, plan.kop.id, ["A", "B", "weg"])
        assert {id_: versie for id_, (versie, _) in gevonden.items()} == {"A": 1, "B": 2}
        assert gevonden["B"][1]["capaciteit"] == 9
        assert volgende_plaats(verbinding, plan.kop.id) == 2
        assert volgende_plaats(verbinding, "0" * 32) == 0
        assert huidige_instellingen(verbinding, plan.kop.id, []) == {}


def test_meer_id_s_dan_er_in_een_vraag_passen(wereld):
    plan = wereld.plan(*(kandidaat(f"K{n}") for n in range(1200)))
    with wereld.database.lezen() as verbinding:
        assert len(huidige_kandidaten(verbinding, plan.kop.id, plan.versies)) == 1200
    leeg = wereld.stel(plan, kandidaten=plan.inhoud.kandidaten.iloc[:3])
    assert len(wereld.open(leeg).inhoud.kandidaten) == 3


def test_wie_ooit_beschermd_was_wordt_onthouden(wereld):
    plan = wereld.plan(kandidaat("A", type="amv"), kandidaat("B"))
    gewoon = wereld.zet(plan, "A", type="azc")
    wereld.zet(gewoon, "B", aandeel_amv=0.2, aandeel_regulier=0.8)
    with wereld.database.lezen() as verbinding:
        assert afgeschermde_ids(verbinding, plan.kop.id) == {"A", "B"}


def test_de_rij_van_een_kandidaat_houdt_vorm_en_plaats_apart():
    rij = kandidaatrij("p", "K", {"naam": "N", "geometry": "0101", "volgorde": 3}, 7)
    assert rij == {
        "plan_id": "p", "id": "K", "versie": 7, "volgorde": 3, "naam": "N",
        "eigenschappen": {"naam": "N"}, "vorm": b"\x01\x01",
    }  # fmt: skip


def test_sleutels_zijn_niet_te_raden_en_tijden_zijn_utc():
    assert len({nieuwe_sleutel() for _ in range(1000)}) == 1000
    assert len(nieuwe_sleutel()) == 32
    assert datetime.fromisoformat(nu()).utcoffset().total_seconds() == 0
    assert json.dumps(nu()).endswith('+00:00"')
