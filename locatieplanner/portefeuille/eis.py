"""Een eis: een regel van de opdracht waar een portefeuille zich aan houdt, en die te lossen is."""

from dataclasses import dataclass
from enum import StrEnum


class Eissoort(StrEnum):
    """De soorten eisen, van het makkelijkst naar het moeilijkst te lossen."""

    EVENREDIG = "evenredig deel"
    AANTAL = "locaties per gemeente"
    AFSTAND = "afstand tussen locaties"
    AFSTAND_OPVANG = "afstand tot bestaande opvang"
    OMVANG = "grote locaties"
    MIX = "mix per gemeente"
    BUDGET = "budget"
    MAAND = "beschikbaar in de maand"
    BEZETTING = "kleinste bezetting"
    DOEL = "ten hoogste het doel"
    ZONDER = "uitgesloten in de opdracht"
    VAST = "vastgezet in de opdracht"


@dataclass(frozen=True)
class Eis:
    """Een eis zoals een lezer haar kent.

    Parameters
    ----------
    soort : Eissoort
        Wat voor eis het is.
    waar : str
        De gemeentecode, de provincie of het id waar zij over gaat; leeg als zij overal geldt.
    zin : str
        De eis in woorden, zoals "ten hoogste 150 % van het evenredige deel in Sluis".
    """

    soort: Eissoort
    waar: str
    zin: str
