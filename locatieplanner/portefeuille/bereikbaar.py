"""Bereikbaar: hoeveel plaatsen er hoogstens te halen zijn, nog voordat er gezocht wordt.

Per gemeente telt wie er mag, de grootste eerst, tot het toegestane aantal locaties en tot de ruimte
die het evenredige deel laat. Afstanden, budget en het aantal grote locaties doen hier niet mee: het
kan dus minder zijn, nooit meer. Ligt dit onder het doel, dan is het doel zeker niet te halen.
"""

import numpy as np

from locatieplanner.portefeuille.keuzemodel import ruimte, telt_voor
from locatieplanner.portefeuille.probleem import Probleem


def bereikbaar(probleem: Probleem) -> tuple[int, ...]:
    """Geef per doel van `Probleem.nodig` hoeveel plaatsen er hoogstens te halen zijn."""
    opdracht, tabel = probleem.opdracht, probleem.kiesbaar
    mag = np.ones(len(tabel), dtype=bool)
    for beletsel in probleem.beletsels:
        mag &= ~beletsel.rijen
    vrij = None if opdracht.max_evenredig is None else ruimte(probleem, opdracht.max_evenredig)
    if vrij is not None:
        # Wie ook op zijn kleinst niet past, doet niet mee.
        mag &= tabel["kleinste"].to_numpy() <= vrij.reindex(tabel["gemeentecode"]).to_numpy()
    gepland = probleem.gepland.groupby("gemeentecode").size()
    uitkomst = []
    for deel in probleem.nodig:
        hier = tabel[mag & telt_voor(deel, tabel)]
        som = 0.0
        for code, groep in hier.groupby("gemeentecode"):
            grootste = groep["grootste"].sort_values(ascending=False)
            if opdracht.max_per_gemeente is not None:
                ruim = opdracht.max_per_gemeente - int(gepland.get(code, 0))
                grootste = grootste.head(max(0, ruim))
            in_gemeente = float(grootste.sum())
            som += in_gemeente if vrij is None else min(in_gemeente, float(vrij[code]))
        uitkomst.append(int(min(som, deel.hoog)))
    return tuple(uitkomst)


def onhaalbaar(probleem: Probleem) -> dict[str, int]:
    """Geef per doel dat zeker niet te halen is hoeveel plaatsen er ten minste ontbreken."""
    return {
        deel.naam: deel.laag - kan
        for deel, kan in zip(probleem.nodig, bereikbaar(probleem), strict=True)
        if kan < deel.laag
    }
