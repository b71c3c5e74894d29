"""Adressen opzoeken: de keuze ervoor, en de dienst die het doet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import GEEN_WAARDE
from locatieplanner.cli.weergave import meld

if TYPE_CHECKING:
    from locatieplanner.domein.adres import Adreszoeker

ZoekAdressen = Annotated[
    bool,
    typer.Option(
        "--zoek-adressen",
        help="Zoek adressen zonder coördinaten op bij PDOK (internet). Alleen het adres gaat "
        "daarheen.",
        metavar=GEEN_WAARDE,
    ),
]


@contextmanager
def adreszoeker(*, aan: bool) -> Iterator[Adreszoeker | None]:
    """Geef wie adressen opzoekt, en meld wie dat is; None als het uit staat.

    Raises
    ------
    LaagFout
        Als niet te lezen is waar de dienst staat.
    """
    if not aan:
        yield None
        return
    from locatieplanner.bronnen.hulpdiensten import LOCATIESERVER, lees_hulpdiensten
    from locatieplanner.bronnen.locatieserver import Locatieserver

    with Locatieserver(lees_hulpdiensten()[LOCATIESERVER]) as zoeker:
        meld(f"Adressen zonder coördinaten worden opgezocht bij {zoeker.naam}.")
        yield zoeker
