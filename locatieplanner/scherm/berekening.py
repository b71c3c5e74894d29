"""Een berekening op de achtergrond: zij gaat door terwijl de gebruiker verder werkt.

Elke sessie heeft er hoogstens een. Verdwijnt de sessie, dan stopt het rekenen: wie rekent, houdt de
`Berekening` zelf niet vast, en als niemand haar meer vasthoudt vraagt zij om te stoppen.
"""

import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from locatieplanner.fouten import Afgebroken
from locatieplanner.portefeuille.voortgang import Toezicht, Voortgang

_TEGELIJK = 2
"""Zoveel berekeningen lopen er tegelijk; wie later komt, wacht op zijn beurt."""

_T = TypeVar("_T")


@dataclass
class _Bord:
    """Waar de rekendraad op schrijft en het scherm van leest."""

    laatste: Voortgang | None = None


class Berekening(Generic[_T]):
    """Een berekening die loopt of liep.

    Parameters
    ----------
    reken : callable
        Rekent met een `Toezicht`; mag niets van Streamlit aanroepen.
    draden : ThreadPoolExecutor
        Waar zij loopt.
    """

    def __init__(self, reken: Callable[[Toezicht], _T], draden: ThreadPoolExecutor) -> None:
        bord = _Bord()
        toezicht = Toezicht(meld=lambda voortgang: setattr(bord, "laatste", voortgang))
        self._bord = bord
        self._stop = toezicht.stop
        self._begonnen = time.monotonic()
        self._antwoord: Future[_T] = draden.submit(_begin, reken, toezicht)
        weakref.finalize(self, toezicht.stop.set)

    @property
    def bezig(self) -> bool:
        """Of zij nog loopt of op haar beurt wacht."""
        return not self._antwoord.done()

    @property
    def wacht(self) -> bool:
        """Of zij nog op haar beurt wacht."""
        return not (self._antwoord.running() or self._antwoord.done())

    @property
    def voortgang(self) -> Voortgang | None:
        """Wat zij het laatst meldde."""
        return self._bord.laatste

    @property
    def seconden(self) -> float:
        """Hoe lang geleden zij gevraagd is."""
        return time.monotonic() - self._begonnen

    def breek_af(self) -> None:
        """Vraag haar te stoppen; wat er is, blijft zoals het was."""
        self._stop.set()
        self._antwoord.cancel()

    def antwoord(self) -> _T:
        """Geef het antwoord van een berekening die klaar is.

        Raises
        ------
        Afgebroken
            Als zij afgebroken is.
        LocatieplannerFout
            Wat er bij het rekenen misging.
        """
        if self._antwoord.cancelled():
            raise Afgebroken("Het rekenen is afgebroken. Er is niets bewaard.")
        return self._antwoord.result()


def _begin(reken: Callable[[Toezicht], _T], toezicht: Toezicht) -> _T:
    toezicht.controleer()
    return reken(toezicht)


@st.cache_resource(show_spinner=False)
def _draden() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=_TEGELIJK, thread_name_prefix="berekening")


def begin(reken: Callable[[Toezicht], _T]) -> Berekening[_T]:
    """Begin te rekenen op de achtergrond van dit proces."""
    return Berekening(reken, _draden())
