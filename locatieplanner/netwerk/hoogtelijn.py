"""Vlakken waarbinnen een veld van getallen onder een grens blijft.

Het veld is gegeven op een raster. Elk vierkant daarvan wordt in twee driehoeken verdeeld; de rand
van een vlak loopt daar recht doorheen, van de ene zijde naar de andere. Op elke rasterlijn ligt de
rand van een hogere grens verder. Randen kruisen elkaar dus nooit, en het vlak van een hogere grens
bevat dat van een lagere.
"""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon

_DELEN = 1_024
"""In zoveel stappen is elke rasterlijn verdeeld: een macht van twee, zodat plaatsen exact zijn."""

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]


def vlakken_onder(
    veld: Getallen,
    hoek: tuple[int, int],
    stap_m: int,
    grenzen: Sequence[float],
    kleinste_m2: float,
) -> list[Polygon | MultiPolygon]:
    """Geef per grens het vlak waarbinnen het veld hoogstens die grens is.

    Parameters
    ----------
    veld : ndarray, shape (rijen, kolommen)
        Waarden op de rasterpunten; aan de rand boven elke grens.
    hoek : tuple of int
        Ligging van het punt in rij 0, kolom 0, meters.
    stap_m : int
        Afstand tussen rasterpunten, meters.
    grenzen : sequence of float
        In elke volgorde.
    kleinste_m2 : float
        Kleinere gaten worden gevuld en kleinere eilanden weggelaten. Dat verandert niets aan de
        volgorde: een gat van een ruimer vlak ligt binnen het gat van een krapper, en is kleiner.

    Returns
    -------
    list of Polygon or MultiPolygon
        Leeg waar het veld nergens zo laag is.
    """
    return [
        _vlak([_ligging(lijn, hoek, stap_m) for lijn in _lijnen(veld, grens)], kleinste_m2)
        for grens in grenzen
    ]


def _lijnen(veld: Getallen, grens: float) -> list[Nummers]:
    """Geef de gesloten randen, met het vlak links, als plaatsen in 1/`_DELEN` stap; shape (k, 2).

    Elke rand gaat van driehoek naar driehoek, over de rasterlijn ertussen. Op zo'n lijn eindigt
    precies één stukje rand en begint er precies één.
    """
    rijen, kolommen = veld.shape
    nummer = np.arange(veld.size).reshape(rijen, kolommen)
    a, b, c, d = nummer[:-1, :-1], nummer[:-1, 1:], nummer[1:, 1:], nummer[1:, :-1]
    driehoeken = np.concatenate(
        [np.stack(h, axis=-1).reshape(-1, 3) for h in ((a, b, c), (a, c, d))]
    )
    waarden = veld.ravel()
    onder = waarden <= grens
    aantal = onder[driehoeken].sum(axis=1)
    begin, einde = [], []
    for eenling in (True, False):
        rakend = driehoeken[aantal == (1 if eenling else 2)]
        # De hoek die alleen staat vooraan, met behoud van de draairichting.
        eerste = np.argmax(onder[rakend] == eenling, axis=1)[:, np.newaxis]
        p, q, r = np.take_along_axis(rakend, (eerste + np.arange(3)) % 3, axis=1).T
        lijnen = (np.stack([p, q]), np.stack([p, r]))
        begin.append(lijnen[0] if eenling else lijnen[1][::-1])
        einde.append(lijnen[1] if eenling else lijnen[0][::-1])
    van, naar = np.concatenate(begin, axis=1), np.concatenate(einde, axis=1)
    return [
        _plaats(waarden, grens, kolommen, van[:, ring]) for ring in _kringen(van, naar, veld.size)
    ]


def _kringen(van: Nummers, naar: Nummers, aantal: int) -> list[Nummers]:
    """Rijg stukjes rand (van en naar een rasterlijn: binnen, buiten) aaneen tot kringen."""
    sleutel_van, sleutel_naar = van[0] * aantal + van[1], naar[0] * aantal + naar[1]
    op_sleutel = np.argsort(sleutel_van)
    volgende = op_sleutel[np.searchsorted(sleutel_van, sleutel_naar, sorter=op_sleutel)].tolist()
    gezien = [False] * len(volgende)
    kringen = []
    for begin in range(len(volgende)):
        kring, stuk = [], begin
        while not gezien[stuk]:
            gezien[stuk] = True
            kring.append(stuk)
            stuk = volgende[stuk]
        if kring:
            kringen.append(np.array(kring))
    return kringen


def _plaats(waarden: Getallen, grens: float, kolommen: int, lijn: Nummers) -> Nummers:
    """Geef waar de grens op rasterlijnen ligt; nooit op een rasterpunt."""
    binnen, buiten = lijn
    deel = (grens - waarden[binnen]) / (waarden[buiten] - waarden[binnen])
    deel = np.clip(np.floor(deel * _DELEN), 1, _DELEN - 1).astype(np.int64)
    begin = np.column_stack([binnen % kolommen, binnen // kolommen])
    einde = np.column_stack([buiten % kolommen, buiten // kolommen])
    plaats: Nummers = begin * _DELEN + deel[:, np.newaxis] * (einde - begin)
    return plaats


def _ligging(plaats: Nummers, hoek: tuple[int, int], stap_m: int) -> Getallen:
    """Geef RD-coördinaten; met hele meters en een macht van twee is dat zonder afronding."""
    return np.asarray(hoek, dtype=np.float64) + plaats * stap_m / _DELEN


def _vlak(lijnen: list[Getallen], kleinste_m2: float) -> Polygon | MultiPolygon:
    """Maak van randen één vlak; linksom is een buitenrand, rechtsom een gat."""
    vormen = np.array([Polygon(lijn) for lijn in lijnen], dtype=object)
    vormen = vormen[shapely.area(vormen) >= kleinste_m2]
    ouder = _ouders(vormen)
    buiten = shapely.is_ccw(shapely.get_exterior_ring(vormen))
    gaten: dict[int, list[object]] = {}
    for nummer, (binnen, rand) in enumerate(zip(ouder, buiten, strict=True)):
        # Een eiland in een gevuld gat ligt binnen een buitenrand, en vervalt.
        if rand and (binnen < 0 or not buiten[binnen]):
            gaten.setdefault(nummer, [])
        elif not rand and binnen >= 0 and buiten[binnen]:
            gaten.setdefault(int(binnen), []).append(vormen[nummer].exterior)
    vlakken = [
        Polygon(vormen[nummer].exterior, binnenranden) for nummer, binnenranden in gaten.items()
    ]
    return vlakken[0] if len(vlakken) == 1 else MultiPolygon(vlakken)


def _ouders(vormen: NDArray[np.object_]) -> Nummers:
    """Geef per vorm de kleinste vorm waar zij in ligt; −1 als die er niet is."""
    ouder = np.full(len(vormen), -1, dtype=np.int64)
    kind, om = shapely.STRtree(vormen).query(vormen, predicate="within")
    ander = kind != om
    kind, om = kind[ander], om[ander]
    op_omvang = np.argsort(-shapely.area(vormen[om]), kind="stable")
    ouder[kind[op_omvang]] = om[op_omvang]
    return ouder
