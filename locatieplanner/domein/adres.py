"""Adressen: wat er bij een adres gevonden is, en wie dat kan vinden."""

from dataclasses import dataclass
from typing import Protocol

from shapely import Point


@dataclass(frozen=True)
class Vondst:
    """Een plek die bij een vraag gevonden is.

    Parameters
    ----------
    id : str
        Kenmerk bij de dienst.
    weergavenaam : str
        Het adres of de plaats, voluit.
    soort : str
        Wat het is: ``adres``, ``weg``, ``woonplaats`` en wat de dienst verder kent.
    punt : Point
        De plek, RD.
    score : float
        Hoe goed de dienst haar vindt passen; alleen binnen één antwoord te vergelijken.
    straat, huisnummer, postcode, plaats : str, optional
        De delen van een adres; ``huisnummer`` met letter en toevoeging, zoals ``12A-2``.
    """

    id: str
    weergavenaam: str
    soort: str
    punt: Point
    score: float
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""


class Adreszoeker(Protocol):
    """Wie adressen kan opzoeken."""

    @property
    def naam(self) -> str:
        """Naam van de dienst, voor meldingen."""
        ...

    def zoek(self, vraag: str) -> tuple[Vondst, ...]:
        """Zoek een adres.

        Parameters
        ----------
        vraag : str
            Het adres zoals iemand het schrijft.

        Returns
        -------
        tuple of Vondst
            De adressen die erop lijken, de beste eerst; leeg als er geen zijn.

        Raises
        ------
        DienstFout
            Als er niet gezocht kan worden.
        """
        ...
