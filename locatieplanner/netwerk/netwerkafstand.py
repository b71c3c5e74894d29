"""Afstand over straten: van elke plek naar de dichtstbijzijnde voorziening.

Eén keer Dijkstra vanuit alle voorzieningen tegelijk geeft bij elke knoop de dichtstbijzijnde. De
kosten daarvan groeien niet met het aantal plekken. Elke voorziening is daarbij een extra knoop met
een been naar de beide einden van haar wegvak, elke plek heeft er net zo twee: de plaats op het
wegvak telt aan beide kanten precies mee, en ook de toegang erheen.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import KDTree

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.reisafstand import Reisafstanden
from locatieplanner.netwerk.aanhechting import Aanhechting, hecht_aan, langs_wegvak_m
from locatieplanner.netwerk.binnenbereik import tel_binnen
from locatieplanner.netwerk.celindex import uitgerold
from locatieplanner.netwerk.deelnet import Deelnet, eerste_ruimte_m, snij_uit
from locatieplanner.netwerk.maat import rang, zonder_rang
from locatieplanner.netwerk.stratennet import Stratennet

_PAREN_TEGELIJK = 1_000_000

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]


@dataclass(frozen=True)
class Netwerkafstand:
    """Afstandsmeter over straten; het antwoord is altijd ``afgeleid``.

    Parameters
    ----------
    net : Stratennet
        Het net van een reiswijze.
    verst_m : float
        Een plek verder van elke straat is niet te meten, meters.
    """

    net: Stratennet
    verst_m: float

    @property
    def omschrijving(self) -> str:
        """Hoe gemeten is, in woorden voor de gebruiker."""
        return f"{self.net.wijze} over straten"

    def dichtstbij(
        self,
        plekken: NDArray[np.float64],
        voorzieningen: NDArray[np.float64],
        bereik_m: float,
    ) -> Reisafstanden:
        """Meet van elke plek naar de dichtstbijzijnde voorziening; zie `Reisafstand`.

        Van voorzieningen op gelijke afstand telt de eerste. Een afstand is nooit korter dan de
        rechte lijn.
        """
        van = hecht_aan(self.net, plekken, self.verst_m)
        naar = hecht_aan(self.net, voorzieningen, self.verst_m)
        afstand_m, rij = _dichtstbij(self.net, van, naar)
        return Reisafstanden(
            afstand_m=afstand_m,
            dichtstbijzijnde=rij,
            aantal_binnen_bereik=tel_binnen(self.net, van, naar, bereik_m),
            status=Status.AFGELEID,
        )


def _dichtstbij(net: Stratennet, van: Aanhechting, naar: Aanhechting) -> tuple[Getallen, Nummers]:
    """Geef per plek afstand (NaN: geen) en rij (−1: geen) van de dichtstbijzijnde voorziening.

    Gerekend wordt op een uitsnede om de plekken. Wat daarop verder blijkt dan de uitsnede ruim is,
    gaat opnieuw op een twee keer zo ruime, desnoods op het hele net.
    """
    afstand_m = np.full(len(van.wegvak), np.inf)
    rij = np.full(len(van.wegvak), -1, dtype=np.int64)
    bezig, bron = np.flatnonzero(van.vast), np.flatnonzero(naar.vast)
    if len(bezig) and len(bron):
        lijn_m, _ = KDTree(naar.plekken[bron]).query(van.plekken[bezig])
        ruimte_m = eerste_ruimte_m(float(lijn_m.max()))
        _langs_wegvak(net, van, naar, afstand_m, rij)
        while len(bezig):
            deel = snij_uit(net, van.plekken[bezig], ruimte_m)
            _over_knopen(deel, van, naar, bezig, afstand_m, rij)
            bezig = bezig[(afstand_m[bezig] > ruimte_m) & (not deel.heel)]
            ruimte_m *= 2
    gevonden = np.flatnonzero(rij >= 0)
    lijn_m = np.hypot(*(van.plekken[gevonden] - naar.plekken[rij[gevonden]]).T)
    uitkomst = np.full(len(rij), np.nan)
    uitkomst[gevonden] = np.maximum(zonder_rang(afstand_m[gevonden]), lijn_m)
    return uitkomst, rij


def _over_knopen(
    deel: Deelnet,
    van: Aanhechting,
    naar: Aanhechting,
    bezig: Nummers,
    afstand_m: Getallen,
    rij: Nummers,
) -> None:
    """Zet bij de plekken `bezig` wat er via de knopen van een deelnet dichterbij is."""
    naar_knopen, naar_benen_m = deel.aansluiting(naar)
    bron = np.flatnonzero(np.isfinite(naar_benen_m).any(axis=1))
    if len(bron) == 0:
        return
    tot_knoop_m, _, oorsprong = dijkstra(
        deel.met_bronnen(naar_knopen[bron], naar_benen_m[bron] + rang(bron)[:, np.newaxis]),
        indices=deel.aantal + np.arange(len(bron)),
        min_only=True,
        return_predecessors=True,
    )
    knopen, benen_m = deel.aansluiting(van.neem(bezig))
    totaal_m = tot_knoop_m[knopen] + benen_m
    kant = np.argmin(totaal_m, axis=1)[:, np.newaxis]
    kortste_m = np.take_along_axis(totaal_m, kant, axis=1)[:, 0]
    knoop = np.take_along_axis(knopen, kant, axis=1)[:, 0]
    beter = kortste_m < afstand_m[bezig]
    afstand_m[bezig[beter]] = kortste_m[beter]
    rij[bezig[beter]] = bron[oorsprong[knoop[beter]] - deel.aantal]


def _langs_wegvak(
    net: Stratennet, van: Aanhechting, naar: Aanhechting, afstand_m: Getallen, rij: Nummers
) -> None:
    """Zet bij elke plek de dichtstbijzijnde voorziening aan hetzelfde wegvak."""
    bron = np.flatnonzero(naar.vast)
    bron = bron[np.argsort(naar.wegvak[bron], kind="stable")]
    wegvakken = naar.wegvak[bron]
    begin = np.searchsorted(wegvakken, van.wegvak, side="left")
    aantal = np.searchsorted(wegvakken, van.wegvak, side="right") - begin
    plek = np.flatnonzero(aantal)
    blok = np.cumsum(aantal[plek]) // _PAREN_TEGELIJK
    for eigen in np.split(plek, np.flatnonzero(np.diff(blok)) + 1):
        wie = np.repeat(eigen, aantal[eigen])
        ander = bron[uitgerold(begin[eigen], aantal[eigen])]
        langs_m = langs_wegvak_m(net, van.neem(wie), naar.neem(ander)) + rang(ander)
        volgorde = np.lexsort((langs_m, wie))
        eerste = volgorde[np.flatnonzero(np.diff(wie[volgorde], prepend=-1))]
        afstand_m[wie[eerste]] = langs_m[eerste]
        rij[wie[eerste]] = ander[eerste]
