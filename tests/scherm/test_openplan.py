from dataclasses import replace

import pytest

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import OpslagFout, PlanFout, ToegangFout
from locatieplanner.opslag.database import verbind
from locatieplanner.opslag.geschiedenis import logboek
from locatieplanner.opslag.leden import zet_rol
from locatieplanner.opslag.plannen import archiveer
from locatieplanner.scherm import openplan
from locatieplanner.scherm.openplan import (
    eis_bewaard,
    kies,
    kijk_mee,
    leg_vast,
    nog_te_bewaren,
    open_in_sessie,
    sluit,
    terug,
    toon_nieuwste,
    vooruit,
)
from locatieplanner.scherm.toestand import bewaar
from tests.omgeving import kandidaat
from tests.opslag.wereld import NASLAG, maak_wereld
from tests.scherm.planwereld import Sessie


@pytest.fixture
def wereld(tmp_path):
    with verbind(str(tmp_path / "plannen.sqlite"), NASLAG) as database:
        database.migreer()
        yield maak_wereld(database, "scherm")


@pytest.fixture
def sessie(monkeypatch, wereld):
    def maak(wie="planner"):
        return Sessie(monkeypatch, wereld, getattr(wereld, wie))

    return maak


@pytest.fixture
def plan(wereld):
    return wereld.plan().kop.id


def _gebeurtenissen(wereld, plan):
    return len(logboek(wereld.database, wereld.planner, plan))


def test_elke_wijziging_wordt_een_gebeurtenis_en_kijken_niet(wereld, sessie, plan):
    with sessie() as mijn:
        open_in_sessie(plan)
        begin = _gebeurtenissen(wereld, plan)
        bewaar(mijn.toestand.met_keuze("K1", spring=True))
        leg_vast()
        assert _gebeurtenissen(wereld, plan) == begin
        mijn.verander("K1", capaciteit=77)
        assert nog_te_bewaren(mijn.plan)
        leg_vast()
        leg_vast()
        assert _gebeurtenissen(wereld, plan) == begin + 1
        assert not nog_te_bewaren(mijn.plan)
        assert mijn.plan.tijd is not None
        assert mijn.toestand.gekozen == "K1"
    assert wereld.open(plan).inhoud.kandidaten.loc["K1", "capaciteit"] == 77


def test_de_reden_komt_in_het_logboek(wereld, sessie, plan):
    with sessie() as mijn:
        openplan.zet(replace(open_in_sessie(plan), reden="raadsbesluit"))
        mijn.verander("K1", capaciteit=78)
        leg_vast()
        assert mijn.plan.reden == "raadsbesluit"
    assert logboek(wereld.database, wereld.planner, plan)[0].waarom == "raadsbesluit"


def test_terug_en_vooruit_laten_zien_wat_er_staat_en_de_velden_volgen(sessie, plan):
    with sessie() as mijn:
        open_in_sessie(plan)
        oud = mijn.toestand.gewichten
        nieuw = Gewichten(40, 20, 20, 20)
        bewaar(replace(mijn.toestand, gewichten=nieuw))
        leg_vast()
        mijn.staat.pop("velden_volgen", None)
        terug()
        assert mijn.toestand.gewichten == oud
        assert mijn.staat["velden_volgen"]
        vooruit()
        assert mijn.toestand.gewichten == nieuw
        with pytest.raises(PlanFout):
            vooruit()


def test_wat_een_ander_deed_wordt_gemeld_en_pas_op_verzoek_getoond(sessie, plan):
    mijn, ander = sessie(), sessie("collega")
    with mijn:
        open_in_sessie(plan)
    with ander:
        open_in_sessie(plan)
        ander.verander("K2", capaciteit=222)
        leg_vast()
    with mijn:
        oud = mijn.toestand
        assert not kijk_mee()
        assert mijn.toestand is oud
        (zin,) = mijn.plan.van_anderen
        assert zin.startswith("Collega: ")
        assert "222" in zin
        toon_nieuwste()
        assert mijn.toestand.kandidaten.loc["K2", "capaciteit"] == 222
        assert mijn.plan.nieuwer is None
        assert not kijk_mee()


def test_wie_bewaart_krijgt_wat_een_ander_deed_erbij(sessie, plan):
    mijn, ander = sessie(), sessie("collega")
    with mijn:
        open_in_sessie(plan)
    with ander:
        open_in_sessie(plan)
        ander.verander("K2", capaciteit=222)
        leg_vast()
    with mijn:
        kijk_mee()
        mijn.verander("K1", capaciteit=111)
        assert kijk_mee()
        capaciteit = mijn.toestand.kandidaten["capaciteit"]
        assert (capaciteit["K1"], capaciteit["K2"]) == (111, 222)
        assert mijn.plan.van_anderen
    with ander:
        kijk_mee()
        toon_nieuwste()
        assert ander.toestand.kandidaten.loc["K1", "capaciteit"] == 111


