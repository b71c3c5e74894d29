"""Grenzen om te tonen, afgeleid uit opgehaalde gemeenten."""

import geopandas as gpd
import shapely

_TOLERANTIE_M = 100.0


def kaartgrenzen(gemeenten: gpd.GeoDataFrame, land: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Vereenvoudig gemeenten voor de kaart en knip groot water af.

    Parameters
    ----------
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; ``gemeente``, ``provincie`` en aansluitende vlakken in RD.
    land : GeoDataFrame
        De provincies voor de kaart: vlakken in RD zonder groot water.

    Returns
    -------
    GeoDataFrame
        Zoals `locatieplanner.bronnen.lagen.lees_gemeenten_kaart` ze geeft.
    """
    grof = shapely.coverage_simplify(gemeenten.geometry.to_numpy(), _TOLERANTIE_M)
    # Zonder rand van nul dikte blijven er lijnen over waar een vlak het land alleen raakt.
    droog = shapely.buffer(shapely.intersection(grof, land.union_all()), 0)
    # Een gemeente die alleen uit water bestaat, was anders weg.
    vlakken = [d if not shapely.is_empty(d) else g for d, g in zip(droog, grof, strict=True)]
    tabel = gemeenten[["gemeente", "provincie"]]
    return gpd.GeoDataFrame(tabel, geometry=vlakken, crs=gemeenten.crs)
