from locatieplanner.cli.behoeftetabel import toon_behoefte
from locatieplanner.opgave.behoefte import behoefteverloop
from tests.domein.test_behoefte import scenario
from tests.opgave.tijdlijnen import BEGIN, locaties


def test_per_jaar_met_uitleg(omgeving, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "220")
    proef = scenario(("2028-01", 2000.0))
    toon_behoefte(
        behoefteverloop(locaties(), omgeving, proef, "Utrecht", vanaf=BEGIN), omgeving.parameters
    )
    uit = " ".join(capsys.readouterr().out.split())
    # Voor de eerste maand van de reeks is de behoefte onbekend, erna komt Utrecht er 150 te kort.
    assert "2027 0 onbekend onbekend" in uit
    assert "2028 12 1.800 0" in uit
    assert "Buffer: 10 % van de behoefte. Flexibel: 20 %" in uit
    assert "naar rato van inwoners" in uit
    assert "€ 24.000" in uit
