"""Waardefuncties: van een maat naar een score tussen 0 en 100.

Alle functies zijn monotoon, werken per element en laten NaN (onbekend) NaN.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from locatieplanner.domein.parameters import Punten

Scores = NDArray[np.float64]


def logaritmisch(maat: ArrayLike, goed: float | NDArray[np.float64], veelvoud: float) -> Scores:
    """Score die logaritmisch daalt van 100 bij `goed` tot 0 bij `veelvoud` keer `goed`.

    .. math:: 100 · (1 − log(maat / goed) / log(veelvoud)), begrensd op 0–100

    Parameters
    ----------
    maat : array_like
        Niet-negatieve maat.
    goed : float or ndarray
        Waarde waarbij en waaronder de score 100 is, niet negatief; NaN geeft NaN.
    veelvoud : float
        Groter dan 1.

    >>> logaritmisch([1, 10, 100], 1.0, 100.0).tolist()
    [100.0, 50.0, 0.0]
    """
    with np.errstate(divide="ignore"):
        verhouding = np.asarray(maat, dtype=np.float64) / goed
        score = 100 * (1 - np.log(verhouding) / np.log(veelvoud))
    return np.asarray(np.clip(score, 0.0, 100.0), dtype=np.float64)


def stuksgewijs(maat: ArrayLike, punten: Punten) -> Scores:
    """Score die lineair tussen knikpunten (maat, score) loopt, en daarbuiten gelijk blijft.

    >>> stuksgewijs([50, 200], ((100.0, 85.0), (300.0, 50.0))).tolist()
    [85.0, 67.5]
    """
    maten, scores = np.transpose(np.asarray(punten, dtype=np.float64))
    return np.asarray(np.interp(np.asarray(maat, dtype=np.float64), maten, scores))


def halverend(afstand_m: ArrayLike, halvering_m: float) -> Scores:
    """Score die begint bij 100 en per `halvering_m` meter halveert.

    >>> halverend([0, 500, 1000], 500.0).tolist()
    [100.0, 50.0, 25.0]
    """
    return np.asarray(100 * np.exp2(-np.asarray(afstand_m, dtype=np.float64) / halvering_m))


def band(aandeel: ArrayLike, laag: float, hoog: float) -> Scores:
    """Score 100 binnen de band `laag`–`hoog`, lineair naar 0 bij een aandeel van 0 en van 1.

    >>> band([0.0, 0.4, 0.75, 1.0], 0.3, 0.5).tolist()
    [0.0, 100.0, 50.0, 0.0]
    """
    return stuksgewijs(aandeel, ((0.0, 0.0), (laag, 100.0), (hoog, 100.0), (1.0, 0.0)))


def gemiddelde_van_bekende(scores: NDArray[np.float64], gewichten: NDArray[np.float64]) -> Scores:
    """Gewogen gemiddelde per rij over wat bekend is; NaN als niets bekend is.

    Parameters
    ----------
    scores : ndarray, shape (n, k)
        NaN is onbekend.
    gewichten : ndarray, shape (k,) or (n, k)
        Niet-negatief.
    """
    bekend = ~np.isnan(scores)
    gewicht = np.where(bekend, gewichten, 0.0)
    som = gewicht.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        uitkomst = (np.where(bekend, scores, 0.0) * gewicht).sum(axis=1) / som
    # Bij gelijke scores kan afronding een haar buiten de uitersten vallen.
    return np.asarray(np.clip(uitkomst, 0.0, 100.0), dtype=np.float64)
