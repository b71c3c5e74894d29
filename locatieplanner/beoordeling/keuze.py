"""Een keuze uit een beoordeling: dezelfde scores, alleen van de gekozen kandidaten."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from locatieplanner.beoordeling.beoordeling import Beoordeling


def kies(beoordeling: Beoordeling, ids: Sequence[str]) -> Beoordeling:
    """Geef de beoordeling van alleen deze kandidaten, in hun volgorde in het plan.

    De deelscores blijven die van het hele plan: wat er verder gepland is, telt mee. De rang telt
    alleen wie gekozen is.

    Parameters
    ----------
    beoordeling : Beoordeling
        Van het hele plan.
    ids : sequence of str
        De gekozen kandidaten; wie niet bestaat telt niet.
    """
    rijen = np.flatnonzero(beoordeling.kandidaten.index.isin(list(ids)))
    weegschaal = replace(
        beoordeling.weegschaal,
        scores=beoordeling.weegschaal.scores[rijen],
        bekend=beoordeling.weegschaal.bekend[rijen],
        uitgesloten=beoordeling.weegschaal.uitgesloten[rijen],
    )
    return replace(
        beoordeling,
        kandidaten=beoordeling.kandidaten.iloc[rijen],
        maten=MappingProxyType({naam: m.iloc[rijen] for naam, m in beoordeling.maten.items()}),
        uitsluitingen=tuple(beoordeling.uitsluitingen[rij] for rij in rijen),
        aandachtspunten=tuple(beoordeling.aandachtspunten[rij] for rij in rijen),
        niet_getoetst=tuple(beoordeling.niet_getoetst[rij] for rij in rijen),
        weegschaal=weegschaal,
        weging=weegschaal.weeg(beoordeling.gewichten.aandelen),
    )
