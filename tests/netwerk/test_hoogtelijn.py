from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.netwerk.hoogtelijn import vlakken_onder

HOEK, STAP_M = (120_000, 480_000), 10
RASTER = np.stack(np.meshgrid(np.arange(41), np.arange(41)), axis=-1) * STAP_M


def _kegel(*toppen):
    """De afstand tot de dichtstbijzijnde top."""
    return np.min([np.hypot(*(RASTER - top).transpose(2, 0, 1)) for top in toppen], axis=0)


def _plat(vlak):
    return shapely.transform(vlak, lambda xy: xy - HOEK)


def test_om_een_top_is_het_vlak_een_cirkel():
    (vlak,) = vlakken_onder(_kegel((200, 200)), HOEK, STAP_M, [100.0], 0.0)
    cirkel = shapely.Point(200, 200).buffer(100)
    assert shapely.area(shapely.symmetric_difference(_plat(vlak), cirkel)) < 0.02 * cirkel.area


def test_twee_toppen_geven_twee_vlakken_en_een_ring_een_gat():
    (twee,) = vlakken_onder(_kegel((100, 100), (300, 300)), HOEK, STAP_M, [50.0], 0.0)
    assert len(twee.geoms) == 2
    (ring,) = vlakken_onder(np.abs(_kegel((200, 200)) - 100), HOEK, STAP_M, [30.0], 0.0)
    assert len(ring.interiors) == 1
    assert ring.area == pytest.approx(np.pi * (130**2 - 70**2), rel=0.02)


def test_kleine_gaten_en_eilanden_verdwijnen():
    ring = np.abs(_kegel((200, 200)) - 100)
    eiland = np.minimum(ring, 25 + _kegel((200, 200)))
    grof, fijn = (vlakken_onder(eiland, HOEK, STAP_M, [30.0], m2)[0] for m2 in (20_000.0, 0.0))
    assert len(shapely.get_parts(fijn)) == 2
    assert (grof.geom_type, len(grof.interiors)) == ("Polygon", 0)


def test_een_eiland_in_een_gat_blijft_als_het_groot_genoeg_is():
    veld = np.minimum(np.abs(_kegel((200, 200)) - 130), _kegel((200, 200)))
    (vlak,) = vlakken_onder(veld, HOEK, STAP_M, [40.0], 1_000.0)
    assert sorted(len(deel.interiors) for deel in vlak.geoms) == [0, 1]


def test_waar_het_veld_nergens_laag_is_is_het_vlak_leeg():
    (vlak,) = vlakken_onder(np.full((5, 5), 100.0), HOEK, STAP_M, [10.0], 0.0)
    assert vlak.is_empty


@st.composite
def velden(draw):
    """Grillig en met veel gelijke waarden, ook precies op een grens."""
    rijen, kolommen = draw(st.integers(2, 9)), draw(st.integers(2, 9))
    waarden = draw(
        st.lists(
            st.one_of(st.integers(0, 6).map(float), st.floats(0, 6)),
            min_size=rijen * kolommen,
            max_size=rijen * kolommen,
        )
    )
    return np.pad(np.reshape(waarden, (rijen, kolommen)), 1, constant_values=10.0)


@given(velden(), st.sampled_from([0.0, 150.0]))
def test_het_vlak_van_een_hogere_grens_bevat_dat_van_een_lagere(veld, kleinste_m2):
    grenzen = [0.5, 1.0, 2.0, 2.25, 3.0, 5.0, 6.0]
    vlakken = vlakken_onder(veld, HOEK, STAP_M, grenzen, kleinste_m2)
    assert all(vlak.is_valid for vlak in vlakken)
    for onder, boven in pairwise(vlakken):
        assert onder.is_empty or boven.covers(onder)


@given(velden(), st.floats(0, 7))
def test_rasterpunten_liggen_erin_als_hun_waarde_niet_hoger_is(veld, grens):
    (vlak,) = vlakken_onder(veld, HOEK, STAP_M, [grens], 0.0)
    rijen, kolommen = np.indices(veld.shape)
    x, y = HOEK[0] + kolommen * STAP_M, HOEK[1] + rijen * STAP_M
    assert (shapely.contains_xy(vlak, x, y) == (veld <= grens)).all()
