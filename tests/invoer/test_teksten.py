import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.invoer.teksten import als_tekst, is_leeg, toets_tekst


def test_als_tekst_maakt_schoon():
    ruw = pd.Series(["  a\tb\r\nc ", "a\x00\x07b", "x\u202ey\u200b", None, np.nan, 12.0, 1.5,
     7, True],
                    dtype=object)  # fmt: skip
    assert als_tekst(ruw).tolist() == ["a b c", "ab", "xy", "", "", "12", "1.5", "7", "True"]


@pytest.mark.parametrize("soort", ["float64", "Float64", "object"])
def test_hele_getallen_krijgen_geen_decimalen(soort):
    assert als_tekst(pd.Series([12.0, None], dtype=soort)).tolist() == ["12", ""]


def test_los_surrogaat_wordt_een_vraagteken():
    assert als_tekst(pd.Series(["a\ud800"], dtype=object)).tolist() == ["a?"]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)))
def test_schone_tekst_blijft_schoon(teksten):
    eens = als_tekst(pd.Series(teksten, dtype="str"))
    assert als_tekst(eens).tolist() == eens.tolist()
    assert not eens.str.contains(r"[\x00-\x1f]").any()


def test_is_leeg():
    tekst = pd.Series(["", "-", "N.v.t.", "Onbekend", "NULL", "0", "nee"])
    assert is_leeg(tekst).tolist() == [True] * 5 + [False] * 2


@pytest.mark.parametrize("tekst", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd|x", "-2+cmd(a)"])
def test_formules_worden_geweigerd(tekst):
    (probleem,) = toets_tekst(pd.Series([tekst], index=[2]), "naam", 200)
    assert "bevat een formule" in probleem.wat
    assert probleem.rij == 2


@pytest.mark.parametrize(
    "tekst", ["- losse opmerking (groot)", "+31 erbij", "-5", "a=b", "gebouw A"]
)
def test_gewone_tekst_mag(tekst):
    assert toets_tekst(pd.Series([tekst]), "naam", 200) == []


def test_te_lang_en_foutwaarde():
    problemen = toets_tekst(pd.Series(["a" * 201, "#REF!", "#N/B"], index=[2, 3, 4]), "naam", 200)
    assert [p.rij for p in problemen] == [2, 3, 4]
    assert problemen[0].wat == "de tekst is 201 tekens lang; er passen er 200"
    assert "foutmelding van het rekenblad" in problemen[1].wat
