from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from locatieplanner.fouten import InvoerFout
from locatieplanner.netwerk.isochroon import isochronen
from locatieplanner.netwerk.netwerkafstand import Netwerkafstand
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import helsinki, raster, straat

STRAAT = bouw(straat(4000), "lopen")
HELSINKI = bouw(helsinki(), "lopen")


def test_langs_een_rechte_straat_reikt_het_vlak_zo_ver_als_de_afstand():
    # 40 m naar de straat, en dan nog 560 m naar beide kanten.
    (vlak,) = isochronen(STRAAT, Point(2000, 40), [600.0], 500.0)
    west, zuid, oost, noord = vlak.bounds
    assert (west, oost) == (pytest.approx(1440, abs=10), pytest.approx(2560, abs=10))
    assert (zuid, noord) == (pytest.approx(-100, abs=20), pytest.approx(100, abs=20))


def test_een_plaats_hoort_erbij_als_de_afstandsmeter_haar_zo_ver_geeft():
    net = bouw(raster(30, 30), "lopen")
    midden = np.array([[1450.0, 1400.0]])
    (vlak,) = isochronen(net, Point(midden[0]), [800.0], 500.0)
    # Op straat: daar verspringt de afstand niet.
    plekken = np.random.default_rng(1).uniform(200, 2700, (2000, 2))
    plekken[:, 1] = np.round(plekken[:, 1], -2)
    afstand_m = Netwerkafstand(net, 500.0).dichtstbij(plekken, midden, 0.0).afstand_m
    binnen = shapely.contains_xy(vlak, *plekken.T)
    assert binnen[afstand_m < 770].all()
    assert not binnen[afstand_m > 830].any()


def test_de_volgorde_is_die_van_de_vraag():
    ver, dichtbij = isochronen(STRAAT, Point(2000, 0), [900.0, 300.0], 500.0)
    assert ver.area > dichtbij.area
    assert ver.covers(dichtbij)


def test_een_punt_te_ver_van_een_straat_geeft_een_lege_lijst():
    assert isochronen(STRAAT, Point(2000, 600), [1000.0], 500.0) == []
    assert isochronen(STRAAT, Point(2000, 0), [], 500.0) == []


def test_waar_de_straat_al_te_ver_is_is_het_vlak_leeg():
    dichtbij, ver = isochronen(STRAAT, Point(2000, 300), [200.0, 900.0], 500.0)
    assert dichtbij.is_empty
    assert not ver.is_empty


@pytest.mark.parametrize("afstand_m", [0.0, -5.0, np.nan, np.inf])
def test_een_afstand_die_er_geen_is_geeft_een_melding(afstand_m):
    with pytest.raises(InvoerFout, match="groter zijn dan nul"):
        isochronen(STRAAT, Point(2000, 0), [500.0, afstand_m], 500.0)


def test_een_eiland_aan_de_overkant_van_het_water_hoort_er_niet_bij():
    net = bouw(pd.concat([straat(), straat(y=150.0, eerste_id=100)]), "lopen", 5)
    (vlak,) = isochronen(net, Point(1000, 0), [900.0], 500.0)
    assert shapely.contains_xy(vlak, 1000, 50)
    assert not shapely.contains_xy(vlak, [700, 1000, 1300], [150, 150, 150]).any()


@settings(max_examples=15)
@given(
    st.integers(0, len(HELSINKI.knopen) - 1),
    st.lists(st.floats(20, 1500), min_size=2, max_size=4),
)
def test_een_langere_afstand_bevat_een_kortere(knoop, afstanden_m):
    vlakken = isochronen(HELSINKI, Point(HELSINKI.knopen[knoop] + 5.0), sorted(afstanden_m), 500.0)
    assert all(vlak.is_valid for vlak in vlakken)
    for onder, boven in pairwise(vlakken):
        assert onder.is_empty or boven.covers(onder)
