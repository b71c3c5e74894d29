import pandas as pd
import pytest

from locatieplanner.rapport.veilig import zonder_formules


@pytest.mark.parametrize("tekst", ["=1+1", "+31", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_formule_krijgt_een_apostrof(tekst):
    tabel = pd.DataFrame({"a": [tekst, "gewoon"]})
    assert zonder_formules(tabel)["a"].tolist() == ["'" + tekst, "gewoon"]
    assert tabel["a"].tolist() == [tekst, "gewoon"]


def test_getallen_en_onbekend_blijven_wat_zij_zijn():
    tabel = pd.DataFrame({"a": [-1.5, float("nan")], "b": pd.array([-1, None], dtype="Int64")})
    pd.testing.assert_frame_equal(zonder_formules(tabel), tabel)
    tekst = pd.DataFrame({"a": pd.Series(["-x", None], dtype="str")})
    assert zonder_formules(tekst)["a"].isna().tolist() == [False, True]
