import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.fouten import GewichtenFout
from tests.trekkingen import gewichten


def test_zonder_keuze_telt_elk_criterium_even_zwaar():
    assert Gewichten().aandelen.tolist() == [0.25] * 4


def test_aandelen_staan_in_de_vaste_volgorde():
    keuze = Gewichten(spreiding=1, kleinschaligheid=2, nabijheid=3, mix=4)
    assert keuze.aandelen.tolist() == pytest.approx([0.1, 0.2, 0.3, 0.4])


@given(gewichten, st.floats(1e-300, 1e300))
def test_de_schaal_van_gewichten_doet_er_niet_toe(waarden, factor):
    geschaald = {naam: waarde * factor for naam, waarde in waarden.items()}
    if not all(math.isfinite(w) for w in geschaald.values()):
        return
    klein = [w for w in geschaald.values() if 0 < w < 1e-300]
    if klein:  # Onder 1e-300 verliezen getallen hun precisie.
        return
    aandelen = Gewichten(**waarden).aandelen
    assert aandelen.sum() == pytest.approx(1)
    np.testing.assert_allclose(Gewichten(**geschaald).aandelen, aandelen, rtol=1e-14)


@pytest.mark.parametrize("waarde", [1e-300, 5e-324, 1.7e308])
def test_ook_bij_uiterste_getallen_is_de_som_een(waarde):
    assert Gewichten(waarde, waarde, waarde, waarde).aandelen.tolist() == [0.25] * 4


@pytest.mark.parametrize("waarde", [-1, math.nan, math.inf])
def test_onbruikbare_gewichten_noemen_het_criterium(waarde):
    with pytest.raises(GewichtenFout, match="nabijheid"):
        Gewichten(nabijheid=waarde)


def test_alles_nul_is_een_fout():
    with pytest.raises(GewichtenFout, match="Alle gewichten zijn nul"):
        Gewichten(0, 0, 0, 0)


def test_uit_tekst():
    keuze = Gewichten.uit_tekst(" spreiding=40, nabijheid = 12.5 ,")
    assert [getattr(keuze, naam) for naam in CRITERIA] == [40, 0, 12.5, 0]


@pytest.mark.parametrize(
    "tekst",
    [
        "spreiding=40,5,nabijheid=20",
        "spreiding=40,5;nabijheid=20",
        "spreiding=40.5, nabijheid=20;",
        "Spreiding = 40,5 %, NABIJHEID=20%",
        "nabijheid=20,spreiding=40,5",
    ],
)
def test_uit_tekst_zoals_een_nederlander_het_schrijft(tekst):
    keuze = Gewichten.uit_tekst(tekst)
    assert [getattr(keuze, naam) for naam in CRITERIA] == [40.5, 0, 20, 0]


def test_getallen_in_een_melding_zijn_nederlands():
    with pytest.raises(GewichtenFout, match=r"is -1\.000,5; geef"):
        Gewichten(mix=-1000.5)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("spreiding=1.000,5", "'1.000,5' is geen getal; .* als 40 of 12,5"),
        ("spreidng=40", "'spreidng=40' is geen gewicht"),
        ("spreiding", "'spreiding' is geen gewicht"),
        ("spreiding=40,spreiding=50", "twee keer"),
        ("spreiding=veel", "'veel' is geen getal"),
        ("spreiding=nan", "geef een getal van nul of hoger"),
        ("", "Alle gewichten zijn nul"),
    ],
)
def test_uit_tekst_zegt_wat_er_mis_is(tekst, melding):
    with pytest.raises(GewichtenFout, match=melding):
        Gewichten.uit_tekst(tekst)


def test_uit_getallen_laat_geen_verschreven_naam_wegvallen():
    assert Gewichten.uit_getallen({"mix": 1}).aandelen.tolist() == [0, 0, 0, 1]
    with pytest.raises(GewichtenFout, match="'spreidng' is geen criterium"):
        Gewichten.uit_getallen({"spreidng": 1, "mix": 1})
