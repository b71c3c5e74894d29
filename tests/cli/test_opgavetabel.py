import math

import pytest

from locatieplanner.cli.opgavetabel import nodig, toon_onderdelen, toon_stand
from locatieplanner.opgave.onderdelen import onderdelen
from locatieplanner.opgave.stand import stand_per_provincie


@pytest.mark.parametrize(
    ("laag", "hoog", "tekst"),
    [
        (1000, 1200, "1.000–1.200"),
        (-300, -100, "-300 tot -100"),
        (-300, -300, "-300"),
        (2616, math.nan, "ten minste 2.616"),
        (-50, math.nan, "ten minste -50"),
        (math.nan, 500, "ten hoogste 500"),
        (math.nan, math.nan, "onbekend"),
    ],
)
def test_nodig(laag, hoog, tekst):
    assert nodig(laag, hoog) == tekst


@pytest.fixture(autouse=True)
def breed(monkeypatch):
    """Een scherm waarop elke kolom past."""
    monkeypatch.setenv("COLUMNS", "200")


def test_stand_van_een_provincie_heeft_geen_landelijke_rij(omgeving, capsys):
    toon_stand(stand_per_provincie(omgeving, None), omgeving, "Utrecht")
    uit = capsys.readouterr().out
    assert "300–400" in uit
    assert "Nederland" not in uit


def test_onbekende_onderdelen_heten_onbekend(omgeving, capsys):
    toon_onderdelen(onderdelen(omgeving.doelset), omgeving.doelset)
    uit = capsys.readouterr().out
    assert "onbekend" in uit
    assert "korte termijn" in uit
