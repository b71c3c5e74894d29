import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.ogr import lees_laag, tabel_van
from tests.invoer.voorbeelden import als_gpkg, geotabel


@pytest.fixture
def gpkg(tmp_path):
    pad = tmp_path / "k.gpkg"
    pad.write_bytes(als_gpkg())
    return pad


def test_laag(gpkg):
    tabel = lees_laag(f"GPKG:{gpkg}", "laag", "GPKG", STANDAARDGRENZEN, "stuk")
    assert list(tabel.gegevens.index) == [1, 2, 3]
    assert tabel.stelsel == "EPSG:28992"
    assert tabel.geometrie[0].wkt == "POINT (155000.5 463000.25)"


def test_andere_lezer_wordt_geweigerd(gpkg, tmp_path):
    vrt = tmp_path / "k.gpkg.shp"
    vrt.write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="laag"><SrcDataSource>{gpkg}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )
    with pytest.raises(BestandFout, match="stuk"):
        lees_laag(str(vrt), None, "ESRI Shapefile", STANDAARDGRENZEN, "stuk")
    with pytest.raises(BestandFout, match="stuk"):
        lees_laag(f"GPKG:{vrt}", None, "GPKG", STANDAARDGRENZEN, "stuk")


def test_te_veel_rijen_of_kolommen(gpkg):
    for grenzen in (Bestandsgrenzen(rijen=2), Bestandsgrenzen(kolommen=2)):
        with pytest.raises(BestandFout, match="meer dan 2"):
            lees_laag(f"GPKG:{gpkg}", "laag", "GPKG", grenzen, "stuk")


def test_tabel_zonder_geometrie_of_stelsel():
    assert tabel_van(pd.DataFrame({"a": [1]}), None).geometrie is None
    assert tabel_van(geotabel(), "onzin").stelsel is None
    assert tabel_van(gpd.GeoDataFrame({"a": [1]}), None).geometrie is None
    assert isinstance(tabel_van(geotabel(), None).geometrie, np.ndarray)
