import json

import pandas as pd
import pytest

from locatieplanner.cli.voortgang import kies_scenario
from locatieplanner.fouten import BestandFout, InvoerFout

RIJEN = (
    "naam;type;capaciteit;woningen;status;beschikbaar_van;beschikbaar_tot;toelichting;x;y\n"
    "Eerst;azc;300;;besluit;1-3-2027;30-6-2028;;155000;463000\n"
    "Later;azc;200;;vergund;2-7-2027;;;155000;463000\n"
    "Ooit;azc;90;;besluit;;;;155000;463000\n"
    "Wonen;flexwonen;80;;besluit;1-1-2027;;;155000;463000\n"
    "Idee;azc;500;;idee;1-1-2027;;;155000;463000\n"
    "Weg;azc;70;;afgevallen;;;geen stroom;155000;463000\n"
)


@pytest.fixture
def plan(tmp_path):
    pad = tmp_path / "plan.csv"
    pad.write_text(RIJEN, encoding="utf-8")
    return pad


def vraag(voer_uit, plan, *opties):
    uitkomst = voer_uit("opgave", "--bestand", plan, "--provincie", "Utrecht", *opties, "--json")
    assert uitkomst.exit_code == 0, uitkomst.stderr
    return json.loads(uitkomst.stdout)


def test_trechter_als_json(voer_uit, plan):
    antwoord = vraag(voer_uit, plan, "--trechter")
    stappen = {rij["status"]: rij for rij in antwoord["stappen"]}
    assert antwoord["gebied"] == "Utrecht"
    assert stappen["besluit"]["plaatsen_opvang"] == 390
    assert stappen["besluit"]["woningen"] is None
    assert stappen["besluit"]["woningen_onbekend"] == 1
    assert stappen["idee"]["tenminste_plaatsen_opvang"] == 1090
    assert stappen["afgevallen"]["tenminste_locaties"] is None
    assert [rij["reden"] for rij in antwoord["vervallen"]] == ["geen stroom"]
    assert {rij["gemeente"] for rij in antwoord["delen"]} == {"Amersfoort"}


def test_trechter_van_het_land_heeft_twaalf_provincies(voer_uit, plan):
    uitkomst = voer_uit("opgave", "--bestand", plan, "--trechter", "--json")
    delen = json.loads(uitkomst.stdout)["delen"]
    assert len({rij["provincie"] for rij in delen}) == 12


def test_trechter_voor_mensen(voer_uit, plan):
    uit = voer_uit("opgave", "--bestand", plan, "--trechter", "--gemeente", "amersfoort").stdout
    assert "Trechter van de gemeente Amersfoort" in uit
    assert "onbekend + 1" in uit
    assert "geen stroom" in uit
    assert "ten minste zo ver" in uit


def test_verloop_als_json(voer_uit, plan):
    antwoord = vraag(
        voer_uit, plan, "--verloop", "--vanaf", "2027-01", "--maanden", "24",
        "--doelset", "spreidingswet-2026",
    )  # fmt: skip
    maanden = {rij["maand"]: rij for rij in antwoord["maanden"]}
    assert len(maanden) == 24
    gepland = [maanden[m]["gepland"] for m in ("2027-02", "2027-03", "2027-08", "2028-07")]
    assert gepland == [0, 300, 500, 200]
    assert maanden["2028-06"]["eindigt"] == 300
    assert maanden["2027-06"]["doel_midden"] is None
    assert maanden["2027-07"]["doel_midden"] > 0
    assert {rij["naam"]: rij["meedoen"] for rij in antwoord["locaties"]}["Ooit"] == (
        "zonder begindatum"
    )
    assert antwoord["doel"]["naam"] == "Utrecht"
    assert set(antwoord["haalmomenten"]) <= {"laag", "midden", "hoog"}
    assert antwoord["samenvatting"].endswith(".")


def test_verloop_zonder_vanaf_begint_deze_maand(voer_uit, plan):
    voor = pd.Timestamp.now().strftime("%Y-%m")
    antwoord = vraag(voer_uit, plan, "--verloop")
    na = pd.Timestamp.now().strftime("%Y-%m")
    assert antwoord["maanden"][0]["maand"] in {voor, na}


