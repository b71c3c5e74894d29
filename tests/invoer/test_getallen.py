import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.getallen import Maat, lees_getallen, schrijfwijze
from locatieplanner.invoer.tabel import Schrijfwijze

KOMMA, PUNT = Schrijfwijze.KOMMA, Schrijfwijze.PUNT


def _een(tekst, maat=Maat.GEHEEL, wijze=KOMMA):
    gelezen = lees_getallen(pd.Series([tekst], dtype=object), maat, wijze)
    return gelezen.waarden.iloc[0]


@pytest.mark.parametrize(
    ("tekst", "maat", "wijze", "waarde"),
    [("1.234", Maat.GEHEEL, KOMMA, 1234), ("1,234", Maat.GEHEEL, PUNT, 1234),
     ("1.234", Maat.GEHEEL, PUNT, 1234), ("200,0", Maat.GEHEEL, KOMMA, 200),
     ("1.234.567", Maat.GEHEEL, None, 1_234_567), ("52,3702", Maat.GRADEN, None, 52.3702),
     ("52.3702", Maat.GRADEN, None, 52.3702), ("4.895", Maat.GRADEN, KOMMA, 4.895),
     ("4,895", Maat.GRADEN, PUNT, 4.895), ("155.000,50", Maat.METERS, None, 155_000.5),
     ("155,000.50", Maat.METERS, None, 155_000.5), ("155.000", Maat.METERS, None, 155_000),
     ("155 000,5", Maat.METERS, None, 155_000.5), ("155000", Maat.METERS, None, 155_000),
     ("0,333", Maat.AANDEEL, None, 0.333), ("0.333", Maat.AANDEEL, None, 0.333),
     ("33,333", Maat.AANDEEL, None, 33.333), ("40 %", Maat.AANDEEL, None, 40),
     (".5", Maat.AANDEEL, None, 0.5), ("-20", Maat.GEHEEL, None, -20), ("−20", Maat.GEHEEL,
      None, -20),
     ("1,5E+05", Maat.METERS, None, 150_000), (12, Maat.GEHEEL, None, 12), (1.5, Maat.GEHEEL,
      None, 1.5)],
)  # fmt: skip
def test_schrijfwijzen(tekst, maat, wijze, waarde):
    assert _een(tekst, maat, wijze) == pytest.approx(waarde)


@pytest.mark.parametrize(
    "tekst", ["ca. 200", "200 personen", "nan1", "inf", "1e999", "0x10", "1_000", "1.2.3", "1,2,3",
              "1.23.456", "12.34,567.8", "--5", "5-", "٣", "²", "1 2"],
)  # fmt: skip
def test_onleesbaar(tekst):
    gelezen = lees_getallen(pd.Series([tekst], dtype=object), Maat.METERS, None)
    assert gelezen.onleesbaar.all()
    assert gelezen.waarden.isna().all()


@pytest.mark.parametrize("leeg", ["", " ", None, "-", "onbekend", "n.v.t.", float("nan")])
def test_leeg_is_onbekend_en_niet_onleesbaar(leeg):
    gelezen = lees_getallen(pd.Series([leeg], dtype=object), Maat.GEHEEL, None)
    assert gelezen.waarden.isna().all()
    assert not gelezen.onleesbaar.any()


def test_dubbelzinnig_is_geen_getal():
    for wijze in (PUNT, None):
        gelezen = lees_getallen(pd.Series(["200.000"]), Maat.GEHEEL, wijze)
        assert gelezen.dubbelzinnig.all()
        assert gelezen.waarden.isna().all()
    assert _een("200.000", wijze=KOMMA) == 200_000


def test_aangenomen_duizendtal_wordt_gemeld():
    gelezen = lees_getallen(pd.Series(["1.234", "12"]), Maat.GEHEEL, PUNT)
    assert gelezen.aangenomen.tolist() == [True, False]


def test_getaltypen_en_oneindig():
    gelezen = lees_getallen(pd.Series([1.0, np.inf, np.nan]), Maat.METERS, None)
    assert gelezen.onleesbaar.tolist() == [False, True, False]
    assert gelezen.waarden.isna().tolist() == [False, True, True]
    assert lees_getallen(pd.Series([1, None], dtype="Int64"), Maat.GEHEEL, None).waarden[0] == 1


def test_schrijfwijze_uit_de_getallen():
    def kolom(*teksten):
        return pd.Series(teksten)

    assert schrijfwijze([kolom("52,3702")], PUNT) is KOMMA
    assert schrijfwijze([kolom("52.3702")], KOMMA) is PUNT
    assert schrijfwijze([kolom("1.234", "12")], KOMMA) is KOMMA
    assert schrijfwijze([kolom("0,5"), kolom("52.3702")], KOMMA) is None
    assert schrijfwijze([pd.Series([1.5])], None) is None


@given(st.floats(-1e9, 1e9), st.integers(0, 2))
def test_nederlandse_notatie_komt_terug(waarde, decimalen):
    waarde = round(waarde, decimalen)
    gelezen = _een(getal(waarde, decimalen), Maat.METERS)
    assert math.isclose(gelezen, waarde, rel_tol=1e-9, abs_tol=10.0**-decimalen)


@given(st.lists(st.text(max_size=12)))
def test_elke_tekst_is_een_getal_leeg_onleesbaar_of_dubbelzinnig(teksten):
    gelezen = lees_getallen(pd.Series(teksten, dtype=object), Maat.GEHEEL, None)
    goed = gelezen.waarden.notna()
    assert not (goed & (gelezen.onleesbaar | gelezen.dubbelzinnig)).any()
    assert np.isfinite(gelezen.waarden[goed]).all()
