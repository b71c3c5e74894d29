"""``locatieplanner app``: het scherm starten."""

import webbrowser
from typing import Annotated

import typer

from locatieplanner.cli import server
from locatieplanner.cli.opties import GEEN_WAARDE
from locatieplanner.cli.weergave import meld, toon


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
) -> None:
    """Start het scherm in de browser."""
    keuze = server.kies_poort(adres, poort)
    if not server.is_lokaal(adres):
        meld(
            f"Let op: op {adres} kan iedereen in het netwerk erbij. "
            f"Met --adres {server.LOKAAL} bent u de enige."
        )

    def klaar(webadres: str) -> None:
        toon(f"locatieplanner staat op {webadres} (stoppen: Ctrl+C)")
        if open_:
            webbrowser.open(webadres)

    server.draai(adres, keuze, klaar)
