import pytest

from locatieplanner.bronnen.ketenscenarios import BESTAND, STANDAARD, lees_ketenscenarios
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.fouten import LaagFout

PAR = lees_parameters()


def test_drie_scenarios_die_elk_te_rekenen_zijn():
    scenarios = lees_ketenscenarios(PAR)
    assert list(scenarios) == ["laag", "midden", "hoog"]
    assert STANDAARD in scenarios
    instroom = [
        scenario.parameters(PAR, {}).getal("keten.instroom_per_maand")
        for scenario in scenarios.values()
    ]
    assert instroom == sorted(instroom)
    assert len(set(instroom)) == 3


def test_het_standaardscenario_is_dat_van_de_parameters():
    midden = lees_ketenscenarios(PAR)[STANDAARD]
    assert midden.parameters(PAR, {}) == PAR


def test_elk_scenario_begint_waar_de_beginstand_van_is():
    peildatum = PAR["keten.beginstand_wachtend"].herkomst.peildatum
    for scenario in lees_ketenscenarios(PAR).values():
        assert peildatum.startswith(str(scenario.start))
        assert scenario.herkomst.bron
        assert scenario.uitleg


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("instroom_per_maand = 1500", "instroom_per_maand = -5", "keten.toml.laag.*instroom"),
        ("instroom_per_maand = 1500", "instrom_per_maand = 5", "bedoelt u instroom_per_maand"),
        ("[midden]", "[middel]", "'midden' ontbreekt"),
        ("[midden]", "[midden", "niet te lezen"),
    ],
)
def test_wat_niet_klopt(kopie, oud, nieuw, melding):
    pad = kopie / BESTAND
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(LaagFout, match=melding):
        lees_ketenscenarios(PAR, kopie)
