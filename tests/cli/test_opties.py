import pytest

from locatieplanner.cli.opties import GEEN_WAARDE


@pytest.mark.parametrize(
    ("opdracht", "opties"),
    [
        (["beoordeel"], ["--doelset", "--doelen", "--goede-rijen", "--json"]),
        (["opgave"], ["--doelset", "--doelen", "--goede-rijen", "--json"]),
        (["controleer"], ["--json"]),
        (["lagen", "lijst"], ["--json"]),
        (["lagen", "controleer"], ["--json"]),
    ],
)
def test_gedeelde_opties_heten_overal_hetzelfde(voer_uit, opdracht, opties):
    hulp = voer_uit(*opdracht, "--help").output
    assert all(optie in hulp for optie in opties)
    assert "<bool>" not in hulp


def test_aan_of_uit_toont_geen_waarde():
    assert GEEN_WAARDE == ""
