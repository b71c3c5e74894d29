import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.doel import Bandbreedte


@pytest.mark.parametrize(
    ("minimum", "maximum", "verwacht"),
    [
        (100, 300, (100, 200, 300)),
        (13_000, None, (13_000, 13_000, None)),
        (None, 500, (None, 500, 500)),
        (0, 0, (0, 0, 0)),
        (0, 10, (0, 5, 10)),
        (None, None, (None, None, None)),
    ],
)
def test_grenzen_en_midden(minimum, maximum, verwacht):
    band = Bandbreedte(minimum, maximum)
    assert (band.laag, band.midden, band.hoog) == verwacht
    assert band.bekend == (verwacht[1] is not None)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_het_midden_ligt_tussen_de_grenzen(a, b):
    band = Bandbreedte(min(a, b), max(a, b))
    assert band.laag <= band.midden <= band.hoog
