import pytest
from sqlalchemy import text

from locatieplanner.fouten import OpslagFout


@pytest.mark.parametrize("tabel", ["gebeurtenis", "beheerregel"])
@pytest.mark.parametrize("daad", ["UPDATE {} SET hash = ''", "DELETE FROM {}"])
def test_een_logboek_verandert_niet_ook_niet_buiten_het_programma_om(wereld, tabel, daad):
    wereld.plan()
    with (
        pytest.raises(OpslagFout, match="het logboek verandert niet"),
        wereld.database.schrijven() as verbinding,
    ):
        verbinding.execute(text(daad.format(tabel)))


def test_een_logboek_is_ook_niet_in_een_keer_leeg_te_maken(wereld):
    wereld.plan()
    # SQLite kent geen TRUNCATE: daar is het een fout in de opdracht.
    melding = "OperationalError" if wereld.database.is_sqlite else "het logboek verandert niet"
    with (
        pytest.raises(OpslagFout, match=melding),
        wereld.database.schrijven() as verbinding,
    ):
        verbinding.execute(text("TRUNCATE gebeurtenis CASCADE"))
