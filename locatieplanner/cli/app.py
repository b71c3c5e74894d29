"""``locatieplanner app``: het scherm starten."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from locatieplanner.cli import server
from locatieplanner.cli.aanmelding import lees_aanmelding
from locatieplanner.cli.opties import GEEN_WAARDE
from locatieplanner.cli.weergave import meld, toon
from locatieplanner.domein.netadres import is_lokaal
from locatieplanner.fouten import LocatieplannerFout


def app(
    poort: Annotated[
        int | None,
        typer.Option(
            help=f"Poort; zonder is het de eerste vrije vanaf {server.STANDAARDPOORT}.",
            metavar="GETAL",
            min=1,
            max=65535,
        ),
    ] = None,
    adres: Annotated[
        str,
        typer.Option(help="Adres waarop het scherm te bereiken is.", metavar="ADRES"),
    ] = server.LOKAAL,
    open_: Annotated[
        bool,
        typer.Option(
            "--open/--niet-open", help="Open het scherm meteen in de browser.", metavar=GEEN_WAARDE
        ),
    ] = False,
    aanmelding: Annotated[
        Path | None,
        typer.Option(
            help="Bestand met de aanmelding (OpenID Connect); zie docs/beheer.md.",
            metavar="BESTAND",
            envvar="LOCATIEPLANNER_AANMELDING",
        ),
    ] = None,
    zonder_aanmelding: Annotated[
        bool,
        typer.Option(
            "--zonder-aanmelding",
            help="Laat iedereen die erbij kan alles zien en veranderen, zonder aanmelding.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
) -> None:
    """Start het scherm in de browser."""
    bestand = None if aanmelding is None else lees_aanmelding(aanmelding)
    if bestand is None and not zonder_aanmelding and not is_lokaal(adres):
        raise LocatieplannerFout(
            f"Op {adres} kan iedereen in het netwerk erbij. Stel aanmelden in met --aanmelding, "
            f"gebruik --adres {server.LOKAAL} voor alleen uzelf, of zeg met --zonder-aanmelding "
            "dat iedereen alles mag."
        )
    keuze = server.kies_poort(adres, poort)
    if zonder_aanmelding and not is_lokaal(adres):
        meld(f"Let op: op {adres} kan iedereen in het netwerk alles zien en veranderen.")

    def klaar(webadres: str) -> None:
        toon(f"locatieplanner staat op {webadres} (stoppen: Ctrl+C)")
        if open_:
            webbrowser.open(webadres)

    server.draai(adres, keuze, klaar, aanmelding=bestand, zonder_aanmelding=zonder_aanmelding)
