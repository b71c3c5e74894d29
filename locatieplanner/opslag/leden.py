"""Wie er in een project werkt: leden, rollen en uitnodigingen."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout, ToegangFout
from locatieplanner.opslag.beheerlog import Beheerregel, lees_beheer, schrijf_beheer
from locatieplanner.opslag.canoniek import afdruk
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.projecten import houd_vast
from locatieplanner.opslag.tabellen import Lid as Rij
from locatieplanner.opslag.tabellen import Uitnodiging as Uitnodigingsrij
from locatieplanner.opslag.toegang import eis
from locatieplanner.opslag.vastleggen import nu

GELDIG_DAGEN = 7
"""Zo lang is een uitnodiging te gebruiken."""

_ONGELDIG = (
    "Deze uitnodiging is niet (meer) te gebruiken: zij is al gebruikt, ingetrokken of verlopen. "
    "Vraag de beheerder van het project om een nieuwe."
)


@dataclass(frozen=True)
class Lid:
    """Iemand die in een project werkt."""

    subject: str
    naam: str
    rol: Projectrol


@dataclass(frozen=True)
class Uitnodiging:
    """Een uitnodiging die nog te gebruiken is.

    Parameters
    ----------
    kenmerk : str
        Waaraan zij te herkennen is om haar in te trekken; de sleutel zelf is niet te achterhalen.
    rol : Projectrol
        Wat wie haar gebruikt wordt.
    door : str
        Wie haar maakte.
    verloopt : str
        Tot wanneer, ISO 8601 in UTC.
    """

    kenmerk: str
    rol: Projectrol
    door: str
    verloopt: str


def leden(database: Database, gebruiker: Gebruiker, project: str) -> tuple[Lid, ...]:
    """Geef de leden van een project, op naam; alleen voor een beheerder.

    Wie een rol uit haar aanmelding heeft, staat er niet bij.

    Raises
    ------
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    with database.lezen() as verbinding:
        eis(verbinding, gebruiker, project, Projectrol.BEHEERDER)
        rijen = verbinding.execute(
            select(Rij.subject, Rij.naam, Rij.rol)
            .where(Rij.project_id == project)
            .order_by(Rij.naam, Rij.subject)
        )
        return tuple(Lid(subject, naam, Projectrol(rol)) for subject, naam, rol in rijen)


def zet_rol(
    database: Database, gebruiker: Gebruiker, project: str, subject: str, rol: Projectrol | None
) -> None:
    """Geef een lid een andere rol; None haalt haar uit het project.

    Raises
    ------
    PlanFout
        Als zij geen lid is, of er zo geen beheerder overblijft.
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    with database.schrijven() as verbinding:
        eis(verbinding, gebruiker, project, Projectrol.BEHEERDER)
        houd_vast(verbinding, project)
        lid = verbinding.execute(
            select(Rij.naam, Rij.rol).where(Rij.project_id == project, Rij.subject == subject)
        ).one_or_none()
        if lid is None:
            raise PlanFout("Deze persoon is geen lid (meer) van het project.")
        if lid.rol == Projectrol.BEHEERDER and rol is not Projectrol.BEHEERDER:
            _eis_andere_beheerder(verbinding, project, subject)
        wie = (Rij.project_id == project, Rij.subject == subject)
        if rol is None:
            verbinding.execute(delete(Rij).where(*wie))
            wat = f"haalde {lid.naam} uit het project"
        else:
            verbinding.execute(update(Rij).where(*wie).values(rol=int(rol)))
            wat = f"maakte {lid.naam} {rol} (was {Projectrol(lid.rol)})"
        schrijf_beheer(verbinding, project, gebruiker, wat)


def nodig_uit(
    database: Database,
    gebruiker: Gebruiker,
    project: str,
    rol: Projectrol,
    dagen: int = GELDIG_DAGEN,
) -> str:
    """Maak een uitnodiging en geef haar sleutel, die maar één keer te zien en te gebruiken is.

    Raises
    ------
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    sleutel = secrets.token_urlsafe(32)
    verloopt = datetime.now(UTC) + timedelta(days=dagen)
    with database.schrijven() as verbinding:
        eis(verbinding, gebruiker, project, Projectrol.BEHEERDER)
        houd_vast(verbinding, project)
        verbinding.execute(
            insert(Uitnodigingsrij),
            {
                "sleutel_sha256": afdruk(sleutel), "project_id": project, "rol": int(rol),
                "door": gebruiker.naam, "gemaakt": nu(),
                "verloopt": verloopt.isoformat(timespec="microseconds"),
            },
        )  # fmt: skip
        schrijf_beheer(verbinding, project, gebruiker, f"nodigde een {rol} uit")
    return sleutel


