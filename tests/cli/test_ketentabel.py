import json

import pandas as pd

from locatieplanner.cli.ketentabel import als_json, toon_keten
from locatieplanner.opgave.beschikbaarheid import NOOIT
from tests.ketens import plan, reken


def test_tabel_per_maand_met_de_zin_eronder(capsys):
    toon_keten(reken(plan((84, "2027-06", NOOIT))), "heel Nederland", met_plan=True)
    uit = capsys.readouterr().out
    regel = next(regel for regel in uit.splitlines() if regel.strip().startswith("10-2027"))
    assert "84" in regel.split()
    assert "In augustus 2027 zijn er door de flexwoningen in dit plan 84" in uit
    assert "Flexwoningen in dit plan: 28 mensen verhuizen erheen" in uit


def test_de_tabel_past_op_een_smalle_terminal(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    toon_keten(reken(plan((84, "2027-06", NOOIT))), "heel Nederland", met_plan=True)
    kop, rij = capsys.readouterr().out.splitlines()[1:3]
    assert kop.split()[:5] == ["maand", "zonder", "met", "minder", "procedure"]
    assert rij.split()[0] == "1-2026"
    assert "…" not in kop + rij


def test_een_gebied_zegt_dat_het_verkleind_is(capsys):
    toon_keten(reken(plan(), deel=0.1), "Utrecht", met_plan=False)
    uit = " ".join(capsys.readouterr().out.split())
    assert "voor Utrecht het evenredige deel" in uit


def test_json_telt_op_en_is_elke_keer_gelijk():
    uitkomst = reken(plan((84, "2027-06", pd.Period("2028-01", "M").ordinal)))
    assert als_json(uitkomst, "heel Nederland") == als_json(uitkomst, "heel Nederland")
    antwoord = json.loads(als_json(uitkomst, "heel Nederland"))
    for rij in antwoord["maanden"]:
        assert abs(rij["opvang_zonder"] - rij["opvang_met"] - rij["minder"]) < 1e-5
    assert antwoord["zinnen"][0].endswith("84 opvangplaatsen minder nodig.")
    assert antwoord["wat_het_niet_doet"]