def test_verloop_voor_mensen(voer_uit, plan):
    uit = voer_uit(
        "opgave", "--bestand", plan, "--verloop", "--provincie", "Utrecht", "--vanaf", "2027-01"
    ).stdout
    assert "Het doel van Utrecht (2.800 plaatsen)" in uit
    assert "Loopt af in juni 2028" in uit
    assert "Loopt door, zonder einddatum" in uit
    assert "Telt in geen enkele maand (zonder begindatum)" in uit
    assert "maart 2027" in uit
    assert "april 2027" not in uit


def test_de_instelling_van_wat_telt(voer_uit, plan):
    streng = vraag(
        voer_uit, plan, "--verloop", "--vanaf", "2027-01",
        "--parameter", "opgave.gepland_vanaf=vergund",
    )  # fmt: skip
    assert [rij["naam"] for rij in streng["locaties"]] == ["Later"]
    assert any("ten minste vergund" in zin for zin in streng["let_op"])


def test_scenario_als_json(voer_uit, plan):
    antwoord = vraag(voer_uit, plan, "--scenario", "midden", "--vanaf", "2027-01")
    assert antwoord["scenario"]["id"] == "midden"
    assert antwoord["scenario"]["knopen"][-1]["plaatsen"] == 88_000
    assert antwoord["per_jaar"][0]["jaar"] == 2027
    assert antwoord["per_jaar"][0]["plaatsmaanden_tekort"] > 0
    assert antwoord["tekort"][0]["van"] == "2027-01"
    assert 0 < antwoord["aandeel_inwoners"] < 1


def test_eigen_reeks_voor_mensen(voer_uit, plan, tmp_path):
    reeks = tmp_path / "reeks.csv"
    reeks.write_text("maand;plaatsen\n2027-01;100.000\n", encoding="utf-8")
    uit = voer_uit(
        "opgave", "--bestand", plan, "--provincie", "Utrecht", "--scenario", reeks,
        "--vanaf", "2027-01",
    ).stdout  # fmt: skip
    assert "plaatsen te kort" in uit
    assert "100.000 plaatsen in januari 2027" in uit
    assert "naar rato van inwoners" in uit
    assert "€ 27.100" in uit


def test_een_reeks_met_fouten_noemt_ze_allemaal(voer_uit, plan, tmp_path):
    reeks = tmp_path / "reeks.csv"
    reeks.write_text("maand;plaatsen\n2027;5\n2028-01;-1\n", encoding="utf-8")
    uitkomst = voer_uit("opgave", "--bestand", plan, "--scenario", reeks)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "Rij 2, kolom maand" in uitkomst.stderr
    assert "Rij 3, kolom plaatsen" in uitkomst.stderr
    assert "2 fouten in reeks.csv" in uitkomst.stderr


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (("--verloop",), "geef ook een bestand"),
        (("--trechter", "--verloop"), "--trechter en --verloop gaan niet samen"),
        (("--gemeente", "Utrecht"), "hoort bij --trechter of --verloop of --scenario"),
        (("--vanaf", "2027-01"), "hoort bij --verloop of --scenario"),
        (("--maanden", "12"), "hoort bij --verloop"),
        (("--verloop", "--vanaf", "zomer"), "geen maand"),
    ],
)
def test_wat_niet_samengaat(voer_uit, opties, melding):
    uitkomst = voer_uit("opgave", *opties)
    assert (uitkomst.exit_code, uitkomst.stdout) == (2, "")
    assert melding in uitkomst.stderr


def test_kies_scenario(omgeving_echt, tmp_path):
    assert kies_scenario("hoog", omgeving_echt).id == "hoog"
    with pytest.raises(InvoerFout, match="Bedoelt u midden"):
        kies_scenario("middel", omgeving_echt)
    with pytest.raises(BestandFout, match="map"):
        kies_scenario(str(tmp_path), omgeving_echt)
    with pytest.raises(BestandFout, match="bestaat niet"):
        kies_scenario(str(tmp_path / "weg.csv"), omgeving_echt)
