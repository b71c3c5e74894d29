"""Aandachtsgroepen: voor wie een locatie is, als verdeling, nooit als lijst van mensen."""

from dataclasses import dataclass
from enum import StrEnum

from locatieplanner.domein.herkomst import Herkomst

STATUSHOUDERS = "statushouders"
"""Code van de groep die voor de taakstelling van een gemeente telt."""


class Rol(StrEnum):
    """De rol van een groep in een gemengde woonvorm."""

    KWETSBAAR = "kwetsbaar"
    DRAGEND = "dragend"


@dataclass(frozen=True)
class Aandachtsgroep:
    """Een groep bewoners.

    Parameters
    ----------
    code : str
        Korte code; de kolom in een bestand heet ``aandeel_<code>``.
    naam : str
        Naam voor de gebruiker.
    rol : Rol
        Kwetsbaar of dragend, voor de balans in het criterium mix.
    bezetting : float
        Personen per woning, om woningen in plaatsen om te rekenen.
    beschermd : bool
        Of de ligging van locaties voor deze groep alleen per gemeente gedeeld mag worden.
    herkomst : Herkomst
        Bron van de groep en status van de bezetting.
    """

    code: str
    naam: str
    rol: Rol
    bezetting: float
    beschermd: bool
    herkomst: Herkomst

    @property
    def kolom(self) -> str:
        """Kolom met het aandeel van deze groep, 0–1."""
        return f"aandeel_{self.code}"
