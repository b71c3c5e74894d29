"""Vlakken voor een kaart zonder knoppen: gemeenten in meters, zoals een grafiek ze tekent."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from locatieplanner.kaart.wegschrijven import als_geojson, schrijf_op_inhoud

# Op een kaart van dit formaat is honderd meter minder dan een halve beeldpunt.
_ROOSTER_M = 100.0


def schrijf_vlakken(gemeenten: gpd.GeoDataFrame, map: Path) -> str:
    """Schrijf gemeenten als GeoJSON in RD, in honderdtallen meters, en geef de bestandsnaam.

    Parameters
    ----------
    gemeenten : GeoDataFrame
        Vereenvoudigde vlakken (RD); index ``gemeentecode`` of een kolom met die naam, en
        ``gemeente`` en ``provincie``.
    map : Path
        Een openbare map die de browser mag lezen.

    Raises
    ------
    UitvoerFout
        Als de map niet te beschrijven is.
    """
    vormen = shapely.transform(
        gemeenten.geometry.to_numpy(), lambda c: np.round(c / _ROOSTER_M).astype(np.float64)
    )
    codes = gemeenten.get("gemeentecode", gemeenten.index)
    eigenschappen = [
        {"code": str(code), "gemeente": str(gemeente), "provincie": str(provincie)}
        for code, gemeente, provincie in zip(
            codes, gemeenten["gemeente"], gemeenten["provincie"], strict=True
        )
    ]
    inhoud = als_geojson(np.asarray(vormen, dtype=np.object_), eigenschappen)
    return schrijf_op_inhoud(map, "vlakken", "json", inhoud)
