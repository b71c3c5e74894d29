"""Rekenwijzen: drie manieren om deelscores tot één getal te maken.

Formules, over de bekende criteria met gewicht, w de aandelen en s de deelscores (0–100)::

    gewogen gemiddelde      Σ w·s / Σ w                       de rangorde zelf
    meetkundig gemiddelde   exp(Σ w·ln max(s, o) / Σ w)
    TOPSIS                  100 · D⁻ / (D⁻ + D⁺)
                            D⁺ = √Σ (w·(100 − s))²  afstand tot een locatie met overal 100
                            D⁻ = √Σ (w·s)²          afstand tot een locatie met overal 0

Het meetkundig gemiddelde laat een lage score minder goedmaken door een hoge. Zonder ondergrens o
maakt één nul het geheel nul, wat er verder ook is; o staat in ``lagen/parameters.toml``. TOPSIS
weegt hoe dicht een locatie bij de beste en hoe ver zij van de slechtste ligt. De beste en de
slechtste liggen hier vast op 100 en 0, en niet op wat er toevallig in de lijst staat: zo verandert
een locatie erbij niets aan de volgorde van de andere.

Wat onbekend is telt in alle drie niet mee, en wie een rang heeft is in alle drie dezelfde.

Bron: García-Cascales & Lamata (2012), On rank reversal and TOPSIS method, Mathematical and
Computer Modelling 56.
"""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG, Weegschaal, afgerond_totaal, rangschik

ONDERGRENS = "robuustheid.meetkundig_ondergrens_punten"

_HOOGSTE = 100.0


class Rekenwijze(StrEnum):
    """Een manier om deelscores samen te nemen."""

    GEWOGEN = "gewogen gemiddelde"
    MEETKUNDIG = "meetkundig gemiddelde"
    TOPSIS = "TOPSIS"

    @property
    def uitleg(self) -> str:
        """De rekenwijze in één zin."""
        return {
            Rekenwijze.GEWOGEN: "een lage score is helemaal goed te maken met een hoge",
            Rekenwijze.MEETKUNDIG: "een lage score is maar ten dele goed te maken met een hoge",
            Rekenwijze.TOPSIS: "hoe dicht bij overal 100, en hoe ver van overal 0",
        }[self]


def rangen(beoordeling: Beoordeling, rekenwijze: Rekenwijze) -> NDArray[np.int64]:
    """Geef de rang van elke kandidaat volgens een rekenwijze; `GEEN_RANG` is geen rang."""
    if rekenwijze is Rekenwijze.GEWOGEN:
        return beoordeling.weging.rang
    weegschaal, aandelen = beoordeling.weegschaal, beoordeling.gewichten.aandelen
    if rekenwijze is Rekenwijze.MEETKUNDIG:
        ondergrens = beoordeling.omgeving.parameters.getal(ONDERGRENS)
        totaal = meetkundig(weegschaal, aandelen, ondergrens)
    else:
        totaal = topsis(weegschaal, aandelen)
    return rangschik(afgerond_totaal(totaal), beoordeling.weging.rang != GEEN_RANG)


def meetkundig(
    weegschaal: Weegschaal, aandelen: NDArray[np.float64], ondergrens: float
) -> NDArray[np.float64]:
    """Geef het gewogen meetkundig gemiddelde van wat bekend is.

    Parameters
    ----------
    weegschaal : Weegschaal
        De deelscores van n kandidaten.
    aandelen : ndarray, shape (4,)
        Gewichten, samen 1.
    ondergrens : float
        Een lagere score telt als deze, in punten.

    Returns
    -------
    ndarray, shape (n,)
        0–100; NaN als niets met gewicht bekend is.
    """
    gewicht = weegschaal.bekend * aandelen
    telt = gewicht > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        logaritme = np.log(np.maximum(weegschaal.scores, ondergrens))
        som = np.where(telt, gewicht * logaritme, 0.0).sum(axis=1)
        return np.asarray(np.exp(som / gewicht.sum(axis=1)), dtype=np.float64)


def topsis(weegschaal: Weegschaal, aandelen: NDArray[np.float64]) -> NDArray[np.float64]:
    """Geef de nabijheid volgens TOPSIS over wat bekend is.

    Returns
    -------
    ndarray, shape (n,)
        0–100; NaN als niets met gewicht bekend is.
    """
    # Pas hier: het pakket neemt een tekenbibliotheek mee die de rest van het programma niet nodig
    # heeft.
    from pymcdm.methods import TOPSIS

    methode = TOPSIS()
    uit = np.full(len(weegschaal.scores), np.nan)
    patronen, patroon = np.unique(weegschaal.bekend > 0, axis=0, return_inverse=True)
    for nummer, bekend in enumerate(patronen):
        telt = bekend & (aandelen > 0)
        if not telt.any():
            continue
        rijen = np.flatnonzero(patroon.reshape(-1) == nummer)
        # Met de uitersten in de matrix legt het pakket de schaal op 0–100, en de afstanden ook.
        uitersten = np.array([[_HOOGSTE], [0.0]]) * np.ones(telt.sum())
        matrix = np.vstack([weegschaal.scores[np.ix_(rijen, telt)], uitersten])
        gewicht = aandelen[telt] / aandelen[telt].sum()
        nabijheid = methode(matrix, gewicht, np.ones(telt.sum()), validation=False)
        uit[rijen] = _HOOGSTE * nabijheid[: len(rijen)]
    return uit
