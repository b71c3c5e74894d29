import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.netwerk.maat import EENHEID_M, op_maat, rang, zonder_rang

lengtes = st.lists(st.floats(0, 1e5), min_size=1, max_size=50).map(np.array)


@given(lengtes)
def test_een_lengte_wordt_hoogstens_een_eenheid_langer_en_nooit_korter(lengte_m):
    verschil = op_maat(lengte_m) - lengte_m
    assert (verschil > -1e-9).all()
    assert (verschil < EENHEID_M).all()


@given(lengtes, st.randoms(use_true_random=False))
def test_een_som_hangt_niet_van_de_volgorde_af(lengte_m, toeval):
    op_volgorde = op_maat(lengte_m).tolist()
    anders = toeval.sample(op_volgorde, len(op_volgorde))
    som = anders_som = 0.0
    for een, ander in zip(op_volgorde, anders, strict=True):
        som, anders_som = som + een, anders_som + ander
    assert som == anders_som


def test_hele_meters_en_wat_er_een_rekenfout_boven_zit_blijven_hele_meters():
    assert op_maat(np.array([0.0, 30.0, 0.3 * 100, 0.1 * 3 * 100])).tolist() == [0, 30, 30, 30]


@given(lengtes, st.lists(st.integers(0, 3_000_000), min_size=2, max_size=20, unique=True))
def test_van_gelijke_afstanden_wint_de_laagste_rij_en_de_afstand_komt_terug(lengte_m, rijen):
    afstand_m = op_maat(lengte_m).sum()
    samen = afstand_m + rang(np.array(rijen))
    assert (zonder_rang(samen) == afstand_m).all()
    if min(rijen) < 2**21 - 1:
        assert rijen[int(np.argmin(samen))] == min(rijen)
