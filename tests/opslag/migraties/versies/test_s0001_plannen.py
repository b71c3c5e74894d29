from sqlalchemy import inspect, text

from locatieplanner.opslag.database import verbind
from locatieplanner.opslag.migratie import migreer
from tests.opslag.wereld import NASLAG


def test_de_eerste_stap_maakt_de_plannen_zonder_samenwerken(leeg_adres):
    with verbind(leeg_adres, NASLAG) as database, database.schrijven() as verbinding:
        migreer(verbinding, "0001")
        tabellen = set(inspect(verbinding).get_table_names())
        assert {"project", "lid", "plan", "kandidaat", "gebeurtenis", "momentopname"} <= tabellen
        assert "opmerking" not in tabellen
        if verbinding.dialect.name == "postgresql":
            rij = verbinding.execute(
                text("SELECT type, srid FROM geometry_columns WHERE f_table_name = 'kandidaat'")
            ).one()
            assert tuple(rij) == ("GEOMETRY", 28992)
