"""Tellen hoeveel voorzieningen er over straten binnen bereik liggen.

Van de kleinste kant uit: van elke voorziening naar de plekken, of van elke plek naar de
voorzieningen. Dat gaat tegel voor tegel op een uitsnede van het net, zodat noch de tijd noch het
geheugen groeit met plekken × knopen.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import KDTree

from locatieplanner.netwerk.aanhechting import Aanhechting, langs_wegvak_m
from locatieplanner.netwerk.deelnet import Deelnet, snij_uit
from locatieplanner.netwerk.stratennet import Stratennet

_AFSTANDEN_TEGELIJK = 4_000_000
"""Zoveel afstanden staan er tegelijk in het geheugen: 32 MB."""

_TEGEL_KEER_BEREIK = 2.0
_KLEINSTE_TEGEL_M = 500.0

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]


def tel_binnen(
    net: Stratennet, plekken: Aanhechting, voorzieningen: Aanhechting, bereik_m: float
) -> Nummers:
    """Tel per plek de voorzieningen op hoogstens `bereik_m` over straten.

    Parameters
    ----------
    net : Stratennet
        Het net.
    plekken, voorzieningen : Aanhechting
        Van n plekken en van de voorzieningen.
    bereik_m : float
        Afstand, met de toegang aan beide kanten, meters.

    Returns
    -------
    ndarray of int, shape (n,)
        0 voor een plek die niet vastzit.
    """
    aantal = np.zeros(len(plekken.wegvak), dtype=np.int64)
    plek, voorziening = _kansrijk(plekken, voorzieningen, bereik_m)
    if len(plek) == 0:
        return aantal
    van_plekken = len(plek) < len(voorziening)
    bron, doel = (plek, voorziening) if van_plekken else (voorziening, plek)
    bronnen = (plekken if van_plekken else voorzieningen).neem(bron)
    doelen = (voorzieningen if van_plekken else plekken).neem(doel)
    op_x = np.argsort(doelen.plekken[:, 0], kind="stable")
    for tegel in _tegels(bronnen.plekken, max(_TEGEL_KEER_BEREIK * bereik_m, _KLEINSTE_TEGEL_M)):
        om = bronnen.plekken[tegel]
        nabij = _rond(om, doelen.plekken, op_x, bereik_m)
        deel = snij_uit(net, om, bereik_m)
        doelen_hier = doelen.neem(nabij)
        tegelijk = max(1, _AFSTANDEN_TEGELIJK // max(deel.aantal, len(nabij), 1))
        for begin in range(0, len(tegel), tegelijk):
            blok = tegel[begin : begin + tegelijk]
            binnen = _binnen(net, deel, bronnen.neem(blok), doelen_hier, bereik_m)
            if van_plekken:
                aantal[bron[blok]] += binnen.sum(axis=1)
            else:
                aantal[doel[nabij]] += binnen.sum(axis=0)
    return aantal


def _kansrijk(
    plekken: Aanhechting, voorzieningen: Aanhechting, bereik_m: float
) -> tuple[Nummers, Nummers]:
    """Geef de plekken en voorzieningen met hemelsbreed een van de ander binnen bereik."""
    plek, voorziening = np.flatnonzero(plekken.vast), np.flatnonzero(voorzieningen.vast)
    if not (len(plek) and len(voorziening) and bereik_m >= 0):
        return plek[:0], voorziening[:0]
    # Ruimer dan het bereik: een boom laat weg wat precies op de grens ligt.
    grens_m = np.nextafter(bereik_m, np.inf) + 1e-6
    a, b = plekken.plekken[plek], voorzieningen.plekken[voorziening]
    naar_b, _ = KDTree(b).query(a, distance_upper_bound=grens_m)
    plek = plek[np.isfinite(naar_b)]
    naar_a, _ = KDTree(a).query(b, distance_upper_bound=grens_m)
    return plek, voorziening[np.isfinite(naar_a)]


def _tegels(plekken: Getallen, zijde_m: float) -> Iterator[Nummers]:
    """Verdeel plekken over vierkanten en geef per vierkant hun nummers."""
    if not np.isfinite(zijde_m):
        yield np.arange(len(plekken))
        return
    kolom, rij = np.floor(plekken / zijde_m).T
    volgorde = np.lexsort((kolom, rij))
    nieuw = (np.diff(kolom[volgorde]) != 0) | (np.diff(rij[volgorde]) != 0)
    yield from np.split(volgorde, np.flatnonzero(nieuw) + 1)


def _rond(om: Getallen, plekken: Getallen, op_x: Nummers, bereik_m: float) -> Nummers:
    """Geef de nummers van plekken in de rechthoek om `om`, rondom `bereik_m` ruimer."""
    (x_laag, y_laag), (x_hoog, y_hoog) = om.min(axis=0) - bereik_m, om.max(axis=0) + bereik_m
    x = plekken[:, 0]
    begin = np.searchsorted(x, x_laag, side="left", sorter=op_x)
    einde = np.searchsorted(x, x_hoog, side="right", sorter=op_x)
    strook = op_x[begin:einde]
    y = plekken[strook, 1]
    nabij: Nummers = strook[(y >= y_laag) & (y <= y_hoog)]
    return nabij


def _binnen(
    net: Stratennet, deel: Deelnet, bronnen: Aanhechting, doelen: Aanhechting, bereik_m: float
) -> NDArray[np.bool_]:
    """Zeg van elk paar (bron, doel) of de weg ertussen hoogstens `bereik_m` is."""
    matrix = deel.met_bronnen(*deel.aansluiting(bronnen))
    eigen = deel.aantal + np.arange(len(bronnen.wegvak))
    tot_knoop = dijkstra(matrix, indices=eigen, limit=bereik_m)
    knopen, benen_m = deel.aansluiting(doelen)
    binnen = np.zeros((len(eigen), len(doelen.wegvak)), dtype=bool)
    for kant in (0, 1):
        binnen |= tot_knoop[:, knopen[:, kant]] + benen_m[:, kant] <= bereik_m
    bron, doel = np.nonzero(bronnen.wegvak[:, np.newaxis] == doelen.wegvak)
    langs_m = langs_wegvak_m(net, bronnen.neem(bron), doelen.neem(doel))
    binnen[bron, doel] |= langs_m <= bereik_m
    return binnen
