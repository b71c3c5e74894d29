import numpy as np
import shapely

from locatieplanner.domein.voorziening import Voorzieningen
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed
from tests.omgeving import punten

PLEKKEN = np.array([[100.0, 100.0], [900.0, 500.0], [5_000.0, 5_000.0]])
VLAK = shapely.box(0, 0, 1000, 1000)
WINKELS = punten([(0, 0)], naam=["winkel"])


def test_zonder_grens_geldt_een_laag_overal_en_is_er_geen_rand():
    laag = Voorzieningen(WINKELS, Hemelsbreed(1.0))
    assert laag.geldt(PLEKKEN).all()
    assert np.isinf(laag.rand_m(PLEKKEN)).all()


def test_binnen_en_behalve():
    assert Voorzieningen(WINKELS, Hemelsbreed(1.0), binnen=VLAK).geldt(PLEKKEN).tolist() == [
        True,
        True,
        False,
    ]
    assert Voorzieningen(WINKELS, Hemelsbreed(1.0), behalve=VLAK).geldt(PLEKKEN).tolist() == [
        False,
        False,
        True,
    ]


def test_afstand_tot_de_rand():
    rand = Voorzieningen(WINKELS, Hemelsbreed(1.0), binnen=VLAK).rand_m(PLEKKEN[:2])
    assert rand.tolist() == [100.0, 100.0]
