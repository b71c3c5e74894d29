from sqlalchemy import inspect

from locatieplanner.opslag.database import verbind
from locatieplanner.opslag.migratie import migreer
from tests.opslag.wereld import NASLAG


def test_de_tweede_stap_voegt_samenwerken_toe(leeg_adres):
    with verbind(leeg_adres, NASLAG) as database, database.schrijven() as verbinding:
        assert migreer(verbinding, "0001") == ("0001",)
        voor = set(inspect(verbinding).get_table_names())
        assert migreer(verbinding, "0002") == ("0002",)
        na = set(inspect(verbinding).get_table_names())
        assert na - voor == {"opmerking", "uitnodiging", "beheerregel"}
