from dataclasses import replace

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import select

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import ConflictFout, PlanFout, ToegangFout
from locatieplanner.opslag import wijziging
from locatieplanner.opslag.bewaren import bewaar, veranderde_kandidaten
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.geschiedenis import logboek
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.stand import stand_op
from locatieplanner.opslag.tabellen import Momentopname
from locatieplanner.opslag.toegang import plan_voor
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG, met

ELKE = 5


def test_een_verandering_is_een_gebeurtenis_en_staat_er_na_het_openen(wereld):
    plan = wereld.plan()
    nieuw = wereld.zet(plan, "K1", capaciteit=250, waarom="grotere kavel")
    assert nieuw.nummer == 2
    assert nieuw.versies == {"K1": 2, "K2": 1}
    open_ = wereld.open(plan)
    assert_frame_equal(open_.inhoud.kandidaten, nieuw.inhoud.kandidaten)
    assert open_.versies == nieuw.versies
    assert open_.instellingversies == nieuw.instellingversies
    (regel,) = logboek(wereld.database, wereld.planner, plan.kop.id, na=1)
    assert regel.soort is Soort.GEWIJZIGD
    assert regel.waarom == "grotere kavel"
    assert [v.zin for v in regel.verschillen] == ["Locatie K1 (K1): capaciteit: 100 → 250"]


def test_zonder_verandering_komt_er_niets_bij(wereld):
    plan = wereld.plan()
    zelfde = replace(plan.inhoud, kandidaten=plan.inhoud.kandidaten.copy())
    assert bewaar(wereld.database, wereld.planner, plan, zelfde).nummer == 1


def test_toevoegen_en_weghalen_houden_de_volgorde(wereld):
    plan = wereld.plan(kandidaat("C"), kandidaat("A"), kandidaat("B"))
    tabel = maak_kandidaten(
        kandidaat("C"), kandidaat("A"), kandidaat("B"), kandidaat("Z"), kandidaat("D")
    )
    erbij = wereld.stel(plan, kandidaten=tabel)
    weg = wereld.stel(erbij, kandidaten=erbij.inhoud.kandidaten.drop(index="A"))
    assert list(wereld.open(plan).inhoud.kandidaten.index) == ["C", "B", "Z", "D"]
    assert weg.versies == {"C": 1, "B": 1, "Z": 2, "D": 2}
    soorten = [r.soort for r in logboek(wereld.database, wereld.planner, plan.kop.id)]
    assert soorten == [Soort.VERWIJDERD, Soort.TOEGEVOEGD, Soort.GEMAAKT]


