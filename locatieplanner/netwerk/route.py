"""De kortste weg over straten tussen twee plekken, als lijn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import LineString, Point

from locatieplanner.netwerk.aanhechting import Aanhechting, hecht_aan, langs_wegvak_m
from locatieplanner.netwerk.deelnet import Deelnet, eerste_ruimte_m, snij_uit
from locatieplanner.netwerk.stratennet import Stratennet

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]

_VAN = np.array([0])
_NAAR = np.array([1])


@dataclass(frozen=True)
class Route:
    """Een weg over straten.

    Parameters
    ----------
    lijn : LineString
        Van de ene plek naar de andere, met aan beide kanten het stuk tot de straat; RD.
    afstand_m : float
        Lengte van de weg; dezelfde als `Netwerkafstand` geeft, meters.
    """

    lijn: LineString
    afstand_m: float


def route(net: Stratennet, van: Point, naar: Point, verst_m: float) -> Route | None:
    """Zoek de kortste weg.

    Parameters
    ----------
    net : Stratennet
        Het net.
    van, naar : Point
        RD, meters.
    verst_m : float
        Een plek verder van elke straat is niet te bereiken, meters.

    Returns
    -------
    Route or None
        None als er geen weg is.
    """
    einden = hecht_aan(net, np.array([[van.x, van.y], [naar.x, naar.y]]), verst_m)
    if not einden.vast.all():
        return None
    lijn_m = float(np.hypot(*(einden.plekken[0] - einden.plekken[1])))
    afstand_m, knopen = _langs_wegvak(net, einden), np.empty(0, dtype=np.int64)
    ruimte_m = eerste_ruimte_m(lijn_m)
    klaar = False
    while not klaar:
        deel = snij_uit(net, einden.plekken[:1], ruimte_m)
        via_m, via = _via_knopen(deel, einden)
        if via_m < afstand_m:
            afstand_m, knopen = via_m, via
        klaar = afstand_m <= ruimte_m or deel.heel
        ruimte_m *= 2
    if not np.isfinite(afstand_m):
        return None
    op_straat = net.punten_op(einden.wegvak, einden.deel)
    begin, einde = (
        np.vstack([plek, straat]) for plek, straat in zip(einden.plekken, op_straat, strict=True)
    )
    punten = np.vstack([begin, net.knopen[knopen], einde[::-1]])
    return Route(LineString(_zonder_herhaling(punten)), max(afstand_m, lijn_m))


def _langs_wegvak(net: Stratennet, einden: Aanhechting) -> float:
    if einden.wegvak[0] != einden.wegvak[1]:
        return np.inf
    return float(langs_wegvak_m(net, einden.neem(_VAN), einden.neem(_NAAR))[0])


def _via_knopen(deel: Deelnet, einden: Aanhechting) -> tuple[float, Nummers]:
    """Geef de afstand via knopen van een deelnet, en die knopen in het hele net, op volgorde."""
    knopen, benen_m = deel.aansluiting(einden)
    tot_knoop_m, vorige = dijkstra(
        deel.met_bronnen(knopen[:1], benen_m[:1]), indices=deel.aantal, return_predecessors=True
    )
    totaal_m = tot_knoop_m[knopen[1]] + benen_m[1]
    kant = int(np.argmin(totaal_m))
    if not np.isfinite(totaal_m[kant]):
        return np.inf, np.empty(0, dtype=np.int64)
    pad = [int(knopen[1, kant])]
    while vorige[pad[-1]] != deel.aantal:
        pad.append(int(vorige[pad[-1]]))
    return float(totaal_m[kant]), deel.knoop(np.array(pad[::-1]))


def _zonder_herhaling(punten: Getallen) -> Getallen:
    """Haal punten weg die gelijk zijn aan hun voorganger; een lijn houdt er ten minste twee."""
    anders = np.ones(len(punten), dtype=bool)
    anders[1:] = (punten[1:] != punten[:-1]).any(axis=1)
    return punten[anders] if anders.sum() > 1 else punten[[0, -1]]
