import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.inwonerraster import Inwonerraster

DEKKING = shapely.box(0, 0, 10_000, 10_000)


def maak(vierkanten, dekking=DEKKING):
    """Maak een raster van `{(x, y): inwoners}`."""
    hoeken = np.array(list(vierkanten), dtype=float).reshape(-1, 2)
    return Inwonerraster.van_vierkanten(
        hoeken, np.array(list(vierkanten.values()), dtype=float), 100.0, dekking
    )


def test_telt_de_vierkanten_waarvan_het_midden_binnen_de_straal_ligt():
    raster = maak({(5000, 5000): 10, (5900, 5000): 20, (6000, 5000): 40, (5000, 4000): 80})
    # Middens op 0, 900, 1.000 en 1.000 meter.
    assert raster.binnen(np.array([[5050.0, 5050.0]]), 1000)[0] == 150
    assert raster.binnen(np.array([[5050.0, 5050.0]]), 999)[0] == 30
    assert raster.binnen(np.array([[2000.0, 2000.0]]), 1000)[0] == 0


@pytest.mark.parametrize("plek", [(500.0, 5000.0), (9_500.0, 9_500.0), (-50.0, 5000.0)])
def test_over_de_rand_van_de_dekking_is_onbekend(plek):
    assert np.isnan(maak({(5000, 5000): 10}).binnen(np.array([plek]), 1000)[0])


def test_binnen_de_dekking_maar_ver_van_elk_vierkant_woont_niemand():
    raster = maak({(9000, 9000): 10})
    assert raster.binnen(np.array([[1500.0, 1500.0]]), 1000)[0] == 0


def test_leeg_raster_is_niemand_en_niet_onbekend():
    assert maak({}).binnen(np.array([[5000.0, 5000.0]]), 1000)[0] == 0


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 500)), max_size=60),
    st.lists(st.tuples(st.floats(1000, 9000), st.floats(1000, 9000)), min_size=1, max_size=5),
)
def test_gelijk_aan_een_voor_een_tellen(vierkanten, plekken):
    samen = {}
    for kolom, rij, inwoners in vierkanten:
        samen[100 * kolom, 100 * rij] = samen.get((100 * kolom, 100 * rij), 0) + inwoners
    punten = np.array(plekken)
    verwacht = [
        sum(
            inwoners
            for (x, y), inwoners in samen.items()
            if (x + 50 - px) ** 2 + (y + 50 - py) ** 2 <= 750.0**2
        )
        for px, py in plekken
    ]
    assert maak(samen).binnen(punten, 750.0).tolist() == pytest.approx(verwacht)


def test_vakken_houden_de_inwoners_en_hun_zwaartepunt():
    raster = maak({(5000, 5000): 10, (5400, 5000): 30, (7000, 7000): 5, (1000, 1000): 0})
    plekken, inwoners = raster.vakken(500.0)
    assert inwoners.tolist() == [40, 5]
    assert plekken.tolist() == [[5350.0, 5050.0], [7050.0, 7050.0]]
