"""Een index op ligging: per vierkante cel wat erin ligt, in gesorteerde rijen getallen.

De cellen staan op volgorde van hun Z-kromme (Morton): wat dicht bij elkaar ligt, staat dicht bij
elkaar in het geheugen, en in het bestand als de index van schijf gelezen wordt.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Nummers = NDArray[np.int64]


@dataclass(frozen=True)
class Celindex:
    """Welke dingen in welke cel liggen.

    Parameters
    ----------
    hoek : tuple of float
        Zuidwesthoek van cel (0, 0), meters.
    cel_m : float
        Zijde van een cel, meters.
    vorm : tuple of int
        Aantal kolommen en rijen.
    codes : ndarray of int64, shape (k,)
        Z-codes van de cellen waar iets in ligt, oplopend.
    begin : ndarray of int64, shape (k + 1,)
        Waar de inhoud van elke cel begint.
    inhoud : ndarray of int32
        Nummers van de dingen, cel na cel.
    """

    hoek: tuple[float, float]
    cel_m: float
    vorm: tuple[int, int]
    codes: Nummers
    begin: Nummers
    inhoud: NDArray[np.int32]

    @classmethod
    def van_cellen(
        cls,
        hoek: tuple[float, float],
        cel_m: float,
        cellen: Nummers,
        dingen: NDArray[np.int32],
    ) -> "Celindex":
        """Maak een index van dingen en de cel waarin elk ligt.

        Parameters
        ----------
        hoek, cel_m
            Zie de klasse.
        cellen : ndarray of int64, shape (m, 2)
            Kolom en rij, 0 of hoger.
        dingen : ndarray of int32, shape (m,)
            Nummer van het ding in die cel; een ding mag in meer cellen liggen.
        """
        codes = z_code(cellen)
        volgorde = np.argsort(codes, kind="stable")
        codes = codes[volgorde]
        eerste = np.flatnonzero(np.diff(codes, prepend=-1))
        kolommen, rijen = (cellen.max(axis=0) + 1).tolist() if len(cellen) else (0, 0)
        return cls(
            hoek=hoek,
            cel_m=cel_m,
            vorm=(kolommen, rijen),
            codes=codes[eerste],
            begin=np.append(eerste, len(codes)).astype(np.int64),
            inhoud=dingen[volgorde],
        )

    def cellen(self, punten: NDArray[np.float64]) -> Nummers:
        """Geef kolom en rij van elk punt, shape (n, 2); buiten de index mag."""
        return np.floor((punten - self.hoek) / self.cel_m).astype(np.int64)

    def stukken(self, cellen: Nummers) -> tuple[Nummers, Nummers]:
        """Geef per cel waar haar stuk van `inhoud` begint en hoe lang het is; 0 als zij leeg is.

        Parameters
        ----------
        cellen : ndarray of int64, shape (..., 2)
            Kolom en rij; buiten de index is leeg.
        """
        if len(self.codes) == 0:
            leeg = np.zeros(cellen.shape[:-1], dtype=np.int64)
            return leeg, leeg
        binnen = np.all((cellen >= 0) & (cellen < self.vorm), axis=-1, keepdims=True)
        code = z_code(np.where(binnen, cellen, 0))
        plaats = np.minimum(np.searchsorted(self.codes, code), len(self.codes) - 1)
        gevuld = binnen[..., 0] & (self.codes[plaats] == code)
        begin = self.begin[plaats]
        return np.where(gevuld, begin, 0), np.where(gevuld, self.begin[plaats + 1] - begin, 0)

    def binnen(self, omvang: tuple[float, float, float, float]) -> NDArray[np.int32]:
        """Geef wat ligt in de cellen die aan ``x_min, y_min, x_max, y_max`` raken, per cel."""
        hoeken = np.array(omvang).reshape(2, 2)
        met_grens = np.clip(
            hoeken, self.hoek, np.add(self.hoek, np.multiply(self.vorm, self.cel_m))
        )
        laagste, hoogste = self.cellen(met_grens)
        kolommen, rijen = (np.arange(a, b + 1) for a, b in zip(laagste, hoogste, strict=True))
        cellen = np.stack(np.meshgrid(kolommen, rijen), axis=-1).reshape(-1, 2)
        begin, lengte = self.stukken(cellen[np.argsort(z_code(cellen))])
        return self.inhoud[uitgerold(begin, lengte)]


def z_code(cellen: Nummers) -> Nummers:
    """Vlecht de bits van kolom en rij (shape (..., 2), 0 tot 2³¹) ineen tot een Z-code."""
    return _gespreid(cellen[..., 0]) | (_gespreid(cellen[..., 1]) << 1)


def uitgerold(begin: Nummers, lengte: Nummers) -> Nummers:
    """Geef alle plaatsen van de stukken ``begin … begin + lengte``, achter elkaar."""
    begin, lengte = begin.ravel(), lengte.ravel()
    einde = np.cumsum(lengte)
    totaal = int(einde[-1]) if len(einde) else 0
    return np.repeat(begin - einde + lengte, lengte) + np.arange(totaal)


def _gespreid(getallen: Nummers) -> Nummers:
    """Zet tussen de bits van elk getal een nul."""
    bits = getallen.astype(np.int64)
    for schuif, masker in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        bits = (bits | (bits << schuif)) & masker
    return bits
