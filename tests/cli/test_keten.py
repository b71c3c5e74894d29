import json

import pytest

SCENARIO = """naam = "Eigen <b>verwachting</b>"
start = "2027-01"
instroom_per_maand = 1000
beginstand_wachtend = 10000

[reeksen.nareis_per_maand]
"2027-02" = 50

[taakstelling]
"2027-I" = 6000
"""


@pytest.fixture
def plan(tmp_path):
    """Een flexcomplex in Utrecht dat meetelt, en een waarvan veel onbekend is."""
    pad = tmp_path / "plan.csv"
    pad.write_text(
        "id;naam;type;capaciteit;status;beschikbaar_van;beschikbaar_tot;aandeel_statushouders;"
        "aandeel_studenten;x;y\n"
        "A;Complex A;flexwonen;120;besluit;2027-06-01;2037-05-31;0,7;0,3;155000;463000\n"
        "B;Complex B;flexwonen;50;idee;;;;;155000;463000\n",
        encoding="utf-8",
    )
    return pad


@pytest.fixture
def eigen(tmp_path):
    pad = tmp_path / "eigen.toml"
    pad.write_text(SCENARIO, encoding="utf-8")
    return pad


def test_zonder_iets_te_kiezen(voer_uit):
    uitkomst = voer_uit("keten", "--maanden", "3")
    assert uitkomst.exit_code == 0
    assert [r.split()[0] for r in uitkomst.stdout.splitlines()[2:5]] == [
        "1-2026",
        "2-2026",
        "3-2026",
    ]
    assert "Geen bestand met plannen geladen" in uitkomst.stdout
    assert "Midden: zoals heel 2025" in uitkomst.stdout
    assert "geschat" in uitkomst.stdout
    assert "Wat deze berekening niet doet" in uitkomst.stdout


@pytest.mark.parametrize(
    ("naam", "begin"), [("laag", "Laag:"), ("midden", "Midden:"), ("hoog", "Hoog:")]
)
def test_een_scenario_bij_naam(voer_uit, naam, begin):
    antwoord = json.loads(voer_uit("keten", "--scenario", naam, "--json").stdout)
    assert antwoord["scenario"].startswith(begin)
    assert len(antwoord["maanden"]) == 60


def test_een_flexcomplex_in_juni_maakt_in_het_najaar_plaatsen_vrij(voer_uit, plan):
    tekst = voer_uit("keten", "--bestand", plan, "--maanden", "36").stdout
    assert "84 opvangplaatsen minder nodig" in tekst
    assert "Het verschil begint in juni 2027 met 28" in tekst
    assert "Telt niet mee: Complex B" in tekst
    antwoord = json.loads(voer_uit("keten", "--bestand", plan, "--json").stdout)
    per_maand = {rij["maand"]: rij for rij in antwoord["maanden"]}
    assert [round(per_maand[f"2027-{maand}"]["minder"]) for maand in ("05", "06", "07", "10")] == [
        *(0, 28, 56, 84),
    ]
    assert [rij["id"] for rij in antwoord["flexwoningen"]["tellen_mee"]] == ["A"]
    (niet,) = antwoord["flexwoningen"]["tellen_niet_mee"]
    assert (niet["id"], niet["plaatsen"]) == ("B", None)


def test_wat_meetelt_is_een_instelling(voer_uit, plan):
    antwoord = json.loads(
        voer_uit(
            "keten", "--bestand", plan, "--parameter", "opgave.gepland_vanaf=vergund", "--json"
        ).stdout
    )
    assert antwoord["flexwoningen"]["tellen_mee"] == []


def test_een_parameter_van_de_keten(voer_uit):
    antwoord = json.loads(
        voer_uit("keten", "--parameter", "keten.instroom_per_maand=777", "--json").stdout
    )
    assert {rij["instroom"] for rij in antwoord["maanden"]} == {777}
    assert antwoord["getallen"]["instroom_per_maand"] == 777


def test_een_provincie_is_het_evenredige_deel_met_haar_eigen_flexwoningen(voer_uit, plan):
    land = json.loads(voer_uit("keten", "--bestand", plan, "--json").stdout)
    utrecht = json.loads(
        voer_uit("keten", "--bestand", plan, "--provincie", "utrecht", "--json").stdout
    )
    zeeland = json.loads(
        voer_uit("keten", "--bestand", plan, "--provincie", "Zeeland", "--json").stdout
    )
    assert (land["deel_inwoners"], utrecht["gebied"]) == (1, "Utrecht")
    assert 0.05 < utrecht["deel_inwoners"] < 0.1
    assert utrecht["maanden"][-1]["minder"] == pytest.approx(84)
    assert zeeland["maanden"][-1]["minder"] == 0
    assert zeeland["flexwoningen"] == {"tellen_mee": [], "tellen_niet_mee": []}
    tekst = " ".join(voer_uit("keten", "--provincie", "Utrecht", "--maanden", "2").stdout.split())
    assert "het evenredige deel van het land" in tekst


def test_een_eigen_scenario(voer_uit, eigen):
    antwoord = json.loads(voer_uit("keten", "--scenario", eigen, "--maanden", "7", "--json").stdout)
    assert [rij["maand"] for rij in antwoord["maanden"]] == [f"2027-0{m}" for m in range(1, 8)]
    assert [rij["nareis"] for rij in antwoord["maanden"]][:3] == [1333, 50, 1333]
    assert [rij["taakstelling"] for rij in antwoord["maanden"]][5:] == [1000, 1000]
    assert antwoord["maanden"][6]["taakstelling_status"] == "geschat"
    assert antwoord["getallen"]["beginstand_wachtend"] == 10_000
    assert "Eigen <b>verwachting</b>" in voer_uit("keten", "--scenario", eigen).stdout


def test_een_scenario_met_problemen_noemt_ze_alle(voer_uit, tmp_path):
    pad = tmp_path / "fout.toml"
    pad.write_text('start = "nu"\ninstrom_per_maand = 5\ninwilliging_aandeel = 35\n')
    uitkomst = voer_uit("keten", "--scenario", pad)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "heeft 4 problemen" in uitkomst.stderr
    for veld in ("instrom_per_maand", "naam", "start", "inwilliging_aandeel"):
        assert f"Veld {veld}: " in uitkomst.stderr
    assert "bedoelt u instroom_per_maand" in uitkomst.stderr


def test_een_scenario_dat_er_niet_is(voer_uit):
    uitkomst = voer_uit("keten", "--scenario", "middel")
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "Bedoelt u midden?" in uitkomst.stderr
    assert "hoog: Hoog" in uitkomst.stderr


@pytest.mark.parametrize("maanden", ["0", "241", "veel"])
def test_maanden_buiten_de_grenzen(voer_uit, maanden):
    assert voer_uit("keten", "--maanden", maanden).exit_code == 2


def test_onbekende_provincie(voer_uit):
    uitkomst = voer_uit("keten", "--provincie", "zeelnd")
    assert uitkomst.exit_code == 1
    assert "Bedoelt u Zeeland?" in uitkomst.stderr


def test_slechte_rijen(voer_uit, slecht):
    assert voer_uit("keten", "--bestand", slecht).exit_code == 1
    assert voer_uit("keten", "--bestand", slecht, "--goede-rijen").exit_code == 0


def test_elke_aanname_gaat_mee(voer_uit):
    antwoord = json.loads(voer_uit("keten", "--maanden", "1", "--json").stdout)
    assert len(antwoord["aannamen"]) == 15
    assert all(rij["bron"] and rij["status"] for rij in antwoord["aannamen"])
