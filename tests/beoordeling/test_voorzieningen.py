"""Welke voorzieningen waar tellen, en hoe de afstand ernaartoe gemeten wordt."""

from dataclasses import replace
from datetime import UTC, datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.beoordeling.voorzieningen import bouw_voorzieningen
from locatieplanner.bronnen.cache import Manifest
from locatieplanner.bronnen.geladen import Geladen
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.herkomst import Status
from locatieplanner.netwerk.geladen import GeladenNet
from locatieplanner.netwerk.stratennet import bouw
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving

AARDAM = shapely.box(100_000, 400_000, 110_000, 410_000)
WEST = shapely.box(100_000, 400_000, 106_000, 410_000)
LIJN = "rechte lijn × 1,25"
OSM_LIJN = f"{LIJN} (OpenStreetMap, opgehaald 1-11-2026)"
OVER_STRATEN = "fietsen over straten (OpenStreetMap, opgehaald 2-11-2026)"


def _net():
    """Eén rechte straat van west naar oost door het midden van Aardam en Beekdal."""
    x = np.arange(100_000.0, 120_000.0, 100.0)
    rij = np.arange(len(x))
    return bouw(
        pd.DataFrame(
            {
                "van": rij[:-1], "naar": rij[1:],
                "x_van": x[:-1], "y_van": 405_000.0, "x_naar": x[1:], "y_naar": 405_000.0,
                "lengte_m": 100.0, "fietsen": True,
            }
        ),
        "fietsen",
    )  # fmt: skip


def _opgehaald(*, straten=True, dekking=WEST):
    winkels = gpd.GeoDataFrame(
        {"osm_id": ["node/1"], "categorie": ["supermarkt"], "naam": ["Buurtwinkel"]},
        geometry=[shapely.Point(105_500, 405_000)],
        crs=RD,
    )
    manifest = Manifest(
        "voorzieningen", "Aardam", "aardam", "", "2026-11-01T12:00:00+00:00", "", "", 1, "",
        AARDAM.wkt,
    )  # fmt: skip
    net = GeladenNet(_net(), dekking, datetime(2026, 11, 2, 12, tzinfo=UTC))
    return Opgehaald(
        voorzieningen=Geladen(winkels, (manifest,)),
        categorieen=("supermarkt", "apotheek"),
        straten={"fietsen": net} if straten else {},
    )


def _beoordeel(opgehaald, *plekken):
    rijen = [kandidaat(f"K{i}", *plek) for i, plek in enumerate(plekken)]
    return beoordeel(maak_kandidaten(*rijen), maak_omgeving(opgehaald=opgehaald))


def test_zonder_opgehaalde_lagen_gelden_station_en_kernen(omgeving):
    lagen = bouw_voorzieningen(Opgehaald(), omgeving.opvang, omgeving.kernen, omgeving.parameters)
    assert list(lagen) == ["treinstation", "dorpskern", "stadskern"]


def test_over_straten_waar_die_er_zijn_daarbuiten_hemelsbreed_en_verder_de_kernen():
    uitkomst = _beoordeel(_opgehaald(), (104_000, 405_050), (108_000, 405_000), (115_000, 405_000))
    maten = uitkomst.maten["nabijheid"]
    assert maten["meting_supermarkt"].tolist() == [OVER_STRATEN, OSM_LIJN, ""]
    assert maten["afstand_supermarkt_m"].tolist()[:2] == pytest.approx([1550.0, 1.25 * 2500])
    assert np.isnan(maten["afstand_supermarkt_m"].tolist()[2])
    # Waar voorzieningen geladen zijn, staat geen kern ervoor in.
    assert [bool(meting) for meting in maten["meting_dorpskern"]] == [False, False, True]
    # Er is één station in OpenStreetMap niet: dan is het daar onbekend en niet het ingebouwde.
    assert maten["status"].tolist() == [Status.AFGELEID, Status.GESCHAT, Status.GESCHAT]


def test_een_categorie_zonder_voorziening_is_onbekend_en_telt_niet_mee():
    uitkomst = _beoordeel(_opgehaald(straten=False), (105_000, 405_000))
    maten = uitkomst.maten["nabijheid"].iloc[0]
    assert np.isnan(maten["afstand_apotheek_m"])
    bekend = [maten["score_supermarkt"], maten["score_treinstation"]]
    assert maten["score"] == pytest.approx(np.mean(bekend))
    ontbreekt = uitleg(uitkomst, "K0").ontbreekt
    assert (
        "afstand tot apotheek: in het geladen gebied niet bereikbaar gevonden, " + OSM_LIJN
    ) in ontbreekt


def test_wat_niet_te_bereiken_is_is_onbekend_en_niet_ver():
    maten = _beoordeel(_opgehaald(), (104_000, 409_000)).maten["nabijheid"].iloc[0]
    assert np.isnan(maten["afstand_supermarkt_m"])
    assert maten["meting_supermarkt"] == OVER_STRATEN


def test_de_uitleg_zegt_hoe_en_met_wat_gemeten_is_en_waar_de_rand_ligt():
    uitkomst = _beoordeel(_opgehaald(), (105_900, 405_000), (105_200, 405_000))
    aan_de_rand = "\n".join(uitleg(uitkomst, "K0").criteria[2].zinnen)
    assert "Buurtwinkel op 400 m (of dichterbij, net buiten het geladen gebied)" in aan_de_rand
    assert f"Gemeten: {OVER_STRATEN}" in aan_de_rand
    midden = "\n".join(uitleg(uitkomst, "K1").criteria[2].zinnen)
    assert "Buurtwinkel op 300 m; op" in midden


def test_ook_het_ingebouwde_station_gaat_over_straten():
    straten = replace(_opgehaald(dekking=None), voorzieningen=None)
    maten = _beoordeel(straten, (114_000, 405_000)).maten["nabijheid"].iloc[0]
    assert maten["meting_treinstation"] == OVER_STRATEN
    # Duizend meter langs de straat; het station van Beekdal ligt er 500 meter vandaan.
    assert maten["afstand_treinstation_m"] == pytest.approx(1500.0)
