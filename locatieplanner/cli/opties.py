"""Gegevens en opties die meer dan één opdracht kent, zodat zij overal hetzelfde heten."""

from pathlib import Path
from typing import Annotated

import typer

GEEN_WAARDE = ""
"""Waarde in de hulp van een optie die alleen aan of uit staat."""

Kandidatenbestand = Annotated[
    Path,
    typer.Argument(
        help="Bestand met kandidaten: CSV, Excel, GeoPackage, GeoJSON, shapefile (zip) of "
        "GeoParquet.",
        metavar="BESTAND",
        show_default=False,
    ),
]
Doelsetkeuze = Annotated[
    str | None,
    typer.Option("--doelset", help="Doelset waartegen gerekend wordt.", metavar="ID"),
]
Gewichtenkeuze = Annotated[
    str | None,
    typer.Option(
        "--gewichten",
        help='Gewicht per criterium, zoals "spreiding=40;nabijheid=12,5"; wat ontbreekt telt '
        "niet. Zonder telt elk criterium even zwaar.",
        metavar="TEKST",
    ),
]
Parameterkeuze = Annotated[
    list[str] | None,
    typer.Option(
        "--parameter",
        help="Andere waarde voor een parameter; mag vaker gegeven worden.",
        metavar="ID=WAARDE",
        show_default=False,
    ),
]
Doelenbestand = Annotated[
    Path | None,
    typer.Option(
        "--doelen",
        help="Bestand met eigen doelen (CSV of Excel); van elke provincie daarin vervangen de "
        "rijen de ingebouwde. Begin met: locatieplanner sjabloon doelen.csv --doelset ID.",
        metavar="BESTAND",
    ),
]
GoedeRijen = Annotated[
    bool,
    typer.Option("--goede-rijen", help="Sla rijen met fouten over.", metavar=GEEN_WAARDE),
]
Json = Annotated[
    bool, typer.Option("--json", help="Geef JSON, voor machines.", metavar=GEEN_WAARDE)
]
