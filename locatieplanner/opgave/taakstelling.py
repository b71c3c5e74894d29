"""De taakstelling: hoeveel vergunninghouders elke gemeente in een halfjaar huisvest.

Formule, met vg het landelijke aantal vergunninghouders::

    taakstelling = ⌈vg · inwoners gemeente / inwoners Nederland⌉

Gerekend wordt met hele getallen, dus zonder afrondingsfout. Doordat elke gemeente naar boven
afrondt, is de som groter dan vg; dat verschil heet hier overschot. Bron: Huisvestingswet 2014,
artikel 28 en 29. Volgens de regel tellen de inwoners op 1 januari van het voorafgaande jaar; dit
programma heeft één jaargang inwoners en zegt welke.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout

MEESTE_VERGUNNINGHOUDERS = 1_000_000
"""Meer vergunninghouders in een halfjaar is een tikfout."""

EIGEN = "door de gebruiker ingevuld"
"""De bron van een landelijk aantal dat de gebruiker zelf invult."""


def taakstelling(inwoners: pd.Series, vergunninghouders: int) -> pd.Series:
    """Geef de taakstelling van elke gemeente.

    Parameters
    ----------
    inwoners : Series
        Index ``gemeentecode``; hele aantallen van alle gemeenten van Nederland.
    vergunninghouders : int
        Landelijk aantal personen, nul of meer.

    Returns
    -------
    Series of int64
        Personen op dezelfde index.

    Raises
    ------
    InvoerFout
        Als het aantal vergunninghouders niet kan.
    """
    if not 0 <= vergunninghouders <= MEESTE_VERGUNNINGHOUDERS:
        raise InvoerFout(
            f"{getal(vergunninghouders)} vergunninghouders in een halfjaar kan niet. Geef een "
            f"aantal van 0 tot en met {getal(MEESTE_VERGUNNINGHOUDERS)}."
        )
    hele = inwoners.to_numpy(dtype=np.int64)
    som = int(hele.sum())
    if som == 0:
        return pd.Series(0, index=inwoners.index, dtype="int64")
    # Delen naar beneden van een negatief getal is delen naar boven van het positieve.
    return pd.Series(-(-vergunninghouders * hele // som), index=inwoners.index)


@dataclass(frozen=True)
class Overschot:
    """Wat de taakstellingen samen meer zijn dan het landelijke aantal.

    Parameters
    ----------
    vergunninghouders, samen : int
        Het landelijke aantal, en de som van de taakstellingen.
    gemeenten : int
        Hoeveel gemeenten er meedoen.
    """

    vergunninghouders: int
    samen: int
    gemeenten: int

    @property
    def personen(self) -> int:
        """Het verschil, in personen."""
        return self.samen - self.vergunninghouders

    @property
    def zin(self) -> str:
        """Het overschot in één zin."""
        return (
            f"Landelijk {getal(self.vergunninghouders)} vergunninghouders; de taakstellingen van "
            f"de {getal(self.gemeenten)} gemeenten tellen op tot {getal(self.samen)}: "
            f"{getal(self.personen)} meer, doordat elke gemeente naar boven afrondt."
        )


def overschot(taken: pd.Series, vergunninghouders: int) -> Overschot:
    """Vergelijk de som van de taakstellingen met het landelijke aantal."""
    return Overschot(vergunninghouders, int(taken.sum()), len(taken))


def met_eigen(
    landelijk: Mapping[Halfjaar, Landelijk], eigen: Mapping[Halfjaar, int]
) -> dict[Halfjaar, Landelijk]:
    """Geef de landelijke aantallen met die van de gebruiker erin, in de volgorde van de tijd.

    Een eigen aantal gaat voor; wat er stond, staat in de toelichting.
    """
    samen = dict(landelijk)
    for halfjaar, aantal in eigen.items():
        was = landelijk.get(halfjaar)
        stond = None if was is None else was.vergunninghouders
        if stond == aantal:
            continue
        over = "" if stond is None else f"in plaats van {getal(stond)}"
        samen[halfjaar] = Landelijk(halfjaar, aantal, Herkomst(EIGEN, "", Status.GESCHAT, over))
    return {halfjaar: samen[halfjaar] for halfjaar in sorted(samen)}


def inwonerszin(halfjaar: Halfjaar, herkomst: Herkomst) -> str:
    """Zeg met welke inwoners gerekend is en welke de regel vraagt.

    Parameters
    ----------
    halfjaar : Halfjaar
        Waarvoor de taakstelling geldt.
    herkomst : Herkomst
        Van de inwoners.
    """
    return (
        f"De regel vraagt inwoners op 1 januari {halfjaar.jaar - 1}. Dit programma heeft één "
        f"jaargang: {herkomst.bron}, {herkomst.peildatum} ({herkomst.status})."
    )
