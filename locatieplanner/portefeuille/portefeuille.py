"""Een portefeuille: gekozen locaties met hun plaatsen, en wat daarmee gehaald is."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.portefeuille.keuzemodel import Keuzemodel, telt_voor
from locatieplanner.portefeuille.maten import Maten, meet
from locatieplanner.portefeuille.model import Getallen
from locatieplanner.portefeuille.nodig import Nodig
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.portefeuille.trappen import Bewijs


@dataclass(frozen=True)
class Doelstand:
    """Wat er van een doel gehaald is.

    Parameters
    ----------
    nodig : Nodig
        Het doel.
    gekozen : int
        Gekozen plaatsen die ervoor tellen.
    """

    nodig: Nodig
    gekozen: int

    @property
    def tekort(self) -> int:
        """Plaatsen die nog ontbreken; 0 als het doel gehaald is."""
        return max(0, self.nodig.laag - self.gekozen)


@dataclass(frozen=True, eq=False)
class Portefeuille:
    """Een keuze van locaties, berekend of zelf gemaakt.

    Parameters
    ----------
    plaatsen : Series of int
        Plaatsen per gekozen id, op volgorde van id; zonder wat al gepland is.
    standen : tuple of Doelstand
        Per doel wat er gehaald is.
    maten : Maten
        Score, spreiding, aantal en kosten.
    bewijzen : tuple of Bewijs
        Wat er van elke stap bewezen is; leeg bij een plan dat niet berekend is.
    """

    plaatsen: pd.Series
    standen: tuple[Doelstand, ...]
    maten: Maten
    bewijzen: tuple[Bewijs, ...] = ()

    @property
    def tekort(self) -> int:
        """Plaatsen die aan alle doelen samen ontbreken."""
        return sum(stand.tekort for stand in self.standen)

    def verschil(self, ander: "Portefeuille") -> int:
        """In hoeveel locaties twee portefeuilles verschillen: wie maar in een van beide staat."""
        return len(self.plaatsen.index.symmetric_difference(ander.plaatsen.index))


def maak_portefeuille(
    probleem: Probleem, plaatsen: pd.Series, bewijzen: tuple[Bewijs, ...] = ()
) -> Portefeuille:
    """Meet een keuze en zet haar naast de doelen.

    Parameters
    ----------
    probleem : Probleem
        Waar de kandidaten en doelen in staan.
    plaatsen : Series
        Plaatsen per id.
    bewijzen : tuple of Bewijs, optional
        Wat er bij het berekenen bewezen is.
    """
    keuze = plaatsen[plaatsen > 0].astype("int64").sort_index()
    tabel = probleem.kandidaten.loc[keuze.index]
    aantal = keuze.to_numpy()
    standen = tuple(
        Doelstand(deel, int(aantal[telt_voor(deel, tabel)].sum())) for deel in probleem.nodig
    )
    return Portefeuille(keuze, standen, meet(probleem, keuze), bewijzen)


def uit_waarden(keuze: Keuzemodel, waarden: Getallen, bewijzen: tuple[Bewijs, ...]) -> Portefeuille:
    """Maak een portefeuille van de waarden van een model."""
    gekozen = np.round(waarden[keuze.plaatsen]).astype(np.int64)
    plaatsen = pd.Series(gekozen, index=keuze.probleem.kiesbaar.index, dtype="int64")
    return maak_portefeuille(keuze.probleem, plaatsen, bewijzen)
