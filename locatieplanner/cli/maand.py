"""Een maand bij een optie van de opdrachtregel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import pandas as pd


def lees_maand(tekst: str, optie: str) -> pd.Period:
    """Geef een maand zoals ``2027-07``.

    Parameters
    ----------
    tekst : str
        Wat er getypt is.
    optie : str
        De optie waar het bij hoort, voor de melding.

    Raises
    ------
    BadParameter
        Als het geen maand is.
    """
    from locatieplanner.invoer.maand import lees_maand as lees

    maand = lees(tekst)
    if maand is None:
        raise typer.BadParameter(
            f"'{tekst}' is geen maand; schrijf bijvoorbeeld 2027-07", param_hint=optie
        )
    return maand
