"""Wat de opdrachten over plannen delen: de database openen en een plan vinden."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.fouten import PlanFout

if TYPE_CHECKING:
    from locatieplanner.opslag.database import Database
    from locatieplanner.opslag.planversie import Plankop

KORT = 8
"""Zoveel tekens van een sleutel staan er in een lijst; daarmee is een plan te noemen."""

Planaanduiding = Annotated[
    str,
    typer.Argument(
        help="Het plan: zijn naam, of het begin van zijn sleutel (zie plan lijst).",
        metavar="PLAN",
        show_default=False,
    ),
]
Projectkeuze = Annotated[
    str | None,
    typer.Option(
        "--project",
        help="Naam of sleutel van het project; zonder het eerste.",
        metavar="PROJECT",
    ),
]
Reden = Annotated[
    str,
    typer.Option("--waarom", help="De reden, voor het logboek.", metavar="TEKST"),
]


@contextmanager
def geopend() -> Iterator[Database]:
    """Open de database waar `LOCATIEPLANNER_DATABASE` naar wijst, of die van de gebruiker.

    Raises
    ------
    OpslagFout
        Als zij niet te openen is.
    """
    from locatieplanner.opslag.database import open_database

    with open_database() as database:
        yield database


def vind_plan(database: Database, aanduiding: str) -> Plankop:
    """Geef het plan met deze naam of sleutel, ook uit het archief.

    Raises
    ------
    PlanFout
        Als er geen of meer dan één plan zo heet.
    """
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.opslag.plannen import plannen

    alle = plannen(database, PLAATSELIJK, ook_archief=True)
    genoemd = aanduiding.strip()
    passend = [plan for plan in alle if genoemd and plan.id.startswith(genoemd.lower())]
    passend = passend or [p for p in alle if p.naam.casefold() == genoemd.casefold()]
    if len(passend) == 1:
        return passend[0]
    if passend:
        sleutels = ", ".join(plan.id[:KORT] for plan in passend)
        raise PlanFout(
            f"Er zijn {len(passend)} plannen '{genoemd}'. Noem het begin van de sleutel: "
            f"{sleutels}."
        )
    raise PlanFout(
        f"Er is geen plan '{genoemd}'. Welke er zijn, staat in: locatieplanner plan lijst --archief"
    )


def vind_project(database: Database, aanduiding: str | None) -> str:
    """Geef de sleutel van het project met deze naam of sleutel; zonder aanduiding het eerste.

    Raises
    ------
    PlanFout
        Als er geen of meer dan één project zo heet.
    """
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.opslag.projecten import eerste_project, projecten

    if aanduiding is None:
        return eerste_project(database, PLAATSELIJK).id
    alle = projecten(database, PLAATSELIJK)
    genoemd = aanduiding.strip()
    passend = [
        p for p in alle if p.id == genoemd.lower() or p.naam.casefold() == genoemd.casefold()
    ]
    if len(passend) != 1:
        namen = ", ".join(f"{p.naam} ({p.id})" for p in alle) or "geen"
        raise PlanFout(f"Er is niet één project '{genoemd}'. Projecten: {namen}.")
    return passend[0].id


def moment(iso: str) -> str:
    """Geef een moment in UTC in de tijd van deze computer: ``25-11-2026 20:14``."""
    from datetime import datetime

    hier = datetime.fromisoformat(iso).astimezone()
    return f"{hier.day}-{hier.month}-{hier.year} {hier:%H:%M}"
