from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.criteria.mix import mix, verscheidenheid
from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.herkomst import Status
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving
from tests.trekkingen import kandidatenlijsten


def _maten(omgeving, **kolommen):
    kandidaten = maak_kandidaten(kandidaat(**kolommen))
    return mix(met_ligging(kandidaten, omgeving.gemeenten), omgeving).iloc[0]


def test_balans_en_verscheidenheid(omgeving):
    # 15 % kwetsbaar is de helft van de ondergrens; verscheidenheid is de entropie over ln 2.
    maten = _maten(omgeving, type="flex", aandeel_statushouders=0.15, aandeel_studenten=0.85)
    gelijkmatig = -100 * (0.15 * np.log(0.15) + 0.85 * np.log(0.85)) / np.log(2)
    assert maten["score_balans"] == pytest.approx(50)
    assert gelijkmatig == pytest.approx(60.984, abs=1e-3)
    assert maten["score_verscheidenheid"] == pytest.approx(gelijkmatig)
    assert maten["score"] == pytest.approx((50 + gelijkmatig) / 2)
    assert np.isnan(maten["score_concentratie"])
    assert maten["aandeel_kwetsbaar"] == pytest.approx(0.15)
    assert maten["aantal_groepen"] == 2


def test_wonen_van_alleen_een_kwetsbare_groep_is_nul(omgeving):
    maten = _maten(omgeving, type="flex", aandeel_statushouders=1.0)
    assert (maten["score_balans"], maten["score_verscheidenheid"], maten["score"]) == (0, 0, 0)
    assert not np.signbit(maten["score"])


def test_opvang_van_een_groep_is_niet_vanzelf_een_slechte_mix(omgeving):
    maten = _maten(omgeving, type="azc", aandeel_statushouders=1.0)
    assert np.isnan(maten["score"])
    assert maten["delen"] == "concentratie"
    assert maten["status"] == Status.ONBEKEND


def test_opvang_met_dragende_groepen_wordt_op_alle_delen_beoordeeld(omgeving):
    maten = _maten(omgeving, type="azc", aandeel_statushouders=0.5, aandeel_studenten=0.5)
    assert maten["score"] == pytest.approx(100)
    assert maten["delen"] == "balans, verscheidenheid, concentratie"


def test_zonder_aandelen_is_de_mix_onbekend_en_geen_nul(omgeving):
    maten = _maten(omgeving, type="flex")
    assert np.isnan(maten["score"])
    assert np.isnan(maten["aandeel_kwetsbaar"])
    assert np.isnan(maten["aantal_groepen"])


def test_wat_naast_ingevulde_aandelen_leeg_is_woont_er_niet(omgeving):
    leeg = _maten(omgeving, type="flex", aandeel_statushouders=0.4, aandeel_regulier=0.6)
    nul = _maten(
        omgeving,
        type="flex",
        aandeel_statushouders=0.4,
        aandeel_regulier=0.6,
        aandeel_amv=0.0,
        aandeel_studenten=0.0,
    )
    assert leeg["score"] == nul["score"] > 0


@pytest.mark.parametrize(
    ("aandelen", "score"),
    [
        ([1, 0, 0, 0], 0),
        ([0.5, 0.5, 0, 0], 100),
        ([0.25, 0.25, 0.25, 0.25], 100),
        ([0.9, 0.1, 0, 0], 46.8996),
        ([np.nan] * 4, np.nan),
    ],
)
def test_verscheidenheid(aandelen, score):
    uitkomst = verscheidenheid(np.array([aandelen], dtype=float))
    assert uitkomst.tolist() == pytest.approx([score], abs=1e-4, nan_ok=True)


@given(st.permutations([0.4, 0.3, 0.2, 0.1]))
def test_welke_groep_welke_is_doet_er_voor_verscheidenheid_niet_toe(aandelen):
    verwacht = verscheidenheid(np.array([[0.4, 0.3, 0.2, 0.1]]))
    np.testing.assert_allclose(verscheidenheid(np.array([aandelen])), verwacht)


@pytest.mark.parametrize("band", [(0.05, 0.5), (0.5, 0.5), (0.5, 0.95)])
@given(kandidaten=kandidatenlijsten())
def test_scores_blijven_binnen_0_en_100(band, kandidaten):
    omgeving = _met_band(band)
    maten = mix(met_ligging(kandidaten, omgeving.gemeenten), omgeving)
    for kolom in ("score", "score_balans", "score_verscheidenheid"):
        assert maten[kolom].dropna().between(0, 100).all()
    bekend = maten["score"].notna()
    delen = maten[["score_balans", "score_verscheidenheid"]].mean(axis=1)
    np.testing.assert_allclose(maten["score"][bekend], delen[bekend])


_BANDEN = {}


def _met_band(band):
    if band not in _BANDEN:
        _BANDEN[band] = maak_omgeving({"mix.band_laag": band[0], "mix.band_hoog": band[1]})
    return _BANDEN[band]


def _met_buurten(in_buurt, in_gemeente):
    vlakken = gpd.GeoDataFrame(
        {
            "buurt": ["Noord"],
            "inwoners": [1000.0],
            "sociale_huur": [in_buurt],
            "sociale_huur_gemeente": [in_gemeente],
        },
        geometry=[shapely.box(100_000, 400_000, 110_000, 410_000)],
        crs=RD,
    )
    return replace(maak_omgeving(), buurten=Buurten(vlakken, "2025"))


@pytest.mark.parametrize(
    ("in_buurt", "in_gemeente", "score"),
    [
        (0.2, 0.3, 100),
        (0.3, 0.3, 100),
        (0.6, 0.3, 50),
        (0.9, 0.3, 0),
        (1.0, 0.3, 0),
        (0.1, 0.0, 0),
        (0.0, 0.0, 100),
        (np.nan, 0.3, np.nan),
        (0.3, np.nan, np.nan),
    ],
)
def test_concentratie_zet_sociale_huur_in_de_buurt_tegen_die_in_de_gemeente(
    in_buurt, in_gemeente, score
):
    maten = _maten(_met_buurten(in_buurt, in_gemeente), type="noodopvang")
    assert maten["score_concentratie"] == pytest.approx(score, nan_ok=True)


def test_buiten_elke_buurt_is_concentratie_onbekend():
    maten = _maten(_met_buurten(0.2, 0.3), x=115_000)
    assert np.isnan(maten["score_concentratie"])
    assert maten["buurt"] == ""
