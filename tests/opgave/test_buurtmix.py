from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely

from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import RD
from locatieplanner.opgave.buurtmix import buurtmix
from tests.opgave.plannen import plan, woning, zonder_mix


@pytest.fixture(scope="module")
def met_buurten(omgeving):
    vlakken = gpd.GeoDataFrame(
        {
            "buurt": ["Noord", "Haven"],
            "inwoners": [2000.0, 0.0],
            "sociale_huur": [0.45, np.nan],
            "sociale_huur_gemeente": [0.3, 0.3],
        },
        geometry=[shapely.box(100_000, 400_000, 110_000, 410_000),
                  shapely.box(110_000, 400_000, 120_000, 410_000)],
        crs=RD,
    )  # fmt: skip
    return replace(omgeving, buurten=Buurten(vlakken, "2025"))


def test_niet_geladen_is_onbekend_en_geen_nul(omgeving):
    tabel = buurtmix(plan(woning("K1")), omgeving).loc["K1"]
    assert tabel["buurt"] == ""
    assert tabel.drop(["buurt", "buurt_mix_onbekend"]).isna().all()


def test_alle_kandidaten_in_de_buurt_tellen_samen(met_buurten):
    tabel = buurtmix(
        plan(
            woning("K1", capaciteit=40),
            woning("K2", capaciteit=60, aandeel_statushouders=0.5, aandeel_studenten=0.5),
            woning("K3", capaciteit=500, status="afgevallen"),
            woning("K4", 125_000, 405_000),
        ),
        met_buurten,
    )
    assert tabel["buurt"].tolist() == ["Noord", "Noord", "Noord", ""]
    assert tabel["buurt_kwetsbaar"].tolist() == pytest.approx([70, 70, 70, np.nan], nan_ok=True)
    assert tabel["buurt_kwetsbaar_per_1000"].iloc[0] == pytest.approx(35)
    assert tabel["buurt_inwoners"].iloc[0] == 2000
    assert tabel["sociale_huur"].iloc[0] == 0.45
    assert tabel.loc["K4", ["buurt_kwetsbaar", "buurt_inwoners"]].isna().all()


def test_een_onbekende_mix_maakt_de_verhouding_onbekend(met_buurten):
    tabel = buurtmix(plan(woning("K1", capaciteit=40), zonder_mix("K2")), met_buurten)
    assert tabel["buurt_mix_onbekend"].tolist() == [1, 1]
    assert tabel["buurt_kwetsbaar"].tolist() == [40, 40]
    assert tabel["buurt_kwetsbaar_per_1000"].isna().all()


def test_zonder_inwoners_is_er_geen_verhouding(met_buurten):
    tabel = buurtmix(plan(woning("K1", 115_000, 405_000)), met_buurten).loc["K1"]
    assert tabel["buurt_inwoners"] == 0
    assert np.isnan(tabel["buurt_kwetsbaar_per_1000"])
