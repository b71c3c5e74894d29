"""Dezelfde kandidaten als bestand in elke soort."""

import io
import tempfile
import warnings
import zipfile
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import shapely

from locatieplanner.domein.gebied import RD

RIJEN = pd.DataFrame(
    {
        "id": ["A1", "12", "Ĝ-3"],
        "naam": ["Café Ørsted", "De Wal; noord", 'Het "Veld"'],
        "type": ["rol", "gemengd", "azc"],
        "capaciteit": [120, 75, 300],
        "woningen": pd.array([None, 50, None], dtype="Int64"),
        "van": pd.to_datetime(["2026-05-01", None, "2027-01-31"]),
        "tot": pd.to_datetime(["2031-05-01", None, None]),
        "status": ["besluit", "idee", "in gebruik"],
        "eigenaar": ["gemeente", None, "COA"],
        "aandeel_amv": [None, 0.25, None],
        "aandeel_ouderen": [None, 0.75, None],
    }
)
PUNTEN = [(155_000.5, 463_000.25), (142_000.0, 452_000.0), (169_000.0, 469_000.0)]


def geotabel(stelsel: str = RD) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        RIJEN, geometry=[shapely.Point(*punt) for punt in PUNTEN], crs=RD
    ).to_crs(stelsel)


def _met_xy() -> pd.DataFrame:
    x, y = zip(*PUNTEN, strict=True)
    return RIJEN.assign(x=x, y=y)


def als_csv(teken: str = ";", decimaal: str = ",", codering: str = "utf-8-sig") -> bytes:
    tabel = _met_xy()
    if codering == "cp1252":
        tabel["id"] = tabel["id"].str.replace("Ĝ", "G")
    return tabel.to_csv(index=False, sep=teken, decimal=decimaal, date_format="%d-%m-%Y").encode(
        codering
    )


def als_xlsx(bladen: tuple[str, ...] = ("Blad1",), gevuld: str | None = None) -> bytes:
    werkmap = openpyxl.Workbook()
    werkmap.remove(werkmap.active)
    for naam in bladen:
        blad = werkmap.create_sheet(naam)
        if naam != (gevuld or bladen[0]):
            blad.append(["iets anders"])
            continue
        tabel = _met_xy()
        blad.append(list(tabel.columns))
        for rij in tabel.astype(object).where(tabel.notna(), None).itertuples(index=False):
            blad.append(list(rij))
    stroom = io.BytesIO()
    werkmap.save(stroom)
    return stroom.getvalue()


def _geschreven(naam: str, tabel: gpd.GeoDataFrame, **rest) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as map_, warnings.catch_warnings():
        # Een Shapefile kort namen in en kent geen tijd; dat is hier de bedoeling.
        warnings.simplefilter("ignore")
        tabel.to_file(Path(map_) / naam, engine="pyogrio", **rest)
        return {pad.name: pad.read_bytes() for pad in sorted(Path(map_).iterdir())}


def als_geojson(stelsel: str = "EPSG:4326") -> bytes:
    return _geschreven("k.geojson", geotabel(stelsel), driver="GeoJSON")["k.geojson"]


def als_gpkg(tabel: gpd.GeoDataFrame | None = None, laag: str = "laag") -> bytes:
    tabel = geotabel() if tabel is None else tabel
    return _geschreven("k.gpkg", tabel, driver="GPKG", layer=laag)["k.gpkg"]


def als_parquet(tabel: gpd.GeoDataFrame | None = None) -> bytes:
    stroom = io.BytesIO()
    (geotabel() if tabel is None else tabel).to_parquet(stroom)
    return stroom.getvalue()


def shapedelen(tabel: gpd.GeoDataFrame | None = None) -> dict[str, bytes]:
    if tabel is None:
        # Namen in een Shapefile zijn hoogstens tien tekens lang.
        tabel = geotabel().rename(columns={"aandeel_ouderen": "aandeel_ou"})
    return _geschreven("k.shp", tabel, driver="ESRI Shapefile", encoding="UTF-8")


def als_zip(delen: dict[str, bytes], map_: str = "") -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(map_ + naam, inhoud)
    return stroom.getvalue()


SOORTEN = {
    "kandidaten.csv": als_csv,
    "kandidaten.xlsx": als_xlsx,
    "kandidaten.geojson": als_geojson,
    "kandidaten.gpkg": als_gpkg,
    "kandidaten.zip": lambda: als_zip(shapedelen(), "map/dieper/"),
    "kandidaten.parquet": als_parquet,
}
