"""Het rooster: cellen op veelvouden van hun zijde, en blokken die samen het venster zijn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.fouten import InvoerFout
from locatieplanner.zoekgebieden.rooster import CELMATEN_M, Rooster, Venster


@pytest.mark.parametrize("cel_m", CELMATEN_M)
def test_cellen_liggen_op_veelvouden_van_hun_zijde(cel_m):
    venster = Rooster(cel_m).venster_om((121_033.5, 487_012.1, 122_950.0, 488_777.7))
    x_min, y_min, x_max, y_max = venster.omvang
    assert (x_min <= 121_033.5, y_min <= 487_012.1, x_max >= 122_950, y_max >= 488_777.7) == (
        True,
    ) * 4
    zijde = cel_m * venster.rooster.tegel
    assert [grens % zijde for grens in venster.omvang] == [0, 0, 0, 0]
    assert zijde <= 1600
    assert np.all((venster.middens() - cel_m / 2) % cel_m == 0)


def test_een_cel_van_100_m_is_een_vierkant_van_het_cbs():
    venster = Venster(Rooster(), 1210, 4880, 16, 16)
    # E1210N4879: de zuidwesthoek in hectometers.
    assert venster.middens()[0].tolist() == [121_050, 487_950]
    assert venster.transformatie == (100.0, 0.0, 121_000, 0.0, -100.0, 488_000)


def test_een_andere_maat_kan_niet():
    with pytest.raises(InvoerFout, match="kies een resolutie van 100, 25, 10 m"):
        Rooster(50)


@given(
    st.sampled_from(CELMATEN_M), st.integers(1, 5), st.integers(1, 5), st.integers(1, 4),
    st.integers(-3, 200), st.integers(-3, 400),
)  # fmt: skip
def test_blokken_zijn_samen_precies_het_venster(cel_m, breed, hoog, zijde, west, noord):
    rooster = Rooster(cel_m)
    tegel = rooster.tegel
    venster = Venster(rooster, west * tegel, noord * tegel, breed * tegel, hoog * tegel)
    keer = np.zeros(venster.vorm, dtype=int)
    for blok in venster.blokken(zijde * tegel):
        keer[venster.plaats_van(blok)] += 1
        assert blok.breedte % tegel == blok.hoogte % tegel == 0
    assert (keer == 1).all()


def test_de_middens_van_een_blok_zijn_die_van_het_venster():
    venster = Rooster(25).venster_om((100_000, 400_000, 104_000, 403_000))
    middens = venster.middens().reshape(*venster.vorm, 2)
    for blok in venster.blokken(64):
        eigen = blok.middens().reshape(*blok.vorm, 2)
        assert np.array_equal(eigen, middens[venster.plaats_van(blok)])


def test_een_blok_is_een_heel_aantal_tegels():
    venster = Rooster().venster_om((0, 0, 10_000, 10_000))
    for zijde in (0, -16, 100):
        with pytest.raises(InvoerFout, match="veelvoud van 16"):
            list(venster.blokken(zijde))
