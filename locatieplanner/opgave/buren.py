"""Buurgemeenten: gemeenten waarvan de grens aan die van een gemeente raakt."""

import geopandas as gpd
import pandas as pd

from locatieplanner.fouten import GebiedFout


def buurgemeenten(gemeenten: gpd.GeoDataFrame, gemeentecode: str) -> pd.Index:
    """Geef de codes van de buurgemeenten, ook over de provinciegrens, de grootste eerst.

    Parameters
    ----------
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; kolom ``inwoners`` en de vlakken.
    gemeentecode : str
        De gemeente in het midden; zij staat er zelf niet bij.

    Raises
    ------
    GebiedFout
        Als er geen gemeente met deze code is.
    """
    if gemeentecode not in gemeenten.index:
        raise GebiedFout(
            f"Er is geen gemeente met code '{gemeentecode}'. Kies een gemeente uit de lijst."
        )
    # De index van de vlakken vindt de weinige die in aanmerking komen; de rest wordt niet bekeken.
    raakt = gemeenten.sindex.query(gemeenten.geometry.loc[gemeentecode], predicate="intersects")
    inwoners: pd.Series = gemeenten["inwoners"].iloc[raakt].drop(index=gemeentecode)
    return inwoners.sort_values(ascending=False, kind="stable").index
