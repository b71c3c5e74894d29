"""Elke ingebouwde laag tegen haar catalogus, en de inhoud die het programma veronderstelt."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from locatieplanner.bronnen.catalogus import Soort, lees_catalogus
from locatieplanner.bronnen.lagen import (
    lees_gemeenten,
    lees_gemeenten_kaart,
    lees_kernen,
    lees_provincies,
    lees_treinstations,
)
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.gebied import PROVINCIES, RD

INGEBOUWD = [laag for laag in lees_catalogus().values() if laag.ingebouwd]
VECTOR = [laag for laag in INGEBOUWD if laag.soort is Soort.VECTOR]
TABELLEN = [laag for laag in INGEBOUWD if laag.soort is Soort.TABEL]


def lees_ruw(laag):
    pad = lagenmap() / laag.bestand
    return gpd.read_parquet(pad) if pad.suffix == ".parquet" else gpd.read_file(pad)


@pytest.mark.parametrize("laag", VECTOR, ids=lambda laag: laag.id)
def test_vectorlaag_is_zoals_de_catalogus_zegt(laag):
    gegevens = lees_ruw(laag)
    assert set(gegevens.columns) == {*laag.kolommen, "geometry"}
    assert len(gegevens) == laag.aantal
    assert gegevens.crs == laag.crs
    assert gegevens.is_valid.all()
    assert not gegevens.is_empty.any()


@pytest.mark.parametrize("laag", TABELLEN, ids=lambda laag: laag.id)
def test_tabel_is_zoals_de_catalogus_zegt(laag):
    tabel = pd.read_csv(lagenmap() / laag.bestand, dtype=str)
    assert list(tabel.columns) == list(laag.kolommen)
    assert len(tabel) == laag.aantal


@pytest.mark.parametrize(
    ("bestand", "grens_kb"),
    [("gemeenten.parquet", 6000), ("gemeenten_kaart.parquet", 300), ("provincies.parquet", 100)],
)
def test_lagen_blijven_klein(bestand, grens_kb):
    assert (lagenmap() / bestand).stat().st_size < grens_kb * 1000


def test_gemeenten_vormen_een_dekking():
    gemeenten = lees_gemeenten()
    assert shapely.coverage_is_valid(gemeenten.geometry.to_numpy())
    assert set(gemeenten["provincie"]) == set(PROVINCIES)
    assert gemeenten["inwoners"].sum() == 18_130_231


def test_weergave_ligt_in_de_gemeente_en_is_op_hele_meters():
    gemeenten, kaart = lees_gemeenten(), lees_gemeenten_kaart()
    ruim = gemeenten.geometry.buffer(250).reindex(kaart.index)
    assert kaart.geometry.within(ruim).all()
    xy = shapely.get_coordinates(kaart.geometry.to_numpy())
    assert (xy == xy.round()).all()
    # Groot water is weg: Nederland heeft ruim 33.000 km² land en 41.500 km² met water.
    assert 33_000 < kaart.area.sum() / 1e6 < 36_000


def test_provinciegrenzen_vallen_samen_met_die_van_de_gemeenten():
    kaart, provincies = lees_gemeenten_kaart(), lees_provincies().set_index("provincie")
    som = kaart.area.groupby(kaart["provincie"]).sum()
    pd.testing.assert_series_equal(
        provincies.area, som.reindex(provincies.index), check_names=False
    )


def test_kernen_dekken_elke_gemeente_en_tellen_niet_dubbel():
    kernen, gemeenten = lees_kernen(), lees_gemeenten()
    per_gemeente = kernen.groupby("gemeentecode")["inwoners"].sum()
    aandeel = per_gemeente / gemeenten["inwoners"]
    assert aandeel.notna().all()
    assert aandeel.max() < 1.001
    assert aandeel.min() > 0.3
    assert set(kernen["status"]) == {"secundair", "afgeleid", "geschat"}
    assert not kernen.duplicated(["naam", "gemeentecode"]).any()


@pytest.mark.parametrize("naam", ["Den Haag", "Amsterdam", "Almere", "Houten", "Etten-Leur"])
def test_grote_kernen_heten_zoals_hier_en_zijn_stadskern(naam):
    kernen = lees_kernen().set_index("naam")
    stadskern = lees_parameters().getal("nabijheid.stadskern_inwoners")
    assert kernen.loc[naam, "inwoners"] >= stadskern


def test_stations_zijn_uniek():
    stations = lees_treinstations()
    assert not stations["naam"].duplicated().any()
    assert stations["uic"].dropna().str.fullmatch(r"84\d{5}").all()
    assert {"Utrecht Centraal", "Maastricht", "Leeuwarden"} <= set(stations["naam"])


def test_alles_staat_in_rd():
    assert {laag.crs for laag in VECTOR} == {RD}
