import pytest
from pandas.testing import assert_frame_equal

from locatieplanner.domein.gebruiker import ELK_PROJECT, PLAATSELIJK, Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout, ToegangFout
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.geschiedenis import logboek
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import (
    als_stand,
    archiveer,
    hernoem,
    kopieer,
    maak_plan,
    plannen,
)
from locatieplanner.opslag.projecten import maak_project
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG


def test_de_lijst_geeft_wat_men_mag_zien_het_laatste_eerst(wereld):
    een, twee = wereld.plan(naam="Een"), wereld.plan(naam="Twee")
    wereld.zet(een, "K1", wereld.collega, capaciteit=3)
    koppen = plannen(wereld.database, wereld.lezer)
    assert [(k.naam, k.nummer, k.door, k.rol) for k in koppen] == [
        ("Een", 2, "Collega", Projectrol.LEZER), ("Twee", 1, "Planner", Projectrol.LEZER),
    ]  # fmt: skip
    assert plannen(wereld.database, wereld.vreemde) == ()
    assert len(plannen(wereld.database, wereld.planner, wereld.project)) == 2
    assert {twee.kop.id, een.kop.id} <= {k.id for k in plannen(wereld.database, PLAATSELIJK)}


def test_een_rol_uit_de_aanmelding_geldt_ook_in_de_lijst(wereld):
    wereld.plan()
    hier = Gebruiker("nieuw", "Nieuw", ((wereld.project, Projectrol.PLANNER),))
    overal = Gebruiker("nieuw", "Nieuw", ((ELK_PROJECT, Projectrol.LEZER),))
    (kop,) = plannen(wereld.database, hier)
    assert kop.rol is Projectrol.PLANNER
    (kop,) = plannen(wereld.database, overal, wereld.project)
    assert kop.rol is Projectrol.LEZER


def test_hernoemen_en_archiveren_staan_in_het_logboek(wereld):
    plan = wereld.plan()
    wie = (wereld.database, wereld.planner, plan.kop.id)
    assert hernoem(*wie, "  Nieuwe\u202e naam ", "beter").naam == "Nieuwe naam"
    assert hernoem(*wie, "Nieuwe naam").nummer == 2
    assert archiveer(*wie).gearchiveerd
    assert plannen(wereld.database, wereld.planner) == ()
    assert len(plannen(wereld.database, wereld.planner, ook_archief=True)) == 1
    assert not archiveer(*wie, terug=True, waarom="toch").gearchiveerd
    soorten = [regel.soort for regel in logboek(*wie)]
    assert soorten == [Soort.TERUGGEHAALD, Soort.GEARCHIVEERD, Soort.HERNOEMD, Soort.GEMAAKT]


@pytest.mark.parametrize("naam", ["", "  ", "x" * 201, "bel 06-12345678"])
def test_een_naam_die_niet_kan(wereld, naam):
    plan = wereld.plan()
    with pytest.raises(PlanFout, match="De naam van het plan"):
        hernoem(wereld.database, wereld.planner, plan.kop.id, naam)
    with pytest.raises(PlanFout, match="De naam van het plan"):
        wereld.plan(naam=naam)


def test_een_kopie_begint_opnieuw_en_weet_waar_zij_vandaan_komt(wereld):
    plan = wereld.plan(kandidaat("A", type="amv"), kandidaat("B"))
    gewoon = wereld.zet(wereld.zet(plan, "A", type="azc"), "B", capaciteit=5)
    kopie = kopieer(wereld.database, wereld.collega, plan.kop.id, "Kopie", nummer=2)
    assert (kopie.nummer, kopie.kop.naam) == (1, "Kopie")
    assert_frame_equal(kopie.inhoud.kandidaten, wereld.open(plan, nummer=2).inhoud.kandidaten)
    (regel,) = logboek(wereld.database, wereld.planner, kopie.kop.id)
    assert (regel.soort, regel.naam) == (Soort.GEKOPIEERD, "Collega")
    # Wat in het ene plan afgeschermd is, is dat ook in de kopie.
    assert "A" not in wereld.open(kopie, wereld.lezer).inhoud.kandidaten.index
    laatste = kopieer(wereld.database, wereld.planner, gewoon.kop.id, "Laatste")
    assert laatste.inhoud.kandidaten.loc["B", "capaciteit"] == 5


def test_naar_een_ander_project_moet_men_daar_ook_planner_zijn(wereld):
    ander = maak_project(wereld.database, PLAATSELIJK, "Ander").id
    plan = wereld.plan()
    with pytest.raises(ToegangFout):
        kopieer(wereld.database, wereld.planner, plan.kop.id, "K", project=ander)
    assert kopieer(wereld.database, PLAATSELIJK, plan.kop.id, "K", project=ander).nummer == 1


def test_een_plan_met_iets_wat_niet_mag_ontstaat_niet(wereld):
    fout = Planinhoud(maak_kandidaten(kandidaat("K1", type="kasteel")))
    with pytest.raises(PlanFout, match="kasteel"):
        maak_plan(wereld.database, wereld.planner, wereld.project, "Fout", fout)
    assert plannen(wereld.database, wereld.planner) == ()


def test_de_stand_heeft_de_kandidaten_op_hun_plaats():
    stand = als_stand(Planinhoud(maak_kandidaten(kandidaat("B"), kandidaat("A"))), NASLAG.kolommen)
    assert {id_: v["volgorde"] for id_, v in stand.kandidaten.items()} == {"B": 0, "A": 1}
