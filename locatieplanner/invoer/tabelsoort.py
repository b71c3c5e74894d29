"""Wat voor tabel er in een bestand verwacht wordt: kandidaten, of iets anders."""

from collections.abc import Callable
from dataclasses import dataclass

from locatieplanner.invoer.kolommen import is_bruikbaar


@dataclass(frozen=True)
class Tabelsoort:
    """Een soort tabel.

    Parameters
    ----------
    naam : str
        Wat erin staat, in het meervoud: in meldingen, en de naam van het werkblad.
    bruikbaar : callable
        Of de waarden van een kolom met deze naam ergens voor kunnen dienen; andere worden niet
        gelezen.
    """

    naam: str
    bruikbaar: Callable[[str], bool]


KANDIDATEN = Tabelsoort("kandidaten", is_bruikbaar)
"""De tabel die gelezen wordt als er niets anders gevraagd is."""
