"""Nabijheid: hoe dichtbij zijn de voorzieningen die bewoners dagelijks nodig hebben?

Formule::

    nabijheid = Σ wₖ · 100 · 2^(−dₖ / hₖ) / Σ wₖ     over de categorieën k die bekend zijn

dₖ is de afstand tot de dichtstbijzijnde voorziening van categorie k, hₖ het landelijke gemiddelde:
op dat gemiddelde is de score 50. De afstandsmeter van de omgeving bepaalt of over straten of
hemelsbreed gemeten is. wₖ en hₖ staan in ``lagen/parameters.toml``.
"""

import geopandas as gpd
import numpy as np
import pandas as pd

from locatieplanner.criteria.ligging import plekken
from locatieplanner.criteria.waardefunctie import gemiddelde_van_bekende, halverend
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving


def nabijheid(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> pd.DataFrame:
    """Beoordeel de nabijheid van voorzieningen bij elke kandidaat.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Met ligging.
    omgeving : Omgeving
        Waartegen beoordeeld wordt; haar `voorzieningen` zijn de categorieën.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``score`` (NaN = onbekend), ``status``, en per categorie
        ``score_<c>``, ``afstand_<c>_m``, ``dichtstbijzijnde_<c>`` en ``aantal_<c>`` (binnen
        het bereik).
    """
    par = omgeving.parameters
    punten = plekken(kandidaten)
    kolommen: dict[str, object] = {}
    scores = np.full((len(punten), len(omgeving.voorzieningen)), np.nan)
    gewichten = np.zeros(len(omgeving.voorzieningen))
    statussen = [Status.AFGELEID]
    for k, (categorie, plaatsen) in enumerate(omgeving.voorzieningen.items()):
        halvering_m = par.getal(f"nabijheid.{categorie}_halvering_m")
        gewichten[k] = par.getal(f"nabijheid.{categorie}_gewicht")
        gemeten = omgeving.reisafstand.dichtstbij(
            punten,
            plaatsen.get_coordinates().to_numpy(),
            halvering_m * par.getal("nabijheid.bereik_veelvoud"),
        )
        statussen.append(gemeten.status)
        scores[:, k] = halverend(gemeten.afstand_m, halvering_m)
        namen = np.append(plaatsen["naam"].to_numpy(dtype=object), "")
        kolommen |= {
            f"score_{categorie}": scores[:, k],
            f"afstand_{categorie}_m": gemeten.afstand_m,
            f"dichtstbijzijnde_{categorie}": namen[gemeten.dichtstbijzijnde],
            f"aantal_{categorie}": gemeten.aantal_binnen_bereik,
        }
    score = gemiddelde_van_bekende(scores, gewichten)
    status = np.where(np.isnan(score), Status.ONBEKEND, zwakste(*statussen))
    return pd.DataFrame({"score": score, "status": status, **kolommen}, index=kandidaten.index)
