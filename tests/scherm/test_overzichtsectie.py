import pandas as pd
import pytest

from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.scherm.overzichtsectie import KAARTKEUZES, gemeentezin


@pytest.fixture
def stand(omgeving):
    return stand_per_gemeente(omgeving, pd.Series({"GM0002": 40.0}))


def test_elke_kaartkeuze_is_een_kolom_van_de_stand(stand):
    assert all(keuze.kolom in stand for keuze in KAARTKEUZES)


def test_zin_over_een_gemeente_zegt_wat_niet_bekend_is(stand):
    assert "Of er opvang is, is niet bekend" in gemeentezin(stand.loc["GM0001"])
    assert "Bekend zijn er 400" in gemeentezin(stand.loc["GM0002"])
    zonder = stand.loc["GM0002"].copy()
    zonder["deel_midden"] = float("nan")
    assert "in deze doelset onbekend" in gemeentezin(zonder)
