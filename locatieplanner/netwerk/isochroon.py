"""Isochronen: het gebied dat over straten binnen een afstand te bereiken is.

Een plaats hoort erbij als `Netwerkafstand` haar hoogstens die afstand geeft: van het punt naar de
straat, over straten, en van de dichtstbijzijnde straat naar de plaats. Gemeten wordt op een raster.
Van minuten naar meters gaat met de snelheid: ``afstand_m = minuten · snelheid_m_per_minuut``.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import MultiPolygon, Point, Polygon

from locatieplanner.fouten import InvoerFout
from locatieplanner.netwerk.aanhechting import Aanhechting, hecht_aan, langs_wegvak_m
from locatieplanner.netwerk.deelnet import snij_uit
from locatieplanner.netwerk.hoogtelijn import vlakken_onder
from locatieplanner.netwerk.stratennet import Stratennet

_FIJNSTE_M = 10
_STAPPEN = 125
"""Zoveel rasterpunten van de plek tot de verste rand."""

_VERVAAGD = 1.0
"""Zoveel stappen wordt het veld vervaagd: waar de afstand verspringt, is een rand dan geen trap."""

_RAND = 4
"""Zoveel rasterpunten buiten bereik zijn er rondom, zodat ook na het vervagen alles sluit."""

_BUITEN = 1.25
"""Zoveel keer de verste afstand is het veld waar niets te bereiken is."""

_KLEINSTE_M2 = 10_000.0
"""Een gat of eiland kleiner dan een hectare is op de kaart ruis."""

Getallen = NDArray[np.float64]


def isochronen(
    net: Stratennet,
    punt: Point,
    afstanden_m: Sequence[float],
    verst_m: float,
    van_straat_m: float = 100.0,
) -> list[Polygon | MultiPolygon]:
    """Geef per afstand het gebied dat binnen die afstand te bereiken is.

    Parameters
    ----------
    net : Stratennet
        Het net.
    punt : Point
        Waarvandaan, RD.
    afstanden_m : sequence of float
        Afstanden, meters, in elke volgorde.
    verst_m : float
        Een punt verder van elke straat zit niet aan het net vast, meters.
    van_straat_m : float, optional
        Wat verder van elke straat ligt hoort er niet bij: water, bos, een rangeerterrein.

    Returns
    -------
    list of Polygon or MultiPolygon
        In de volgorde van `afstanden_m`; dat van een langere afstand bevat dat van een kortere. Een
        leeg vlak waar de straat zelf al te ver is. Een lege lijst als het punt niet vastzit.

    Raises
    ------
    InvoerFout
        Als een afstand niet groter is dan nul.
    """
    plek = np.array([[punt.x, punt.y]])
    begin = hecht_aan(net, plek, verst_m)
    if not begin.vast.all() or len(afstanden_m) == 0:
        return []
    if not (np.isfinite(afstanden_m).all() and min(afstanden_m) > 0):
        raise InvoerFout("Een reisafstand moet groter zijn dan nul. Kies een andere reistijd.")
    verste_m = float(max(afstanden_m))
    stap_m = max(_FIJNSTE_M, int(np.ceil(verste_m / _STAPPEN)))
    stappen = int(np.ceil(verste_m / stap_m)) + _RAND
    # Hele meters: dan zijn de hoekpunten van de vlakken exact.
    x, y = (int(waarde) - stappen * stap_m for waarde in plek[0])
    reeks = np.arange(2 * stappen + 1) * stap_m
    plaatsen = np.stack(np.meshgrid(x + reeks, y + reeks), axis=-1).astype(np.float64)
    dichtbij = np.hypot(*(plaatsen - plek).transpose(2, 0, 1)) <= verste_m
    buiten_m = _BUITEN * verste_m
    veld = np.full(dichtbij.shape, buiten_m)
    gemeten_m = _afstanden(net, begin, plaatsen[dichtbij], verste_m, van_straat_m)
    veld[dichtbij] = np.minimum(gemeten_m, buiten_m)
    # Alle grenzen krijgen hetzelfde veld: vervagen verandert niets aan welk vlak welk bevat.
    veld = gaussian_filter(veld, _VERVAAGD, mode="nearest", radius=_RAND - 1)
    return vlakken_onder(veld, (x, y), stap_m, afstanden_m, kleinste_m2=_KLEINSTE_M2)


def _afstanden(
    net: Stratennet, begin: Aanhechting, plaatsen: Getallen, verste_m: float, van_straat_m: float
) -> Getallen:
    """Geef de afstand over straten van het begin tot elke plaats, meters; anders oneindig."""
    doel = hecht_aan(net, plaatsen, van_straat_m)
    deel = snij_uit(net, begin.plekken, verste_m)
    matrix = deel.met_bronnen(*deel.aansluiting(begin))
    tot_knoop_m = dijkstra(matrix, indices=deel.aantal, limit=verste_m)
    knopen, benen_m = deel.aansluiting(doel)
    afstand_m: Getallen = np.min(tot_knoop_m[knopen] + benen_m, axis=1)
    zelfde = np.flatnonzero(doel.wegvak == begin.wegvak[0])
    bron = begin.neem(np.zeros(len(zelfde), dtype=np.int64))
    langs_m = langs_wegvak_m(net, bron, doel.neem(zelfde))
    afstand_m[zelfde] = np.minimum(afstand_m[zelfde], langs_m)
    return afstand_m
