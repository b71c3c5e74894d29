import pandas as pd
import pytest

from locatieplanner.invoer.maand import lees_maand


def test_een_maand():
    assert lees_maand(" 2027-07 ") == pd.Period("2027-07", freq="M")


@pytest.mark.parametrize("tekst", ["", "2027", "2027-13", "juli 2027", "07-2027", "2027-07-01"])
def test_geen_maand(tekst):
    assert lees_maand(tekst) is None
