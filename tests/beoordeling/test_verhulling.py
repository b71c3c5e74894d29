import numpy as np
import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.verhulling import WAAROM, zonder_oordeel
from locatieplanner.beoordeling.weging import GEEN_RANG
from tests.omgeving import kandidaat, maak_kandidaten


@pytest.fixture
def beoordeling(omgeving):
    kandidaten = maak_kandidaten(
        kandidaat("K1", 105_000, 405_000),
        kandidaat("K2", 125_000, 405_000, type="azc", capaciteit=400, status="besluit"),
        kandidaat("K3", 115_500, 405_500, capaciteit=40),
    )
    return beoordeel(kandidaten, omgeving)


def test_wie_alleen_per_gemeente_bekend_is_heeft_geen_score_rang_of_maat(beoordeling):
    dicht = zonder_oordeel(beoordeling, {"K2"})
    rij = dicht.rij("K2")
    assert np.isnan(dicht.weging.totaal[rij])
    assert dicht.weging.rang[rij] == GEEN_RANG
    assert dicht.deelscores.loc["K2"].isna().all()
    assert np.isnan(dicht.maten["kleinschaligheid"].loc["K2", "kern_afstand_m"])
    assert dicht.maten["kleinschaligheid"].loc["K2", "kern"] == ""
    assert dicht.uitsluitingen[rij] == dicht.niet_getoetst[rij] == ()
    assert dicht.aandachtspunten[rij] == (WAAROM,)
    tabel = dicht.tabel().set_index("id")
    assert tabel.loc["K2", [k for k in tabel if k.startswith("score_")]].isna().all()


def test_zij_telt_mee_in_wat_gepland_is_en_de_rest_houdt_haar_score(beoordeling):
    dicht = zonder_oordeel(beoordeling, {"K2"})
    assert dicht.gepland_per_gemeente.equals(beoordeling.gepland_per_gemeente)
    anderen = ["K1", "K3"]
    assert dicht.deelscores.loc[anderen].equals(beoordeling.deelscores.loc[anderen])
    herwogen = dicht.herweeg(beoordeling.gewichten)
    assert herwogen.weging.rang.tolist() == dicht.weging.rang.tolist()
    assert sorted(dicht.weging.rang[[0, 2]]) == [1, 2]


def test_zonder_iets_af_te_schermen_is_het_dezelfde(beoordeling):
    assert zonder_oordeel(beoordeling, frozenset()) is beoordeling
    assert zonder_oordeel(beoordeling, {"weg"}) is beoordeling
