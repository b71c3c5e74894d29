"""``locatieplanner sjabloon``: een leeg bestand om zelf in te vullen."""

from pathlib import Path
from typing import Annotated

import typer

from locatieplanner.cli.weergave import toon
from locatieplanner.fouten import UitvoerFout


def sjabloon(
    pad: Annotated[
        Path,
        typer.Argument(help="Waar het sjabloon komt (.csv).", metavar="PAD", show_default=False),
    ],
) -> None:
    """Schrijf een sjabloon met voorbeeldrijen om kandidaten in te vullen."""
    from locatieplanner.bronnen.tabellen import lees_aandachtsgroepen
    from locatieplanner.invoer.sjabloon import sjabloon_csv
    from locatieplanner.rapport.uitvoer import schrijf_bytes

    if pad.suffix.lower() != ".csv":
        raise UitvoerFout(
            f"Het sjabloon is een CSV; noem het bijvoorbeeld {pad.with_suffix('.csv')}."
        )
    if pad.exists():
        # Hier kan het werk van iemand in staan.
        raise UitvoerFout(f"{pad} bestaat al. Kies een andere naam.")
    schrijf_bytes(sjabloon_csv(lees_aandachtsgroepen()), pad)
    toon(f"Geschreven: {pad}")
