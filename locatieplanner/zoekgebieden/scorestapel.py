"""De scores van alle cellen, klaar om met andere gewichten gewogen te worden.

De som is die van `locatieplanner.beoordeling.weging.Weegschaal`: Σ w·score / Σ w over wat bekend
is. Hier staat elk criterium apart en aaneengesloten, en gaat het in stukken die in het snelle
geheugen van de processor passen: negen miljoen cellen zijn dan zo snel gewogen als gelezen. Welke
criteria bekend zijn staat per cel in één byte; van elk patroon wordt de noemer één keer berekend.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from locatieplanner.beoordeling.weging import afgeronde_volledigheid
from locatieplanner.zoekgebieden.banden import GEEN, SCORESCHAAL, Getallen16

_STUK = 32_768
_GEMENGD = -1

Scores32 = NDArray[np.float32]


@dataclass(frozen=True)
class Scorestapel:
    """Scores per criterium en per cel.

    Parameters
    ----------
    scores : ndarray of float32, shape (criteria, cellen)
        0 waar de score onbekend is; die nul telt nergens mee. NaN waar geen enkele bekend is: zo
        blijft zo'n cel vanzelf onbekend.
    patroon : ndarray of uint8, shape (cellen,)
        Bit k staat aan waar criterium k bekend is.
    stukken : ndarray of int16
        Het patroon van elk stuk cellen, afgezien van cellen waar niets bekend is; −1 waar er meer
        dan een is.
    """

    scores: Scores32
    patroon: NDArray[np.uint8]
    stukken: NDArray[np.int16]

    @classmethod
    def van(cls, getallen: Sequence[Getallen16]) -> "Scorestapel":
        """Maak de stapel van bewaarde scores, een rij per criterium (hoogstens acht)."""
        cellen = getallen[0].size
        scores = np.empty((len(getallen), cellen), dtype=np.float32)
        patroon = np.zeros(cellen, dtype=np.uint8)
        for k, rij in enumerate(getallen):
            plat = rij.reshape(-1)
            bekend = plat != GEEN
            np.multiply(plat, np.float32(SCORESCHAAL), out=scores[k], casting="unsafe")
            scores[k] *= bekend
            patroon |= bekend.view(np.uint8) << np.uint8(k)
        scores[:, patroon == 0] = np.nan
        stukken = np.array(
            [_enig(patroon[begin : begin + _STUK]) for begin in range(0, cellen, _STUK)],
            dtype=np.int16,
        )
        return cls(scores, patroon, stukken)

    def weeg(self, aandelen: NDArray[np.float64], uit: Scores32 | None = None) -> Scores32:
        """Weeg met aandelen die samen 1 zijn.

        Parameters
        ----------
        aandelen : ndarray, shape (criteria,)
            De gewichten.
        uit : ndarray of float32, shape (cellen,), optional
            Waar het antwoord komt; wie vaak weegt, bespaart zo het vragen van nieuw geheugen.

        Returns
        -------
        ndarray of float32, shape (cellen,)
            0–100; NaN waar niets met gewicht bekend is.
        """
        totaal = np.empty(len(self.patroon), dtype=np.float32) if uit is None else uit
        delers = self._delers(aandelen)
        gewichten = aandelen.astype(np.float32)
        stukken = np.array_split(np.arange(len(self.stukken)), os.cpu_count() or 1)
        if len(self.stukken) < len(stukken):
            self._weeg_stukken(np.arange(len(self.stukken)), gewichten, delers, totaal)
            return totaal
        with ThreadPoolExecutor(len(stukken)) as draden:
            for klaar in [
                draden.submit(self._weeg_stukken, deel, gewichten, delers, totaal)
                for deel in stukken
            ]:
                klaar.result()
        return totaal

    def volledigheid(self, aandelen: NDArray[np.float64]) -> NDArray[np.float64]:
        """Geef per patroon het aandeel van het gewicht dat bekend is, shape (256,)."""
        patronen = np.arange(256)[:, np.newaxis] >> np.arange(len(aandelen)) & 1
        return afgeronde_volledigheid(patronen @ aandelen)

    def genoeg_bekend(self, aandelen: NDArray[np.float64], minimum: float) -> NDArray[np.bool_]:
        """Geef per cel of er genoeg bekend is voor een plaats in een rangorde."""
        volledigheid = self.volledigheid(aandelen)
        return np.asarray(((volledigheid > 0) & (volledigheid >= minimum))[self.patroon])

    def _delers(self, aandelen: NDArray[np.float64]) -> Scores32:
        """Per patroon waarmee Σ w·score vermenigvuldigd het totaal geeft; NaN is onbekend."""
        volledigheid = self.volledigheid(aandelen)
        patronen = np.arange(256)[:, np.newaxis] >> np.arange(len(aandelen)) & 1
        bekend = patronen @ aandelen
        delers = np.full(256, np.nan, dtype=np.float32)
        delers[volledigheid > 0] = 1 / bekend[volledigheid > 0]
        return delers

    def _weeg_stukken(
        self, stukken: NDArray[np.int64], gewichten: Scores32, delers: Scores32, totaal: Scores32
    ) -> None:
        """Zet het totaal van deze stukken in `totaal`; overal dezelfde som in dezelfde orde."""
        term = np.empty(_STUK, dtype=np.float32)
        for stuk in stukken.tolist():
            deel = slice(stuk * _STUK, min((stuk + 1) * _STUK, len(totaal)))
            patroon, uit = int(self.stukken[stuk]), totaal[deel]
            if patroon != _GEMENGD and np.isnan(delers[patroon]):
                uit.fill(np.nan)
                continue
            telt = [
                k
                for k in range(len(gewichten))
                if gewichten[k] > 0 and (patroon == _GEMENGD or patroon >> k & 1)
            ]
            np.multiply(self.scores[telt[0], deel], gewichten[telt[0]], out=uit)
            for k in telt[1:]:
                np.multiply(self.scores[k, deel], gewichten[k], out=term[: len(uit)])
                uit += term[: len(uit)]
            if patroon == _GEMENGD:
                np.take(delers, self.patroon[deel], out=term[: len(uit)], mode="clip")
                uit *= term[: len(uit)]
            else:
                uit *= delers[patroon]
            np.minimum(uit, np.float32(100), out=uit)


def _enig(patroon: NDArray[np.uint8]) -> int:
    """Het patroon als er, afgezien van nul, maar een is; anders −1."""
    hoogste = patroon.max()
    return int(hoogste) if bool(((patroon == hoogste) | (patroon == 0)).all()) else _GEMENGD
