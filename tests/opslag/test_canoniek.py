import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opslag.canoniek import afdruk, canoniek, lees

WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda deel: st.lists(deel) | st.dictionaries(st.text(), deel),
)  # fmt: skip


@given(WAARDEN)
def test_heen_en_terug_is_hetzelfde(waarde):
    assert lees(canoniek(waarde)) == waarde
    assert canoniek(lees(canoniek(waarde))) == canoniek(waarde)


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_de_volgorde_van_namen_doet_er_niet_toe(waarde):
    andersom = dict(reversed(waarde.items()))
    assert canoniek(waarde) == canoniek(andersom)


def test_de_schrijfwijze_ligt_vast():
    assert canoniek({"b": [1.0, None, True], "a": "é"}) == '{"a":"é","b":[1.0,null,true]}'
    assert afdruk("é") == afdruk("é".encode())
    assert afdruk("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("tekst", ["NaN", "[Infinity]", "{", "", "[" * 100_000])
def test_wat_geen_json_is_wordt_geweigerd(tekst):
    with pytest.raises(ValueError):  # noqa: PT011 - elke soort is goed
        lees(tekst)


def test_oneindig_wordt_niet_geschreven():
    with pytest.raises(ValueError, match="JSON compliant"):
        canoniek(float("inf"))
    assert json.loads(canoniek(1e300)) == 1e300
