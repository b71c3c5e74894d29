import pytest

from locatieplanner.scherm.procentveld import als_procent, met_procent
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import maak_kandidaten, maak_lagen


@pytest.mark.parametrize(("aandeel", "procent"), [(0.1, 10), (0.125, 12.5), (0, 0), (1.0, 100)])
def test_een_aandeel_is_heen_en_terug_hetzelfde(aandeel, procent):
    assert als_procent(aandeel) == procent
    toestand = Toestand(maak_kandidaten(), "proef", False, "proef")
    nieuw = met_procent(toestand, "behoefte.buffer_aandeel", procent)
    assert dict(nieuw.parameters) == {"behoefte.buffer_aandeel": pytest.approx(aandeel)}


def test_de_keuze_past_in_de_parameters_en_laat_de_rest_staan():
    toestand = Toestand(
        maak_kandidaten(), "proef", False, "proef", parameters=(("opgave.gepland_vanaf", "idee"),)
    )
    nieuw = met_procent(toestand, "behoefte.buffer_aandeel", 35)
    parameters = maak_lagen().parameters.met(dict(nieuw.parameters))
    assert parameters.getal("behoefte.buffer_aandeel") == pytest.approx(0.35)
    assert parameters.keuze("opgave.gepland_vanaf") == "idee"
