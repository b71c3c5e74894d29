"""Kleinschaligheid: hoe klein is de locatie op zichzelf, en tegenover wie eromheen woont?

Formules::

    kleinschaligheid = min(absoluut, relatief)
    absoluut         = lineair tussen de knikpunten (plaatsen → score)
    relatief         = 100 bij ≤ a plaatsen per 1.000 inwoners in de omtrek,
                       0 bij ≥ b, logaritmisch ertussen

De omtrek is een cirkel met straal s, geteld in het inwonerraster (vierkanten van 100 m). Waar dat
niet geladen is, staat de kern ervoor in: die waar de locatie in of het dichtst bij de rand van
ligt. Een kern is een schijf met zoveel inwoners per km² als de parameters zeggen. Zonder raster en
zonder kernen is het relatieve deel onbekend en telt het absolute. Knikpunten, a, b en s staan in
``lagen/parameters.toml``.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from locatieplanner.criteria.ligging import plekken
from locatieplanner.criteria.waardefunctie import Scores, logaritmisch, stuksgewijs
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.kern import straal_m
from locatieplanner.domein.omgeving import Omgeving

_RIJEN_TEGELIJK = 128
"""Met de kernen erbij past dit in het snelle geheugen van de processor."""


def relatief(
    capaciteit: NDArray[np.float64],
    inwoners: NDArray[np.float64],
    goed_per_1000: float,
    slecht_per_1000: float,
) -> tuple[NDArray[np.float64], Scores]:
    """Geef plaatsen per 1.000 inwoners, en de score daarvan.

    Parameters
    ----------
    capaciteit : ndarray, shape (n,) or ()
        Plaatsen.
    inwoners : ndarray, shape (n,)
        Inwoners in de omtrek; NaN is onbekend.
    goed_per_1000, slecht_per_1000 : float
        Waar de score 100 en 0 is, plaatsen per 1.000 inwoners.
    """
    with np.errstate(divide="ignore"):
        # Waar niemand woont, is elke plaats oneindig veel per inwoner: relatief is dat 0.
        per_1000 = 1000 * capaciteit / inwoners
    return per_1000, logaritmisch(per_1000, goed_per_1000, slecht_per_1000 / goed_per_1000)


def kleinschaligheid(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> pd.DataFrame:
    """Beoordeel de kleinschaligheid van elke kandidaat.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Met ligging.
    omgeving : Omgeving
        Waartegen beoordeeld wordt.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``score``, ``score_absoluut``, ``score_relatief`` (NaN = onbekend),
        ``omtrek_inwoners`` (NaN = geen raster), ``kern``, ``kern_afstand_m``, ``kern_inwoners``,
        ``plaatsen_per_1000`` en ``status``.
    """
    par = omgeving.parameters
    # Een kern zonder bekende inwoners zegt niets over de maat van de omgeving.
    kernen = omgeving.kernen[omgeving.kernen["inwoners"] > 0]
    capaciteit = kandidaten["capaciteit"].to_numpy(dtype=np.float64)
    punten = plekken(kandidaten)
    dichtheid = par.getal("beoordeling.kern_inwoners_per_km2")
    rij, afstand_m = kern_van(
        punten,
        kernen.get_coordinates().to_numpy(),
        straal_m(kernen["inwoners"], dichtheid),
    )
    kern_inwoners = np.append(kernen["inwoners"].to_numpy(dtype=np.float64), np.nan)[rij]
    omtrek_inwoners = _in_omtrek(punten, omgeving)
    met_raster = ~np.isnan(omtrek_inwoners)
    inwoners = np.where(met_raster, omtrek_inwoners, kern_inwoners)
    absoluut = stuksgewijs(capaciteit, par.punten("kleinschaligheid.absoluut_plaatsen"))
    per_1000, score_relatief = relatief(
        capaciteit,
        inwoners,
        par.getal("kleinschaligheid.relatief_goed_per_1000"),
        par.getal("kleinschaligheid.relatief_slecht_per_1000"),
    )
    namen = np.append(kernen["naam"].to_numpy(dtype=object), "")[rij]
    return pd.DataFrame(
        {
            "score": np.fmin(absoluut, score_relatief),
            "score_absoluut": absoluut,
            "score_relatief": score_relatief,
            "omtrek_inwoners": omtrek_inwoners,
            "kern": namen,
            "kern_afstand_m": afstand_m,
            "kern_inwoners": kern_inwoners,
            "plaatsen_per_1000": per_1000,
            "status": np.where(met_raster, Status.AFGELEID, Status.GESCHAT),
        },
        index=kandidaten.index,
    )


def _in_omtrek(punten: NDArray[np.float64], omgeving: Omgeving) -> NDArray[np.float64]:
    """Inwoners in de omtrek volgens het raster; NaN waar dat niet geladen is."""
    if omgeving.inwonerraster is None:
        return np.full(len(punten), np.nan)
    straal_m = omgeving.parameters.getal("kleinschaligheid.omtrek_m")
    return omgeving.inwonerraster.binnen(punten, straal_m)


def kern_van(
    punten: NDArray[np.float64], middens: NDArray[np.float64], stralen_m: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """De kern waarvan de rand het dichtstbij is (of waar het punt in ligt), en de afstand.

    Returns
    -------
    rij : ndarray of int, shape (n,)
        Rijnummer van de kern; −1 als er geen kernen zijn.
    afstand_m : ndarray, shape (n,)
        Afstand tot het midden van die kern; NaN als er geen kernen zijn.
    """
    rij = np.full(len(punten), -1, dtype=np.int64)
    afstand_m = np.full(len(punten), np.nan)
    if len(middens) == 0:
        return rij, afstand_m
    for begin in range(0, len(punten), _RIJEN_TEGELIJK):
        deel = slice(begin, begin + _RIJEN_TEGELIJK)
        afstand = cdist(punten[deel], middens)
        rij[deel] = np.argmin(afstand - stralen_m, axis=1)
        afstand_m[deel] = np.take_along_axis(afstand, rij[deel, np.newaxis], axis=1)[:, 0]
    return rij, afstand_m
