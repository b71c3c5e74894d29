import pytest

from locatieplanner.cli.portefeuilleweergave import toon_portefeuilles
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

RIJEN = [kandidaat(f"K{n}", x=101_000 + 2000 * n, capaciteit=20) for n in range(4)]


@pytest.fixture
def toon(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "220")

    def tonen(*rijen, nodig=40, opdracht=None, **vraag):
        beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", nodig, nodig)])
        opdracht = opdracht or Opdracht(provincies=("Utrecht",))
        toon_portefeuilles(stel_samen(beoordeling, opdracht, Vraag(**vraag)))
        return capsys.readouterr().out

    return tonen


def test_keuze_doelen_bewijs_en_maten(toon):
    uit = toon(*RIJEN)
    assert "Gekozen locaties, beste portefeuille" in uit
    assert "Tekort: 0 plaatsen te weinig; minder dan 0 kan niet (gat 0,00 %, bewezen)." in uit
    assert "Score: " in uit
    assert "Theil en Gini: " in uit
    assert "alternatief" not in uit
    assert "Portefeuille 2" not in uit


def test_alternatieven_front_en_eigen_plan(toon):
    uit = toon(*RIJEN, portefeuilles=3, met_front=True, eigen_plan={"K0": 5})
    assert "Gekozen locaties, portefeuille 1" in uit
    assert "Portefeuille 2 tegenover 1: met K" in uit
    assert "; zonder K" in uit
    assert "Wat meer score kost aan spreiding en locaties" in uit
    assert "eigen plan" in uit
    assert "Het eigen plan voldoet niet aan de opdracht:" in uit
    assert "  niet: ten minste 50 % van de capaciteit van een locatie" in uit


def test_een_eigen_plan_dat_voldoet(toon):
    assert "Het eigen plan voldoet aan de opdracht." in toon(*RIJEN, eigen_plan={"K0": None})


def test_wie_er_in_het_eigen_plan_niet_te_kiezen_is(toon):
    uit = toon(*RIJEN, kandidaat("weg", status="afgevallen"), eigen_plan={"weg": None})
    assert "  weg: uitgesloten: status afgevallen" in uit
    assert "1 kandidaat was niet te kiezen (--json)." in uit


def test_wat_er_knelt(toon):
    opdracht = Opdracht(provincies=("Utrecht",), max_per_gemeente=1)
    uit = toon(*RIJEN, opdracht=opdracht)
    assert (
        "20 plaatsen te weinig in Utrecht; knellend: ten hoogste 1 locatie in Aardam; zonder die "
        "eis nog 0."
    ) in uit


def test_is_er_niets_te_kiezen_dan_staat_dat_er(toon):
    assert "Er is niets gekozen." in toon()
