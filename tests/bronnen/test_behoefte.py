import pytest

from locatieplanner.bronnen.behoefte import BESTAND, STANDAARD, lees_behoeftescenarios
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.bronnen.tabellen import lees_doelsets
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import LaagFout

PARAMETERS = lees_parameters()


def test_drie_scenarios_van_laag_naar_hoog():
    scenarios = lees_behoeftescenarios(PARAMETERS)
    assert list(scenarios) == ["laag", "midden", "hoog"]
    assert STANDAARD in scenarios
    laatste = [scenario.knopen[-1].plaatsen for scenario in scenarios.values()]
    assert laatste == [50_000, 88_000, 96_000]
    assert all(scenario.status is Status.GESCHAT for scenario in scenarios.values())


def test_elke_knoop_heeft_een_bron_en_elke_schatting_een_reden():
    for scenario in lees_behoeftescenarios(PARAMETERS).values():
        assert len(scenario.uitleg) > 40
        for knoop in scenario.knopen:
            assert knoop.herkomst.bron
            assert knoop.herkomst.toelichting or knoop.herkomst.status is not Status.GESCHAT


def test_de_ramingen_zijn_die_van_de_doelsets():
    doelsets, scenarios = lees_doelsets(), lees_behoeftescenarios(PARAMETERS)
    for id_, doelset in (("midden", "spreidingswet-2026"), ("hoog", "spreidingswet-2024")):
        landelijk = doelsets[doelset].landelijk.plaatsen.midden
        assert scenarios[id_].knopen[-1].plaatsen == landelijk


def test_het_begin_volgt_de_parameter():
    anders = PARAMETERS.met({"opgave.plaatsen_landelijk": 60_000})
    for scenario in lees_behoeftescenarios(anders).values():
        assert scenario.knopen[0].plaatsen == 60_000
        assert scenario.knopen[0].herkomst.bron == "door de gebruiker ingesteld"
    eerste = lees_behoeftescenarios(PARAMETERS)["midden"].knopen[0]
    assert eerste.plaatsen == 72_728
    assert eerste.herkomst.bron == PARAMETERS["opgave.plaatsen_landelijk"].herkomst.bron


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('maand = "2029-07"', 'maand = "half 2029"', "2027-07"),
        ('maand = "2029-07"', 'maand = "2025-06"', "elke één keer"),
        ('maand = "2029-07"', 'maand = "2020-01"', "op volgorde"),
        ("plaatsen = 88000", "plaatsen = -1", "onder nul"),
        ("plaatsen = 88000", 'plaatsen = "veel"', "geen getal"),
        ("plaatsen = 88000", "", "plaatsen' ontbreekt"),
        ('"opgave.meerjarig_landelijk"', '"opgave.bestaat_niet"', "parameter"),
        ('"opgave.meerjarig_landelijk"', '"opgave.gepland_vanaf"', "parameter"),
        ("[midden]", "[gemiddeld]", "midden"),
    ],
)
def test_een_scenario_dat_niet_klopt(kopie, oud, nieuw, melding):
    pad = kopie / BESTAND
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    tekst = tekst.replace("[[midden.", "[[gemiddeld.") if "gemiddeld" in nieuw else tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(LaagFout, match=melding):
        lees_behoeftescenarios(PARAMETERS, kopie)
