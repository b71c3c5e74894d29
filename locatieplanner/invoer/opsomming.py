"""Namen noemen en raden wat iemand bedoelde, voor in een melding."""

import difflib
from collections.abc import Iterable, Sequence

from locatieplanner.domein.notatie import getal


def aangehaald(namen: Iterable[str]) -> list[str]:
    """Zet namen tussen aanhalingstekens."""
    return [f"'{naam}'" for naam in namen]


def eerste(woorden: Sequence[str], maximum: int) -> str:
    """Noem de eerste woorden, en hoeveel er nog zijn.

    >>> eerste(["a", "b", "c"], 2)
    'a, b en nog 1'
    """
    rest = len(woorden) - maximum
    return ", ".join(woorden[:maximum]) + (f" en nog {getal(rest)}" if rest > 0 else "")


def lijkt_op(gegeven: str, bekende: Sequence[str], gelijkenis: float = 0.6) -> str:
    """Geef het bekende woord dat het meest op het gegevene lijkt; leeg als niets erop lijkt."""
    dichtbij = difflib.get_close_matches(gegeven, bekende, n=1, cutoff=gelijkenis)
    return dichtbij[0] if dichtbij else ""


def kies_uit(voorstel: str, bekende: str) -> str:
    """Zeg waaruit te kiezen is, met een voorstel als dat er is.

    >>> kies_uit("'rol'", "azc, rol")
    "bedoelt u 'rol'? Kies uit azc, rol"
    """
    return f"bedoelt u {voorstel}? Kies uit {bekende}" if voorstel else f"kies uit {bekende}"
