"""Dezelfde kandidaten in elke soort bestand geven dezelfde tabel."""

import geopandas as gpd
import pandas as pd
import pytest
from geopandas.testing import assert_geodataframe_equal

from locatieplanner.invoer.schema import maak_schema
from tests.invoer import voorbeelden
from tests.invoer.voorbeelden import SOORTEN


@pytest.fixture(scope="module")
def verwacht(lees):
    return lees(voorbeelden.als_parquet(), "k.parquet").kandidaten


def _gelijk(gelezen: gpd.GeoDataFrame, verwacht: gpd.GeoDataFrame, meter: float = 0.0) -> None:
    assert (gelezen.distance(verwacht) <= meter).all()
    assert_geodataframe_equal(
        gelezen.set_geometry(verwacht.geometry), verwacht, check_less_precise=True
    )


@pytest.mark.parametrize("naam", SOORTEN)
def test_elke_soort_geeft_dezelfde_tabel(naam, lees, verwacht, aandachtsgroepen):
    gelezen = lees(SOORTEN[naam](), naam)
    assert gelezen.schoon, [p.zin for p in gelezen.fouten]
    assert gelezen.aantal_rijen == 3
    assert gelezen.bron == naam
    maak_schema(aandachtsgroepen).validate(gelezen.kandidaten)
    # GeoJSON bewaart zeven decimalen van een graad: een centimeter.
    _gelijk(gelezen.kandidaten, verwacht, 0.02 if naam.endswith("geojson") else 0.0)


def test_de_inhoud_klopt(verwacht):
    assert list(verwacht.index) == ["A1", "12", "Ĝ-3"]
    assert verwacht.loc["12", "naam"] == "De Wal; noord"
    assert verwacht["capaciteit"].tolist() == [120, 75, 300]
    assert verwacht.loc["12", "woningen"] == 50
    assert verwacht.loc["A1", "beschikbaar_van"] == pd.Timestamp(2026, 5, 1)
    assert verwacht.loc["12", "eigenaar"] == ""
    assert verwacht.loc["12", "aandeel_amv"] == 0.25
    assert verwacht.loc["12", "aandeel_studenten"] == 0
    assert verwacht.loc["A1"].filter(like="aandeel_").isna().all()
    assert verwacht.geometry.loc["A1"].wkt == "POINT (155000.5 463000.25)"


@pytest.mark.parametrize("teken", [";", ",", "\t"])
@pytest.mark.parametrize("decimaal", [",", "."])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_elke_csv_geeft_dezelfde_tabel(teken, decimaal, codering, lees, verwacht):
    gelezen = lees(voorbeelden.als_csv(teken, decimaal, codering))
    assert gelezen.schoon, [p.zin for p in gelezen.fouten]
    if codering == "cp1252":
        verwacht = verwacht.rename(index={"Ĝ-3": "G-3"})
    _gelijk(gelezen.kandidaten, verwacht)


@pytest.mark.parametrize("stelsel", ["EPSG:28992", "EPSG:4326", "EPSG:32631", "EPSG:3857"])
def test_elk_genoemd_stelsel_wordt_rd(stelsel, lees, verwacht):
    tabel = voorbeelden.geotabel(stelsel)
    for inhoud, naam in (
        (voorbeelden.als_gpkg(tabel), "k.gpkg"),
        (voorbeelden.als_parquet(tabel), "k.parquet"),
        (voorbeelden.als_geojson(stelsel), "k.geojson"),
    ):
        gelezen = lees(inhoud, naam)
        assert gelezen.schoon, [p.zin for p in gelezen.fouten]
        _gelijk(gelezen.kandidaten, verwacht, 0.05)


def test_schermtabel_geeft_dezelfde_tabel(verwacht, locatietypen, aandachtsgroepen):
    from locatieplanner.invoer.kandidaten import controleer_kandidaten

    gelezen = controleer_kandidaten(verwacht, locatietypen, aandachtsgroepen)
    assert not gelezen.problemen
    _gelijk(gelezen.kandidaten, verwacht)