def neem_aan(database: Database, gebruiker: Gebruiker, sleutel: str) -> str:
    """Gebruik een uitnodiging en geef het project; een hogere rol die men al had, blijft.

    Raises
    ------
    ToegangFout
        Als de uitnodiging er niet (meer) is.
    OpslagFout
        Bij een storing.
    """
    met_deze = Uitnodigingsrij.sleutel_sha256 == afdruk(sleutel)
    with database.schrijven() as verbinding:
        # Eerst gebruiken, dan kijken: van twee tegelijk lukt het er één.
        gelukt = verbinding.execute(
            update(Uitnodigingsrij)
            .where(met_deze, Uitnodigingsrij.gebruikt.is_(None), Uitnodigingsrij.verloopt > nu())
            .values(gebruikt=nu(), gebruikt_door=gebruiker.subject)
        ).rowcount
        if gelukt != 1:
            raise ToegangFout(_ONGELDIG)
        project, gegeven = verbinding.execute(
            select(Uitnodigingsrij.project_id, Uitnodigingsrij.rol).where(met_deze)
        ).one()
        houd_vast(verbinding, project)
        wie = (Rij.project_id == project, Rij.subject == gebruiker.subject)
        had = verbinding.scalar(select(Rij.rol).where(*wie))
        rol = Projectrol(max(gegeven, had or 0))
        if had is None:
            verbinding.execute(
                insert(Rij),
                {
                    "project_id": project, "subject": gebruiker.subject, "naam": gebruiker.naam,
                    "rol": int(rol),
                },
            )  # fmt: skip
        else:
            verbinding.execute(update(Rij).where(*wie).values(rol=int(rol), naam=gebruiker.naam))
        schrijf_beheer(verbinding, project, gebruiker, f"werd {rol} met een uitnodiging")
    return str(project)


def uitnodigingen(
    database: Database, gebruiker: Gebruiker, project: str
) -> tuple[Uitnodiging, ...]:
    """Geef de uitnodigingen die nog te gebruiken zijn, alleen voor een beheerder.

    Raises
    ------
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    rij = Uitnodigingsrij
    with database.lezen() as verbinding:
        eis(verbinding, gebruiker, project, Projectrol.BEHEERDER)
        rijen = verbinding.execute(
            select(rij.sleutel_sha256, rij.rol, rij.door, rij.verloopt)
            .where(rij.project_id == project, rij.gebruikt.is_(None), rij.verloopt > nu())
            .order_by(rij.gemaakt)
        )
        return tuple(Uitnodiging(k, Projectrol(rol), door, tot) for k, rol, door, tot in rijen)


def trek_in(database: Database, gebruiker: Gebruiker, project: str, kenmerk: str) -> None:
    """Trek een uitnodiging in.

    Raises
    ------
    PlanFout
        Als zij er niet (meer) is.
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    with database.schrijven() as verbinding:
        eis(verbinding, gebruiker, project, Projectrol.BEHEERDER)
        houd_vast(verbinding, project)
        weg = verbinding.execute(
            delete(Uitnodigingsrij).where(
                Uitnodigingsrij.sleutel_sha256 == kenmerk,
                Uitnodigingsrij.project_id == project,
                Uitnodigingsrij.gebruikt.is_(None),
            )
        ).rowcount
        if weg != 1:
            raise PlanFout("Deze uitnodiging is er niet meer: gebruikt of al ingetrokken.")
        schrijf_beheer(verbinding, project, gebruiker, "trok een uitnodiging in")


def beheerlogboek(
    database: Database, gebruiker: Gebruiker, project: str
) -> tuple[Beheerregel, ...]:
    """Geef wie welke rol kreeg en van wie, het nieuwste eerst; alleen voor een beheerder.

    Raises
    ------
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    with database.lezen() as verbinding:
        eis(verbinding, gebruiker, project, Projectrol.BEHEERDER)
        return tuple(reversed(lees_beheer(verbinding, project)))


def _eis_andere_beheerder(verbinding: Connection, project: str, subject: str) -> None:
    anderen = verbinding.scalars(
        select(Rij.subject).where(
            Rij.project_id == project,
            Rij.subject != subject,
            Rij.rol == int(Projectrol.BEHEERDER),
        )
    ).all()
    if not anderen:
        raise PlanFout("Zo blijft er geen beheerder over. Maak eerst iemand anders beheerder.")
