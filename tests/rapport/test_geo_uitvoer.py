import io
import json

import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.rapport.deelbaar import deelbare_tabel
from locatieplanner.rapport.geo_uitvoer import PARQUETSLEUTEL, als_geojson, als_gpkg, als_parquet
from locatieplanner.rapport.herkomst import herkomst, herkomsttabel
from tests.rapport.conftest import EXTRA


@pytest.fixture
def tabel(beoordeling):
    return deelbare_tabel(beoordeling)


def _gelijk(terug, tabel):
    assert list(terug.columns) == [*KOLOMMEN, *EXTRA, "geometry"]
    for naam in (*KOLOMMEN, *EXTRA):
        verwacht = tabel[naam].astype(object).where(tabel[naam].notna(), None).tolist()
        gelezen = terug[naam].astype(object).where(terug[naam].notna(), None).tolist()
        assert gelezen == verwacht, naam


def test_gpkg_leest_terug(tabel, beoordeling, tmp_path):
    pad = tmp_path / "uit.gpkg"
    pad.write_bytes(als_gpkg(tabel, herkomsttabel(herkomst(beoordeling))))
    assert [naam for naam, _ in pyogrio.list_layers(pad)] == [
        *("beoordeling", "herkomst", "layer_styles")
    ]
    terug = gpd.read_file(pad, layer="beoordeling")
    assert terug.crs.to_epsg() == 28992
    _gelijk(terug, tabel)
    assert terug.geometry.geom_equals_exact(tabel.geometry, 0.001).all()


def test_gpkg_draagt_zijn_herkomst_mee(tabel, beoordeling, tmp_path):
    pad = tmp_path / "uit.gpkg"
    pad.write_bytes(als_gpkg(tabel, herkomsttabel(herkomst(beoordeling))))
    regels = pyogrio.read_dataframe(pad, layer="herkomst")
    assert not isinstance(regels, gpd.GeoDataFrame)
    assert set(regels["onderdeel"]) >= {"programma", "doelset", "gewicht", "parameter", "laag"}


def test_geojson_volgens_rfc_7946(tabel):
    inhoud = json.loads(als_geojson(tabel, ()))
    assert "crs" not in inhoud
    per_id = {f["properties"]["id"]: f for f in inhoud["features"]}
    assert [f["properties"]["id"] for f in inhoud["features"]] == tabel["id"].tolist()
    assert list(per_id["K1"]["properties"]) == [*KOLOMMEN, *EXTRA]
    lengte, breedte = per_id["K1"]["geometry"]["coordinates"]
    assert 3 < lengte < 8
    assert 50 < breedte < 54
    assert len(str(lengte).partition(".")[2]) in (6, 7)
    ring = shapely.from_geojson(json.dumps(per_id["K2"]["geometry"])).exterior
    assert shapely.is_ccw(ring)
    assert not shapely.is_ccw(tabel.set_index("id").geometry["K2"].exterior)


def test_geojson_getallen_en_onbekend(tabel):
    per_id = {
        f["properties"]["id"]: f["properties"]
        for f in json.loads(als_geojson(tabel, ()))["features"]
    }
    assert per_id["K1"]["score_mix"] is None
    assert per_id["K3"]["rang"] is None
    assert per_id["K1"]["capaciteit"] == 100
    assert isinstance(per_id["K1"]["rang"], int)
    verwacht = tabel.set_index("id")["score_totaal"]
    assert per_id["K5"]["score_totaal"] == verwacht["K5"]


def test_geojson_leest_terug_op_de_centimeter(tabel):
    terug = gpd.read_file(io.BytesIO(als_geojson(tabel, ()))).to_crs(tabel.crs)
    assert (terug.geometry.hausdorff_distance(tabel.geometry) < 0.02).all()


def test_parquet_leest_terug(tabel):
    inhoud = als_parquet(tabel, ())
    terug = gpd.read_parquet(io.BytesIO(inhoud))
    _gelijk(terug, tabel)
    assert_geodataframe_equal(terug[["geometry"]], tabel[["geometry"]])
    assert pq.ParquetFile(io.BytesIO(inhoud)).metadata.row_group(0).column(0).compression == "ZSTD"


def test_zonder_ligging_blijft_leeg(beoordeling, tmp_path):
    tabel = deelbare_tabel(beoordeling, deel_beschermd=False)
    pad = tmp_path / "uit.gpkg"
    pad.write_bytes(als_gpkg(tabel, herkomsttabel(())))
    assert gpd.read_file(pad, layer="beoordeling").set_index("id").geometry["beschermd-3"] is None
    features = json.loads(als_geojson(tabel, ()))["features"]
    assert {f["properties"]["id"] for f in features if f["geometry"] is None} == {"beschermd-3"}
    assert (
        gpd.read_parquet(io.BytesIO(als_parquet(tabel, ()))).set_index("id").geometry["beschermd-3"]
        is None
    )


def test_gdal_staat_na_afloop_zoals_ervoor(tabel):
    als_gpkg(tabel, herkomsttabel(()))
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


def _bestemd(inhoud, regels):
    assert [lid["id"] for lid in inhoud] == [regel.id for regel in regels]
    assert {lid["onderdeel"] for lid in inhoud} >= {"doelset", "doel", "gewicht", "laag"}
    assert inhoud[0]["status"] == regels[0].status


def test_geojson_draagt_zijn_herkomst_mee(tabel, beoordeling):
    regels = herkomst(beoordeling)
    met, zonder = als_geojson(tabel, regels), json.loads(als_geojson(tabel, ()))
    inhoud = json.loads(met)
    _bestemd(inhoud.pop("herkomst"), regels)
    assert zonder.pop("herkomst") == []
    assert inhoud == zonder
    assert len(gpd.read_file(io.BytesIO(met))) == len(tabel)


def test_geojson_zonder_kandidaten_blijft_json(tabel):
    assert json.loads(als_geojson(tabel.iloc[:0], ()))["features"] == []


def test_parquet_draagt_zijn_herkomst_mee(tabel, beoordeling):
    regels = herkomst(beoordeling)
    kenmerken = pq.read_schema(io.BytesIO(als_parquet(tabel, regels))).metadata
    _bestemd(json.loads(kenmerken[PARQUETSLEUTEL]), regels)
    assert b"geo" in kenmerken
