import geopandas as gpd
import numpy as np
import shapely

from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import RD


def test_de_buurt_van_een_plek_en_de_eerste_op_een_grens():
    vlakken = gpd.GeoDataFrame(
        {"buurt": ["west", "oost"]},
        geometry=[shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)],
        crs=RD,
    )
    plekken = np.array([[150.0, 50.0], [50.0, 50.0], [100.0, 50.0], [999.0, 50.0]])
    assert Buurten(vlakken, "2025").rij_van(plekken).tolist() == [1, 0, 0, -1]
