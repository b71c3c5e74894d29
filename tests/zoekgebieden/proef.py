"""Een omgeving met alles erin om zoekgebieden mee te proberen, en rasters van een gebruiker."""

from dataclasses import replace
from datetime import UTC, datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import rasterio
import shapely
from rasterio import Affine

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.bronnen.cache import Manifest
from locatieplanner.bronnen.geladen import Geladen
from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.inwonerraster import Inwonerraster
from locatieplanner.netwerk.geladen import GeladenNet
from locatieplanner.netwerk.stratennet import bouw
from locatieplanner.zoekgebieden.banden import GEEN
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.redenen import als_kandidaten
from tests.netwerk.netten import raster as stratenraster
from tests.omgeving import NATUUR, maak_omgeving

FLEX = Instelling(120, "flex", {"statushouders": 0.4, "regulier": 0.6})
"""Een locatie waarvan alle vier de criteria bekend zijn."""

WEST = shapely.box(100_000, 400_000, 106_000, 410_000)
AARDAM = shapely.box(100_000, 400_000, 110_000, 410_000)
GEMEENTE = "GM0001"
NATUURGEBIED = shapely.box(103_020, 402_030, 104_480, 403_510)


def rijke_omgeving():
    """De proefomgeving met inwonerraster, buurten, straten, voorzieningen en een toetslaag."""
    straten = stratenraster(30, 30, 150.0, zaad=3, weg=0.2)
    straten["fietsen"] = True
    straten[["x_van", "x_naar"]] += 100_500
    straten[["y_van", "y_naar"]] += 402_000
    net = GeladenNet(bouw(straten, "fietsen", 1), WEST, datetime(2026, 11, 2, 12, tzinfo=UTC))
    toeval = np.random.default_rng(5)
    hoeken = np.stack(
        np.meshgrid(np.arange(100_000.0, 108_000, 100), np.arange(400_000.0, 410_000, 100)), -1
    ).reshape(-1, 2)
    inwoners = toeval.poisson(4, len(hoeken)).astype(float)
    vlak = shapely.box(100_000, 400_000, 108_000, 410_000)
    winkels = gpd.GeoDataFrame(
        {
            "osm_id": ["node/1", "node/2", "node/3"],
            "categorie": ["supermarkt", "supermarkt", "apotheek"],
            "naam": ["Buurtwinkel", "Hoekwinkel", "Apotheek"],
        },
        geometry=[shapely.Point(x, y) for x, y in ((102e3, 404e3), (103e3, 405e3), (104e3, 403e3))],
        crs=RD,
    )
    manifest = Manifest(
        "voorzieningen", "Aardam", "aardam", "", "2026-11-01T12:00:00+00:00", "", "", 3, "",
        AARDAM.wkt,
    )  # fmt: skip
    buurten = gpd.GeoDataFrame(
        {
            "buurt": ["Noord", "Zuid"],
            "inwoners": [900.0, 1100.0],
            "sociale_huur": [0.5, 0.2],
            "sociale_huur_gemeente": [0.3, 0.3],
        },
        geometry=[
            shapely.box(100_000, 405_013, 110_000, 410_000),
            shapely.box(100_000, 400_000, 109_000, 405_013),
        ],
        crs=RD,
    )
    natuur = replace(
        NATUUR,
        vlakken=gpd.GeoDataFrame({"naam": ["De Plas"]}, geometry=[NATUURGEBIED], crs=RD),
        dekking=shapely.box(98_000, 398_000, 108_500, 412_000),
    )
    return maak_omgeving(
        opgehaald=Opgehaald(
            toetslagen=(natuur,),
            voorzieningen=Geladen(winkels, (manifest,)),
            categorieen=("supermarkt", "apotheek"),
            inwonerraster=Inwonerraster.van_vierkanten(hoeken, inwoners, 100.0, vlak),
            buurten=Buurten(buurten, "2025"),
            straten={"fietsen": net},
        )
    )


def aardam(omgeving):
    return Zoekgebied.gemeente(GEMEENTE, omgeving.gemeenten)


def beoordeel_op(punten, instelling, omgeving):
    """Beoordeel gewone kandidaten op deze plekken."""
    plekken = gpd.GeoDataFrame(
        {
            "naam": [f"Plek {n}" for n in range(len(punten))],
            "oppervlakte_ha": 1.0,
            "score_totaal": 50.0,
        },
        geometry=gpd.points_from_xy(punten[:, 0], punten[:, 1]),
        index=pd.Index([f"P{n}" for n in range(len(punten))], dtype="str", name="id"),
        crs=RD,
    )
    kandidaten = als_kandidaten(plekken, instelling, omgeving)
    return beoordeel(kandidaten, omgeving, instelling.gewichten)


def schrijf_tif(
    pad, waarden, *, hoek=(100_000, 410_000), cel_m=50.0, crs=RD, nodata=None, **anders
):
    """Schrijf een raster zoals een gebruiker het heeft."""
    waarden = np.asarray(waarden)
    banden = waarden if waarden.ndim == 3 else waarden[np.newaxis]
    opmaak = {
        "driver": "GTiff",
        "count": len(banden),
        "height": banden.shape[1],
        "width": banden.shape[2],
        "dtype": banden.dtype,
        "crs": crs,
        "transform": Affine(cel_m, 0, hoek[0], 0, -cel_m, hoek[1]),
        "nodata": nodata,
        **anders,
    }
    with rasterio.open(pad, "w", **opmaak) as bestand:
        bestand.write(banden)
    return pad


def bekend(band, getallen):
    """De waarden van een band waar die er zijn, plat."""
    return band.lees(getallen[getallen != GEEN])
