"""``locatieplanner database``: op niveau brengen, reservekopie, terugzetten en nakijken."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from locatieplanner.cli.opdracht import PROBLEMEN
from locatieplanner.cli.opties import Json
from locatieplanner.cli.plan import Overschrijf
from locatieplanner.cli.weergave import Kop, toon, toon_json, toon_tabel


def database_migreer() -> None:
    """Breng de database op het niveau van dit programma; maak haar zo nodig.

    Maak van een PostgreSQL-database eerst een reservekopie. Van een SQLite-bestand komt er zelf een
    kopie naast te staan.
    """
    from locatieplanner.opslag.database import breng_op_niveau, verbind

    with verbind() as database:
        stappen = breng_op_niveau(database)
        waar, niveau = database.waar, database.niveau()
    gezet = f"gezet: {', '.join(stappen)}" if stappen else "er was niets te doen"
    toon(f"De database ({waar}) is op niveau {niveau}; {gezet}.")


def database_reservekopie(
    bestand: Annotated[
        Path,
        typer.Argument(
            help="Waar zij komt. Op .zip is zij op elke database terug te zetten; anders is het "
            "een SQLite-bestand.",
            metavar="BESTAND",
        ),
    ],
    overschrijf: Overschrijf = False,
) -> None:
    """Maak een reservekopie, terwijl anderen doorwerken.

    Er staan ook beschermde locaties in: bewaar haar waar alleen beheerders bij kunnen.
    """
    from locatieplanner.opslag.database import open_database
    from locatieplanner.opslag.reservekopie import maak_reservekopie

    with open_database() as database:
        maak_reservekopie(database, bestand, overschrijf=overschrijf)
    toon(f"Geschreven: {bestand}")


def database_herstel(
    bestand: Annotated[Path, typer.Argument(help="De reservekopie.", metavar="BESTAND")],
    overschrijf: Annotated[
        bool,
        typer.Option(
            "--overschrijf",
            help="Ook als er al plannen in de database staan; van wat er staat komt eerst een "
            "kopie.",
            metavar="",
        ),
    ] = False,
) -> None:
    """Zet een reservekopie terug; zij wordt eerst helemaal nagekeken."""
    from locatieplanner.opslag.reservekopie import herstel

    kopie = herstel(None, bestand, overschrijf=overschrijf)
    toon(f"Teruggezet: {bestand}")
    if kopie is not None:
        toon(f"Wat er stond, staat in {kopie}")


def database_controleer(json: Json = False) -> None:
    """Kijk de database na: is zij heel, en klopt elk logboek met wat er staat?"""
    from locatieplanner.opslag.controle import controleer
    from locatieplanner.opslag.database import verbind
    from locatieplanner.rapport.json_uitvoer import json_tekst

    with verbind() as database:
        bevindingen = controleer(database)
    if json:
        toon_json(json_tekst([asdict(bevinding) for bevinding in bevindingen]))
    else:
        toon_tabel(
            (Kop("wat"), Kop("uitkomst"), Kop("gevonden")),
            ((b.wat, "in orde" if b.in_orde else "FOUT", b.tekst) for b in bevindingen),
        )
    if not all(bevinding.in_orde for bevinding in bevindingen):
        raise typer.Exit(PROBLEMEN)
