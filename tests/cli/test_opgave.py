import json

import pytest

from locatieplanner.domein.gebied import PROVINCIES


def test_twaalf_provincies_in_nederlandse_getallen(voer_uit):
    uitkomst = voer_uit("opgave")
    assert uitkomst.exit_code == 0
    assert all(provincie in uitkomst.stdout for provincie in PROVINCIES)
    assert "3.880–4.200" in uitkomst.stdout
    assert "gepubliceerd" in uitkomst.stdout
    assert "Bestaande opvang telt mee" in uitkomst.stdout


def test_json(voer_uit):
    antwoord = json.loads(voer_uit("opgave", "--json").stdout)
    assert antwoord["doelset"] == "uitvoeringsagenda-2020"
    assert [rij["provincie"] for rij in antwoord["provincies"]] == list(PROVINCIES)


@pytest.mark.parametrize("naam", ["zeeland", " Zeeland", "ZEELAND"])
def test_een_provincie(voer_uit, naam):
    uitkomst = voer_uit("opgave", "--provincie", naam, "--json")
    assert [rij["provincie"] for rij in json.loads(uitkomst.stdout)["provincies"]] == ["Zeeland"]


def test_fryslan_is_friesland(voer_uit):
    uitkomst = voer_uit("opgave", "--provincie", "Fryslân")
    assert "Friesland" in uitkomst.stdout
    assert "Doel:" in uitkomst.stdout


def test_onbekende_provincie(voer_uit):
    uitkomst = voer_uit("opgave", "--provincie", "noord-holand")
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "Bedoelt u Noord-Holland?" in uitkomst.stderr


def test_onbekende_doelset(voer_uit):
    uitkomst = voer_uit("opgave", "--doelset", "x")
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "spreidingswet-2026:" in uitkomst.stderr


def test_wat_besloten_is_telt_als_gepland(voer_uit, tmp_path):
    pad = tmp_path / "plan.csv"
    pad.write_text(
        "naam;type;capaciteit;status;x;y\n"
        "Besloten;azc;300;besluit;155000;463000\n"
        "Idee;azc;500;idee;155000;463000\n"
    )
    zonder = json.loads(voer_uit("opgave", "--json").stdout)["provincies"]
    met = json.loads(voer_uit("opgave", "--bestand", pad, "--json").stdout)["provincies"]
    per = {rij["provincie"]: rij for rij in met}
    assert {p: r["gepland"] for p, r in per.items() if r["gepland"]} == {"Utrecht": 300}
    eerder = {rij["provincie"]: rij for rij in zonder}
    assert per["Utrecht"]["nodig_laag"] == eerder["Utrecht"]["nodig_laag"] - 300


def test_slechte_rijen(voer_uit, slecht):
    assert voer_uit("opgave", "--bestand", slecht).exit_code == 1
    assert voer_uit("opgave", "--bestand", slecht, "--goede-rijen").exit_code == 0
