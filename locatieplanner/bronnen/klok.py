"""De klok van deze computer: alleen de randen van het programma vragen hoe laat het is."""

from datetime import datetime

import pandas as pd


def nu() -> datetime:
    """Geef hoe laat het op deze computer is, met tijdzone."""
    return datetime.now().astimezone()


def deze_maand() -> pd.Period:
    """Geef de maand waarin deze computer nu is."""
    vandaag = nu()
    return pd.Period(year=vandaag.year, month=vandaag.month, freq="M")
