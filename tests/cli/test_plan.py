import json

import pytest


@pytest.fixture
def plan(voer_uit, eigen_database, kandidaten):
    """Een plan van de voorbeeldkandidaten."""
    uitkomst = voer_uit("plan", "maak", kandidaten, "--naam", "Opvang 2027", "--waarom", "begin")
    assert uitkomst.exit_code == 0, uitkomst.output
    assert "Gemaakt: Opvang 2027" in uitkomst.stdout
    return json.loads(voer_uit("plan", "lijst", "--json").stdout)[0]


def test_zonder_plannen_staat_er_hoe_te_beginnen(voer_uit, eigen_database):
    uitkomst = voer_uit("plan", "lijst")
    assert uitkomst.exit_code == 0
    assert "plan maak BESTAND --naam NAAM" in uitkomst.stdout


def test_lijst(voer_uit, plan):
    assert list(plan) == [
        "id", "naam", "project", "versie", "gewijzigd", "door", "gearchiveerd",
    ]  # fmt: skip
    tabel = voer_uit("plan", "lijst").stdout
    assert plan["id"][:8] in tabel
    assert "Mijn plannen" in tabel


def test_toon_als_tekst_en_als_json(voer_uit, plan):
    tekst = voer_uit("plan", "toon", "opvang 2027").stdout
    assert "versie 1 van 1" in tekst
    assert "60 kandidaten" in tekst
    assert "begin" in tekst
    gegevens = json.loads(voer_uit("plan", "toon", plan["id"][:6], "--json").stdout)
    assert len(gegevens["kandidaten"]) == 60
    assert gegevens["kandidaten"][0]["ligging"].startswith("P")
    assert gegevens["logboek"][0]["waarom"] == "begin"
    assert len(gegevens["logboek"][0]["hash"]) == 64


def test_maak_met_instellingen(voer_uit, eigen_database, kandidaten):
    uitkomst = voer_uit(
        "plan", "maak", kandidaten, "--naam", "A", "--provincie", "utrecht",
        "--gewichten", "mix=100", "--parameter", "nabijheid.omwegfactor=1,4",
        "--doelset", "spreidingswet-2024",
    )  # fmt: skip
    assert uitkomst.exit_code == 0, uitkomst.output
    instellingen = json.loads(voer_uit("plan", "toon", "A", "--json").stdout)["instellingen"]
    assert instellingen["provincie"] == "Utrecht"
    assert instellingen["doelset"] == "spreidingswet-2024"
    assert instellingen["gewichten"]["mix"] == 100
    assert instellingen["parameters"] == [["nabijheid.omwegfactor", 1.4]]


def test_een_bestand_met_fouten_wordt_geen_plan(voer_uit, eigen_database, slecht):
    assert voer_uit("plan", "maak", slecht, "--naam", "A").exit_code == 1
    assert json.loads(voer_uit("plan", "lijst", "--json").stdout) == []
    assert voer_uit("plan", "maak", slecht, "--naam", "A", "--goede-rijen").exit_code == 0


def test_exporteer_importeer_en_vergelijk(voer_uit, plan, tmp_path):
    pad = tmp_path / "plan.zip"
    assert voer_uit("plan", "exporteer", "Opvang 2027", pad).exit_code == 0
    opnieuw = voer_uit("plan", "exporteer", "Opvang 2027", pad)
    assert opnieuw.exit_code == 1
    assert "bestaat al" in opnieuw.stderr
    assert voer_uit("plan", "exporteer", "Opvang 2027", pad, "--overschrijf").exit_code == 0
    terug = voer_uit("plan", "importeer", pad, "--naam", "Kopie", "--waarom", "doorgegeven")
    assert terug.exit_code == 0, terug.output
    assert "Ingelezen: Kopie" in terug.stdout
    verschil = json.loads(voer_uit("plan", "vergelijk", "Kopie", "1", "2", "--json").stdout)
    assert verschil == [
        {"kandidaat": "", "naam": "", "wat": "naam", "van": "Opvang 2027", "naar": "Kopie"}
    ]
    assert "Opvang 2027" in voer_uit("plan", "vergelijk", "Kopie", "1").stdout
    assert "zijn gelijk" in voer_uit("plan", "vergelijk", "Kopie", "2", "2").stdout


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("toon", "bestaat niet"), "Er is geen plan 'bestaat niet'"),
        (("toon", "Opvang 2027", "--versie", "9"), "Versie 9 van dit plan bestaat niet"),
        (("vergelijk", "Opvang 2027", "0"), "Versie 0"),
        (("exporteer", "Opvang 2027", "plan.txt"), "plan.zip"),
        (("importeer", "er-is-niets.zip"), "niet te lezen"),
        (("importeer", __file__), "geen ingepakt plan"),
        (("importeer", __file__, "--project", "Anders"), "Er is niet één project 'Anders'"),
    ],
)
def test_wat_niet_kan_zegt_waarom(voer_uit, plan, woorden, melding):
    uitkomst = voer_uit("plan", *woorden)
    assert uitkomst.exit_code == 1
    assert melding in uitkomst.stderr
