import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.kaart.adressen import Adressen
from locatieplanner.kaart.basislagen import Basislagen


@pytest.fixture
def gemeenten():
    return gpd.GeoDataFrame(
        {"gemeente": ["West", "Oost"], "provincie": ["Utrecht", "Utrecht"]},
        geometry=[
            shapely.box(130_000, 450_000, 140_000, 460_000),
            shapely.box(140_000, 450_000, 150_000, 460_000),
        ],
        crs=RD,
        index=pd.Index(["GM0001", "GM0002"], name="gemeentecode"),
    )


@pytest.fixture
def provincies():
    return gpd.GeoDataFrame(
        {"provincie": ["Utrecht"]},
        geometry=[shapely.box(130_000, 450_000, 150_000, 460_000)],
        crs=RD,
    )


@pytest.fixture
def opvang():
    return gpd.GeoDataFrame(
        {
            "naam": ["azc West", "noodopvang Oost"],
            "plaats": ["West", None],
            "type": ["azc", "noodopvang"],
            "capaciteit": [400.0, np.nan],
            "peildatum": ["2025-12", None],
            "zekerheid": ["waarschijnlijk_open", "open"],
        },
        geometry=[shapely.Point(135_000, 455_000), shapely.Point(145_000, 455_000)],
        crs=RD,
    )


@pytest.fixture
def kandidaten():
    return gpd.GeoDataFrame(
        {
            "naam": ["</script><script>lek()</script>", "<img src=x onerror=lek()>", "Veld"],
            "type": ["rol", "amv", "onbekend"],
            "capaciteit": [50, 80, 700],
        },
        geometry=[
            shapely.Point(134_321, 454_321),
            shapely.Point(147_000, 452_000),
            shapely.box(141_000, 451_000, 141_200, 451_100),
        ],
        crs=RD,
        index=pd.Index(["K1", "Kerkstraat 5", "K3"], name="id"),
    )


@pytest.fixture
def adressen():
    return Adressen.van_onderdelen("locatieplanner.scherm.kaartbestanden")


@pytest.fixture
def basislagen():
    return Basislagen(
        "gemeenten-a1.json", "provincies-b2.json", "opvang-c3.json", "kaart-d4.js", ()
    )
