"""Bestanden met geometrie: GeoPackage, GeoJSON en GeoParquet."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.domein.gebied import WGS84

LAAG = "beoordeling"
HERKOMST = "herkomst"

# Een vast tijdstip: hetzelfde antwoord geeft hetzelfde bestand, wanneer ook geschreven.
_TIJDSTIP = "2000-01-01T00:00:00.000Z"
_GRADEN_DECIMALEN = 7


def als_gpkg(tabel: gpd.GeoDataFrame, herkomst: pd.DataFrame) -> bytes:
    """Geef de tabel als GeoPackage in RD, met de herkomst als tweede tabel."""
    with tempfile.TemporaryDirectory(prefix="locatieplanner-") as map_, _vast_tijdstip():
        pad = Path(map_) / "beoordeling.gpkg"
        pyogrio.write_dataframe(_met_vorm(tabel), pad, layer=LAAG, driver="GPKG")
        pyogrio.write_dataframe(herkomst, pad, layer=HERKOMST, driver="GPKG")
        return pad.read_bytes()


def als_geojson(tabel: gpd.GeoDataFrame) -> bytes:
    """Geef de tabel als GeoJSON volgens RFC 7946: WGS84, vlakken tegen de klok in."""
    geo = _met_vorm(tabel).to_crs(WGS84)
    geo = geo.set_geometry(
        gpd.GeoSeries(
            shapely.orient_polygons(geo.geometry.to_numpy(), exterior_cw=False),
            index=geo.index,
            crs=WGS84,
        )
    )
    buffer = io.BytesIO()
    pyogrio.write_dataframe(
        geo,
        buffer,
        layer=LAAG,
        driver="GeoJSON",
        layer_options={"RFC7946": "YES", "COORDINATE_PRECISION": str(_GRADEN_DECIMALEN)},
    )
    return buffer.getvalue()


def als_parquet(tabel: gpd.GeoDataFrame) -> bytes:
    """Geef de tabel als GeoParquet in RD, met zstd gecomprimeerd."""
    buffer = io.BytesIO()
    _met_vorm(tabel).to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def _met_vorm(tabel: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """De vaste kolommen met de geometrie; losse coördinaten zijn dan dubbel."""
    return tabel[[*KOLOMMEN, "geometry"]]


@contextmanager
def _vast_tijdstip() -> Iterator[None]:
    """Laat GDAL een vast tijdstip in bestanden zetten, alleen zolang dit duurt."""
    vorig = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _TIJDSTIP})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": vorig})
