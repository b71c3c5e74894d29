"""De klok van deze computer: alleen de randen van het programma vragen hoe laat het is."""

from datetime import datetime

import pandas as pd


def deze_maand() -> pd.Period:
    """Geef de maand waarin deze computer nu is."""
    nu = datetime.now().astimezone()
    return pd.Period(year=nu.year, month=nu.month, freq="M")
