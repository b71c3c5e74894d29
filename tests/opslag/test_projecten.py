import pytest

from locatieplanner.domein.gebruiker import ELK_PROJECT, PLAATSELIJK, Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout, ToegangFout
from locatieplanner.opslag.leden import leden
from locatieplanner.opslag.plannen import archiveer
from locatieplanner.opslag.projecten import (
    EERSTE_NAAM,
    eerste_project,
    houd_vast,
    maak_project,
    projecten,
)

BEHEER = Gebruiker("hoofd", "Hoofd", ((ELK_PROJECT, Projectrol.BEHEERDER),))


def test_ieder_ziet_de_eigen_projecten_met_hun_plannen(wereld):
    wereld.plan()
    archiveer(wereld.database, wereld.planner, wereld.plan().kop.id)
    (project,) = projecten(wereld.database, wereld.lezer)
    assert (project.id, project.rol, project.plannen) == (wereld.project, Projectrol.LEZER, 1)
    assert projecten(wereld.database, wereld.vreemde) == ()
    assert wereld.project in {p.id for p in projecten(wereld.database, PLAATSELIJK)}


def test_alleen_een_beheerder_van_alles_maakt_een_project(wereld):
    for wie in (wereld.beheerder, wereld.planner, wereld.vreemde):
        with pytest.raises(ToegangFout, match="beheerder van alle projecten"):
            maak_project(wereld.database, wie, "Nieuw")
    nieuw = maak_project(wereld.database, BEHEER, " Nieuw ")
    assert (nieuw.naam, nieuw.rol) == ("Nieuw", Projectrol.BEHEERDER)
    assert [lid.naam for lid in leden(wereld.database, BEHEER, nieuw.id)] == ["Hoofd"]
    with pytest.raises(PlanFout, match="De naam van het project"):
        maak_project(wereld.database, BEHEER, "")


def test_wie_alleen_werkt_krijgt_vanzelf_een_project(eigen_database):
    eerste = eerste_project(eigen_database, PLAATSELIJK)
    assert eerste.naam == EERSTE_NAAM
    assert eerste_project(eigen_database, PLAATSELIJK).id == eerste.id
    with pytest.raises(ToegangFout, match="uitnodiging"):
        eerste_project(eigen_database, Gebruiker("s", "S"))


def test_een_project_vasthouden_kan_ook_als_het_er_niet_is(wereld):
    with wereld.database.schrijven() as verbinding:
        houd_vast(verbinding, "0" * 32)
