import tomllib

import pandas as pd
import pytest

from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.ketenscenario import GROEP
from locatieplanner.domein.ketenvelden import lees_scenario
from locatieplanner.domein.taakstelling import Landelijk

PAR = lees_parameters()
VOL = """
naam = "Proef"
uitleg = "Om te toetsen."
start = "2026-01"
instroom_per_maand = 1800
inwilliging_aandeel = 0.5
bron = "eigen telling"
peildatum = "2026-02"
status = "secundair"

[reeksen.instroom_per_maand]
"2026-03" = 2500
"2026-02" = 0

[taakstelling]
"2026-I" = 12500
"2026 H2" = 11000
"""
KAAL = {"naam": "Kaal", "start": "2026-01"}


def problemen(**velden):
    scenario, gevonden = lees_scenario({**KAAL, **velden}, PAR)
    assert (scenario is None) == bool(gevonden)
    return gevonden


def test_alles_tegelijk():
    scenario, gevonden = lees_scenario(tomllib.loads(VOL), PAR)
    assert gevonden == ()
    assert (scenario.naam, scenario.uitleg) == ("Proef", "Om te toetsen.")
    assert scenario.start == pd.Period("2026-01", "M")
    assert dict(scenario.waarden) == {"instroom_per_maand": 1800.0, "inwilliging_aandeel": 0.5}
    assert scenario.herkomst == Herkomst("eigen telling", "2026-02", Status.SECUNDAIR)
    reeks = scenario.reeksen["instroom_per_maand"]
    assert [str(maand) for maand in reeks.index] == ["2026-02", "2026-03"]
    assert reeks.tolist() == [0, 2500]
    assert dict(scenario.taakstelling) == {
        half: Landelijk(half, aantal, scenario.herkomst)
        for half, aantal in ((Halfjaar(2026, 1), 12_500), (Halfjaar(2026, 2), 11_000))
    }


def test_naam_en_start_zijn_genoeg_en_eigen_getallen_heten_geschat():
    scenario, _ = lees_scenario(KAAL, PAR)
    assert scenario.herkomst == Herkomst("scenario Kaal", "", Status.GESCHAT)
    assert not scenario.waarden
    assert not scenario.reeksen


@pytest.mark.parametrize("veld", [p.id.removeprefix("keten.") for p in PAR.groep(GROEP)])
def test_elke_parameter_van_de_keten_is_een_veld_met_dezelfde_grenzen(veld):
    parameter = PAR[f"keten.{veld}"]
    for grens in (parameter.minimum, parameter.maximum):
        scenario, _ = lees_scenario({**KAAL, veld: grens}, PAR)
        assert scenario.waarden[veld] == grens
        scenario.parameters(PAR, {})
    for buiten in (parameter.minimum - 0.01, parameter.maximum + 0.01):
        (probleem,) = problemen(**{veld: buiten})
        assert probleem.veld == veld
        assert "buiten de grenzen" in probleem.wat


@pytest.mark.parametrize(
    ("velden", "veld", "wat", "herstel"),
    [
        ({"instrom_per_maand": 5}, "instrom_per_maand", "bestaat niet", "instroom_per_maand"),
        ({"xyzzy": 5}, "xyzzy", "bestaat niet", "kies uit naam"),
        ({"instroom_per_maand": "2000"}, "instroom_per_maand", "geen getal", "aanhalingstekens"),
        ({"instroom_per_maand": True}, "instroom_per_maand", "geen getal", "0 tot en met 10000"),
        ({"instroom_per_maand": float("nan")}, "instroom_per_maand", "nan", "0 tot en met"),
        ({"naam": ""}, "naam", "ontbreekt", "naam ="),
        ({"naam": 5}, "naam", "geen tekst", "aanhalingstekens"),
        ({"start": "januari 2026"}, "start", "geen maand", "2026-01"),
        ({"start": "2026-13"}, "start", "geen maand", "2026-01"),
        ({"start": 2026}, "start", "geen maand", "aanhalingstekens"),
        ({"status": "zeker"}, "status", "geen status", "gepubliceerd"),
        ({"reeksen": 5}, "reeksen", "geen tabel", "[reeksen]"),
        ({"reeksen": {"afgewezen_maanden": {}}}, "reeksen.afgewezen_maanden", "bestaat niet", ""),
        (
            {"reeksen": {"instroom_per_maand": 5}},
            "reeksen.instroom_per_maand",
            "geen tabel",
            "2026-01",
        ),
        (
            {"reeksen": {"instroom_per_maand": {"mei": 5}}},
            "reeksen.instroom_per_maand.mei",
            "geen maand",
            "2026-01",
        ),
        (
            {"reeksen": {"inwilliging_aandeel": {"2026-05": 35}}},
            "reeksen.inwilliging_aandeel.2026-05",
            "buiten de grenzen",
            "0 tot en met 1",
        ),
        ({"taakstelling": {"2026": 5}}, "taakstelling.2026", "geen halfjaar", "2026-I"),
        ({"taakstelling": {"2026-I": 1.5}}, "taakstelling.2026-I", "geen heel aantal", "hele"),
        ({"taakstelling": {"2026-I": -1}}, "taakstelling.2026-I", "buiten de grenzen", "200000"),
        (
            {"taakstelling": {"2026-I": 1, "2026-1": 2}},
            "taakstelling.2026-1",
            "twee keer",
            "haal een",
        ),
    ],
)
def test_een_probleem_zegt_welk_veld_wat_en_hoe(velden, veld, wat, herstel):
    (probleem,) = problemen(**velden)
    assert probleem.veld == veld
    assert wat in probleem.wat
    # Een getal in een wenk staat zoals TOML het wil: zonder punten.
    assert herstel in probleem.herstel.replace("10.000", "10000").replace("200.000", "200000")
    assert probleem.zin.startswith(f"Veld {veld}: ")
    assert ". Herstel: " in probleem.zin


def test_alle_problemen_in_een_keer():
    scenario, gevonden = lees_scenario(
        {"start": "nu", "instroom_per_maand": -1, "x": 1, "taakstelling": {"y": "z"}}, PAR
    )
    assert scenario is None
    assert [probleem.veld for probleem in gevonden] == [
        *("x", "naam", "start", "instroom_per_maand", "taakstelling.y", "taakstelling.y"),
    ]
