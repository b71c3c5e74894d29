"""Van elk ouder niveau gaat de database met alles erin naar het nieuwste."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, inspect, text

from locatieplanner.domein.gebruiker import PLAATSELIJK, Projectrol
from locatieplanner.fouten import OpslagFout
from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.database import open_database, verbind
from locatieplanner.opslag.delta import Stand, maak_delta
from locatieplanner.opslag.gebeurtenis import BEGIN, Soort
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.migratie import migreer, niveau, niveaus
from locatieplanner.opslag.opmerkingen import opmerkingen
from locatieplanner.opslag.planinhoud import ARCHIEF, NAAM, Planinhoud
from locatieplanner.opslag.plannen import als_stand
from locatieplanner.opslag.tabellen import Basis, Plan, Project
from locatieplanner.opslag.toegang import Planstand
from locatieplanner.opslag.vastleggen import leg_vast
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG

OUDER = niveaus()[:-1]


def _vul(verbinding):
    """Zet een plan met een opmerking in een database van niveau 0001, met alleen wat daar was."""
    verbinding.execute(insert(Project), {"id": "p" * 32, "naam": "Oud", "gemaakt": "2026"})
    plan = Planstand("a" * 32, "p" * 32, "Oud plan", False, 0, BEGIN, "", "Ik", Projectrol.PLANNER)
    verbinding.execute(
        insert(Plan),
        {
            "id": plan.id, "project_id": plan.project, "naam": plan.naam, "gearchiveerd": False,
            "nummer": 0, "hash": BEGIN, "gewijzigd": "", "door": "Ik",
        },
    )  # fmt: skip
    tabel = maak_kandidaten(kandidaat("K1"), kandidaat("AMV", type="amv"))
    stand = als_stand(Planinhoud(tabel), NASLAG.kolommen)
    stand.instellingen |= {NAAM: plan.naam, ARCHIEF: False}
    delta = maak_delta(Stand(), stand)
    plan = leg_vast(verbinding, NASLAG, plan, PLAATSELIJK, Soort.GEMAAKT, delta)
    tekst = {"kandidaat": "K1", "tekst": 'Wat vindt de raad\'s "commissie"?'}
    leg_vast(verbinding, NASLAG, plan, PLAATSELIJK, Soort.OPMERKING, tekst)
    return plan.id


@pytest.mark.parametrize("oud", OUDER)
def test_van_elk_ouder_niveau_met_alles_erin(leeg_adres, oud):
    with verbind(leeg_adres, NASLAG) as database, database.schrijven() as verbinding:
        assert migreer(verbinding, oud) == niveaus()[: niveaus().index(oud) + 1]
        plan = _vul(verbinding)
    with verbind(leeg_adres, NASLAG) as database:
        assert database.migreer() == niveaus()[niveaus().index(oud) + 1 :]
        assert database.niveau() == niveaus()[-1]
        assert list(open_plan(database, PLAATSELIJK, plan).inhoud.kandidaten.index) == ["K1", "AMV"]
        (opmerking,) = opmerkingen(database, PLAATSELIJK, plan)
        assert (opmerking.kandidaat, opmerking.tekst) == ("K1", 'Wat vindt de raad\'s "commissie"?')
        assert [b for b in controleer(database) if not b.in_orde] == []
        assert database.migreer() == ()


def test_een_oud_sqlite_bestand_gaat_bij_openen_verder_met_een_kopie_ernaast(tmp_path):
    pad = tmp_path / "plannen.sqlite"
    with verbind(str(pad), NASLAG) as database, database.schrijven() as verbinding:
        migreer(verbinding, "0001")
        _vul(verbinding)
    with open_database(str(pad), NASLAG) as database:
        assert database.niveau() == niveaus()[-1]
    with verbind(str(tmp_path / "plannen.sqlite.0001"), NASLAG) as kopie:
        assert kopie.niveau() == "0001"


def test_op_een_server_moet_een_beheerder_het_doen(leeg_adres):
    if "postgresql" not in leeg_adres:
        with open_database(leeg_adres, NASLAG) as database:
            assert database.niveau() == niveaus()[-1]
        return
    with pytest.raises(OpslagFout, match="is nog leeg"):
        open_database(leeg_adres, NASLAG)
    with verbind(leeg_adres, NASLAG) as database, database.schrijven() as verbinding:
        migreer(verbinding, "0001")
    with pytest.raises(OpslagFout, match=r"ouder programma \(0001\)"):
        open_database(leeg_adres, NASLAG)


def test_een_nieuwere_database_en_die_van_iets_anders_worden_geweigerd(leeg_adres):
    with verbind(leeg_adres, NASLAG) as database:
        database.migreer()
        with database.schrijven() as verbinding:
            verbinding.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        for doe in (database.niveau, database.migreer):
            with pytest.raises(OpslagFout, match="nieuwer programma"):
                doe()


def test_een_stap_die_mislukt_laat_alles_zoals_het_was(leeg_adres, monkeypatch):
    with verbind(leeg_adres, NASLAG) as database:
        with database.schrijven() as verbinding:
            migreer(verbinding, "0001")
            verbinding.execute(text("CREATE TABLE uitnodiging (a INTEGER)"))
        with pytest.raises(OpslagFout):
            database.migreer()
        assert database.niveau() == "0001"
        with database.lezen() as verbinding:
            assert "opmerking" not in inspect(verbinding).get_table_names()


def test_de_stappen_geven_precies_de_tabellen_van_het_programma(eigen_database):
    with eigen_database.lezen() as verbinding:
        verschil = compare_metadata(
            MigrationContext.configure(
                verbinding,
                opts={"include_object": lambda o, naam, soort, *_: soort != "index"
                      and naam not in ("spatial_ref_sys", "alembic_version")},
            ),
            Basis.metadata,
        )  # fmt: skip
        assert [v for v in verschil if "modify_type" not in str(v)] == []
        assert niveau(verbinding) == niveaus()[-1]
