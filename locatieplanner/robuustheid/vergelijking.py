"""Vergelijking: hoeveel de rangorde verandert met een andere rekenwijze."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import kendalltau, spearmanr

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.robuustheid.rekenwijze import Rekenwijze, rangen


@dataclass(frozen=True)
class Verschuiving:
    """Een kandidaat die met een andere rekenwijze een andere rang krijgt."""

    id: str
    rang_nu: int
    rang_dan: int


@dataclass(frozen=True)
class Vergelijking:
    """De rangorde zelf naast die van een andere rekenwijze.

    Parameters
    ----------
    rekenwijze : Rekenwijze
        De andere.
    rang : Series
        Index ``id``; de rang volgens de andere (NA = geen rang).
    aantal : int
        Hoeveel kandidaten een rang hebben.
    kendall : float
        Kendalls τ-b tussen beide rangordes, −1 tot 1; NaN als er niets te vergelijken is.
    spearman : float
        Spearmans ρ, −1 tot 1; NaN als er niets te vergelijken is.
    top : int
        Van hoeveel eerste plaatsen `blijft`, `erbij` en `eraf` gaan.
    blijft, erbij, eraf : tuple of str
        Id's van wie in beide bij de eersten staat, alleen in de andere, en alleen nu.
    verschuivingen : tuple of Verschuiving
        Wie het meest verschuift, het verst eerst.
    """

    rekenwijze: Rekenwijze
    rang: pd.Series
    aantal: int
    kendall: float
    spearman: float
    top: int
    blijft: tuple[str, ...]
    erbij: tuple[str, ...]
    eraf: tuple[str, ...]
    verschuivingen: tuple[Verschuiving, ...]


def vergelijk(
    beoordeling: Beoordeling, rekenwijze: Rekenwijze, top: int, verschuivingen: int = 5
) -> Vergelijking:
    """Leg de rangorde naast die van een andere rekenwijze.

    Parameters
    ----------
    beoordeling : Beoordeling
        Met de rangorde zoals zij is.
    rekenwijze : Rekenwijze
        Waarmee vergeleken wordt.
    top : int
        Van hoeveel eerste plaatsen te zeggen is wie erbij komt en wie eraf gaat.
    verschuivingen : int, optional
        Hoeveel grootste verschuivingen te noemen zijn.
    """
    ids = beoordeling.kandidaten.index
    rang = pd.DataFrame(
        {"nu": beoordeling.weging.rang, "dan": rangen(beoordeling, rekenwijze)}, index=ids
    )
    met_rang = rang[rang["nu"] != GEEN_RANG]
    return Vergelijking(
        rekenwijze=rekenwijze,
        rang=rang["dan"].astype("Int64").mask(rang["dan"] == GEEN_RANG),
        aantal=len(met_rang),
        kendall=_samenhang(kendalltau, met_rang),
        spearman=_samenhang(spearmanr, met_rang),
        top=top,
        blijft=_ids(met_rang, (met_rang["nu"] <= top) & (met_rang["dan"] <= top)),
        erbij=_ids(met_rang, (met_rang["nu"] > top) & (met_rang["dan"] <= top)),
        eraf=_ids(met_rang, (met_rang["nu"] <= top) & (met_rang["dan"] > top)),
        verschuivingen=_grootste(met_rang, verschuivingen),
    )


def _samenhang(maat: Callable[..., Any], rang: pd.DataFrame) -> float:
    """De samenhang van twee rangordes; NaN als er in een van beide geen verschil is."""
    if rang["nu"].nunique() < 2 or rang["dan"].nunique() < 2:
        return float("nan")
    return float(maat(rang["nu"], rang["dan"]).statistic)


def _ids(rang: pd.DataFrame, welke: pd.Series) -> tuple[str, ...]:
    """De id's op volgorde van de rang nu, en bij gelijke rang van id."""
    gekozen = rang[welke]
    return tuple(
        str(id_) for id_ in gekozen.index[np.lexsort((gekozen.index.astype(str), gekozen["nu"]))]
    )


def _grootste(rang: pd.DataFrame, aantal: int) -> tuple[Verschuiving, ...]:
    """De grootste verschuivingen; wie niet verschuift, hoort er niet bij."""
    verschil = (rang["dan"] - rang["nu"]).abs()
    volgorde = np.lexsort((rang.index.astype(str), rang["nu"], -verschil))[:aantal]
    return tuple(
        Verschuiving(str(rang.index[plek]), int(rang["nu"].iloc[plek]), int(rang["dan"].iloc[plek]))
        for plek in volgorde
        if verschil.iloc[plek] > 0
    )
