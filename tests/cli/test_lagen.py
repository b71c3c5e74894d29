import json

from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.controle import Bevinding


def test_lijst(voer_uit):
    uitkomst = voer_uit("lagen", "lijst", "--json")
    lagen = json.loads(uitkomst.stdout)
    assert [laag["id"] for laag in lagen] == list(lees_catalogus())
    assert list(lagen[0]) == [
        "id", "naam", "bron", "peildatum", "licentie", "status", "aantal", "bestand",
    ]  # fmt: skip
    tabel = voer_uit("lagen", "lijst")
    assert tabel.exit_code == 0
    assert "gemeenten.parquet" in tabel.stdout


def test_controleer(voer_uit):
    uitkomst = voer_uit("lagen", "controleer")
    assert uitkomst.exit_code == 0
    assert "In orde:" in uitkomst.stdout


def test_controleer_met_een_fout(voer_uit, monkeypatch):
    monkeypatch.setattr(
        "locatieplanner.bronnen.controle.controleer_lagen",
        lambda: [Bevinding("a", "x", True, "goed"), Bevinding("b", "y", False, "kapot")],
    )
    uitkomst = voer_uit("lagen", "controleer")
    assert uitkomst.exit_code == 1
    assert "FOUT" in uitkomst.stdout
    assert "1 van 2 controles niet in orde" in uitkomst.stdout
    machine = voer_uit("lagen", "controleer", "--json")
    assert machine.exit_code == 1
    assert [b["in_orde"] for b in json.loads(machine.stdout)] == [True, False]
