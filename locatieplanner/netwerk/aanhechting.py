"""Plekken aan het stratennet hechten: elk aan het dichtstbijzijnde punt van een wegvak.

Aan een wegvak, niet aan een knoop: langs een dijk liggen knopen honderden meters uit elkaar.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from locatieplanner.netwerk.celindex import uitgerold
from locatieplanner.netwerk.maat import op_maat
from locatieplanner.netwerk.stratennet import Stratennet

_CELLEN_TEGELIJK = 65_536
"""Zoveel cellen worden tegelijk doorzocht; met hun wegvakken blijft dat onder 200 MB."""

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]


@dataclass(frozen=True)
class Aanhechting:
    """Waar n plekken aan het net vastzitten.

    Parameters
    ----------
    plekken : ndarray, shape (n, 2)
        De plekken, RD.
    wegvak : ndarray of int, shape (n,)
        Wegvak waaraan elke plek vastzit; −1 als er geen dichtbij genoeg is.
    deel : ndarray, shape (n,)
        Waar op het wegvak, van 0 (``van``) tot 1 (``naar``).
    toegang_m : ndarray, shape (n,)
        Afstand van de plek tot het wegvak, meters; NaN als er geen wegvak is.
    knopen : ndarray of int, shape (n, 2)
        ``van`` en ``naar`` van het wegvak; −1 als er geen wegvak is.
    benen_m : ndarray, shape (n, 2)
        Afstand van de plek tot elk van die knopen: toegang en het stuk wegvak, meters.
    """

    plekken: Getallen
    wegvak: Nummers
    deel: Getallen
    toegang_m: Getallen
    knopen: Nummers
    benen_m: Getallen

    @property
    def vast(self) -> NDArray[np.bool_]:
        """Welke plekken vastzitten."""
        return self.wegvak >= 0

    def neem(self, rijen: Nummers) -> "Aanhechting":
        """Geef de aanhechting van een deel van de plekken."""
        return Aanhechting(
            self.plekken[rijen],
            self.wegvak[rijen],
            self.deel[rijen],
            self.toegang_m[rijen],
            self.knopen[rijen],
            self.benen_m[rijen],
        )


def hecht_aan(net: Stratennet, plekken: Getallen, verst_m: float) -> Aanhechting:
    """Hecht elke plek aan het dichtstbijzijnde wegvak; van gelijke aan dat met het laagste nummer.

    Parameters
    ----------
    net : Stratennet
        Het net.
    plekken : ndarray, shape (n, 2)
        RD, meters; een plek zonder ligging (NaN) zit nergens aan vast.
    verst_m : float
        Verder van een wegvak zit een plek niet vast, meters.
    """
    wegvak = _dichtstbijzijnde(net, plekken, verst_m)
    aantal = len(plekken)
    deel, toegang_m = np.full(aantal, np.nan), np.full(aantal, np.nan)
    knopen, benen_m = np.full((aantal, 2), -1, dtype=np.int64), np.full((aantal, 2), np.nan)
    vast = np.flatnonzero(wegvak >= 0)
    eigen = wegvak[vast]
    afstand_m, deel[vast] = _tot_wegvak(net, plekken[vast], eigen)
    toegang_m[vast] = op_maat(afstand_m)
    knopen[vast] = np.column_stack([net.van[eigen], net.naar[eigen]])
    delen = np.column_stack([deel[vast], 1.0 - deel[vast]])
    stukken_m = op_maat(delen * net.lengte_m[eigen, np.newaxis])
    benen_m[vast] = toegang_m[vast, np.newaxis] + stukken_m
    return Aanhechting(plekken, wegvak, deel, toegang_m, knopen, benen_m)


def langs_wegvak_m(net: Stratennet, een: Aanhechting, ander: Aanhechting) -> Getallen:
    """Geef per paar plekken aan hetzelfde wegvak de afstand rechtstreeks langs dat wegvak.

    Beide aanhechtingen zijn even lang, of de een heeft één plek.
    """
    stuk = op_maat(np.abs(een.deel - ander.deel) * net.lengte_m[een.wegvak])
    return een.toegang_m + ander.toegang_m + stuk


def _dichtstbijzijnde(net: Stratennet, plekken: Getallen, verst_m: float) -> Nummers:
    """Zoek het dichtstbijzijnde wegvak, in ringen van cellen om de cel van de plek.

    Een plek is klaar als alles wat nog niet doorzocht is, verder ligt dan het beste tot nu toe, of
    verder dan `verst_m`.
    """
    index = net.wegvakindex
    beste = np.full(len(plekken), -1, dtype=np.int64)
    afstand_m = np.full(len(plekken), np.inf)
    bezig = np.flatnonzero(np.isfinite(plekken).all(axis=1))
    cel = np.zeros((len(plekken), 2), dtype=np.int64)
    cel[bezig] = index.cellen(plekken[bezig])
    ring = binnen = 0
    while len(bezig):
        vakken = _ringen(binnen, ring)
        tegelijk = max(1, _CELLEN_TEGELIJK // len(vakken))
        for begin in range(0, len(bezig), tegelijk):
            rijen = bezig[begin : begin + tegelijk]
            wie, wegvak = _wegvakken_in(net, cel[rijen, np.newaxis] + vakken)
            _houd_beste(net, plekken, rijen[wie], wegvak, afstand_m, beste)
        laag = index.hoek + (cel[bezig] - ring) * index.cel_m
        hoog = index.hoek + (cel[bezig] + ring + 1) * index.cel_m
        vrij_m = np.minimum(plekken[bezig] - laag, hoog - plekken[bezig]).min(axis=1)
        alles = ((cel[bezig] - ring <= 0) & (cel[bezig] + ring + 1 >= index.vorm)).all(axis=1)
        bezig = bezig[(vrij_m < afstand_m[bezig]) & (vrij_m < verst_m) & ~alles]
        # Eerst ring voor ring, daarna steeds twee keer zo ver.
        binnen, ring = ring + 1, max(ring + 1, 2 * ring)
    return np.where(afstand_m <= verst_m, beste, -1)


def _ringen(eerste: int, laatste: int) -> Nummers:
    """Geef de verschuivingen (kolom, rij) van de cellen op ring `eerste` tot en met `laatste`."""
    reeks = np.arange(-laatste, laatste + 1)
    vakken = np.stack(np.meshgrid(reeks, reeks), axis=-1).reshape(-1, 2)
    ringen: Nummers = vakken[np.abs(vakken).max(axis=1) >= eerste]
    return ringen


def _wegvakken_in(net: Stratennet, cellen: Nummers) -> tuple[Nummers, Nummers]:
    """Geef van alle cellen (n, k, 2) de wegvakken, en bij elk de rij waar het bij hoort."""
    begin, lengte = net.wegvakindex.stukken(cellen)
    wie = np.repeat(np.arange(len(cellen)), lengte.sum(axis=1))
    return wie, net.wegvakindex.inhoud[uitgerold(begin, lengte)].astype(np.int64)


def _houd_beste(
    net: Stratennet,
    plekken: Getallen,
    plek: Nummers,
    wegvak: Nummers,
    afstand_m: Getallen,
    beste: Nummers,
) -> None:
    """Zet in `afstand_m` en `beste` wat van de paren (plek, wegvak) dichterbij is."""
    if len(plek) == 0:
        return
    nieuw_m, _ = _tot_wegvak(net, plekken[plek], wegvak)
    eerste = np.flatnonzero(np.diff(plek, prepend=-1))
    kortste_m = np.minimum.reduceat(nieuw_m, eerste)
    aantal = np.diff(eerste, append=len(plek))
    gelijk = nieuw_m == np.repeat(kortste_m, aantal)
    laagste = np.minimum.reduceat(np.where(gelijk, wegvak, len(net.van)), eerste)
    wie = plek[eerste]
    beter = (kortste_m < afstand_m[wie]) | ((kortste_m == afstand_m[wie]) & (laagste < beste[wie]))
    afstand_m[wie[beter]] = kortste_m[beter]
    beste[wie[beter]] = laagste[beter]


def _tot_wegvak(net: Stratennet, plekken: Getallen, wegvak: Nummers) -> tuple[Getallen, Getallen]:
    """Geef van elk paar de afstand (meters), en waar op het wegvak het dichtstbijzijnde punt is."""
    begin = net.knopen[net.van[wegvak]]
    lijn = net.knopen[net.naar[wegvak]] - begin
    naar = plekken - begin
    kwadraat = (lijn * lijn).sum(axis=1)
    langs = (lijn * naar).sum(axis=1)
    deel = np.clip(np.divide(langs, kwadraat, out=np.zeros_like(langs), where=kwadraat > 0), 0, 1)
    rest = naar - deel[:, np.newaxis] * lijn
    return np.hypot(rest[:, 0], rest[:, 1]), deel
