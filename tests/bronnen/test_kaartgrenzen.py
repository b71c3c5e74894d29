import geopandas as gpd
import shapely

from locatieplanner.bronnen.kaartgrenzen import kaartgrenzen
from locatieplanner.domein.gebied import RD
from tests.omgeving import maak_gemeenten


def test_gemeenten_worden_tot_het_land_geknipt_en_sluiten_op_elkaar_aan():
    land = gpd.GeoDataFrame(geometry=[shapely.box(105_000, 400_000, 200_000, 500_000)], crs=RD)
    kaart = kaartgrenzen(maak_gemeenten(), land)
    assert kaart.index.tolist() == maak_gemeenten().index.tolist()
    assert kaart.crs == RD
    assert kaart.area.loc["GM0001"] == 5_000 * 10_000
    assert shapely.coverage_is_valid(kaart.geometry.to_numpy())


def test_een_gemeente_die_alleen_water_is_blijft_staan():
    land = gpd.GeoDataFrame(geometry=[shapely.box(110_000, 400_000, 200_000, 500_000)], crs=RD)
    kaart = kaartgrenzen(maak_gemeenten(), land)
    assert kaart.area.loc["GM0001"] == 10_000 * 10_000
