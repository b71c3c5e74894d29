"""Begrippen en verantwoording: woorden die uitleg vragen, en wat het programma over zich zegt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Begrip:
    """Een woord met zijn uitleg.

    Parameters
    ----------
    naam : str
        Het woord.
    uitleg : str
        Wat het hier betekent, in gewone woorden.
    bron : str
        Wie het zo gebruikt.
    """

    naam: str
    uitleg: str
    bron: str


@dataclass(frozen=True)
class Rubriek:
    """Een deel van de verantwoording.

    Parameters
    ----------
    id : str
        Korte naam: ``grenzen``.
    naam : str
        De kop.
    punten : tuple of str
        Wat er te zeggen is, een zin of twee per punt.
    """

    id: str
    naam: str
    punten: tuple[str, ...]
