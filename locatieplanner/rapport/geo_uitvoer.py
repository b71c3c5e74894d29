"""Bestanden met geometrie: GeoPackage, GeoJSON en GeoParquet."""

import io
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import shapely

from locatieplanner.domein.gebied import WGS84
from locatieplanner.rapport.gisstijl import voeg_stijl_toe
from locatieplanner.rapport.herkomst import Herkomstregel
from locatieplanner.rapport.json_uitvoer import json_tekst
from locatieplanner.rapport.kolommen import COORDINATEN

LAAG = "beoordeling"
HERKOMST = "herkomst"
PARQUETSLEUTEL = b"locatieplanner.herkomst"
"""Waaronder de herkomst in de kenmerken van een Parquetbestand staat, als JSON."""

# Een vast tijdstip: hetzelfde antwoord geeft hetzelfde bestand, wanneer ook geschreven.
_TIJDSTIP = "2000-01-01T00:00:00.000Z"
_GRADEN_DECIMALEN = 7
_GEOMETRIEKOLOM = "geom"
_MEESTE = 0.5


def als_gpkg(tabel: gpd.GeoDataFrame, herkomst: pd.DataFrame) -> bytes:
    """Geef de tabel als GeoPackage in RD, met herkomst, en met een stijl die QGIS leest."""
    with tempfile.TemporaryDirectory(prefix="locatieplanner-") as map_, _vast_tijdstip():
        pad = Path(map_) / "beoordeling.gpkg"
        pyogrio.write_dataframe(_met_vorm(tabel), pad, layer=LAAG, driver="GPKG")
        pyogrio.write_dataframe(herkomst, pad, layer=HERKOMST, driver="GPKG")
        vlakken = tabel.geom_type.str.contains("Polygon").mean() > _MEESTE
        voeg_stijl_toe(pad, LAAG, _GEOMETRIEKOLOM, vlakken=bool(vlakken))
        return pad.read_bytes()


def als_geojson(tabel: gpd.GeoDataFrame, herkomst: Sequence[Herkomstregel]) -> bytes:
    """Geef de tabel als GeoJSON volgens RFC 7946: WGS84, vlakken tegen de klok in.

    De herkomst staat als lid ``herkomst`` naast ``features``; de standaard noemt dat een vreemd
    lid, en wie het niet kent slaat het over.
    """
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
    # Achter de objecten geplakt: zo blijven hun getallen teken voor teken gelijk.
    objecten = buffer.getvalue().rstrip().removesuffix(b"}").rstrip()
    lid = json_tekst([asdict(regel) for regel in herkomst]).rstrip().encode()
    return objecten + b',\n"herkomst": ' + lid + b"\n}\n"


def als_parquet(tabel: gpd.GeoDataFrame, herkomst: Sequence[Herkomstregel]) -> bytes:
    """Geef de tabel als GeoParquet in RD, met zstd gecomprimeerd en de herkomst als kenmerk."""
    kaal, buffer = io.BytesIO(), io.BytesIO()
    _met_vorm(tabel).to_parquet(kaal, index=False, compression="zstd")
    gelezen = pq.read_table(kaal)
    lid = json_tekst([asdict(regel) for regel in herkomst]).encode()
    kenmerken = {**(gelezen.schema.metadata or {}), PARQUETSLEUTEL: lid}
    pq.write_table(gelezen.replace_schema_metadata(kenmerken), buffer, compression="zstd")
    return buffer.getvalue()


def _met_vorm(tabel: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """De tabel zonder losse coördinaten: die zijn dubbel naast de geometrie."""
    return tabel.drop(columns=list(COORDINATEN))


@contextmanager
def _vast_tijdstip() -> Iterator[None]:
    """Laat GDAL een vast tijdstip in bestanden zetten, alleen zolang dit duurt."""
    vorig = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _TIJDSTIP})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": vorig})
