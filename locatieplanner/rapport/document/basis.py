"""Waar elk rapport op staat: één keer gerekend, voor hoeveel rapporten ook."""

from dataclasses import dataclass

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.rapport.document.gegevens import Rapportgegevens
from locatieplanner.rapport.document.kandidaten import Kandidaten


@dataclass(frozen=True, eq=False)
class Rapportbasis:
    """De beoordeling met wat er voor elk rapport uit gerekend wordt.

    Parameters
    ----------
    beoordeling : Beoordeling
        Waar de rapporten over gaan.
    gegevens : Rapportgegevens
        Dag, plan, kaart, en of beschermde ligging gedeeld wordt.
    kandidaten : Kandidaten
        Alle kandidaten zoals zij gedeeld mogen worden.
    stand : DataFrame
        De stand van alle gemeenten.
    """

    beoordeling: Beoordeling
    gegevens: Rapportgegevens
    kandidaten: Kandidaten
    stand: pd.DataFrame

    @classmethod
    def van(cls, beoordeling: Beoordeling, gegevens: Rapportgegevens) -> "Rapportbasis":
        """Reken uit wat elk rapport nodig heeft."""
        return cls(
            beoordeling,
            gegevens,
            Kandidaten.van(beoordeling, deel_beschermd=gegevens.deel_beschermd),
            stand_per_gemeente(beoordeling.omgeving, beoordeling.gepland_per_gemeente),
        )
