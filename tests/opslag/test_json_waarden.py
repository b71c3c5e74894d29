import pytest

from locatieplanner.opslag import json_waarden as w


def test_wat_van_de_goede_soort_is_komt_erdoor():
    assert w.lees_tekst("é") == "é"
    assert w.lees_ja_of_nee(False) is False
    assert w.lees_geheel(-3) == -3
    assert w.lees_getal(3) == 3.0
    assert (w.getal_of_leeg(None), w.getal_of_leeg(2)) == (None, 2.0)


@pytest.mark.parametrize(
    ("lees", "waarde"),
    [
        (w.lees_tekst, 3),
        (w.lees_tekst, None),
        (w.lees_ja_of_nee, 1),
        (w.lees_ja_of_nee, "ja"),
        (w.lees_geheel, True),
        (w.lees_geheel, 3.0),
        (w.lees_geheel, "3"),
        (w.lees_getal, True),
        (w.lees_getal, "3"),
        (w.lees_getal, None),
        (w.getal_of_leeg, []),
    ],
)
def test_wat_van_een_andere_soort_is_wordt_geweigerd(lees, waarde):
    with pytest.raises(TypeError):
        lees(waarde)
