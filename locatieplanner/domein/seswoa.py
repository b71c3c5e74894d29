"""SES-WOA: de sociaaleconomische status van gemeenten volgens het CBS."""

from dataclasses import dataclass

import pandas as pd

from locatieplanner.domein.herkomst import Herkomst


@dataclass(frozen=True, eq=False)
class Seswoa:
    """De scores die geladen zijn.

    Parameters
    ----------
    scores : Series
        Index ``gemeentecode``; gemiddelde totaalscore, 0 is ongeveer het landelijke gemiddelde en
        hoger is een hogere status. Een gemeente zonder score staat er niet in.
    herkomst : Herkomst
        Bron, peildatum en status.
    """

    scores: pd.Series
    herkomst: Herkomst