def test_wie_op_iets_ouds_voortbouwt_krijgt_beide_waarden(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K1", wereld.collega, capaciteit=300, naam="Anders")
    with pytest.raises(ConflictFout, match="Collega ook kandidaat K1") as conflict:
        wereld.zet(plan, "K1", capaciteit=250)
    botsingen = {b.veld: b for b in conflict.value.botsingen}
    assert set(botsingen) == {"capaciteit", "naam"}
    botsing = botsingen["capaciteit"]
    assert (botsing.basis, botsing.mijn, botsing.ander) == (100, 250, 300)
    assert (botsing.kandidaat, botsing.versie, botsing.door) == ("K1", 2, "Collega")
    assert wereld.open(plan).nummer == 2


def test_andere_kandidaten_van_een_ander_blijven_en_komen_mee(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K2", wereld.collega, capaciteit=300)
    nieuw = wereld.zet(plan, "K1", capaciteit=250)
    assert nieuw.inhoud.kandidaten["capaciteit"].to_dict() == {"K1": 250, "K2": 300}
    assert nieuw.nummer == 3
    assert wereld.zet(nieuw, "K2", capaciteit=5).nummer == 4


def test_dezelfde_verandering_van_twee_mensen_botst_niet(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K1", wereld.collega, capaciteit=250)
    assert wereld.zet(plan, "K1", capaciteit=250).nummer == 2


@pytest.mark.parametrize(
    ("eerst", "dan"),
    [
        (lambda t: t.drop(index="K1"), lambda t: met(t, "K1", capaciteit=9)),
        (lambda t: met(t, "K1", capaciteit=9), lambda t: t.drop(index="K1")),
        (
            lambda t: maak_kandidaten(kandidaat("K1"), kandidaat("N1", naam="hun")),
            lambda t: maak_kandidaten(kandidaat("K1"), kandidaat("N1", naam="mijn")),
        ),
    ],
    ids=["weg en gewijzigd", "gewijzigd en weg", "twee keer hetzelfde id"],
)
def test_een_hele_kandidaat_kan_botsen(wereld, eerst, dan):
    plan = wereld.plan(kandidaat("K1"))
    wereld.stel(plan, wereld.collega, kandidaten=eerst(plan.inhoud.kandidaten))
    with pytest.raises(ConflictFout) as conflict:
        wereld.stel(plan, kandidaten=dan(plan.inhoud.kandidaten))
    (botsing,) = conflict.value.botsingen
    assert botsing.veld == ""
    assert botsing.mijn != botsing.ander


def test_allebei_weghalen_botst_niet(wereld):
    plan = wereld.plan()
    zonder = plan.inhoud.kandidaten.drop(index="K1")
    wereld.stel(plan, wereld.collega, kandidaten=zonder)
    assert wereld.stel(plan, kandidaten=zonder).nummer == 2


def test_een_instelling_botst_en_hoe_men_keek_niet(wereld):
    plan = wereld.plan()
    wereld.stel(plan, wereld.collega, gewichten=Gewichten(mix=90), kaartlagen=("natura2000",))
    met_kaart = wereld.stel(plan, kaartlagen=("buurten",))
    assert met_kaart.inhoud.kaartlagen == ("buurten",)
    with pytest.raises(ConflictFout, match="gewichten") as conflict:
        wereld.stel(plan, gewichten=Gewichten(spreiding=90))
    (botsing,) = conflict.value.botsingen
    assert (botsing.kandidaat, botsing.veld, botsing.ander["mix"]) == ("", "gewichten", 90.0)


def test_een_lezer_bewaart_niets(wereld):
    plan = wereld.plan()
    gezien = wereld.open(plan, wereld.lezer)
    with pytest.raises(ToegangFout, match="planner"):
        wereld.zet(gezien, "K1", wereld.lezer, capaciteit=1)


def test_op_een_oude_versie_is_niet_verder_te_werken(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K1", capaciteit=250)
    with pytest.raises(PlanFout, match="Herstel haar eerst"):
        wereld.zet(wereld.open(plan, nummer=1), "K1", capaciteit=3)


def test_een_dubbel_id_wordt_geweigerd(wereld):
    plan = wereld.plan()
    dubbel = maak_kandidaten(kandidaat("K1"), kandidaat("K1"))
    with pytest.raises(PlanFout, match="hetzelfde id"):
        wereld.stel(plan, kandidaten=dubbel)


def test_om_de_zoveel_gebeurtenissen_komt_er_een_momentopname(wereld, monkeypatch):
    monkeypatch.setattr(wijziging, "ELKE", ELKE)
    plan = wereld.plan()
    for keer in range(ELKE):
        plan = wereld.zet(plan, "K1", capaciteit=101 + keer)
    with wereld.database.lezen() as verbinding:
        vraag = select(Momentopname.nummer).where(Momentopname.plan_id == plan.kop.id)
        assert verbinding.scalars(vraag).all() == [ELKE]
        stand = plan_voor(verbinding, wereld.planner, plan.kop.id, Projectrol.LEZER)
        for nummer in (ELKE - 1, ELKE, ELKE + 1):
            capaciteit = stand_op(verbinding, stand, nummer).kandidaten["K1"]["capaciteit"]
            assert capaciteit == 99 + nummer


def test_alleen_wat_anders_is_doet_mee():
    tabel = maak_kandidaten(kandidaat("A"), kandidaat("B"), kandidaat("C"))
    nieuw = met(tabel, "B", capaciteit=9).drop(index="C")
    oud_en_nieuw = veranderde_kandidaten(Planinhoud(tabel), Planinhoud(nieuw), NASLAG.kolommen)
    assert set(oud_en_nieuw) == {"B", "C"}
    assert oud_en_nieuw["B"][1]["capaciteit"] == 9
    assert oud_en_nieuw["C"][1] is None
