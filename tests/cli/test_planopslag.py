import pytest

from locatieplanner.cli.planopslag import geopend, moment, vind_plan, vind_project
from locatieplanner.domein.gebruiker import PLAATSELIJK
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import archiveer, maak_plan
from tests.omgeving import maak_kandidaten


@pytest.fixture
def plannen(eigen_database):
    """Twee plannen met dezelfde naam, en een in het archief."""
    with geopend() as database:
        project = vind_project(database, None)
        inhoud = Planinhoud(maak_kandidaten())
        koppen = [
            maak_plan(database, PLAATSELIJK, project, naam, inhoud).kop
            for naam in ("Dubbel", "Dubbel", "Oud")
        ]
        archiveer(database, PLAATSELIJK, koppen[2].id)
        yield database, koppen


def test_een_plan_is_te_vinden_op_naam_en_op_begin_van_de_sleutel(plannen):
    database, koppen = plannen
    assert vind_plan(database, " oud ").id == koppen[2].id
    assert vind_plan(database, koppen[0].id[:10].upper()).id == koppen[0].id


@pytest.mark.parametrize(
    ("wat", "melding"), [("dubbel", "2 plannen"), ("", "geen plan"), ("zzz", "geen plan")]
)
def test_wat_niet_een_plan_is_noemt_de_keuze(plannen, wat, melding):
    with pytest.raises(PlanFout, match=melding):
        vind_plan(plannen[0], wat)


def test_een_project_is_te_vinden_op_naam_en_op_sleutel(plannen):
    database, koppen = plannen
    assert vind_project(database, "mijn PLANNEN") == koppen[0].project
    assert vind_project(database, koppen[0].project) == koppen[0].project
    with pytest.raises(PlanFout, match="Projecten: Mijn plannen"):
        vind_project(database, "anders")


def test_een_moment_staat_in_de_tijd_van_deze_computer():
    tekst = moment("2026-11-05T09:07:00.000001+00:00")
    assert tekst.split()[0] in {"4-11-2026", "5-11-2026", "6-11-2026"}
    assert tekst.split()[1].endswith(":07")
