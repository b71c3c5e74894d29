"""De gebruiker: wie er werkt, en wat zij in een project mag."""

from dataclasses import dataclass
from enum import IntEnum

ELK_PROJECT = "*"
"""Staat in plaats van een project: de rol geldt in elk project."""


class Projectrol(IntEnum):
    """Wat iemand in een project mag; wie meer mag, mag ook alles daarvoor."""

    LEZER = 1
    PLANNER = 2
    BEHEERDER = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def lees(cls, woord: str) -> "Projectrol | None":
        """Geef de rol met deze naam, of None als er geen zo heet."""
        return next((rol for rol in cls if str(rol) == woord.strip().lower()), None)

    @property
    def uitleg(self) -> str:
        """De rol in één zin."""
        return {
            Projectrol.LEZER: "bekijkt plannen; beschermde locaties alleen per gemeente",
            Projectrol.PLANNER: "bekijkt en verandert plannen, met alle locaties",
            Projectrol.BEHEERDER: "planner die ook bepaalt wie er in het project werkt",
        }[self]


@dataclass(frozen=True)
class Gebruiker:
    """Wie er werkt.

    Parameters
    ----------
    subject : str
        Vaste sleutel van de gebruiker bij wie haar aanmeldt (``sub`` in OpenID Connect).
    naam : str
        Naam voor anderen in het project.
    rollen : tuple of (str, Projectrol), optional
        Rollen die de aanmelding meegeeft: id van een project of `ELK_PROJECT`, en de rol.
    plaatselijk : bool, optional
        Of dit de enige gebruiker van deze computer is, zonder aanmelding: beheerder van alles.
    """

    subject: str
    naam: str
    rollen: tuple[tuple[str, Projectrol], ...] = ()
    plaatselijk: bool = False

    def rol_uit_aanmelding(self, project: str) -> Projectrol | None:
        """Geef de hoogste rol die de aanmelding voor een project geeft, of None."""
        if self.plaatselijk:
            return Projectrol.BEHEERDER
        gegeven = (rol for wat, rol in self.rollen if wat in (project, ELK_PROJECT))
        return max(gegeven, default=None)


PLAATSELIJK = Gebruiker("plaatselijk", "deze computer", plaatselijk=True)
"""De gebruiker als er geen aanmelding is."""
