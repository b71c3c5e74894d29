"""Een volle schijf of een database die weg is geeft een melding, en wat bevestigd was blijft."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from locatieplanner.domein.gebruiker import PLAATSELIJK
from locatieplanner.fouten import OpslagFout
from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.database import verbind
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.storing import als_melding, melding
from tests.diensten import postgis
from tests.opslag.schrijver import schrijf_tot_vol
from tests.opslag.wereld import NASLAG, maak_wereld


@pytest.mark.parametrize(
    ("fout", "deel"),
    [
        ("database or disk is full", "de schijf is vol"),
        ("disk I/O error", "is de schijf vol of weg"),
        ("database is locked", "een ander programma houdt haar bezet"),
        ("attempt to write a readonly database", "alleen lezen"),
        ("unable to open database file", "niet te openen"),
        ("database disk image is malformed", "beschadigd"),
        ("file is not a database", "geen database van locatieplanner"),
        ("no such table: plan", "database migreer"),
        ("iets anders", "OperationalError"),
    ],
)
def test_elke_storing_van_sqlite_heeft_een_zin_met_herstel(fout, deel):
    dit = OperationalError("SELECT geheim", {"a": "geheim"}, sqlite3.OperationalError(fout))
    zin = melding(dit, "plannen.sqlite")
    assert zin.startswith("De database (plannen.sqlite)")
    assert deel in zin
    assert "geheim" not in zin


def test_een_andere_fout_gaat_gewoon_door():
    with pytest.raises(KeyError), als_melding("x"):
        raise KeyError


def test_een_volle_schijf_geeft_een_melding_en_kost_niets(sqlite_sjabloon, tmp_path, processen):
    pad = tmp_path / "plannen.sqlite"
    pad.write_bytes(sqlite_sjabloon.read_bytes())
    with verbind(str(pad), NASLAG) as database:
        plan = maak_wereld(database, "vol").plan().kop.id
    ruimte = pad.stat().st_size + 200_000
    hier, daar = processen.Pipe(duplex=False)
    kind = processen.Process(target=schrijf_tot_vol, args=(str(pad), plan, daar, ruimte))
    kind.start()
    daar.close()
    bewaard, zin = hier.recv()
    kind.join()
    assert len(bewaard) > 5
    assert "schijf" in zin
    assert "Wat al bewaard was, is er nog." in zin
    with verbind(str(pad), NASLAG) as database:
        assert open_plan(database, PLAATSELIJK, plan).nummer >= bewaard[-1]
        assert [b for b in controleer(database) if not b.in_orde] == []


def test_een_ander_programma_dat_het_bestand_vasthoudt(sqlite_sjabloon, tmp_path, monkeypatch):
    monkeypatch.setattr("locatieplanner.opslag.database.WACHT_S", 0.05)
    pad = tmp_path / "plannen.sqlite"
    pad.write_bytes(sqlite_sjabloon.read_bytes())
    with verbind(str(pad), NASLAG) as database:
        wereld = maak_wereld(database, "bezet")
        plan = wereld.plan()
        ander = sqlite3.connect(pad, isolation_level=None)
        ander.execute("BEGIN IMMEDIATE")
        with pytest.raises(OpslagFout, match="bezet"):
            wereld.zet(plan, "K1", capaciteit=3)
        ander.execute("ROLLBACK")
        ander.close()
        assert wereld.zet(plan, "K1", capaciteit=3).nummer == 2


def test_een_map_waar_niet_geschreven_mag_worden_of_een_bestand_van_iets_anders(tmp_path):
    (tmp_path / "bestand.txt").write_text("x")
    with pytest.raises(OpslagFout, match="niet te openen"):
        verbind(str(tmp_path / "bestand.txt" / "x"), NASLAG)
    rommel = tmp_path / "rommel.sqlite"
    rommel.write_bytes(b"geen database" * 100)
    with verbind(str(rommel), NASLAG) as database, pytest.raises(OpslagFout, match="geen database"):
        database.niveau()


def _schrijf_en_verbreek(database, cluster):
    with database.schrijven() as verbinding:
        nummer = verbinding.scalar(text("SELECT pg_backend_pid()"))
        cluster.voer_uit(f"SELECT pg_terminate_backend({nummer})")


if postgis.vind():

    def test_een_server_die_even_weg_is_geeft_een_melding_en_daarna_gaat_het_door():
        with postgis.cluster(postgis.vind()) as server:
            adres = server.adres(server.maak_database())
            with verbind(adres, NASLAG) as database:
                database.migreer()
                wereld = maak_wereld(database, "weg")
                plan = wereld.zet(wereld.plan(), "K1", capaciteit=2)
                server.stop()
                for _ in range(2):
                    with pytest.raises(OpslagFout, match="de server antwoordt niet") as fout:
                        wereld.zet(plan, "K1", capaciteit=3)
                    assert server.wachtwoord not in str(fout.value)
                server.start()
                assert wereld.zet(plan, "K1", capaciteit=3).nummer == 3
                assert [b for b in controleer(database) if not b.in_orde] == []

    def test_een_verbinding_die_tijdens_het_bewaren_wegvalt_zegt_dat_het_niet_zeker_is(cluster):
        adres = cluster.adres(cluster.maak_database(cluster.sjabloon))
        with verbind(adres, NASLAG) as database:
            wereld = maak_wereld(database, "weg")
            plan = wereld.plan()
            with pytest.raises(OpslagFout, match="niet zeker"):
                _schrijf_en_verbreek(database, cluster)
            assert wereld.zet(plan, "K1", capaciteit=3).nummer == 2

    def test_een_verkeerd_wachtwoord_en_een_database_die_er_niet_is(cluster):
        fout_wachtwoord = cluster.adres("postgres").replace(cluster.wachtwoord, "Verkeerd")
        for adres, deel in (
            (fout_wachtwoord, "wachtwoord"),
            (cluster.adres("weg"), "bestaat niet"),
        ):
            with verbind(adres, NASLAG) as database:
                with pytest.raises(OpslagFout, match=deel) as fout:
                    database.niveau()
                assert "Verkeerd" not in str(fout.value)
                assert cluster.wachtwoord not in repr(database) + str(fout.value)
