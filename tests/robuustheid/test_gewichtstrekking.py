import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.robuustheid.gewichtstrekking import afwijking, trek_gewichten
from locatieplanner.robuustheid.instelling import Instelling
from tests.trekkingen import gewichten

AANTAL = 20_000
ONGELIJK = np.array([0.5, 0.3, 0.2, 0.0])


def _trek(aandelen, **anders):
    keuze = Instelling(**({"trekkingen": AANTAL, "breedte": 0.2, "top": 1, "zaad": 3} | anders))
    return trek_gewichten(aandelen, keuze, keuze.toeval()[0])


@pytest.mark.parametrize("breedte", [0.05, 0.2, 0.6, 0.9])
def test_gemiddelde_en_standaardafwijking_zijn_die_van_de_formule(breedte):
    getrokken = _trek(ONGELIJK, breedte=breedte)
    keuze = Instelling(AANTAL, breedte, 1, 3)
    verwacht = breedte * np.sqrt(ONGELIJK * (1 - ONGELIJK))
    np.testing.assert_allclose(afwijking(ONGELIJK, keuze), verwacht)
    # Vijf standaardfouten, van het gemiddelde en van de variantie (uit het vierde moment).
    verschil = getrokken.mean(axis=0) - ONGELIJK
    assert np.all(np.abs(verschil) <= 5 * verwacht / np.sqrt(AANTAL) + 1e-12)
    kwadraat = (getrokken - ONGELIJK) ** 2
    fout = kwadraat.std(axis=0) / np.sqrt(AANTAL)
    assert np.all(np.abs(kwadraat.mean(axis=0) - verwacht**2) <= 5 * fout + 1e-12)


def test_bij_breedte_nul_is_elke_trekking_de_keuze_zelf():
    np.testing.assert_array_equal(_trek(ONGELIJK, breedte=0.0), np.tile(ONGELIJK, (AANTAL, 1)))


def test_een_gewicht_van_nul_blijft_nul_behalve_over_alle_verdelingen():
    assert np.all(_trek(ONGELIJK)[:, 3] == 0)
    assert np.all(_trek(ONGELIJK, alle_gewichten=True)[:, 3] > 0)


def test_het_enige_gewicht_kan_niet_verschuiven():
    enige = np.array([0.0, 1.0, 0.0, 0.0])
    np.testing.assert_array_equal(_trek(enige, breedte=0.9), np.tile(enige, (AANTAL, 1)))


@pytest.mark.parametrize("grens", [0.1, 0.25, 0.5, 0.8])
def test_over_alle_verdelingen_is_elke_verdeling_even_waarschijnlijk(grens):
    # Het deel van de driehoek (in vier delen) waarin één gewicht boven de grens ligt.
    kans = (1 - grens) ** 3
    getrokken = _trek(ONGELIJK, alle_gewichten=True)
    fout = np.sqrt(kans * (1 - kans) / AANTAL)
    assert np.all(np.abs((getrokken > grens).mean(axis=0) - kans) <= 5 * fout)
    spreiding = afwijking(ONGELIJK, Instelling(1, 0.2, 1, 1, alle_gewichten=True))
    np.testing.assert_allclose(getrokken.std(axis=0), spreiding, rtol=0.03)


@given(gewichten, st.floats(0.0, 0.9), st.booleans(), st.integers(0, 9999))
def test_elke_trekking_is_een_verdeling(waarden, breedte, alle, zaad):
    aandelen = Gewichten(**waarden).aandelen
    getrokken = _trek(aandelen, trekkingen=50, breedte=breedte, alle_gewichten=alle, zaad=zaad)
    assert getrokken.shape == (50, 4)
    assert np.all(getrokken >= 0)
    np.testing.assert_allclose(getrokken.sum(axis=1), 1.0, rtol=1e-12)
    if not alle:
        assert np.all(getrokken[:, aandelen == 0] == 0)
