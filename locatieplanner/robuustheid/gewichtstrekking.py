"""Gewichten trekken: rond de gekozen gewichten, of over alle verdelingen die er zijn.

Formules, met w de gekozen aandelen (som 1) en b de breedte::

    rond de keuze   aandelen ~ Dirichlet(c · w)      met c = 1 / b² − 1
    dus             gemiddelde van aandeel i = wᵢ
                    standaardafwijking       = b · √(wᵢ · (1 − wᵢ))
    alle verdelingen  aandelen ~ Dirichlet(1, …, 1)

√(wᵢ · (1 − wᵢ)) is de grootste standaardafwijking die bij een gemiddelde van wᵢ bestaat: dan valt
steeds al het gewicht op één criterium. De breedte is het deel daarvan. Bij breedte 0 is elke
trekking de keuze zelf. Een gewicht van nul blijft nul, behalve over alle verdelingen.
"""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from locatieplanner.robuustheid.instelling import Instelling

_KLEINSTE_BREEDTE = 1e-6
"""Smaller dan dit verandert geen rangorde, en past 1 / b² niet meer in een getal."""


def trek_gewichten(
    aandelen: NDArray[np.float64], instelling: Instelling, toeval: Generator
) -> NDArray[np.float64]:
    """Trek gewichten volgens een instelling.

    Parameters
    ----------
    aandelen : ndarray, shape (k,)
        De gekozen gewichten als aandeel; som 1.
    instelling : Instelling
        Hoeveel, en hoe breed.
    toeval : Generator
        Waaruit getrokken wordt.

    Returns
    -------
    ndarray, shape (trekkingen, k)
        Aandelen; elke rij is samen 1.
    """
    aantal = instelling.trekkingen
    if instelling.alle_gewichten:
        return toeval.dirichlet(np.ones(len(aandelen)), aantal)
    telt = np.flatnonzero(aandelen > 0)
    uit = np.tile(aandelen, (aantal, 1))
    if instelling.breedte >= _KLEINSTE_BREEDTE and len(telt) > 1:
        concentratie = 1 / instelling.breedte**2 - 1
        uit[:, telt] = toeval.dirichlet(concentratie * aandelen[telt], aantal)
    return uit


def afwijking(aandelen: NDArray[np.float64], instelling: Instelling) -> NDArray[np.float64]:
    """Geef de standaardafwijking van elk getrokken aandeel, zoals de formule haar geeft.

    >>> afwijking(np.full(4, 0.25), Instelling(1, 0.2, 1, 1)).round(4).tolist()
    [0.0866, 0.0866, 0.0866, 0.0866]
    """
    if instelling.alle_gewichten:
        aantal = len(aandelen)
        return np.full(aantal, np.sqrt((aantal - 1) / (aantal**2 * (aantal + 1))))
    return np.asarray(instelling.breedte * np.sqrt(aandelen * (1 - aandelen)), dtype=np.float64)
