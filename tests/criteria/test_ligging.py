import geopandas as gpd
import pandas as pd
import pytest
import shapely

from locatieplanner.criteria.ligging import LIGGING, met_ligging, plekken, rekenpunten
from locatieplanner.domein.gebied import RD
from tests.omgeving import kandidaat, maak_gemeenten, maak_kandidaten

HOEFIJZER = shapely.Polygon(
    [(0, 0), (30, 0), (30, 30), (20, 30), (20, 10), (10, 10), (10, 30), (0, 30)]
)


def _ligging(*rijen, gemeenten=None):
    tabel = maak_gemeenten() if gemeenten is None else gemeenten
    return met_ligging(maak_kandidaten(*rijen), tabel)


def test_een_punt_is_zijn_eigen_rekenpunt():
    assert rekenpunten(gpd.GeoSeries([shapely.Point(1, 2)], crs=RD)).tolist() == [[1, 2]]


def test_van_een_vlak_is_het_rekenpunt_het_zwaartepunt():
    vormen = gpd.GeoSeries([shapely.box(0, 0, 10, 20), shapely.Point(3, 4)], crs=RD)
    assert rekenpunten(vormen).tolist() == [[5, 10], [3, 4]]


def test_valt_het_zwaartepunt_buiten_het_vlak_dan_ligt_het_rekenpunt_erbinnen():
    assert not HOEFIJZER.intersects(HOEFIJZER.centroid)
    punt = rekenpunten(gpd.GeoSeries([HOEFIJZER], crs=RD))[0]
    assert HOEFIJZER.contains(shapely.Point(punt))


def test_van_een_meervoudig_vlak_ligt_het_rekenpunt_in_een_van_de_delen():
    delen = shapely.MultiPolygon([shapely.box(0, 0, 10, 10), shapely.box(90, 0, 100, 10)])
    punt = rekenpunten(gpd.GeoSeries([delen], crs=RD))[0]
    assert delen.contains(shapely.Point(punt))


def test_gemeente_en_provincie():
    gelegen = _ligging(kandidaat("K1", 101_000, 401_000), kandidaat("K2", 125_000, 415_000))
    assert gelegen["gemeentecode"].tolist() == ["GM0001", "GM0006"]
    assert gelegen["gemeente"].tolist() == ["Aardam", "Fluitmeer"]
    assert gelegen["provincie"].tolist() == ["Utrecht", "Limburg"]
    assert plekken(gelegen).tolist() == [[101_000, 401_000], [125_000, 415_000]]
    assert gelegen.index.tolist() == ["K1", "K2"]


def test_buiten_elke_gemeente_is_de_ligging_leeg():
    gelegen = _ligging(kandidaat("K1", 0, 0), kandidaat("K2", 101_000, 401_000))
    assert gelegen["gemeente"].isna().tolist() == [True, False]
    assert gelegen["provincie"].isna().tolist() == [True, False]


@pytest.mark.parametrize("omgekeerd", [False, True])
@pytest.mark.parametrize(
    ("x", "y", "code"),
    [
        (110_000, 405_000, "GM0001"),  # rand van GM0001 en GM0002
        (110_000, 410_000, "GM0001"),  # hoekpunt van vier gemeenten
        (120_000, 410_000, "GM0002"),
        (125_000, 410_000, "GM0003"),
        (130_000, 420_000, "GM0006"),  # buitenrand van Nederland
    ],
)
def test_op_een_grens_telt_de_laagste_code(x, y, code, omgekeerd):
    gemeenten = maak_gemeenten()
    gelegen = _ligging(
        kandidaat("K0", 101_000, 401_000),
        kandidaat("K1", x, y),
        gemeenten=gemeenten[::-1] if omgekeerd else gemeenten,
    )
    assert gelegen.loc["K1", "gemeentecode"] == code


def test_een_vlak_over_een_grens_valt_waar_zijn_rekenpunt_ligt():
    vlak = shapely.box(109_000, 404_000, 110_500, 405_000)
    assert _ligging(kandidaat(geometry=vlak))["gemeente"].tolist() == ["Aardam"]


def test_zonder_kandidaten_zijn_de_kolommen_er_wel():
    gelegen = _ligging()
    assert len(gelegen) == 0
    assert set(LIGGING) <= set(gelegen.columns)
    assert plekken(gelegen).shape == (0, 2)


def test_de_invoer_verandert_niet():
    kandidaten = maak_kandidaten(kandidaat())
    kopie = kandidaten.copy()
    met_ligging(kandidaten, maak_gemeenten())
    pd.testing.assert_frame_equal(kandidaten, kopie)


def test_elke_echte_kern_ligt_in_haar_eigen_gemeente(lagen_echt):
    kernen = lagen_echt.kernen
    gelegen = met_ligging(kernen[["naam", "geometry"]], lagen_echt.gemeenten)
    gelijk = gelegen["gemeentecode"] == kernen["gemeentecode"]
    # Een kern vlak over de vereenvoudigde grens mag verschillen.
    assert gelijk.mean() > 0.99
