"""Klieken: groepen locaties waarvan er hoogstens één gekozen kan worden.

Twee locaties die te dicht bij elkaar liggen, sluiten elkaar uit. Van een kliek sluit elk tweetal
elkaar uit, en dan is één regel genoeg::

    Σ gekozen in de kliek ≤ 1

Dat zegt hetzelfde als alle tweetallen apart, met veel minder regels, en het sluit halve keuzes uit
(van drie locaties elk een half) die aan alle tweetallen wel voldoen.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

Paren = NDArray[np.int64]


def paren_binnen(punten: NDArray[np.float64], afstand_m: float) -> Paren:
    """Geef elk tweetal punten dat minder dan een afstand uit elkaar ligt.

    Parameters
    ----------
    punten : ndarray, shape (n, 2)
        RD, meters.
    afstand_m : float
        Precies op deze afstand hoort er niet bij.

    Returns
    -------
    ndarray of int, shape (k, 2)
        Rijnummers, de kleinste eerst, in vaste volgorde.
    """
    if len(punten) < 2 or afstand_m <= 0:
        return np.empty((0, 2), dtype=np.int64)
    paren = KDTree(punten).query_pairs(afstand_m, output_type="ndarray").astype(np.int64)
    verschil = punten[paren[:, 0]] - punten[paren[:, 1]]
    paren = paren[np.hypot(*verschil.T) < afstand_m]
    return np.asarray(paren[np.lexsort((paren[:, 1], paren[:, 0]))], dtype=np.int64)


def klieken(paren: Paren, aantal: int) -> list[list[int]]:
    """Dek alle tweetallen met klieken die niet groter te maken zijn.

    Om de beurt krijgt het eerste tweetal dat nog niet gedekt is een kliek, die groeit met wie nog
    ongedekte tweetallen dekt en daarna met wie er verder bij past.

    Parameters
    ----------
    paren : ndarray of int, shape (k, 2)
        Tweetallen die elkaar uitsluiten.
    aantal : int
        Hoeveel locaties er zijn.

    Returns
    -------
    list of list of int
        Per kliek de rijnummers; elk tweetal zit in ten minste één kliek, en elk tweetal in een
        kliek sluit elkaar uit.

    >>> klieken(np.array([[0, 1], [0, 2], [1, 2], [2, 3]]), 4)
    [[0, 1, 2], [2, 3]]
    """
    # Een verzameling als één geheel getal: bit i staat voor locatie i. Doorsneden kosten dan niets.
    buren = [0] * aantal
    for een, ander in paren.tolist():
        buren[een] |= 1 << ander
        buren[ander] |= 1 << een
    ongedekt = buren.copy()
    uitkomst = []
    for een in range(aantal):
        while ongedekt[een]:
            leden = [een]
            passend, liefst = buren[een], ongedekt[een]
            while passend:
                # Wie met de eerste nog een ongedekt tweetal vormt, gaat voor.
                keuze = passend & liefst or passend
                nieuw = (keuze & -keuze).bit_length() - 1
                leden.append(nieuw)
                passend &= buren[nieuw]
            kliek = sum(1 << lid for lid in leden)
            for lid in leden:
                ongedekt[lid] &= ~kliek
            uitkomst.append(sorted(leden))
    return uitkomst
