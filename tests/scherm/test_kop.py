from dataclasses import replace

import pytest

from locatieplanner.scherm.kop import omschrijving
from locatieplanner.scherm.toestand import Toestand


@pytest.fixture
def toestand(kandidaten):
    return Toestand(kandidaten, "mijn_*lijst*.csv", False, "proef")


def test_bron_is_tekst(toestand):
    assert omschrijving(toestand, 4) == r"4 kandidaten uit mijn\_\*lijst\*\.csv."


def test_verzonnen_en_eigen_worden_niet_verward(toestand):
    voorbeeld = replace(toestand, fictief=True)
    assert "4 **verzonnen** kandidaten, om" in omschrijving(voorbeeld, 0)
    assert "begin leeg" in omschrijving(voorbeeld, 0)
    assert "begin leeg" not in omschrijving(voorbeeld, 0, in_plan=True)
    assert "3 **verzonnen** kandidaten en 1 van uzelf" in omschrijving(voorbeeld, 1)


def test_leeg_zegt_wat_er_te_doen_is(toestand, kandidaten):
    leeg = replace(toestand, kandidaten=kandidaten.iloc[:0])
    assert "Laad een bestand" in omschrijving(leeg, 0)
