"""Een uitsnede van het stratennet, om op een klein stuk te rekenen.

Een weg is nooit korter dan de rechte lijn. Wat vanaf een plek binnen `r` meter te bereiken is,
ligt dus binnen `r` meter van die plek, met de hele weg erheen. Wie de uitsnede zoveel ruimer neemt,
vindt elke afstand tot en met `r` precies zo als op het hele net.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from locatieplanner.netwerk.aanhechting import Aanhechting
from locatieplanner.netwerk.celindex import uitgerold
from locatieplanner.netwerk.stratennet import Stratennet

_RUIMTE_KEER_LIJN = 1.5
_RUIMTE_M = 1_000.0

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]


@dataclass(frozen=True)
class Deelnet:
    """Een deel van de knopen met de wegvakken ertussen.

    Parameters
    ----------
    knopen : ndarray of int or None
        Knopen van het hele net, oplopend; None als het deel het hele net is.
    indptr, indices, data : ndarray
        Afstandsmatrix in CSR-vorm, meters.
    """

    knopen: NDArray[np.int32] | None
    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    data: Getallen

    @property
    def heel(self) -> bool:
        """Of dit het hele net is."""
        return self.knopen is None

    @property
    def aantal(self) -> int:
        """Hoeveel knopen het deel heeft."""
        return len(self.indptr) - 1

    def plaats_van(self, knopen: Nummers) -> Nummers:
        """Geef het nummer binnen dit deel van knopen van het hele net; −1 als zij erbuiten ligt."""
        if self.knopen is None:
            return knopen
        return _plaats_in(self.knopen, knopen)

    def knoop(self, plaats: Nummers) -> Nummers:
        """Geef het nummer in het hele net van knopen van dit deel."""
        return plaats if self.knopen is None else self.knopen[plaats].astype(np.int64)

    def aansluiting(self, plekken: Aanhechting) -> tuple[Nummers, Getallen]:
        """Geef per plek twee knopen van dit deel en de afstand erheen, elk shape (n, 2).

        Waar een knoop buiten het deel ligt, of de plek niet vastzit, is de afstand oneindig.
        """
        knopen = self.plaats_van(plekken.knopen)
        return np.maximum(knopen, 0), np.where(knopen >= 0, plekken.benen_m, np.inf)

    def met_bronnen(self, knopen: Nummers, benen_m: Getallen) -> csr_array:
        """Geef de matrix met per bron een knoop erachter, die naar twee knopen van het net gaat.

        Er gaat geen weg terug naar een bron: geen kortste weg loopt door een bron heen.

        Parameters
        ----------
        knopen : ndarray of int, shape (k, 2)
            Knopen van dit deel.
        benen_m : ndarray, shape (k, 2)
            Afstand tot die knopen, meters; oneindig telt niet mee.
        """
        erin = np.isfinite(benen_m)
        einden = self.indptr[-1] + np.cumsum(erin.sum(axis=1))
        totaal = self.aantal + len(knopen)
        return csr_array(
            (
                np.concatenate([self.data, benen_m[erin]]),
                np.concatenate([self.indices, knopen[erin].astype(np.int32)]),
                np.concatenate([self.indptr, einden.astype(np.int32)]),
            ),
            shape=(totaal, totaal),
        )


def eerste_ruimte_m(lijn_m: float) -> float:
    """Geef hoe ruim een eerste uitsnede is om iets op `lijn_m` hemelsbreed te vinden, meters."""
    return _RUIMTE_KEER_LIJN * lijn_m + _RUIMTE_M


def snij_uit(net: Stratennet, plekken: Getallen, ruimte_m: float) -> Deelnet:
    """Snij het deel uit dat minder dan `ruimte_m` buiten de rechthoek om `plekken` ligt.

    Het deel mag ruimer zijn. Is het meer dan de helft van het net, dan is het het hele net: dat
    kost minder dan uitsnijden.
    """
    omvang = (*(plekken.min(axis=0) - ruimte_m), *(plekken.max(axis=0) + ruimte_m))
    knopen = net.knoopindex.binnen(omvang)
    if 2 * len(knopen) > len(net.knopen):
        return Deelnet(None, net.indptr, net.indices, net.data)
    begin = net.indptr[knopen].astype(np.int64)
    lengte = net.indptr[knopen + 1] - begin
    wegen = uitgerold(begin, lengte)
    buur = _plaats_in(knopen, net.indices[wegen])
    erin = buur >= 0
    tot = np.concatenate([[0], np.cumsum(erin)])
    indptr = tot[np.concatenate([[0], np.cumsum(lengte)])]
    return Deelnet(
        knopen=knopen,
        indptr=indptr.astype(np.int32),
        indices=buur[erin].astype(np.int32),
        data=net.data[wegen[erin]],
    )


def _plaats_in(oplopend: NDArray[np.int32], gezocht: NDArray[np.integer]) -> Nummers:
    if len(oplopend) == 0:
        return np.full(gezocht.shape, -1, dtype=np.int64)
    # Gelijke typen: anders zet searchsorted de hele rij om.
    plaats = np.searchsorted(oplopend, gezocht.astype(oplopend.dtype, copy=False))
    plaats = np.minimum(plaats, len(oplopend) - 1)
    return np.where(oplopend[plaats] == gezocht, plaats, -1).astype(np.int64)
