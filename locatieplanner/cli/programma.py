"""Het programma op de opdrachtregel: alle opdrachten bij elkaar."""

from typing import Annotated

import typer

from locatieplanner import __version__
from locatieplanner.cli.app import app
from locatieplanner.cli.beoordeel import beoordeel
from locatieplanner.cli.controleer import controleer
from locatieplanner.cli.database import (
    database_controleer,
    database_herstel,
    database_migreer,
    database_reservekopie,
)
from locatieplanner.cli.flexwonen import flexwonen
from locatieplanner.cli.keten import keten
from locatieplanner.cli.lagen import lagen_controleer, lagen_lijst
from locatieplanner.cli.opdracht import FOUTOPSPORING, Opdracht, Opdrachtengroep
from locatieplanner.cli.opgave import opgave
from locatieplanner.cli.opties import GEEN_WAARDE
from locatieplanner.cli.plan import (
    plan_exporteer,
    plan_importeer,
    plan_lijst,
    plan_maak,
    plan_toon,
    plan_vergelijk,
)
from locatieplanner.cli.portefeuille import portefeuille
from locatieplanner.cli.rapport import rapport
from locatieplanner.cli.robuustheid import robuustheid
from locatieplanner.cli.sjabloon import sjabloon
from locatieplanner.cli.taakstelling import taakstelling
from locatieplanner.cli.verdeel import verdeel
from locatieplanner.cli.ververs import lagen_ververs
from locatieplanner.cli.weergave import toon
from locatieplanner.cli.zoekgebieden import zoekgebieden

programma = typer.Typer(
    name="locatieplanner",
    cls=Opdrachtengroep,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
lagen = typer.Typer(
    name="lagen",
    help="Bekijk, controleer en ververs de lagen.",
    cls=Opdrachtengroep,
    no_args_is_help=True,
)

plan = typer.Typer(
    name="plan",
    help="Bewaar plannen, bekijk hun geschiedenis en geef ze door.",
    cls=Opdrachtengroep,
    no_args_is_help=True,
)
database = typer.Typer(
    name="database",
    help="Beheer de database met plannen.",
    cls=Opdrachtengroep,
    no_args_is_help=True,
)


def _versie(toon_versie: bool) -> None:
    if toon_versie:
        toon(f"locatieplanner {__version__}")
        raise typer.Exit


@programma.callback()
def _begin(
    versie: Annotated[
        bool,
        typer.Option(
            "--versie",
            help="Toont de versie.",
            callback=_versie,
            is_eager=True,
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    foutopsporing: Annotated[
        bool,
        typer.Option(
            FOUTOPSPORING,
            help="Toont bij een fout waar in het programma zij ontstond.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
) -> None:
    """Beoordeel locaties voor opvang en huisvesting van aandachtsgroepen."""


programma.command("app", cls=Opdracht)(app)
programma.command("beoordeel", cls=Opdracht)(beoordeel)
programma.command("controleer", cls=Opdracht)(controleer)
programma.command("flexwonen", cls=Opdracht)(flexwonen)
programma.command("keten", cls=Opdracht)(keten)
programma.command("opgave", cls=Opdracht)(opgave)
programma.command("portefeuille", cls=Opdracht)(portefeuille)
programma.command("rapport", cls=Opdracht)(rapport)
programma.command("robuustheid", cls=Opdracht)(robuustheid)
programma.command("sjabloon", cls=Opdracht)(sjabloon)
programma.command("taakstelling", cls=Opdracht)(taakstelling)
programma.command("verdeel", cls=Opdracht)(verdeel)
programma.command("zoekgebieden", cls=Opdracht)(zoekgebieden)
lagen.command("lijst", cls=Opdracht)(lagen_lijst)
lagen.command("controleer", cls=Opdracht)(lagen_controleer)
lagen.command("ververs", cls=Opdracht)(lagen_ververs)
programma.add_typer(lagen)
plan.command("lijst", cls=Opdracht)(plan_lijst)
plan.command("maak", cls=Opdracht)(plan_maak)
plan.command("toon", cls=Opdracht)(plan_toon)
plan.command("vergelijk", cls=Opdracht)(plan_vergelijk)
plan.command("exporteer", cls=Opdracht)(plan_exporteer)
plan.command("importeer", cls=Opdracht)(plan_importeer)
programma.add_typer(plan)
database.command("migreer", cls=Opdracht)(database_migreer)
database.command("reservekopie", cls=Opdracht)(database_reservekopie)
database.command("herstel", cls=Opdracht)(database_herstel)
database.command("controleer", cls=Opdracht)(database_controleer)
programma.add_typer(database)
