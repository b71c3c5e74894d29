"""Zoekgebieden in woorden."""

from types import SimpleNamespace

import pandas as pd
import pytest

from locatieplanner.scherm.zoekuitkomst import kopzin
from locatieplanner.zoekgebieden.gebieden import Grens


@pytest.mark.parametrize(
    ("gevonden", "getoond", "deel"),
    [
        (0, 0, "Er is geen zoekgebied van ten minste 2,5 ha met een totaalscore van 60 of meer"),
        (1, 1, "1 zoekgebied van ten minste"),
        (7, 7, "7 zoekgebieden van ten minste"),
        (1_234, 2, "1.234 zoekgebieden van ten minste"),
    ],
)
def test_de_kop_zegt_hoeveel_en_wat_er_niet_staat(gevonden, getoond, deel):
    zin = kopzin(
        SimpleNamespace(
            grens=Grens(60.0, 2.5, 2), gevonden=gevonden, tabel=pd.DataFrame(index=range(getoond))
        )
    )
    assert deel in zin
    assert ("De hoogste 2 staan hier." in zin) == (gevonden > getoond)
