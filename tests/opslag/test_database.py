import os
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from locatieplanner.fouten import OpslagFout
from locatieplanner.opslag.adres import VARIABELE
from locatieplanner.opslag.database import open_database, verbind
from tests.opslag.wereld import NASLAG, maak_wereld


def test_een_nieuw_bestand_is_alleen_van_de_gebruiker(tmp_path, monkeypatch):
    pad = tmp_path / "map" / "plannen.sqlite"
    monkeypatch.setenv(VARIABELE, str(pad))
    with open_database(naslag=NASLAG) as database:
        maak_wereld(database, "rechten").plan()
        for bestand in pad.parent.iterdir():
            assert bestand.stat().st_mode & 0o077 == 0, bestand.name
        assert pad.parent.stat().st_mode & 0o077 == 0
        assert repr(database) == f"Database('{pad}')"


def test_sqlite_staat_zo_dat_een_bevestigde_wijziging_blijft(tmp_path):
    with (
        open_database(str(tmp_path / "p.sqlite"), NASLAG) as database,
        database.lezen() as verbinding,
    ):
        stand = {
            naam: verbinding.scalar(text(f"PRAGMA {naam}"))
            for naam in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert stand == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0,
    }  # fmt: skip


def test_wie_leest_ziet_een_moment_en_houdt_niemand_op(wereld):
    plan = wereld.plan()
    with wereld.database.lezen() as verbinding:
        vraag = text("SELECT nummer FROM plan WHERE id = :id")
        assert verbinding.scalar(vraag, {"id": plan.kop.id}) == 1
        wereld.zet(plan, "K1", capaciteit=5)
        assert verbinding.scalar(vraag, {"id": plan.kop.id}) == 1
    with wereld.database.lezen() as verbinding:
        assert verbinding.scalar(vraag, {"id": plan.kop.id}) == 2


def test_bij_een_fout_in_het_blok_is_er_niets_veranderd(wereld):
    plan = wereld.plan()
    with pytest.raises(KeyError):
        _schrijf_en_val(wereld.database)
    assert wereld.open(plan).kop.naam == "Proefplan"


def _schrijf_en_val(database):
    with database.schrijven() as verbinding:
        verbinding.execute(text("UPDATE plan SET naam = 'x'"))
        raise KeyError


def test_een_lezer_van_de_server_kan_niet_schrijven(wereld):
    if wereld.database.is_sqlite:
        return
    with pytest.raises(OpslagFout), wereld.database.lezen() as verbinding:
        verbinding.execute(text("UPDATE plan SET naam = 'x'"))


def test_tekst_met_aanhalingstekens_is_gewoon_tekst(wereld):
    kwaad = "'; DROP TABLE plan; --"
    plan = wereld.plan(naam=kwaad)
    assert wereld.open(plan).kop.naam == kwaad
    assert wereld.zet(plan, "K1", naam=kwaad, waarom=kwaad).inhoud.kandidaten.loc["K1", "naam"] == (
        kwaad
    )


def test_draden_openen_tegelijk_een_nieuw_bestand(tmp_path):
    fouten = []

    def open_en_sluit():
        try:
            open_database(str(tmp_path / "p.sqlite"), NASLAG).sluit()
        except OpslagFout as fout:
            fouten.append(str(fout))

    draden = [threading.Thread(target=open_en_sluit) for _ in range(6)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert fouten == []


def test_een_bestand_van_iets_anders_blijft_met_rust(tmp_path):
    pad = tmp_path / "ander.sqlite"
    with sqlite3.connect(pad) as verbinding:
        verbinding.execute("CREATE TABLE iets (a)")
    with pytest.raises(OpslagFout, match="database van iets anders"):
        open_database(str(pad), NASLAG)


def test_een_map_die_niet_te_maken_is(tmp_path):
    Path(tmp_path / "bestand").write_text("x")
    with pytest.raises(OpslagFout, match="niet te openen") as fout:
        verbind(str(tmp_path / "bestand" / "p.sqlite"), NASLAG)
    assert os.fspath(tmp_path) in str(fout.value)


def test_geen_fout_noemt_wat_er_in_een_plan_staat(eigen_wereld):
    plan = eigen_wereld.plan()
    with eigen_wereld.database.schrijven() as verbinding:
        verbinding.execute(text("ALTER TABLE kandidaat RENAME TO weg"))
    with pytest.raises(OpslagFout, match="database migreer") as fout:
        eigen_wereld.zet(plan, "K1", naam="Geheime Laan")
    assert "Geheime Laan" not in str(fout.value)
    assert fout.value.__cause__ is None
