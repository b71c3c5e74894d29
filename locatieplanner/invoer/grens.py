"""De grens: ligt een kandidaat in een Nederlandse gemeente?"""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.domein.notatie import afstand
from locatieplanner.invoer.probleem import Probleem, per_rij
from locatieplanner.invoer.stelsel import Vormen

_AFSTANDEN = 1_000
"""Voor zoveel rijen wordt de afstand tot de grens berekend; meer helpt niemand verder."""


def toets_grens(
    vormen: Vormen, rijen: pd.Index, gebieden: gpd.GeoDataFrame, kolom: str | None
) -> tuple[Vormen, list[Probleem]]:
    """Geef een fout voor elke vorm waarvan het midden buiten alle gebieden ligt.

    Parameters
    ----------
    vormen : ndarray of shapely geometry, shape (n,)
        Punten en vlakken in RD, of None.
    rijen : Index
        Rijnummers.
    gebieden : GeoDataFrame
        Vlakken die samen Nederland zijn, bijvoorbeeld de gemeenten.
    kolom : str or None
        Kolom of kolommen waar de coördinaten staan.

    Returns
    -------
    vormen : ndarray of shapely geometry, shape (n,)
        None waar de vorm buiten ligt.
    problemen : list of Probleem
        Een fout per vorm erbuiten, voor de eerste duizend met de afstand tot de grens.
    """
    vlakken = gebieden.to_crs(RD).geometry.to_numpy()
    aanwezig = np.flatnonzero(~shapely.is_missing(vormen))
    punten = shapely.point_on_surface(vormen[aanwezig])
    # De gebieden vragen, de punten staan in de boom: zo wordt elk vlak één keer voorbereid.
    _, geraakt = shapely.STRtree(punten).query(vlakken, predicate="intersects")
    buiten = np.setdiff1d(np.arange(len(aanwezig)), geraakt)
    if not len(buiten):
        return vormen, []
    eerste = buiten[:_AFSTANDEN]
    (volgorde, _), meters = shapely.STRtree(vlakken).query_nearest(
        punten[eerste], return_distance=True, all_matches=False
    )
    ver = {int(rijen[aanwezig[eerste[i]]]): m for i, m in zip(volgorde, meters, strict=True)}

    def wat(rij: int) -> str:
        meter = ver.get(rij)
        erbij = "" if meter is None else f", {afstand(meter)} van de dichtstbijzijnde gemeente"
        return f"de locatie ligt buiten Nederland{erbij}"

    masker = pd.Series(False, index=rijen)
    masker.iloc[aanwezig[buiten]] = True
    binnen = vormen.copy()
    binnen[aanwezig[buiten]] = None
    return binnen, per_rij(masker, kolom, None, wat, "controleer de coördinaten op de kaart")
