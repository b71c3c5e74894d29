from dataclasses import replace

from locatieplanner.opslag.beheerlog import ketenfouten, lees_beheer, schrijf_beheer
from locatieplanner.opslag.projecten import houd_vast


def _log(wereld):
    with wereld.database.schrijven() as verbinding:
        houd_vast(verbinding, wereld.project)
        for wat in ("een", "twee"):
            schrijf_beheer(verbinding, wereld.project, wereld.beheerder, wat)
        return lees_beheer(verbinding, wereld.project)


def test_elke_regel_draagt_de_afdruk_van_de_vorige(wereld):
    regels = _log(wereld)
    assert [(r.nummer, r.naam) for r in regels[1:]] == [(2, "Beheerder"), (3, "Beheerder")]
    assert list(ketenfouten(regels)) == []


def test_een_regel_die_verandert_of_ontbreekt_valt_op(wereld):
    regels = _log(wereld)
    assert list(ketenfouten([regels[0], replace(regels[1], wat="anders"), regels[2]]))
    assert list(ketenfouten([regels[0], regels[2]]))
