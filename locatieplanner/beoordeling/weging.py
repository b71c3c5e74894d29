"""Wegen: van deelscores en gewichten naar totaal, volledigheid en rang."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GEEN_RANG = 0

_HAAR = 1e-9


@dataclass(frozen=True)
class Weging:
    """Uitkomst van een weging.

    Parameters
    ----------
    totaal : ndarray, shape (n,)
        Gewogen gemiddelde van de bekende deelscores, 0–100; NaN als niets met gewicht (ten minste
        een miljoenste) bekend is.
    volledigheid : ndarray, shape (n,)
        Aandeel van het gewicht dat bekend was, 0–1.
    rang : ndarray of int, shape (n,)
        1 is de hoogste; gelijke totalen delen een rang; `GEEN_RANG` voor wie niet meedoet.
    """

    totaal: NDArray[np.float64]
    volledigheid: NDArray[np.float64]
    rang: NDArray[np.int64]


@dataclass(frozen=True)
class Weegschaal:
    """Deelscores, klaargezet zodat opnieuw wegen één matrixproduct is.

    Parameters
    ----------
    scores : ndarray, shape (n, 4)
        Deelscores met 0 waar zij onbekend zijn; die nul telt nergens mee.
    bekend : ndarray, shape (n, 4)
        1 waar de deelscore bekend is, anders 0.
    uitgesloten : ndarray of bool, shape (n,)
        Wie niet in de rangorde staat.
    volledigheid_minimum : float
        Kleinste volledigheid voor een rang, 0–1.
    """

    scores: NDArray[np.float64]
    bekend: NDArray[np.float64]
    uitgesloten: NDArray[np.bool_]
    volledigheid_minimum: float

    @classmethod
    def van(
        cls,
        deelscores: NDArray[np.float64],
        uitgesloten: NDArray[np.bool_],
        volledigheid_minimum: float,
    ) -> "Weegschaal":
        """Zet deelscores (NaN = onbekend) klaar om te wegen."""
        bekend = ~np.isnan(deelscores)
        return cls(
            scores=np.where(bekend, deelscores, 0.0),
            bekend=bekend.astype(np.float64),
            uitgesloten=uitgesloten,
            volledigheid_minimum=volledigheid_minimum,
        )

    def weeg(self, aandelen: NDArray[np.float64]) -> Weging:
        """Weeg met aandelen die samen 1 zijn.

        .. math:: totaal = Σ w·score / Σ w, over de bekende criteria
        """
        bekend = self.bekend @ aandelen
        with np.errstate(invalid="ignore", divide="ignore"):
            totaal = afgerond_totaal((self.scores @ aandelen) / bekend)
        volledigheid = afgeronde_volledigheid(bekend)
        totaal[volledigheid == 0] = np.nan
        return Weging(totaal, volledigheid, rangschik(totaal, self.doet_mee(volledigheid)))

    def doet_mee(self, volledigheid: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Geef wie bij deze volledigheid in de rangorde staat.

        Parameters
        ----------
        volledigheid : ndarray, shape (..., n)
            Zoals `afgeronde_volledigheid` haar geeft.
        """
        genoeg = (volledigheid > 0) & (volledigheid >= self.volledigheid_minimum)
        return np.asarray(~self.uitgesloten & genoeg, dtype=bool)


def afgerond_totaal(totaal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rond totalen af op zes decimalen, en begrens ze op 0–100.

    Met een haar erbij: een totaal dat precies halverwege ligt, rondt altijd naar boven af, zodat
    de laatste bit van een optelling geen rang uitmaakt.
    """
    return np.asarray(np.clip(np.round(totaal + _HAAR, 6), 0.0, 100.0), dtype=np.float64)


def afgeronde_volledigheid(bekend: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rond het bekende deel van het gewicht af op zes decimalen, en begrens het op 0–1."""
    return np.asarray(np.clip(np.round(bekend, 6), 0.0, 1.0), dtype=np.float64)


def rangschik(totaal: NDArray[np.float64], doet_mee: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Geef de rang van hoog naar laag; gelijke totalen delen de hoogste rang.

    Parameters
    ----------
    totaal : ndarray, shape (n,)
        Afgerond: alleen wat dan gelijk is, deelt een rang.
    doet_mee : ndarray of bool, shape (n,)
        Wie in de rangorde staat; een ander krijgt `GEEN_RANG`.
    """
    rang = np.full(len(totaal), GEEN_RANG, dtype=np.int64)
    plek = np.flatnonzero(doet_mee)
    volgorde = np.argsort(-totaal[plek])
    gesorteerd = totaal[plek[volgorde]]
    nieuw = np.ones(len(plek), dtype=bool)
    nieuw[1:] = gesorteerd[1:] != gesorteerd[:-1]
    eerste = np.flatnonzero(nieuw) + 1
    rang[plek[volgorde]] = eerste[np.cumsum(nieuw) - 1]
    return rang
