"""De kandidaatlaag: de ligging van kandidaten als bestand met een naam die niet te raden is."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.domein.kaarttekens import grootte_van, vorm_van
from locatieplanner.kaart.wegschrijven import (
    als_geojson,
    naar_graden,
    schrijf_geheim,
    verwijder_geheim,
)

_DECIMALEN = 6

BESCHERMD = "Beschermde locatie (ligging per gemeente)"


def schrijf_kandidaten(
    kandidaten: gpd.GeoDataFrame,
    map: Path,
    *,
    typenamen: Mapping[str, str] | None = None,
    verborgen_ids: Collection[str] = (),
    gemeenten: gpd.GeoDataFrame | None = None,
) -> str:
    """Schrijf de ligging van kandidaten en geef de bestandsnaam.

    De volgorde van de rijen is die van de tabel; daarop rusten de klassen die later volgen.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Punten of vlakken (RD), index ``id``, met ``naam``, ``type`` en ``capaciteit``.
    map : Path
        Waar het bestand komt. Wie de naam kent kan het zonder aanmelden lezen.
    typenamen : Mapping of str to str, optional
        Naam voor de gebruiker per typecode.
    verborgen_ids : Collection of str, optional
        Kandidaten waarvan deze gebruiker de ligging, naam en id niet mag zien.
    gemeenten : GeoDataFrame, optional
        Vlakken (RD). Met gemeenten komt een verborgen kandidaat op een vast punt in zijn
        gemeente; zonder gemeenten staat hij niet op de kaart.

    Returns
    -------
    str
        Een nieuwe, niet te raden bestandsnaam. Ruim het bestand op met
        `verwijder_kandidaten` als de sessie eindigt.

    Raises
    ------
    UitvoerFout
        Als de map niet te beschrijven is.
    """
    verborgen = kandidaten.index.isin(list(verborgen_ids))
    geometrie = _ligging(kandidaten, verborgen, gemeenten)
    graden = naar_graden(geometrie, _DECIMALEN)
    namen = typenamen or {}
    typen = kandidaten["type"].astype(str)
    rijen = zip(
        kandidaten.index.astype(str),
        kandidaten["naam"].astype(str),
        typen,
        vorm_van(typen),
        grootte_van(kandidaten["capaciteit"]),
        kandidaten["capaciteit"],
        verborgen,
        strict=True,
    )
    eigenschappen: list[dict[str, Any]] = [
        {
            # Ook een id of naam kan een adres verraden.
            "id": None if geheim else id_,
            "naam": BESCHERMD if geheim else naam,
            "type": namen.get(type_, type_),
            "vorm": int(vorm),
            "grootte": int(grootte),
            "capaciteit": None if pd.isna(capaciteit) else int(capaciteit),
        }
        for id_, naam, type_, vorm, grootte, capaciteit, geheim in rijen
    ]
    return schrijf_geheim(map, als_geojson(graden, eigenschappen))


def verwijder_kandidaten(naam: str, map: Path) -> None:
    """Verwijder een kandidaatlaag; wat er niet meer is, is al verwijderd."""
    verwijder_geheim(naam, map)


def _ligging(
    kandidaten: gpd.GeoDataFrame,
    verborgen: NDArray[np.bool_],
    gemeenten: gpd.GeoDataFrame | None,
) -> gpd.GeoSeries:
    """Geef de ligging zoals deze gebruiker haar mag zien."""
    if not verborgen.any():
        return kandidaten.geometry
    ligging = kandidaten.geometry.to_numpy().copy()
    ligging[verborgen] = None
    if gemeenten is not None:
        vlakken = gemeenten.geometry.to_numpy()
        boom = shapely.STRtree(vlakken)
        plekken = shapely.point_on_surface(kandidaten.geometry.to_numpy()[verborgen])
        vaste_punten = shapely.point_on_surface(vlakken)
        # De dichtstbijzijnde: een vereenvoudigde grens mag niemand van de kaart laten vallen.
        ligging[verborgen] = vaste_punten[boom.nearest(plekken)]
    return gpd.GeoSeries(ligging, crs=kandidaten.crs)
