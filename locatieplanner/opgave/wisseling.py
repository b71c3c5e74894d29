"""Een wisseling: locaties die sluiten en openen, en wat dat per groep scheelt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Verschillen = tuple[tuple[str, float], ...]
"""Per groep (code) het aantal plaatsen, grootste eerst."""

DECIMALEN = 6
"""Waarop een saldo afgerond wordt: de laatste bit van een optelling is geen plaats."""


class Soort(StrEnum):
    """Op welk niveau naar een wisseling gekeken is."""

    PLEK = "zelfde plek"
    GEMEENTE = "gemeente"


class Reden(StrEnum):
    """Waarom een wisseling niet te beoordelen is."""

    MIX = "mix onbekend"
    BEGIN = "begindatum onbekend"
    EINDE = "einddatum onbekend"


@dataclass(frozen=True)
class Verdringing:
    """Een wisseling waarbij een groep plaatsen verliest en een andere wint.

    Parameters
    ----------
    soort : Soort
        Op dezelfde plek, of over een hele gemeente.
    gemeentecode, gemeente : str
        Waar; leeg buiten elke gemeente.
    sluit, opent : tuple of str
        Id's van de locaties die dan weg zijn, en die er dan bij zijn.
    verlies, winst : Verschillen
        Plaatsen per groep in `maand`, tegenover ervoor.
    maand : Period
        De maand waarvoor de getallen gelden: bij een gemeente die met het grootste verschil, op
        een plek die van de laatste wisseling.
    eerste, laatste : Period
        De eerste en laatste maand waarin het zo is; op een plek de eerste en laatste wisseling.
    onzeker_door : tuple of str
        Id's van locaties met een onbekende mix of datum die dit beeld kunnen veranderen.
    afstand_m : float or None
        Op een plek de grootste afstand tussen een locatie die sluit en een die opent.
    """

    soort: Soort
    gemeentecode: str
    gemeente: str
    sluit: tuple[str, ...]
    opent: tuple[str, ...]
    verlies: Verschillen
    winst: Verschillen
    maand: pd.Period
    eerste: pd.Period
    laatste: pd.Period
    onzeker_door: tuple[str, ...] = ()
    afstand_m: float | None = None

    @property
    def plaatsen(self) -> float:
        """Hoeveel plaatsen van groep wisselen: het kleinste van verlies en winst."""
        return min(sum(aantal for _, aantal in deel) for deel in (self.verlies, self.winst))


@dataclass(frozen=True)
class Onbeoordeeld:
    """Een wisseling waarvan niet te zeggen is of er verdringing is.

    Parameters
    ----------
    soort : Soort
        Op dezelfde plek, of over een hele gemeente.
    gemeentecode, gemeente : str
        Waar; leeg buiten elke gemeente.
    redenen : tuple of (Reden, tuple of str)
        Per reden de id's van de locaties.
    """

    soort: Soort
    gemeentecode: str
    gemeente: str
    redenen: tuple[tuple[Reden, tuple[str, ...]], ...]


Uitkomst = tuple[list[Verdringing], list[Onbeoordeeld]]


def verschillen(
    saldo: NDArray[np.float64], groepen: Sequence[str], drempel: float
) -> tuple[Verschillen, Verschillen]:
    """Splits een saldo per groep in verlies en winst; kleiner dan de drempel telt niet.

    Parameters
    ----------
    saldo : ndarray, shape (groepen,)
        Plaatsen erna min plaatsen ervoor.
    groepen : sequence of str
        Code per groep.
    drempel : float
        Kleinste verschil dat telt, plaatsen.

    Returns
    -------
    verlies, winst : Verschillen
        Beide als positieve aantallen.

    >>> verschillen(np.array([-30.0, 20.0, 0.4]), ["a", "b", "c"], 1.0)
    ((('a', 30.0),), (('b', 20.0),))
    """

    def grootste_eerst(richting: float) -> Verschillen:
        waarden = (richting * saldo).round(DECIMALEN)
        telt = [plek for plek in np.argsort(-waarden, kind="stable") if waarden[plek] >= drempel]
        return tuple((groepen[plek], float(waarden[plek])) for plek in telt)

    return grootste_eerst(-1.0), grootste_eerst(1.0)


def ids(index: pd.Index, masker: NDArray[np.bool_]) -> tuple[str, ...]:
    """Geef de id's waar het masker waar is."""
    return tuple(str(id_) for id_ in index[masker])


def redenen(
    index: pd.Index,
    betrokken: NDArray[np.bool_],
    zonder_mix: NDArray[np.bool_],
    looptijden: pd.DataFrame,
) -> tuple[tuple[Reden, tuple[str, ...]], ...]:
    """Geef wat er aan betrokken locaties onbekend is; leeg als alles bekend is.

    Parameters
    ----------
    index : Index
        Id's.
    betrokken, zonder_mix : ndarray of bool, shape (n,)
        Welke locaties ertoe doen, en van welke de mix onbekend is.
    looptijden : DataFrame
        Uitkomst van `locatieplanner.opgave.looptijd.looptijd`.
    """
    onbekend = (
        (Reden.MIX, zonder_mix),
        (Reden.BEGIN, looptijden["begin_onbekend"].to_numpy(dtype=bool)),
        (Reden.EINDE, looptijden["einde_onbekend"].to_numpy(dtype=bool)),
    )
    per_reden = ((reden, ids(index, betrokken & masker)) for reden, masker in onbekend)
    return tuple((reden, gevonden) for reden, gevonden in per_reden if gevonden)
