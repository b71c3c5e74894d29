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
    assert "GS-besluit Zuid-Holland" in uitkomst.stdout


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


def test_wat_telt_is_een_instelling(voer_uit, kandidaten):
    streng = ("--parameter", "opgave.gepland_vanaf=vergund")
    uit = voer_uit("opgave", "--bestand", kandidaten, *streng).stdout
    assert "Als gepland tellen kandidaten ten minste vergund." in uit
    antwoord = json.loads(voer_uit("opgave", "--bestand", kandidaten, *streng, "--json").stdout)
    assert antwoord["gepland_vanaf"] == "vergund"
    assert antwoord["nederland"]["gepland"] == 785
    assert "met een besluit" in voer_uit("opgave", "--bestand", kandidaten).stdout


def test_slechte_rijen(voer_uit, slecht):
    assert voer_uit("opgave", "--bestand", slecht).exit_code == 1
    assert voer_uit("opgave", "--bestand", slecht, "--goede-rijen").exit_code == 0


def test_zonder_bestand_is_gepland_onbekend_en_niet_nul(voer_uit):
    uit = voer_uit("opgave").stdout
    assert "Gepland –: geen bestand met plannen geladen" in uit
    assert "nog nodig is zonder geplande plaatsen" in " ".join(uit.split())
    antwoord = json.loads(voer_uit("opgave", "--json").stdout)
    assert {rij["gepland"] for rij in antwoord["provincies"]} == {None}
    assert antwoord["nederland"]["gepland"] is None


def test_met_bestand_is_gepland_een_getal(voer_uit, kandidaten):
    assert "geen bestand met plannen" not in voer_uit("opgave", "--bestand", kandidaten).stdout


def test_gepland_vraagt_geen_hele_beoordeling(voer_uit, kandidaten, monkeypatch):
    from locatieplanner.beoordeling import beoordeling

    monkeypatch.setattr(beoordeling, "beoordeel", None)
    assert voer_uit("opgave", "--bestand", kandidaten).exit_code == 0


def test_nederland_met_gepubliceerd_totaal_en_het_verschil(voer_uit):
    uit = voer_uit("opgave", "--doelset", "opgave-2024-v1").stdout
    regel = next(regel for regel in uit.splitlines() if regel.strip().startswith("Nederland"))
    assert "75.500" in regel
    assert "gepubliceerd 75.500; de provincies tellen op tot 75.499" in uit
    rij = json.loads(voer_uit("opgave", "--doelset", "opgave-2024-v1", "--json").stdout)
    assert rij["nederland"]["doel_midden"] == 75_500
    assert "75.499" in rij["nederland"]["vergelijking"]


def test_bron_en_datum_per_provincie(voer_uit):
    uit = voer_uit("opgave").stdout
    zuid_holland = next(r for r in uit.splitlines() if r.strip().startswith("Zuid-Holland"))
    nummer = zuid_holland.split()[-1]
    bron = next(r for r in uit.splitlines() if r.startswith(nummer))
    assert bron.startswith(f"{nummer} GS-besluit Zuid-Holland")
    assert "(15-9-2020)" in uit
    rijen = json.loads(voer_uit("opgave", "--provincie", "Utrecht", "--json").stdout)["provincies"]
    assert (rijen[0]["doel_brondatum"], rijen[0]["doel_peildatum"]) == ("2022-12", "2022-09-30")


def test_een_ondergrens_blijft_een_ondergrens(voer_uit):
    uit = voer_uit("opgave", "--doelset", "spreidingswet-2026").stdout
    brabant = next(r for r in uit.splitlines() if r.strip().startswith("Noord-Brabant"))
    assert "ten minste 13.000" in brabant
    assert "88.000" in next(r for r in uit.splitlines() if r.strip().startswith("Nederland"))
    rijen = json.loads(voer_uit("opgave", "--doelset", "spreidingswet-2026", "--json").stdout)
    per = {rij["provincie"]: rij for rij in rijen["provincies"]}
    assert per["Noord-Brabant"]["doel_hoog"] is None


def test_per_onderdeel(voer_uit):
    uitkomst = voer_uit("opgave", "--per-onderdeel", "--provincie", "zuid-holland")
    for deel in ("rol", "gvl/satelliet", "korte termijn", "2.450–2.700", "31-12-2023"):
        assert deel in uitkomst.stdout
    rijen = json.loads(
        voer_uit("opgave", "--per-onderdeel", "--doelset", "opgave-2024-v1", "--json").stdout
    )["onderdelen"]
    assert len(rijen) == 25
    assert {rij["onderdeel"] for rij in rijen} == {"totaal", "waarvan_amv"}


def test_doel_en_bestaand_van_een_andere_tijd(voer_uit):
    uit = " ".join(voer_uit("opgave", "--provincie", "Zuid-Holland").stdout.split())
    assert "Het doel geldt per 31-12-2023; de bestaande opvang is van juni 2025" in uit
    assert "het doel alleen rol en gvl/satelliet" in uit
    assert json.loads(voer_uit("opgave", "--json").stdout)["let_op"]
