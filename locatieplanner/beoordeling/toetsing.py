"""De toetsing: raakt een kandidaat een vlak van een laag met regels, of ligt zij er vlakbij?

Waar een laag niet geladen is, is niet getoetst; dat is iets anders dan dat er niets aan de hand is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.beoordeling.bevindingen import Bevinding
from locatieplanner.domein.notatie import afstand
from locatieplanner.domein.toets import Gebruik, Predicaat, Regel, Toetslaag

_GENOEMD = 3
"""Zoveel vlakken van één laag worden bij naam genoemd; de rest als aantal."""


@dataclass(frozen=True)
class Toetsing:
    """De uitkomst van alle regels van alle lagen.

    Parameters
    ----------
    uitsluitingen, aandachtspunten : tuple of Bevinding
        De regels die geraakt zijn.
    niet_getoetst : tuple of tuple of str
        Per kandidaat de lagen waarop niet getoetst is, in rijvolgorde.
    """

    uitsluitingen: tuple[Bevinding, ...]
    aandachtspunten: tuple[Bevinding, ...]
    niet_getoetst: tuple[tuple[str, ...], ...]


def toets(kandidaten: gpd.GeoDataFrame, lagen: Sequence[Toetslaag]) -> Toetsing:
    """Toets kandidaten aan de regels van elke laag.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Punten of vlakken in RD; van een vlak telt het hele vlak, niet het midden.
    lagen : sequence of Toetslaag
        Geladen of niet.
    """
    vormen = kandidaten.geometry.to_numpy()
    gevonden: dict[Gebruik, list[Bevinding]] = {gebruik: [] for gebruik in Gebruik}
    niet: list[list[str]] = [[] for _ in range(len(vormen))]
    for laag in lagen:
        getoetst = _getoetst(vormen, laag)
        for rij in np.flatnonzero(~getoetst):
            niet[rij].append(laag.naam if laag.vlakken is None else f"{laag.naam} (niet hier)")
        for regel in laag.regels:
            bevinding = _bevinding(vormen, laag, regel)
            if len(bevinding.rijen):
                gevonden[regel.gebruik].append(bevinding)
    return Toetsing(
        uitsluitingen=tuple(gevonden[Gebruik.UITSLUITING]),
        aandachtspunten=tuple(gevonden[Gebruik.AANDACHTSPUNT]),
        niet_getoetst=tuple(tuple(namen) for namen in niet),
    )


def _getoetst(vormen: NDArray[np.object_], laag: Toetslaag) -> NDArray[np.bool_]:
    """Van welke kandidaten alles binnen bereik van de regels in de geladen laag ligt."""
    if laag.vlakken is None:
        return np.zeros(len(vormen), dtype=bool)
    if laag.dekking is None:
        return np.ones(len(vormen), dtype=bool)
    bereik_m = max(regel.afstand_m for regel in laag.regels)
    binnen = shapely.covers(laag.dekking, vormen)
    ver_genoeg = shapely.distance(laag.dekking.boundary, vormen) >= bereik_m
    return np.asarray(binnen & ver_genoeg, dtype=bool)


def _bevinding(vormen: NDArray[np.object_], laag: Toetslaag, regel: Regel) -> Bevinding:
    """De kandidaten die een regel raken, met de vlakken bij naam en de afstand."""
    vlakken = waar_de_regel_geldt(laag, regel)
    kandidaat, vlak, afstand_m = _paren(vormen, vlakken, regel)
    teksten = []
    rijen, begin = np.unique(kandidaat, return_index=True)
    for eerste, laatste in pairwise([*begin, len(kandidaat)]):
        teksten.append(
            _tekst(laag, regel, vlakken["naam"].iloc[vlak[eerste:laatste]], afstand_m[eerste])
        )
    return Bevinding(laag.id, rijen, tuple(teksten))


def waar_de_regel_geldt(laag: Toetslaag, regel: Regel) -> gpd.GeoDataFrame:
    """Geef de vlakken van een laag waarvoor een regel geldt; leeg als zij niet geladen is."""
    vlakken = laag.vlakken
    if vlakken is None:
        return gpd.GeoDataFrame({"naam": []}, geometry=[])
    for kolom, waarden in regel.waar.items():
        vlakken = vlakken[vlakken[kolom].astype("str").isin(waarden)]
    return vlakken


def geraakt(
    punten: NDArray[np.object_],
    vlakken: NDArray[np.object_],
    predicaat: Predicaat,
    afstand_m: float,
) -> NDArray[np.bool_]:
    """Geef van veel punten tegelijk of zij een regel raken, zoals `toets` zonder de woorden.

    Parameters
    ----------
    punten : ndarray of Point, shape (n,)
        RD.
    vlakken : ndarray of Geometry
        Waar de regel geldt, zie `waar_de_regel_geldt`.
    predicaat : Predicaat
        Erin, of vlakbij.
    afstand_m : float
        Tot hoe ver vlakbij is, meters.
    """
    # De vlakken vragen, de punten staan in de boom: zo wordt elk vlak één keer voorbereid.
    boom = shapely.STRtree(punten)
    erin = np.zeros(len(punten), dtype=bool)
    erin[boom.query(vlakken, predicate="intersects")[1]] = True
    if predicaat is Predicaat.BINNEN:
        return erin
    nabij = np.zeros(len(punten), dtype=bool)
    nabij[boom.query(vlakken, predicate="dwithin", distance=afstand_m)[1]] = True
    return nabij & ~erin


def _paren(
    vormen: NDArray[np.object_], vlakken: gpd.GeoDataFrame, regel: Regel
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Kandidaat, vlak en afstand waar de regel geraakt wordt: per kandidaat het dichtste eerst."""
    boom = vlakken.sindex
    if regel.predicaat is Predicaat.BINNEN:
        kandidaat, vlak = boom.query(vormen, predicate="intersects")
        afstand_m = np.zeros(len(kandidaat))
    else:
        kandidaat, vlak = boom.query(vormen, predicate="dwithin", distance=regel.afstand_m)
        afstand_m = shapely.distance(vormen[kandidaat], vlakken.geometry.to_numpy()[vlak])
        # Wie een vlak van deze laag raakt, ligt er niet vlakbij maar erin.
        erin = np.isin(kandidaat, kandidaat[afstand_m == 0])
        kandidaat, vlak, afstand_m = kandidaat[~erin], vlak[~erin], afstand_m[~erin]
    volgorde = np.lexsort((vlak, afstand_m, kandidaat))
    return kandidaat[volgorde], vlak[volgorde], afstand_m[volgorde]


def _tekst(laag: Toetslaag, regel: Regel, namen: pd.Series, afstand_m: float) -> str:
    """De zin bij één kandidaat."""
    genoemd = list(dict.fromkeys(str(naam).strip() for naam in namen.fillna("")))
    bekend = [naam for naam in genoemd if naam]
    meer = len(bekend) - _GENOEMD
    naam = ", ".join(bekend[:_GENOEMD]) + (f" en nog {meer}" if meer > 0 else "")
    delen = regel.tekst.split("; ")
    if not naam:
        # Van een vlak zonder naam vervalt het zinsdeel dat die naam noemt.
        delen = [deel for deel in delen if "{naam}" not in deel] or delen
    zin = "; ".join(delen).replace("{afstand}", afstand(float(afstand_m)))
    zin = zin.replace("{naam}", naam or "een gebied zonder naam")
    return f"{laag.naam}: {' '.join(zin.split())} ({laag.herkomst.bron})"
