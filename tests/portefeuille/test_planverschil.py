import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.portefeuille.planverschil import Waar, verschil, verschilzin

plannen = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5))


def reeks(plan):
    return pd.Series(plan, dtype="int64")


def test_elke_locatie_staat_waar_zij_hoort():
    tabel = verschil(reeks({"a": 1, "b": 2, "c": 3}), reeks({"b": 2, "c": 4, "d": 5}))
    assert tabel["waar"].to_dict() == {
        "a": Waar.ALLEEN_A,
        "d": Waar.ALLEEN_B,
        "c": Waar.ANDER_AANTAL,
        "b": Waar.GELIJK,
    }
    assert list(tabel.index) == ["a", "d", "c", "b"]
    assert pd.isna(tabel["plaatsen_b"]["a"])
    assert tabel.loc["c", ["plaatsen_a", "plaatsen_b"]].tolist() == [3, 4]
    assert verschilzin(tabel) == (
        "4 locaties: 1 alleen in A; 1 alleen in B; 1 in beide, ander aantal; 1 in beide, evenveel."
    )


def test_gelijke_en_lege_plannen_heten_zo():
    plan = reeks({"a": 1})
    assert "zijn gelijk" in verschilzin(verschil(plan, plan))
    assert "geen van beide" in verschilzin(verschil(reeks({}), reeks({})))


@given(plannen, plannen)
def test_andersom_is_het_spiegelbeeld(a, b):
    heen, terug = verschil(reeks(a), reeks(b)), verschil(reeks(b), reeks(a))
    om = {Waar.ALLEEN_A: Waar.ALLEEN_B, Waar.ALLEEN_B: Waar.ALLEEN_A}
    assert {id_: om.get(waar, waar) for id_, waar in heen["waar"].items()} == terug[
        "waar"
    ].to_dict()
    assert set(heen.index) == set(a) | set(b)
