"""Het front: wat meer score kost aan spreiding of aan aantal locaties, en andersom.

Theil is niet lineair. Gezocht wordt daarom met wat er wel lineair op lijkt, de plaatsen boven het
evenredige deel van een gemeente: telkens de hoogste score × plaatsen bij hoogstens zoveel plaatsen
daarboven en hoogstens zoveel locaties, met het kleinste tekort dat er is. Wat zo gevonden wordt, is
gemeten met de echte Theil, en blijft alleen staan als geen ander punt op score, Theil en aantal
locaties minstens zo goed en op een ervan beter is. Tussen twee punten, en waar Theil en het
lineaire getal uiteenlopen, kan er dus nog een beter zijn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from locatieplanner.portefeuille.keuzemodel import Keuzemodel
from locatieplanner.portefeuille.model import Getallen, Model, Nummers
from locatieplanner.portefeuille.oplosser import Rekengrens
from locatieplanner.portefeuille.portefeuille import Portefeuille, uit_waarden
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.trappen import Beklimming, Trap, beklim
from locatieplanner.portefeuille.voortgang import Toezicht

TOELICHTING = (
    "Elk punt is de hoogste score bij hoogstens zoveel plaatsen boven het evenredige deel en "
    "hoogstens zoveel locaties; daarna gemeten met Theil. Wat op score, Theil en aantal locaties "
    "door een ander punt geëvenaard en op een ervan verslagen wordt, staat er niet bij. Er kunnen "
    "punten tussen liggen."
)


@dataclass(frozen=True, eq=False)
class Front:
    """De portefeuilles waar niets zonder prijs aan te verbeteren is.

    Parameters
    ----------
    portefeuilles : tuple of Portefeuille
        Van de hoogste score naar de laagste.
    gezocht : int
        Hoe vaak er gezocht is.
    """

    portefeuilles: tuple[Portefeuille, ...]
    gezocht: int


def front(
    keuze: Keuzemodel, tekort: float, stappen: int, rekengrens: Rekengrens, toezicht: Toezicht
) -> Front:
    """Zoek het front tussen score, spreiding en aantal locaties.

    Parameters
    ----------
    keuze : Keuzemodel
        Het model.
    tekort : float
        Het kleinste tekort dat er is, plaatsen, over alle doelen samen.
    stappen : int
        Zoveel grenzen voor de spreiding en zoveel voor het aantal locaties, 2 of meer.
    rekengrens : Rekengrens
        Tijd per keer zoeken.
    toezicht : Toezicht
        Wie meekijkt en kan stoppen.
    """
    basis = _hoogstens(keuze.model, keuze.tekort, tekort)
    score = Trap(Stap.SCORE, keuze.punten())
    spreiding = Trap(Stap.SPREIDING, -keuze.som(keuze.boven), heel=True)
    aantal = Trap(Stap.AANTAL, -keuze.som(keuze.gekozen), heel=True)
    uitersten = [
        beklim(basis, trappen, rekengrens, toezicht)
        for trappen in ([score, spreiding], [spreiding, score], [aantal, score])
    ]
    gevonden = [deel for deel in uitersten if deel.waarden is not None]
    gezocht = len(uitersten)
    if len(gevonden) == len(uitersten):
        boven = _stappen([deel.waarden for deel in gevonden], keuze.boven, stappen)
        locaties = _stappen([deel.waarden for deel in gevonden], keuze.gekozen, stappen)
        for meer in boven:
            for ten_hoogste in locaties:
                model = _hoogstens(basis, keuze.boven, meer)
                model = _hoogstens(model, keuze.gekozen, ten_hoogste)
                gezocht += 1
                gevonden.append(beklim(model, [score], rekengrens, toezicht))
    return Front(_onverslagen(keuze, gevonden), gezocht)


def _hoogstens(model: Model, kolommen: Nummers, grens: float) -> Model:
    return model.met_regel(kolommen, np.ones(len(kolommen)), -np.inf, grens)


def _stappen(waarden: Sequence[Getallen | None], kolommen: Nummers, stappen: int) -> list[float]:
    """Hele getallen van de kleinste tot de grootste som over deze kolommen."""
    sommen = [float(deel[kolommen].sum()) for deel in waarden if deel is not None]
    return sorted(set(np.floor(np.linspace(min(sommen), max(sommen), stappen)).tolist()))


def _onverslagen(keuze: Keuzemodel, gevonden: Sequence[Beklimming]) -> tuple[Portefeuille, ...]:
    """Wie door geen ander verslagen wordt, elke keuze één keer."""
    alle: dict[tuple[tuple[str, int], ...], Portefeuille] = {}
    for deel in gevonden:
        if deel.waarden is not None:
            portefeuille = uit_waarden(keuze, deel.waarden, deel.bewijzen)
            sleutel = tuple((str(id_), int(n)) for id_, n in portefeuille.plaatsen.items())
            alle.setdefault(sleutel, portefeuille)
    punten = list(alle.values())
    # Alles zo gedraaid dat meer beter is; zonder spreiding om te meten telt die niet.
    maten = np.nan_to_num(
        np.array([(p.maten.punten, -p.maten.theil, -p.maten.locaties) for p in punten])
    ).reshape(-1, 3)
    blijft = [
        rij
        for rij, eigen in enumerate(maten)
        if not ((maten >= eigen).all(axis=1) & (maten > eigen).any(axis=1)).any()
    ]
    blijft.sort(key=lambda rij: (-maten[rij, 0], -maten[rij, 1], rij))
    return tuple(punten[rij] for rij in blijft)
