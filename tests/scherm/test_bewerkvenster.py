import math

from locatieplanner.scherm.bewerkvenster import wijziging


def test_procenten_worden_delen_en_leeg_blijft_onbekend():
    rij = wijziging("K1", {"naam": "A", "capaciteit": 5}, {"aandeel_a": 40.0, "aandeel_b": None})
    assert list(rij.index) == ["K1"]
    assert rij.loc["K1", "naam"] == "A"
    assert rij.loc["K1", "aandeel_a"] == 0.4
    assert math.isnan(rij.loc["K1", "aandeel_b"])


def test_nul_is_nul():
    assert wijziging("K1", {}, {"aandeel_a": 0.0}).loc["K1", "aandeel_a"] == 0
