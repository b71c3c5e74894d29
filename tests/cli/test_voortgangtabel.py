import pandas as pd

from locatieplanner.cli.voortgangtabel import toon_trechter, toon_verloop, veranderingen
from locatieplanner.opgave.trechter import trechter, trechter_per_gebied, vervallen_met_reden
from locatieplanner.opgave.verloop import verloop
from tests.omgeving import LOCATIETYPEN, doel, maak_doelset, maak_omgeving
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties


def omgeving_met_doel(laag, hoog):
    doelset = maak_doelset(doel("Utrecht", laag, hoog), bestaand_telt_mee=False)
    return maak_omgeving(doelset=doelset)


def test_alleen_maanden_waarin_iets_verandert():
    omgeving = omgeving_met_doel(100, 100)
    kandidaten = locaties(locatie("A", 50, "2027-03-01", "2027-08-31"))
    maanden = verloop(kandidaten, omgeving, "Utrecht", vanaf=BEGIN).maanden
    getoond = [str(maand) for maand in maanden.index[veranderingen(maanden)]]
    assert getoond == ["2027-01", "2027-03", "2027-08", "2027-09", "2028-12"]


def test_onbekend_dat_onbekend_blijft_is_geen_verandering():
    omgeving = maak_omgeving(vul_aan=False)
    maanden = verloop(locaties(), omgeving, "Limburg", vanaf=BEGIN).maanden
    assert veranderingen(maanden).sum() == 2


def test_een_bandbreedte_onder_nul_is_te_lezen(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    omgeving = omgeving_met_doel(100, 150)
    kandidaten = locaties(locatie("A", 120, "2027-01-01"))
    toon_verloop(verloop(kandidaten, omgeving, "Utrecht", vanaf=BEGIN), omgeving)
    uit = capsys.readouterr().out
    assert "-20 tot 30" in uit
    assert "100–150" in uit
    assert "Zekerheid: gepubliceerd" in uit


def test_tekst_van_een_gebruiker_is_geen_opmaak(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    kandidaten = locaties(locatie("A", status="afgevallen", toelichting="[red]te duur[/red]"))
    toon_trechter(
        "Utrecht",
        trechter(kandidaten, LOCATIETYPEN),
        trechter_per_gebied(kandidaten, LOCATIETYPEN, "gemeente", ["Aardam"]),
        vervallen_met_reden(kandidaten),
    )
    uit = capsys.readouterr().out
    assert "[red]te duur[/red]" in uit
    assert "Aardam" in uit
    assert pd.Series(uit.split()).eq("–").sum() == 8
