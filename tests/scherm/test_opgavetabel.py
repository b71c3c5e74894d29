import math

import pytest

from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.scherm.opgavetabel import als_tekst, nog_nodig


@pytest.mark.parametrize(
    ("laag", "hoog", "verwacht"),
    [
        (1000.0, 1200.0, "1.000–1.200"),
        (-10.0, 20.0, "0–20"),
        (-300.0, -100.0, "0 (100–300 meer dan het doel)"),
        (math.nan, math.nan, "onbekend"),
    ],
)
def test_nog_nodig(laag, hoog, verwacht):
    assert nog_nodig(laag, hoog) == verwacht


def test_elke_provincie_een_rij_en_onbekend_heet_onbekend(beoordeling, omgeving):
    stand = stand_per_provincie(omgeving, beoordeling.gepland_per_gemeente)
    tekst = als_tekst(stand).set_index("provincie")
    assert list(tekst.index) == list(stand.index)
    assert tekst.loc["Zeeland", "bestaand, bekend"] == "onbekend"
    assert not tekst.map(lambda cel: "nan" in cel).any().any()
