"""Wat er van een portefeuille bewezen is, in woorden."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from locatieplanner.domein.notatie import getal, procent
from locatieplanner.portefeuille.oplosser import Afloop
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.trappen import Bewijs

_WAT: Mapping[str, str] = MappingProxyType(
    {
        Stap.TEKORT: "plaatsen te weinig",
        Stap.SPREIDING: "plaatsen boven het evenredige deel",
        Stap.AANTAL: "locaties",
        Stap.SCORE: "punten (score × plaatsen)",
    }
)


def over_bewijs(bewijs: Bewijs) -> str:
    """Geef één zin: wat er gevonden is, wat de grens is, het gat, en of de tijd op was.

    >>> over_bewijs(Bewijs(Stap.TEKORT, -120.0, -100.0, Afloop.TIJD, 60.0))
    'Tekort: 120 plaatsen te weinig; minder dan 100 kan niet (gat 16,67 %, tijd op na 60 s).'
    """
    score = bewijs.stap == Stap.SCORE
    teken = 1 if score else -1
    beste, grens = abs(bewijs.beste), max(teken * bewijs.grens, 0.0)
    gat = "onbekend" if math.isinf(bewijs.gat) else procent(bewijs.gat, 2)
    afloop = str(bewijs.afloop)
    if bewijs.afloop is Afloop.TIJD:
        afloop = f"{afloop} na {getal(bewijs.seconden)} s"
    return (
        f"{bewijs.stap.capitalize()}: {getal(beste)} {_WAT[bewijs.stap]}; "
        f"{'meer' if score else 'minder'} dan {getal(grens)} kan niet "
        f"(gat {gat}, {afloop})."
    )
