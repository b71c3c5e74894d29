import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.netwerk.celindex import Celindex, uitgerold, z_code

cellen = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=60).map(
    lambda lijst: np.array(lijst, dtype=np.int64)
)


def _index(ligging):
    dingen = np.arange(len(ligging), dtype=np.int32)
    return Celindex.van_cellen((100.0, -50.0), 10.0, ligging, dingen)


def test_z_code_vlecht_de_bits_ineen():
    codes = z_code(np.array([[0, 0], [1, 0], [0, 1], [1, 1], [2, 0], [0b101, 0b011]]))
    assert codes.tolist() == [0, 1, 2, 3, 4, 0b011011]


@given(st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))
def test_z_code_is_omkeerbaar(kolom, rij):
    code = int(z_code(np.array([kolom, rij])))
    assert sum((code >> 2 * bit & 1) << bit for bit in range(31)) == kolom
    assert sum((code >> (2 * bit + 1) & 1) << bit for bit in range(31)) == rij


@given(cellen)
def test_elke_cel_geeft_wat_erin_ligt(ligging):
    index = _index(ligging)
    alle = np.stack(np.meshgrid(np.arange(-2, 34), np.arange(-2, 34)), axis=-1)
    begin, lengte = index.stukken(alle)
    for cel, b, n in zip(alle.reshape(-1, 2), begin.ravel(), lengte.ravel(), strict=True):
        verwacht = np.flatnonzero((ligging == cel).all(axis=1))
        assert index.inhoud[b : b + n].tolist() == verwacht.tolist()


@given(cellen, *[st.integers(-50, 350)] * 4)
def test_binnen_een_rechthoek_ligt_alles_van_de_cellen_die_eraan_raken(ligging, x1, x2, y1, y2):
    (x1, x2), (y1, y2) = sorted((x1, x2)), sorted((y1, y2))
    gevonden = _index(ligging).binnen((100.0 + x1, y1 - 50.0, 100.0 + x2, y2 - 50.0))
    laag, hoog = np.array([x1, y1]), np.array([x2, y2])
    verwacht = ((ligging * 10 + 10 > laag) & (ligging * 10 <= hoog)).all(axis=1)
    assert set(np.flatnonzero(verwacht)) <= set(gevonden.tolist())
    assert len(set(gevonden.tolist())) == len(gevonden)


def test_een_lege_index_is_overal_leeg():
    index = _index(np.empty((0, 2), dtype=np.int64))
    _, lengte = index.stukken(np.array([[0, 0], [3, -1]]))
    assert lengte.tolist() == [0, 0]
    assert len(index.binnen((0.0, 0.0, 500.0, 500.0))) == 0


@pytest.mark.parametrize(
    ("begin", "lengte", "verwacht"),
    [([], [], []), ([5, 0], [2, 3], [5, 6, 0, 1, 2]), ([7, 3, 1], [0, 1, 0], [3])],
)
def test_uitgerold_zet_stukken_achter_elkaar(begin, lengte, verwacht):
    uit = uitgerold(np.array(begin, dtype=np.int64), np.array(lengte, dtype=np.int64))
    assert uit.tolist() == verwacht
