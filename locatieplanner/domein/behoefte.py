"""Behoefte: een scenario van hoeveel opvangplaatsen er in heel Nederland nodig zijn."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.domein.herkomst import Herkomst, Status, zwakste


@dataclass(frozen=True)
class Knoop:
    """Hoeveel plaatsen er in één maand nodig zijn.

    Parameters
    ----------
    maand : Period
        De maand.
    plaatsen : float
        Plaatsen in heel Nederland.
    herkomst : Herkomst
        Bron en status van dit getal.
    """

    maand: pd.Period
    plaatsen: float
    herkomst: Herkomst


@dataclass(frozen=True)
class Behoeftescenario:
    """Een aanname over de behoefte aan opvangplaatsen in heel Nederland.

    Parameters
    ----------
    id : str
        Korte naam voor bestanden en de opdrachtregel.
    naam : str
        Naam voor de gebruiker.
    uitleg : str
        Waarom deze aanname, in één of twee zinnen.
    knopen : tuple of Knoop
        De bekende maanden, op volgorde en elk één keer; ten minste één.
    """

    id: str
    naam: str
    uitleg: str
    knopen: tuple[Knoop, ...]

    @property
    def status(self) -> Status:
        """Zo zeker als de minst zekere knoop."""
        return zwakste(*(knoop.herkomst.status for knoop in self.knopen))

    def reeks(self, maanden: pd.PeriodIndex) -> pd.Series:
        """Geef de behoefte per maand, plaatsen in heel Nederland.

        Tussen twee knopen loopt zij in een rechte lijn, na de laatste blijft zij gelijk, en voor de
        eerste is zij onbekend (NaN).
        """
        waarden = np.interp(
            maanden.asi8,
            [knoop.maand.ordinal for knoop in self.knopen],
            [knoop.plaatsen for knoop in self.knopen],
            left=np.nan,
        )
        return pd.Series(waarden, index=pd.PeriodIndex(maanden, name="maand"))
