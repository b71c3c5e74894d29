import json

import pytest

from locatieplanner.cli.flexwonen import Vraag
from locatieplanner.cli.flexwoonweergave import GEEN_WOONLOCATIES, als_json, toon_flexwonen
from locatieplanner.opgave.flexwonen import woonlocaties
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


@pytest.fixture
def vraag(omgeving):
    def maak(*rijen, **anders):
        kandidaten = plan(*rijen)
        locaties = woonlocaties(kandidaten, omgeving, PEIL)
        velden = {"provincie": None, "gemeentecode": None, "alleen_gepland": False,
                  "voor_derden": False} | anders  # fmt: skip
        return Vraag(kandidaten, locaties, omgeving, PEIL, **velden)

    return maak


def test_onbekend_heet_onbekend_en_niet_nul(vraag, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    toon_flexwonen(vraag(zonder_mix("K1", capaciteit=40, status="idee")))
    tekst = capsys.readouterr().out
    assert "Van 1 locatie is het aantal woningen onbekend" in tekst
    rij = next(regel for regel in tekst.splitlines() if "Locatie K1" in regel)
    assert rij.count("onbekend") >= 4
    assert "nan" not in tekst


def test_wat_niet_te_beoordelen_is_wordt_genoemd(vraag, capsys):
    toon_flexwonen(
        vraag(
            zonder_mix("K1", 102_000, beschikbaar_tot="2028-06-30"),
            woning("K2", 108_000, beschikbaar_van="2029-01-01", beschikbaar_tot="2039-01-01"),
        )
    )
    tekst = " ".join(capsys.readouterr().out.split())
    assert "1 geval is niet te beoordelen" in tekst
    assert "? Aardam, in de hele gemeente: niet te beoordelen (mix onbekend: Locatie K1)." in tekst


def test_zonder_woonlocaties(vraag, capsys):
    leeg = vraag(woning("K1", type="azc"))
    toon_flexwonen(leeg)
    assert " ".join(GEEN_WOONLOCATIES.split()) in " ".join(capsys.readouterr().out.split())
    antwoord = json.loads(als_json(leeg))
    assert antwoord["locaties"] == antwoord["eigenaren"] == []
    assert antwoord["totaal"]["woningen"] == 0


def test_alleen_het_gekozen_gebied_telt_voor_verdringing(vraag):
    rijen = (
        woning("K1", 105_000, beschikbaar_tot="2028-06-30"),
        woning("K2", 105_000, status="besluit", aandeel_studenten=1.0,
               beschikbaar_van="2028-07-01", beschikbaar_tot="2039-01-01"),
    )  # fmt: skip

    def aantal(**anders):
        return len(json.loads(als_json(vraag(*rijen, **anders)))["verdringing"]["waarschuwingen"])

    assert aantal() == aantal(provincie="Utrecht", gemeentecode="GM0001") == 2
    assert aantal(provincie="Gelderland") == aantal(gemeentecode="GM0002") == 0
