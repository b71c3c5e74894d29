import numpy as np

from locatieplanner.scherm.kaartpagina import in_provincie


def test_zonder_provincie_telt_iedereen(beoordeling):
    assert in_provincie(beoordeling, None).all()


def test_provincie_kiest_wie_er_ligt(beoordeling):
    hier = in_provincie(beoordeling, "Utrecht")
    assert list(beoordeling.kandidaten.index[hier]) == ["K1", "K3"]
    assert hier.dtype == np.bool_


def test_wie_buiten_nederland_ligt_hoort_nergens_bij(beoordeling):
    beoordeling.kandidaten.loc["K1", "provincie"] = None
    assert list(beoordeling.kandidaten.index[in_provincie(beoordeling, "Utrecht")]) == ["K3"]
