"""De stand van een overleg: welke stap er te zien is, en wat er in *wat als* veranderd is.

Niets hiervan raakt het plan: wat in een overleg geprobeerd wordt, leeft alleen hier.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

import streamlit as st

from locatieplanner.domein.gewichten import Gewichten

_SLEUTEL = "overleg"

_ONTHOUDEN = 200


class Ingreep(StrEnum):
    """Wat er in *wat als* met een locatie gebeurt."""

    HEEL = "zoals het is"
    HALF = "de helft"
    WEG = "weglaten"


@dataclass(frozen=True)
class Watals:
    """Wat er in *wat als* anders is dan in het plan.

    Parameters
    ----------
    gewichten : Gewichten or None
        Andere gewichten; None zijn die van het plan.
    ingrepen : tuple of (id, Ingreep)
        Wat er met een locatie gebeurt, op volgorde van id; wie er niet in staat blijft heel.
    """

    gewichten: Gewichten | None = None
    ingrepen: tuple[tuple[str, Ingreep], ...] = ()

    @property
    def leeg(self) -> bool:
        """Of alles is zoals in het plan."""
        return self.gewichten is None and not self.ingrepen

    def ingreep(self, id: str) -> Ingreep:
        """Geef wat er met een locatie gebeurt."""
        return dict(self.ingrepen).get(id, Ingreep.HEEL)

    def met_ingreep(self, id: str, ingreep: Ingreep) -> "Watals":
        """Geef hetzelfde met een andere ingreep voor een locatie."""
        ander = {**dict(self.ingrepen), id: ingreep}
        return replace(
            self,
            ingrepen=tuple(sorted((i, wat) for i, wat in ander.items() if wat is not Ingreep.HEEL)),
        )


@dataclass(frozen=True)
class Overlegstand:
    """De stand van een overleg.

    Parameters
    ----------
    stap : int
        Nummer van de stap die te zien is, vanaf 0.
    watals : Watals
        Wat er nu anders is dan in het plan.
    eerder : tuple of Watals
        Wat er daarvoor anders was, de laatste achteraan.
    """

    stap: int = 0
    watals: Watals = field(default_factory=Watals)
    eerder: tuple[Watals, ...] = ()

    def naar(self, stap: int, aantal: int) -> "Overlegstand":
        """Geef de stand bij een andere stap, binnen het aantal stappen dat er is."""
        return replace(self, stap=min(max(stap, 0), max(aantal - 1, 0)))

    def met(self, watals: Watals) -> "Overlegstand":
        """Geef de stand met een verandering erbij; wat gelijk blijft is geen verandering."""
        if watals == self.watals:
            return self
        return replace(self, watals=watals, eerder=(*self.eerder, self.watals)[-_ONTHOUDEN:])

    def terug(self) -> "Overlegstand":
        """Geef de stand van één stap terug: de laatste verandering, anders de vorige stap."""
        if not self.eerder:
            return replace(self, stap=max(self.stap - 1, 0))
        return replace(self, watals=self.eerder[-1], eerder=self.eerder[:-1])


def stand_van_sessie() -> Overlegstand:
    """Geef de stand van het overleg in deze sessie."""
    stand: Overlegstand = st.session_state.get(_SLEUTEL, Overlegstand())
    return stand


def bewaar_stand(stand: Overlegstand) -> Overlegstand:
    """Maak dit de stand van het overleg in deze sessie."""
    st.session_state[_SLEUTEL] = stand
    return stand
