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


def test_de_maten_van_een_buurt_en_niets_daarbuiten():
    vlakken = gpd.GeoDataFrame(
        {
            "buurt": ["west"],
            "inwoners": [1200.0],
            "sociale_huur": [0.4],
            "sociale_huur_gemeente": [np.nan],
        },
        geometry=[shapely.box(0, 0, 100, 100)],
        crs=RD,
    )
    gevonden = Buurten(vlakken, "2025").bij(np.array([[50.0, 50.0], [999.0, 50.0]]))
    assert gevonden["buurt"].tolist() == ["west", ""]
    assert gevonden["inwoners"].iloc[0] == 1200
    assert gevonden["sociale_huur"].iloc[0] == 0.4
    assert gevonden.loc[1, ["inwoners", "sociale_huur"]].isna().all()
    assert gevonden["sociale_huur_gemeente"].isna().all()
