import pytest

from locatieplanner.opslag.naslag import Naslag
from tests.opslag.wereld import NASLAG


@pytest.mark.parametrize(
    ("velden", "beschermd"),
    [
        ({"type": "azc"}, False),
        ({"type": "amv"}, True),
        ({"type": "azc", "aandeel_amv": 0.0}, False),
        ({"type": "azc", "aandeel_amv": 0.01}, True),
        ({"type": "bestaat niet"}, True),
        ({}, True),
    ],
)
def test_wat_beschermd_is(velden, beschermd):
    assert NASLAG.is_beschermd(velden) is beschermd


def test_de_kolommen_volgen_uit_de_groepen():
    assert NASLAG.kolommen[-1] == "geometry"
    assert "aandeel_studenten" in NASLAG.kolommen


def test_ingebouwd_leest_gemeenten_pas_als_het_moet():
    naslag = Naslag.ingebouwd()
    assert naslag.beschermde_kolommen
    assert "gemeenten" not in vars(naslag)
    assert len(naslag.gemeenten) > 300
