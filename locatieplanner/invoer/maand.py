"""Een maand zoals iemand die typt."""

import re

import pandas as pd

_MAAND = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def lees_maand(tekst: str) -> pd.Period | None:
    """Geef een maand zoals ``2027-07``; None als het er geen is.

    >>> lees_maand("2027-07")
    Period('2027-07', 'M')
    """
    delen = _MAAND.fullmatch(tekst.strip())
    return None if delen is None else pd.Period(year=int(delen[1]), month=int(delen[2]), freq="M")
