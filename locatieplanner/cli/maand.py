"""Een maand zoals iemand die typt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import pandas as pd

_MAAND = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


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
    import pandas as pd

    delen = _MAAND.fullmatch(tekst.strip())
    if delen is None:
        raise typer.BadParameter(
            f"'{tekst}' is geen maand; schrijf bijvoorbeeld 2027-07", param_hint=optie
        )
    return pd.Period(year=int(delen[1]), month=int(delen[2]), freq="M")
