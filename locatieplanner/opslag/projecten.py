"""Projecten: waar plannen in staan en mensen samen in werken."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from locatieplanner.domein.gebruiker import ELK_PROJECT, Gebruiker, Projectrol
from locatieplanner.fouten import ToegangFout
from locatieplanner.opslag.beheerlog import schrijf_beheer
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.keuring import NAAM_TEKENS, schone_tekst
from locatieplanner.opslag.tabellen import Lid, Plan
from locatieplanner.opslag.tabellen import Project as Rij
from locatieplanner.opslag.toegang import rol_in
from locatieplanner.opslag.vastleggen import nieuwe_sleutel, nu

EERSTE_NAAM = "Mijn plannen"
"""Hoe het project van wie alleen werkt heet."""


@dataclass(frozen=True)
class Project:
    """Een project.

    Parameters
    ----------
    id, naam : str
        Sleutel en naam.
    rol : Projectrol
        Wat de gebruiker er is.
    plannen : int
        Hoeveel plannen er zijn, zonder het archief.
    """

    id: str
    naam: str
    rol: Projectrol
    plannen: int


def projecten(database: Database, gebruiker: Gebruiker) -> tuple[Project, ...]:
    """Geef de projecten waar de gebruiker bij mag, op naam.

    Raises
    ------
    OpslagFout
        Bij een storing.
    """
    aantallen = (
        select(Plan.project_id, func.count().label("aantal"))
        .where(Plan.gearchiveerd.is_(False))
        .group_by(Plan.project_id)
        .subquery()
    )
    vraag = (
        select(Rij.id, Rij.naam, func.coalesce(aantallen.c.aantal, 0))
        .outerjoin(aantallen, aantallen.c.project_id == Rij.id)
        .order_by(Rij.naam, Rij.id)
    )
    gevonden = []
    with database.lezen() as verbinding:
        for id_, naam, aantal in verbinding.execute(vraag).all():
            rol = rol_in(verbinding, gebruiker, id_)
            if rol is not None:
                gevonden.append(Project(id_, naam, rol, aantal))
    return tuple(gevonden)


def maak_project(database: Database, gebruiker: Gebruiker, naam: str) -> Project:
    """Maak een project; wie het maakt, is er beheerder.

    Raises
    ------
    ToegangFout
        Als de gebruiker niet van elk project beheerder is.
    PlanFout
        Als de naam niet te gebruiken is.
    OpslagFout
        Bij een storing.
    """
    if gebruiker.rol_uit_aanmelding(ELK_PROJECT) is not Projectrol.BEHEERDER:
        raise ToegangFout(
            "Een project maken mag alleen een beheerder van alle projecten. Vraag haar om er een "
            "te maken en u uit te nodigen."
        )
    schoon = schone_tekst(naam, "De naam van het project", NAAM_TEKENS, verplicht=True)
    with database.schrijven() as verbinding:
        return _maak(verbinding, gebruiker, schoon)


def eerste_project(database: Database, gebruiker: Gebruiker) -> Project:
    """Geef het eerste project van de gebruiker; wie alleen werkt, krijgt er zo nodig een.

    Raises
    ------
    ToegangFout
        Als de gebruiker in geen enkel project zit en er geen mag maken.
    OpslagFout
        Bij een storing.
    """
    gevonden = projecten(database, gebruiker)
    if gevonden:
        return gevonden[0]
    if not gebruiker.plaatselijk:
        raise ToegangFout(
            "U zit nog in geen enkel project. Vraag een beheerder om een uitnodiging."
        )
    with database.schrijven() as verbinding:
        # Een ander kan haar net gemaakt hebben; er hoort er maar één te zijn.
        rij = verbinding.execute(select(Rij.id, Rij.naam).order_by(Rij.gemaakt).limit(1)).first()
        if rij is None:
            return _maak(verbinding, gebruiker, EERSTE_NAAM)
        return Project(rij.id, rij.naam, Projectrol.BEHEERDER, 0)


def houd_vast(verbinding: Connection, project: str) -> None:
    """Laat een ander die in dit project iets wil beheren wachten tot deze transactie klaar is."""
    verbinding.execute(select(Rij.id).where(Rij.id == project).with_for_update())


def _maak(verbinding: Connection, gebruiker: Gebruiker, naam: str) -> Project:
    id_ = nieuwe_sleutel()
    verbinding.execute(insert(Rij), {"id": id_, "naam": naam, "gemaakt": nu()})
    if not gebruiker.plaatselijk:
        verbinding.execute(
            insert(Lid),
            {
                "project_id": id_, "subject": gebruiker.subject, "naam": gebruiker.naam,
                "rol": int(Projectrol.BEHEERDER),
            },
        )  # fmt: skip
    schrijf_beheer(verbinding, id_, gebruiker, f"maakte het project {naam}")
    return Project(id_, naam, Projectrol.BEHEERDER, 0)