@pytest.mark.parametrize("bezig", [True, False])
def test_wie_haar_rol_verliest_ziet_meteen_niet_meer_dan_zij_mag(wereld, sessie, plan, bezig):
    def zet(rol):
        zet_rol(wereld.database, wereld.beheerder, wereld.project, wereld.planner.subject, rol)

    with sessie() as mijn:
        open_in_sessie(plan)
        zet(Projectrol.LEZER)
        if bezig:
            mijn.verander("K1", capaciteit=7)
        assert kijk_mee()
        assert mijn.toestand.alleen_lezen
        zet(None)
        kijk_mee()
        assert "openplan" not in mijn.staat
        assert "toestand" not in mijn.staat
        assert "geen toegang" in mijn.staat[openplan.MELDING]
    assert wereld.open(plan, wereld.beheerder).nummer == 1


@pytest.mark.parametrize("mijn_keuze", [True, False])
def test_wie_botst_kiest_en_tot_dan_gaat_er_niets_verloren(wereld, sessie, plan, mijn_keuze):
    mijn, ander = sessie(), sessie("collega")
    with mijn:
        open_in_sessie(plan)
        mijn.verander("K1", capaciteit=111, naam="Van mij")
    with ander:
        open_in_sessie(plan)
        ander.verander("K1", capaciteit=222)
        leg_vast()
    with mijn:
        leg_vast()
        (botsing,) = (b for b in mijn.plan.botsingen if b.veld == "capaciteit")
        assert (botsing.mijn, botsing.ander, botsing.door) == (111, 222, "Collega")
        assert mijn.toestand.kandidaten.loc["K1", "capaciteit"] == 111
        assert wereld.open(plan).inhoud.kandidaten.loc["K1", "capaciteit"] == 222
        leg_vast()
        kijk_mee()
        assert mijn.plan.botsingen
        with pytest.raises(OpslagFout, match="Kies eerst"):
            eis_bewaard()
        kies({("K1", "capaciteit")} if mijn_keuze else set())
        assert not mijn.plan.botsingen
        rij = wereld.open(plan).inhoud.kandidaten.loc["K1"]
        assert rij["capaciteit"] == (111 if mijn_keuze else 222)
        assert rij["naam"] == "Van mij"
        assert mijn.toestand.kandidaten.loc["K1", "capaciteit"] == rij["capaciteit"]


def test_een_storing_staat_er_tot_het_werk_alsnog_bewaard_is(monkeypatch, wereld, sessie, plan):
    with sessie() as mijn:
        open_in_sessie(plan)

        def weg():
            raise OpslagFout("De database is er niet.")

        mijn.verander("K1", capaciteit=99)
        monkeypatch.setattr(openplan, "plandatabase", weg)
        leg_vast()
        kijk_mee()
        assert mijn.plan.storing == "De database is er niet."
        assert mijn.toestand.kandidaten.loc["K1", "capaciteit"] == 99
        with pytest.raises(OpslagFout, match="niet bewaard"):
            sluit()
        with pytest.raises(OpslagFout):
            open_in_sessie("een ander plan")
        assert mijn.plan.id == plan
        monkeypatch.setattr(openplan, "plandatabase", lambda: wereld.database)
        kijk_mee()
        assert mijn.plan.storing == ""
        sluit()
        assert "openplan" not in mijn.staat
    assert wereld.open(plan).inhoud.kandidaten.loc["K1", "capaciteit"] == 99


def test_een_lezer_verandert_niets_en_ziet_beschermde_locaties_alleen_per_gemeente(wereld, sessie):
    plan = wereld.plan(
        kandidaat("K1"), kandidaat("GEHEIM", 115_000, type="amv", naam="Geheime plek")
    ).kop.id
    with sessie("lezer") as lezer:
        open_in_sessie(plan)
        assert lezer.toestand.alleen_lezen
        assert "GEHEIM" not in lezer.toestand.kandidaten.index
        assert len(lezer.toestand.afgeschermd) == 1
        lezer.verander("K1", capaciteit=1)
        leg_vast()
        assert wereld.open(plan).nummer == 1
        with pytest.raises(ToegangFout):
            terug()
        sluit()
        # Er blijft niets van het plan achter; het scherm begint weer met het voorbeeld.
        assert "toestand" not in lezer.staat


def test_een_planner_houdt_na_het_sluiten_wat_er_te_zien_was(sessie, plan):
    with sessie() as mijn:
        open_in_sessie(plan, 1)
        sluit()
        assert "openplan" not in mijn.staat
        assert not mijn.toestand.alleen_lezen
        assert set(mijn.toestand.kandidaten.index) == {"K1", "K2"}


def test_geen_rol_en_geen_plan_geven_dezelfde_melding(sessie, plan):
    with sessie("vreemde"):
        with pytest.raises(ToegangFout) as geen_rol:
            open_in_sessie(plan)
        with pytest.raises(ToegangFout) as geen_plan:
            open_in_sessie("bestaat-niet")
    assert str(geen_rol.value) == str(geen_plan.value)


def test_een_oude_versie_en_een_plan_in_het_archief_zijn_alleen_te_lezen(wereld, sessie, plan):
    with sessie() as mijn:
        open_in_sessie(plan)
        mijn.verander("K1", capaciteit=5)
        leg_vast()
        open_in_sessie(plan, 1)
        assert mijn.toestand.alleen_lezen
        mijn.verander("K1", capaciteit=6)
        leg_vast()
        assert wereld.open(plan).nummer == 2
        archiveer(wereld.database, wereld.planner, plan)
        assert not open_in_sessie(plan).te_wijzigen
