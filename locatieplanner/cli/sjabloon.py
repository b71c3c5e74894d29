"""``locatieplanner sjabloon``: een bestand om zelf in te vullen."""

from pathlib import Path
from typing import Annotated

import typer

from locatieplanner.cli.doelen import kies_doelset
from locatieplanner.cli.weergave import toon
from locatieplanner.fouten import UitvoerFout


def sjabloon(
    pad: Annotated[
        Path,
        typer.Argument(help="Waar het sjabloon komt (.csv).", metavar="PAD", show_default=False),
    ],
    doelset: Annotated[
        str | None,
        typer.Option(
            help="Maak in plaats daarvan een sjabloon voor de doelen van deze doelset: alle "
            "provincies, met wat ingebouwd bekend is. Een lege status wordt gepubliceerd waar u "
            "een bron invult, en geschat waar niet; een rij zonder aantal verandert niets.",
            metavar="ID",
        ),
    ] = None,
) -> None:
    """Schrijf een sjabloon om kandidaten in te vullen, of de doelen van een doelset."""
    from locatieplanner.rapport.uitvoer import schrijf_bytes

    if pad.suffix.lower() != ".csv":
        raise UitvoerFout(
            f"Het sjabloon is een CSV; noem het bijvoorbeeld {pad.with_suffix('.csv')}."
        )
    if pad.exists():
        # Hier kan het werk van iemand in staan.
        raise UitvoerFout(f"{pad} bestaat al. Kies een andere naam.")
    schrijf_bytes(_kandidaten() if doelset is None else _doelen(doelset), pad)
    toon(f"Geschreven: {pad}")


def _kandidaten() -> bytes:
    from locatieplanner.bronnen.tabellen import lees_aandachtsgroepen
    from locatieplanner.invoer.sjabloon import sjabloon_csv

    return sjabloon_csv(lees_aandachtsgroepen())


def _doelen(doelset: str) -> bytes:
    from locatieplanner.bronnen.tabellen import lees_doelsets
    from locatieplanner.rapport.doeltabel import sjabloon_als_csv

    return sjabloon_als_csv(kies_doelset(lees_doelsets(), doelset))
