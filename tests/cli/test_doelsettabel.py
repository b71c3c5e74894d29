import math

import pandas as pd
import pytest

from locatieplanner.cli.doelsettabel import toon_doelsets, verschil
from locatieplanner.opgave.vergelijking import naast_elkaar, vergelijk_totalen
from tests.omgeving import DOELSET, doel


@pytest.mark.parametrize(
    ("waarde", "tekst"), [(-30.0, "−30"), (2.0, "+2"), (0.0, "0"), (0.5, "+0,5"), (math.nan, "–")]
)
def test_verschil_met_zijn_teken(waarde, tekst):
    assert verschil(waarde) == tekst


def test_onbekend_en_eigen_getallen(capsys):
    inwoners = pd.Series({"Utrecht": 80_000, "Limburg": 20_000})
    doelsets = {"proef": DOELSET.met_doelen([doel("Utrecht", 7, 7)])}
    toon_doelsets(
        naast_elkaar(doelsets, inwoners, vul_aan=False), vergelijk_totalen(doelsets, inwoners)
    )
    uit = capsys.readouterr().out
    assert "onbekend onbekend" in uit
    assert "7 gepubliceerd" in uit
    assert "met eigen getallen voor 1 provincie" in uit
