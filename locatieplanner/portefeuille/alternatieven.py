"""Alternatieven: de beste portefeuilles die in ten minste zoveel locaties verschillen.

Na elke portefeuille S komt er een regel bij die haar uitsluit, met alles wat er te veel op lijkt::

    Σ over S (1 − gekozen) + Σ buiten S gekozen ≥ verschil

Eén locatie ruilen voor een andere is een verschil van twee. Dezelfde locaties met andere aantallen
plaatsen zijn geen alternatief.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from locatieplanner.portefeuille.keuzemodel import Keuzemodel
from locatieplanner.portefeuille.model import Getallen, Model
from locatieplanner.portefeuille.oplosser import Rekengrens
from locatieplanner.portefeuille.trappen import Beklimming, Trap, beklim
from locatieplanner.portefeuille.voortgang import Toezicht


def alternatieven(
    keuze: Keuzemodel,
    eerste: Getallen,
    trappen: Sequence[Trap],
    verschil: int,
    rekengrens: Rekengrens,
    toezicht: Toezicht,
) -> Iterator[Beklimming]:
    """Geef de ene na de andere portefeuille die van alle vorige genoeg verschilt.

    Houdt op als er geen meer is, of als binnen de tijd geen meer gevonden wordt.

    Parameters
    ----------
    keuze : Keuzemodel
        Het model.
    eerste : ndarray
        De waarden van de eerste portefeuille.
    trappen : sequence of Trap
        Waarop de beste gekozen wordt.
    verschil : int
        In ten minste zoveel locaties verschillen twee portefeuilles, 1 of meer.
    rekengrens : Rekengrens
        Tijd per portefeuille.
    toezicht : Toezicht
        Wie meekijkt en kan stoppen.
    """
    model, vorige = keuze.model, eerste
    while True:
        model = _anders_dan(model, keuze, vorige, verschil)
        gevonden = beklim(model, trappen, rekengrens, toezicht)
        if gevonden.waarden is None:
            return
        yield gevonden
        vorige = gevonden.waarden


def _anders_dan(model: Model, keuze: Keuzemodel, waarden: Getallen, verschil: int) -> Model:
    """Het model met de regel die alles te dicht bij deze waarden uitsluit."""
    gekozen = np.round(waarden[keuze.gekozen]) > 0
    teken = np.where(gekozen, -1.0, 1.0)
    return model.met_regel(keuze.gekozen, teken, verschil - float(gekozen.sum()), np.inf)
