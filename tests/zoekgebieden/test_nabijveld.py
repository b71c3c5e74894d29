"""Het veld van hoeveelheden: dezelfde som als het criterium, in elk blok dezelfde bits."""

import numpy as np
import pytest

from locatieplanner.criteria.spreiding import nabij
from locatieplanner.zoekgebieden.nabijveld import nabijveld
from locatieplanner.zoekgebieden.rooster import Rooster


def _bronnen(aantal=400, zaad=1):
    toeval = np.random.default_rng(zaad)
    plekken = toeval.uniform((80_000, 380_000), (140_000, 440_000), (aantal, 2))
    return plekken, toeval.uniform(0, 5000, (aantal, 2))


@pytest.mark.parametrize(("lambda_m", "fout"), [(3000.0, 1e-3), (1500.0, 4e-3), (15_000.0, 1e-4)])
@pytest.mark.parametrize("cel_m", [100, 25])
def test_het_veld_is_de_som_van_het_criterium(lambda_m, fout, cel_m):
    bronnen, hoeveel = _bronnen()
    venster = Rooster(cel_m).venster_om((110_000, 410_000, 114_000, 413_000))
    veld = nabijveld(venster, np.ones(venster.vorm, bool), bronnen, hoeveel, lambda_m)
    kies = np.random.default_rng(2).integers(0, venster.cellen, 500)
    zelf = nabij(venster.middens()[kies], bronnen, hoeveel, lambda_m)
    assert np.abs(veld.reshape(-1, 2)[kies] / zelf - 1).max() < fout


def test_dichtbij_is_de_som_precies():
    bron = np.array([[110_850.0, 410_850.0]])
    venster = Rooster().venster_om((110_400, 410_400, 112_000, 412_000))
    veld = nabijveld(venster, np.ones(venster.vorm, bool), bron, np.array([[100.0]]), 3000.0)
    afstand = np.hypot(*(venster.middens() - bron).T)
    assert veld.reshape(-1) == pytest.approx(100 * np.exp(-afstand / 3000), rel=1e-12)


def test_elk_blok_geeft_dezelfde_bits():
    bronnen, hoeveel = _bronnen()
    venster = Rooster().venster_om((110_000, 410_000, 120_000, 418_000))
    alles = nabijveld(venster, np.ones(venster.vorm, bool), bronnen, hoeveel, 3000.0)
    for blok in venster.blokken(32):
        eigen = nabijveld(blok, np.ones(blok.vorm, bool), bronnen, hoeveel, 3000.0)
        assert eigen.tobytes() == np.ascontiguousarray(alles[venster.plaats_van(blok)]).tobytes()


def test_een_tegel_waar_niets_gevraagd_is_blijft_leeg():
    venster = Rooster().venster_om((110_400, 410_400, 113_500, 412_000))
    gevraagd = np.zeros(venster.vorm, bool)
    gevraagd[0, 0] = True
    veld = nabijveld(venster, gevraagd, *_bronnen(), 3000.0)
    assert not np.isnan(veld[:16, :16]).any()
    assert np.isnan(veld[:, 16:]).all()


def test_zonder_bronnen_is_de_som_nul():
    venster = Rooster().venster_om((110_400, 410_400, 112_000, 412_000))
    leeg = nabijveld(
        venster, np.ones(venster.vorm, bool), np.empty((0, 2)), np.empty((0, 3)), 3000.0
    )
    assert leeg.shape == (*venster.vorm, 3)
    assert (leeg == 0).all()
