"""Nabijheid: hoe dichtbij zijn de voorzieningen die bewoners dagelijks nodig hebben?

Formule::

    nabijheid = Σ wₖ · 100 · 2^(−dₖ / hₖ) / Σ wₖ     over de categorieën k die bekend zijn

dₖ is de afstand tot de dichtstbijzijnde voorziening van categorie k, hₖ het landelijke gemiddelde:
op dat gemiddelde is de score 50. Gemeten wordt over straten waar die geladen zijn, en anders
hemelsbreed. wₖ en hₖ staan in ``lagen/parameters.toml``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.criteria.ligging import plekken
from locatieplanner.criteria.waardefunctie import gemiddelde_van_bekende, halverend
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.voorziening import Voorzieningen

_STATUSSEN = np.array(list(Status), dtype=object)


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
        ``score_<c>``, ``afstand_<c>_m``, ``dichtstbijzijnde_<c>``, ``aantal_<c>`` (binnen het
        bereik), ``meting_<c>`` (hoe gemeten is; leeg waar de categorie niet geldt) en
        ``rand_<c>`` (of er buiten het geladen gebied een dichterbij kan zijn).
    """
    par = omgeving.parameters
    punten = plekken(kandidaten)
    kolommen: dict[str, object] = {}
    scores = np.full((len(punten), len(omgeving.voorzieningen)), np.nan)
    gewichten = np.zeros(len(omgeving.voorzieningen))
    zekerheid = np.zeros(len(punten), dtype=np.int64)
    for k, (categorie, lagen) in enumerate(omgeving.voorzieningen.items()):
        halvering_m = par.getal(f"nabijheid.{categorie}_halvering_m")
        gewichten[k] = par.getal(f"nabijheid.{categorie}_gewicht")
        gemeten = _meet(punten, lagen, halvering_m * par.getal("nabijheid.bereik_veelvoud"))
        scores[:, k] = halverend(gemeten.afstand_m, halvering_m)
        bekend = ~np.isnan(scores[:, k])
        zekerheid[bekend] = np.maximum(zekerheid, gemeten.zekerheid)[bekend]
        kolommen |= {
            f"score_{categorie}": scores[:, k],
            f"afstand_{categorie}_m": gemeten.afstand_m,
            f"dichtstbijzijnde_{categorie}": gemeten.naam,
            f"aantal_{categorie}": gemeten.aantal,
            f"meting_{categorie}": gemeten.meting,
            f"rand_{categorie}": gemeten.rand,
        }
    score = gemiddelde_van_bekende(scores, gewichten)
    # Ook de beste meting is een berekening van dit programma.
    minstens = list(Status).index(Status.AFGELEID)
    status = np.where(np.isnan(score), Status.ONBEKEND, _STATUSSEN[np.maximum(zekerheid, minstens)])
    return pd.DataFrame({"score": score, "status": status, **kolommen}, index=kandidaten.index)


def gelden_voor(
    punten: NDArray[np.float64], lagen: Sequence[Voorzieningen]
) -> Iterator[tuple[Voorzieningen, NDArray[np.int64]]]:
    """Geef per laag de rijen van de punten waar zij telt: elk punt bij de eerste die daar geldt.

    Parameters
    ----------
    punten : ndarray, shape (n, 2)
        RD, meters.
    lagen : sequence of Voorzieningen
        In volgorde van voorkeur; een laag zonder punten komt niet terug.
    """
    vrij = np.ones(len(punten), dtype=bool)
    for laag in lagen:
        rijen = np.flatnonzero(vrij)
        rijen = rijen[laag.geldt(punten[rijen])]
        vrij[rijen] = False
        if len(rijen):
            yield laag, rijen


@dataclass(frozen=True)
class _Gemeten:
    """Eén categorie, per kandidaat; `zekerheid` is de plaats van de status in `Status`."""

    afstand_m: NDArray[np.float64]
    naam: NDArray[np.object_]
    aantal: NDArray[np.int64]
    meting: NDArray[np.object_]
    rand: NDArray[np.bool_]
    zekerheid: NDArray[np.int64]


def _meet(punten: NDArray[np.float64], lagen: Sequence[Voorzieningen], bereik_m: float) -> _Gemeten:
    """Meet één categorie: op elke plek met de eerste laag die daar geldt."""
    aantal = len(punten)
    uit = _Gemeten(
        afstand_m=np.full(aantal, np.nan),
        naam=np.full(aantal, "", dtype=object),
        aantal=np.zeros(aantal, dtype=np.int64),
        meting=np.full(aantal, "", dtype=object),
        rand=np.zeros(aantal, dtype=bool),
        zekerheid=np.zeros(aantal, dtype=np.int64),
    )
    for laag, rijen in gelden_voor(punten, lagen):
        gemeten = laag.reisafstand.dichtstbij(
            punten[rijen], laag.punten.get_coordinates().to_numpy(), bereik_m
        )
        namen = np.append(laag.punten["naam"].to_numpy(dtype=object), "")
        uit.afstand_m[rijen] = gemeten.afstand_m
        uit.naam[rijen] = namen[gemeten.dichtstbijzijnde]
        uit.aantal[rijen] = gemeten.aantal_binnen_bereik
        uit.meting[rijen] = laag.meting
        uit.rand[rijen] = gemeten.afstand_m > laag.rand_m(punten[rijen])
        uit.zekerheid[rijen] = list(Status).index(gemeten.status)
    return uit
