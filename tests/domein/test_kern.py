import numpy as np
import pytest

from locatieplanner.domein.kern import schijf, straal_m


def test_straal_van_een_schijf():
    # 2.500 · π inwoners op 2.500 per km² is π km²: een straal van 1 km.
    assert straal_m(2_500 * np.pi, 2_500) == pytest.approx(1_000)
    assert straal_m([0, 10_000], 2_500).tolist() == pytest.approx([0, 1_128.38], abs=0.01)


@pytest.mark.parametrize("punten", [2, 10, 200])
def test_schijf_is_gelijk_verdeeld(punten):
    afstand = np.hypot(*schijf(punten).T)
    assert len(afstand) == punten
    assert afstand.max() < 1
    # Bij een gelijke verdeling is het gemiddelde kwadraat van de afstand een half.
    assert (afstand**2).mean() == pytest.approx(0.5)


def test_een_punt_ligt_in_het_midden():
    assert schijf(1).tolist() == [[0, 0]]
