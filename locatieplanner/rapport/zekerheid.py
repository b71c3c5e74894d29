"""Hoe zeker de scores zijn: per criterium de status, en hoe vaak een score onbekend is."""

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal


def zekerheden(beoordeling: Beoordeling) -> tuple[str, ...]:
    """Geef per criterium één zin over hoe zeker de scores zijn."""
    return tuple(_zin(naam, beoordeling.maten[naam]) for naam in CRITERIA)


def _zin(naam: str, maten: pd.DataFrame) -> str:
    aantallen = maten["status"].astype("str").value_counts()
    delen = [
        f"{status} ({getal(aantallen[status])}×): {status.uitleg}"
        for status in Status
        if status in aantallen.index
    ]
    return f"{naam.capitalize()}: {'; '.join(delen)}"
