import pytest
from sqlalchemy import insert, inspect

from locatieplanner.fouten import OpslagFout
from locatieplanner.opslag.tabellen import Basis, Kandidaat, Lid


def test_elke_tabel_is_er_en_heeft_een_sleutel_en_een_uitleg(database):
    with database.lezen() as verbinding:
        er_zijn = set(inspect(verbinding).get_table_names())
    assert set(Basis.metadata.tables) <= er_zijn
    for afbeelding in Basis.registry.mappers:
        assert afbeelding.class_.__doc__
        assert afbeelding.primary_key


@pytest.mark.parametrize(
    ("tabel", "rij"),
    [
        (Lid, {"project_id": "bestaat niet", "subject": "s", "naam": "n", "rol": 1}),
        (Kandidaat, {"plan_id": "bestaat niet", "id": "K", "versie": 1, "volgorde": 0,
                     "naam": "n", "eigenschappen": {}, "vorm": None}),
    ],
)  # fmt: skip
def test_een_verwijzing_naar_niets_wordt_geweigerd(database, tabel, rij):
    with pytest.raises(OpslagFout), database.schrijven() as verbinding:
        verbinding.execute(insert(tabel), rij)


def test_een_rol_die_niet_bestaat_wordt_geweigerd(wereld):
    rij = {"project_id": wereld.project, "subject": "x", "naam": "n", "rol": 9}
    with pytest.raises(OpslagFout), wereld.database.schrijven() as verbinding:
        verbinding.execute(insert(Lid), rij)
