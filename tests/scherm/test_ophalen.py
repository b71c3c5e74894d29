import json
import time

import pytest

from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm.ophalen import Beurt, Ophaler


def _regel(**velden):
    return json.dumps(velden)


def test_een_beurt_volgt_wat_het_proces_schrijft():
    beurt = Beurt(("a", "b"), "Utrecht")
    beurt = beurt.na(_regel(laag="a", tekst="bladzijde 2", gedaan=200, totaal=1000))
    assert (beurt.laag, beurt.stap, beurt.gedaan, beurt.totaal) == ("a", "bladzijde 2", 200, 1000)
    beurt = beurt.na(_regel(laag="a", klaar=1000, gebied="Utrecht"))
    beurt = beurt.na(_regel(laag="b", fout="PDOK antwoordt niet."))
    assert beurt.klaar == (("a", 1000),)
    assert beurt.fouten == (("b", "PDOK antwoordt niet."),)
    assert beurt.bezig


@pytest.mark.parametrize("regel", ["", "Traceback", "[1, 2]", '"tekst"'])
def test_wat_geen_stap_is_verandert_niets(regel):
    beurt = Beurt(("a",), "Utrecht")
    assert beurt.na(regel) == beurt


@pytest.fixture
def ophaler():
    ophaler = Ophaler()
    yield ophaler
    ophaler.stop()


def _wacht(ophaler):
    for _ in range(600):
        beurt = ophaler.beurt
        if not beurt.bezig:
            return beurt
        time.sleep(0.1)
    raise AssertionError("de beurt kwam niet klaar")


def test_een_onbekende_laag_eindigt_met_een_melding_en_daarna_kan_er_weer_een(
    ophaler, tmp_path, monkeypatch
):
    monkeypatch.setenv("LOCATIEPLANNER_CACHE", str(tmp_path))
    ophaler.begin(["bestaat_niet"], "Nederland")
    with pytest.raises(InvoerFout, match="al opgehaald"):
        ophaler.begin(["bestaat_niet"], "Nederland")
    beurt = _wacht(ophaler)
    [(laag, melding)] = beurt.fouten
    assert laag == "bestaat_niet"
    assert "De laag 'bestaat_niet' bestaat niet" in melding
    ophaler.begin(["bestaat_niet"], "Nederland")
    assert _wacht(ophaler).fouten


def test_stoppen_eindigt_het_eigen_proces(ophaler, tmp_path, monkeypatch):
    monkeypatch.setenv("LOCATIEPLANNER_CACHE", str(tmp_path))
    ophaler.begin(["bestaat_niet"], "Nederland")
    ophaler.stop()
    beurt = _wacht(ophaler)
    assert not beurt.bezig
    assert [laag for laag, _ in beurt.fouten] == ["bestaat_niet"]
