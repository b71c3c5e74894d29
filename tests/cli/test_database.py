import json
import sqlite3


def test_migreer_maakt_en_zegt_wat_er_gezet_is(voer_uit, eigen_database):
    eerste = voer_uit("database", "migreer")
    assert eerste.exit_code == 0
    assert "gezet: 0001, 0002" in eerste.stdout
    assert "er was niets te doen" in voer_uit("database", "migreer").stdout
    assert eigen_database.stat().st_mode & 0o077 == 0


def test_reservekopie_herstel_en_controleer(voer_uit, eigen_database, kandidaten, tmp_path):
    voer_uit("plan", "maak", kandidaten, "--naam", "A")
    for naam in ("kopie.zip", "kopie.sqlite"):
        kopie = tmp_path / naam
        assert voer_uit("database", "reservekopie", kopie).exit_code == 0
        assert voer_uit("database", "reservekopie", kopie).exit_code == 1
        assert voer_uit("database", "reservekopie", kopie, "--overschrijf").exit_code == 0
        zonder = voer_uit("database", "herstel", kopie)
        assert zonder.exit_code == 1
        assert "--overschrijf" in zonder.stderr
        terug = voer_uit("database", "herstel", kopie, "--overschrijf")
        assert terug.exit_code == 0, terug.output
        assert "Wat er stond, staat in" in terug.stdout
    assert len(json.loads(voer_uit("plan", "lijst", "--json").stdout)) == 1
    goed = voer_uit("database", "controleer")
    assert goed.exit_code == 0
    assert "1 gebeurtenissen heel" in goed.stdout


def test_controleer_meldt_wat_er_buiten_om_veranderd_is(voer_uit, eigen_database, kandidaten):
    voer_uit("plan", "maak", kandidaten, "--naam", "A")
    with sqlite3.connect(eigen_database) as verbinding:
        verbinding.execute("DROP TRIGGER gebeurtenis_vast_update")
        verbinding.execute("UPDATE gebeurtenis SET waarom = 'stil'")
    uitkomst = voer_uit("database", "controleer")
    assert uitkomst.exit_code == 1
    assert "is veranderd nadat zij vastgelegd was" in uitkomst.stdout
    machine = json.loads(voer_uit("database", "controleer", "--json").stdout)
    assert [b["wat"] for b in machine if not b["in_orde"]] == ["logboeken", "plan A"]


def test_een_reservekopie_die_er_niet_is(voer_uit, eigen_database, tmp_path):
    uitkomst = voer_uit("database", "herstel", tmp_path / "weg.zip")
    assert uitkomst.exit_code == 1
    assert "niet te lezen" in uitkomst.stderr


def test_een_wachtwoord_komt_nergens_in_beeld(voer_uit, monkeypatch):
    monkeypatch.setenv(
        "LOCATIEPLANNER_DATABASE", "postgresql+psycopg://ik:ZeerGeheim@127.0.0.1:1/plannen"
    )
    for woorden in (("plan", "lijst"), ("database", "migreer"), ("database", "controleer")):
        uitkomst = voer_uit(*woorden)
        assert uitkomst.exit_code == 1
        assert "ZeerGeheim" not in uitkomst.output + uitkomst.stderr
        assert "PostgreSQL, 127.0.0.1:1, database plannen" in uitkomst.stderr
        assert "de server antwoordt niet" in uitkomst.stderr
