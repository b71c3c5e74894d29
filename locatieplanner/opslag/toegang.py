"""Wie wat mag: elke lees- en schrijfactie vraagt het hier, binnen haar eigen transactie."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import ToegangFout
from locatieplanner.opslag.tabellen import Lid, Plan

_GEEN_PLAN = (
    "Dit plan bestaat niet, of u hebt er geen toegang toe. Controleer de link, of vraag de "
    "beheerder van het project om een uitnodiging."
)
_GEEN_PROJECT = (
    "Dit project bestaat niet, of u hebt er geen toegang toe. Vraag de beheerder van het project "
    "om een uitnodiging."
)


PLANKOLOMMEN = (
    Plan.id,
    Plan.project_id,
    Plan.naam,
    Plan.gearchiveerd,
    Plan.nummer,
    Plan.hash,
    Plan.gewijzigd,
    Plan.door,
)
"""De kolommen van een `Planstand`, op haar volgorde."""


@dataclass(frozen=True)
class Planstand:
    """Waar een plan gebleven is, en wat de gebruiker ermee mag.

    Parameters
    ----------
    id, project, naam : str
        Sleutel, project en naam.
    gearchiveerd : bool
        Of het in het archief staat.
    nummer : int
        Nummer van de laatste gebeurtenis.
    hash : str
        Afdruk van de laatste gebeurtenis.
    gewijzigd, door : str
        Wanneer en door wie het laatst.
    rol : Projectrol
        Wat de gebruiker in dit project is.
    """

    id: str
    project: str
    naam: str
    gearchiveerd: bool
    nummer: int
    hash: str
    gewijzigd: str
    door: str
    rol: Projectrol


def rol_in(verbinding: Connection, gebruiker: Gebruiker, project: str) -> Projectrol | None:
    """Geef de rol van een gebruiker in een project: de hoogste van lidmaatschap en aanmelding."""
    eigen = verbinding.scalar(
        select(Lid.rol).where(Lid.project_id == project, Lid.subject == gebruiker.subject)
    )
    return hoogste_rol(eigen, gebruiker, project)


def eis(
    verbinding: Connection, gebruiker: Gebruiker, project: str, minstens: Projectrol
) -> Projectrol:
    """Geef de rol, als zij hoog genoeg is.

    Raises
    ------
    ToegangFout
        Als zij dat niet is; wie geen lid is, hoort niet of het project bestaat.
    """
    return _genoeg(rol_in(verbinding, gebruiker, project), minstens, _GEEN_PROJECT)


def plan_voor(
    verbinding: Connection,
    gebruiker: Gebruiker,
    plan: str,
    minstens: Projectrol,
    *,
    schrijf: bool = False,
) -> Planstand:
    """Geef waar een plan gebleven is, als de gebruiker het mag.

    Parameters
    ----------
    verbinding : Connection
        Binnen een transactie.
    gebruiker : Gebruiker
        Wie het vraagt.
    plan : str
        Sleutel van het plan.
    minstens : Projectrol
        De rol die daarvoor nodig is.
    schrijf : bool, optional
        Of er geschreven gaat worden: dan wacht een ander op dit plan tot deze transactie klaar is.

    Raises
    ------
    ToegangFout
        Als het plan er niet is of de gebruiker het niet mag.
    """
    vraag = (
        select(*PLANKOLOMMEN, Lid.rol)
        .outerjoin(
            Lid, and_(Lid.project_id == Plan.project_id, Lid.subject == gebruiker.subject)
        )
        .where(Plan.id == plan)
    )  # fmt: skip
    rij = verbinding.execute(vraag.with_for_update(of=Plan) if schrijf else vraag).one_or_none()
    if rij is None:
        raise ToegangFout(_GEEN_PLAN)
    rol = _genoeg(hoogste_rol(rij.rol, gebruiker, rij.project_id), minstens, _GEEN_PLAN)
    return Planstand(*rij[:-1], rol)


def hoogste_rol(eigen: int | None, gebruiker: Gebruiker, project: str) -> Projectrol | None:
    """Geef de hoogste van de rol als lid en die uit de aanmelding; None als er geen is."""
    rollen = [gebruiker.rol_uit_aanmelding(project)]
    if eigen is not None:
        rollen.append(Projectrol(eigen))
    return max((rol for rol in rollen if rol is not None), default=None)


def _genoeg(rol: Projectrol | None, minstens: Projectrol, onbekend: str) -> Projectrol:
    if rol is None:
        raise ToegangFout(onbekend)
    if rol < minstens:
        raise ToegangFout(
            f"Dit mag alleen een {minstens} van het project; u bent {rol}. Vraag de beheerder van "
            "het project om een andere rol."
        )
    return rol
