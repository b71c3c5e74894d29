import json

import pytest

from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.notatie import kort_getal

WEINIG = ("--trekkingen", "200")


def _kansen(voer_uit, kandidaten, *opties):
    antwoord = json.loads(voer_uit("robuustheid", kandidaten, *WEINIG, *opties, "--json").stdout)
    return {rij["id"]: rij["kans_top"] for rij in antwoord["kandidaten"]}


def test_json_geeft_elke_keer_dezelfde_bytes(los_proces, kandidaten):
    eerste, tweede = (los_proces("robuustheid", kandidaten, "--json") for _ in range(2))
    assert eerste.returncode == 0
    assert eerste.stdout == tweede.stdout


def test_alles_staat_in_de_json(voer_uit, kandidaten):
    antwoord = json.loads(voer_uit("robuustheid", kandidaten, *WEINIG, "--json").stdout)
    assert antwoord["instelling"]["trekkingen"] == 200
    rijen = antwoord["kandidaten"]
    assert len(rijen) == 60
    assert [rij["kans_top"] for rij in rijen] == sorted(
        (rij["kans_top"] for rij in rijen), reverse=True
    )
    assert {rij["rang"] for rij in rijen if rij["id"] in antwoord["eerste"]} == {1}
    assert [grens["criterium"] for grens in antwoord["gewichtsgrenzen"]] == list(CRITERIA)
    assert all(grens["laag"] <= grens["aandeel"] <= grens["hoog"] for grens in
               antwoord["gewichtsgrenzen"])  # fmt: skip
    wijzen = antwoord["rekenwijzen"]
    assert [wijze["rekenwijze"] for wijze in wijzen] == ["meetkundig gemiddelde", "TOPSIS"]
    assert all(len(wijze["rang"]) == 60 for wijze in wijzen)
    # Wie nooit eerste is, heeft geen gewichten waarmee zij dat is.
    assert {rij["gewicht_mix"] is None for rij in rijen if rij["kans_eerste"] == 0} == {True}


def test_tabel_met_wat_een_lezer_moet_weten(voer_uit, kandidaten):
    uitkomst = voer_uit("robuustheid", kandidaten, *WEINIG, "--top", "5")
    assert uitkomst.exit_code == 0
    uit = " ".join(uitkomst.stdout.split())
    for deel in (
        "kans op eerste 5",
        "komen daar nooit bij",
        "200 trekkingen, zaad 1.",
        "spreiding 25 % (± 8,7)",
        "Spreiding telt nu 25 %;",
        "Met een meetkundig gemiddelde",
        "Met TOPSIS",
    ):
        assert deel in uit


def test_zonder_verschuiving_staat_de_rangorde_vast(voer_uit, kandidaten):
    vast = _kansen(voer_uit, kandidaten, "--breedte", "0", "--vaste-scores")
    assert sorted(vast.values(), reverse=True) == [1.0] * 10 + [0.0] * 50
    rijen = json.loads(voer_uit("beoordeel", kandidaten, "--json", "--top", "10").stdout)
    assert {rij["id"] for rij in rijen} == {id_ for id_, kans in vast.items() if kans}


def test_elke_optie_doet_wat(voer_uit, kandidaten):
    gewoon = _kansen(voer_uit, kandidaten)
    for opties in (
        ("--breedte", "0,5"),
        ("--top", "3"),
        ("--zaad", "2"),
        ("--alle-gewichten",),
        ("--vaste-scores",),
        ("--gewichten", "nabijheid=1"),
        ("--doelset", "spreidingswet-2026"),
        ("--parameter", "robuustheid.speling_geschat_punten=40"),
    ):
        assert _kansen(voer_uit, kandidaten, *opties) != gewoon, opties
    # Een komma of een punt, een optie of een parameter: hetzelfde.
    assert _kansen(voer_uit, kandidaten, "--breedte", "0.5") == _kansen(
        voer_uit, kandidaten, "--parameter", "robuustheid.breedte=0,5"
    )


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (("--breedte", "1"), "ligt buiten de grenzen 0–0,9"),
        (("--breedte", "ruim"), "'ruim' is geen getal"),
        (("--trekkingen", "0"), "ligt buiten de grenzen 1–100.000"),
        (("--top", "0"), "ligt buiten de grenzen 1–500"),
        (("--zaad", "-1"), "ligt buiten de grenzen 0–9.999"),
    ],
)
def test_wat_niet_kan_wordt_gezegd(voer_uit, kandidaten, opties, melding):
    uitkomst = voer_uit("robuustheid", kandidaten, *opties)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert melding in uitkomst.stderr


def test_slechte_rijen(voer_uit, slecht):
    uitkomst = voer_uit("robuustheid", slecht)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "Rij 3" in uitkomst.stderr
    assert "Rij 4" in uitkomst.stderr
    goed = voer_uit("robuustheid", slecht, *WEINIG, "--goede-rijen", "--json")
    assert [rij["id"] for rij in json.loads(goed.stdout)["kandidaten"]] == ["A"]


def test_een_naam_met_opmaak_blijft_een_naam(voer_uit, tmp_path):
    pad = tmp_path / "opmaak.csv"
    pad.write_text(
        "id;naam;type;capaciteit;x;y\nA;[red]Rood[/red];azc;300;155000;463000\n", encoding="utf-8"
    )
    assert "[red]Rood[/red]" in voer_uit("robuustheid", pad, *WEINIG).stdout


def test_de_hulp_noemt_de_waarden_uit_de_parametertabel(voer_uit):
    hulp = " ".join(voer_uit("robuustheid", "--help").output.split())
    parameters = lees_parameters()
    for naam in ("trekkingen", "breedte", "top", "zaad"):
        waarde = parameters.getal(f"robuustheid.{naam}")
        tekst = "1.000" if waarde == 1000 else kort_getal(waarde)
        assert f"zonder is het {tekst}" in hulp, naam
