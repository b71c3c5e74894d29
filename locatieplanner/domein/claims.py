"""Van een aanmelding naar een gebruiker: welke waarde in de aanmelding welke rol geeft."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from locatieplanner.domein.gebruiker import ELK_PROJECT, Gebruiker, Projectrol
from locatieplanner.fouten import ToegangFout

VARIABELE = "LOCATIEPLANNER_ROLLEN"
"""Omgevingsvariabele met de regeling, zie `Rolregeling.lees`."""

_VOORBEELD = "groups: planners=planner; beheer=beheerder; wethouders=lezer@3f2a…"


@dataclass(frozen=True)
class Rolregeling:
    """Welke waarde van welk veld in de aanmelding welke rol geeft.

    Parameters
    ----------
    veld : str
        Naam van het veld, zoals ``groups`` of ``roles``.
    rollen : tuple of (waarde, project, Projectrol)
        Per waarde het project (of `ELK_PROJECT`) en de rol.
    """

    veld: str = ""
    rollen: tuple[tuple[str, str, Projectrol], ...] = ()

    @classmethod
    def lees(cls, tekst: str) -> "Rolregeling":
        """Lees een regeling zoals ``groups: planners=planner; wethouders=lezer@PROJECT``.

        Zonder ``@PROJECT`` geldt de rol in elk project. Een lege tekst geeft niemand een rol.

        Raises
        ------
        ToegangFout
            Als de tekst geen regeling is.
        """
        if not tekst.strip():
            return cls()
        veld, teken, rest = (deel.strip() for deel in tekst.partition(":"))
        rollen = []
        for deel in filter(None, (stuk.strip() for stuk in rest.split(";"))):
            gevonden = re.fullmatch(r"(.+?)\s*=\s*(\w+)(?:@(\S+))?", deel)
            rol = Projectrol.lees(gevonden.group(2)) if gevonden else None
            if gevonden is None or rol is None:
                raise _onleesbaar(deel)
            rollen.append((gevonden.group(1), gevonden.group(3) or ELK_PROJECT, rol))
        if not teken or not veld or not rollen:
            raise _onleesbaar(tekst)
        return cls(veld, tuple(rollen))

    def gebruiker(self, claims: Mapping[str, object]) -> Gebruiker:
        """Maak de gebruiker van wat de aanmelding van haar zegt.

        Raises
        ------
        ToegangFout
            Als de aanmelding niet zegt wie het is.
        """
        subject = claims.get("sub")
        if not isinstance(subject, str) or not subject or len(subject) > 255:
            raise ToegangFout(
                "De aanmelding zegt niet wie u bent. Meld u opnieuw aan, of vraag de beheerder de "
                "aanmelding na te kijken."
            )
        naam = next(
            (
                str(claims[veld])
                for veld in ("name", "preferred_username", "email")
                if claims.get(veld)
            ),
            subject,
        )
        gegeven = claims.get(self.veld, ()) if self.veld else ()
        waarden = {gegeven} if isinstance(gegeven, str) else _teksten(gegeven)
        rollen = tuple((project, rol) for waarde, project, rol in self.rollen if waarde in waarden)
        schoon = " ".join("".join(t if t.isprintable() else " " for t in naam).split())
        return Gebruiker(subject, schoon[:200] or subject[:200], rollen)


def _teksten(waarde: object) -> set[str]:
    """De teksten in een lijst; wat anders is telt niet."""
    if not isinstance(waarde, list | tuple | set | frozenset):
        return set()
    return {deel for deel in waarde if isinstance(deel, str)}


def _onleesbaar(deel: str) -> ToegangFout:
    return ToegangFout(
        f"{VARIABELE} is niet te lezen bij '{deel[:60]}'. Schrijf bijvoorbeeld \"{_VOORBEELD}\"; "
        f"rollen zijn {', '.join(map(str, Projectrol))}."
    )
