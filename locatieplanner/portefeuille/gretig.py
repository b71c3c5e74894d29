"""Een eerste keuze: kandidaten om de beurt erbij, zolang alle eisen dat toelaten.

Dit is een begin om vanaf te zoeken, geen antwoord. Haalt het alle doelen, dan is daarmee bewezen
dat er geen tekort hoeft te zijn.
"""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csc_array

from locatieplanner.portefeuille.keuzemodel import Keuzemodel
from locatieplanner.portefeuille.model import SPELING, Getallen, Nummers


def eerste_keuze(keuze: Keuzemodel) -> Getallen | None:
    """Geef waarden die aan alle regels voldoen, of None als dat zo niet lukt.

    Eerst wie vaststaat, dan de hoogste score eerst. Blijft er tekort, dan ook de grootste eerst, en
    telt de keuze met het minste tekort.
    """
    tabel = keuze.probleem.kiesbaar
    vast = tabel["vast"].to_numpy(dtype=np.float64)
    beste: Getallen | None = None
    for kolom in ("score", "grootste"):
        voorkeur = tabel[kolom].fillna(0.0).to_numpy(dtype=np.float64)
        waarden = keuze.waarden(_kies(keuze, np.lexsort((-voorkeur, -vast))))
        if keuze.model.voldoet(waarden) and _tekort(keuze, waarden) < _tekort(keuze, beste):
            beste = waarden
        if _tekort(keuze, beste) == 0:
            break
    return beste


def _tekort(keuze: Keuzemodel, waarden: Getallen | None) -> float:
    return np.inf if waarden is None else float(waarden[keuze.tekort].sum())


def _kies(keuze: Keuzemodel, volgorde: Nummers) -> Getallen:
    """Loop de kandidaten langs en neem van elk zoveel plaatsen als er passen."""
    kolommen = csc_array(keuze.model.matrix)
    over = keuze.model.rij_hoog.copy()
    # Wat boven het evenredige deel komt, houdt niemand tegen.
    over[kolommen[:, keuze.boven].indices] = np.inf
    kleinste = keuze.probleem.kiesbaar["kleinste"].to_numpy(dtype=np.float64)
    groot = dict(zip(keuze.grote.tolist(), keuze.groot.tolist(), strict=True))
    aantal = np.zeros(len(kleinste))
    for kandidaat in volgorde.tolist():
        klein = [int(keuze.gekozen[kandidaat])]
        # Eerst als grote locatie; mag die er niet meer bij, dan tot de grens daarvan.
        pogingen = [[*klein, groot[kandidaat]], klein] if kandidaat in groot else [klein]
        for aan in pogingen:
            plaatsen, rest = _past(kolommen, over, aan, int(keuze.plaatsen[kandidaat]))
            if plaatsen >= max(kleinste[kandidaat], 1.0):
                aantal[kandidaat] = plaatsen
                over = rest
                break
    return aantal


def _past(
    kolommen: csc_array, over: Getallen, aan: Sequence[int], plaatsen: int
) -> tuple[float, Getallen]:
    """Hoeveel plaatsen er passen als deze keuzes op 1 staan, en wat elke regel dan over heeft."""
    rest = over.copy()
    for kolom in aan:
        rijen, factoren = _kolom(kolommen, kolom)
        rest[rijen] -= factoren
        if (rest[rijen[factoren > 0]] < -SPELING).any():
            return 0.0, over
    rijen, factoren = _kolom(kolommen, plaatsen)
    telt = factoren > 0
    passend = float(np.floor((rest[rijen[telt]] / factoren[telt]).min() + SPELING))
    rest[rijen] -= factoren * passend
    return passend, rest


def _kolom(kolommen: csc_array, kolom: int) -> tuple[Nummers, Getallen]:
    van, tot = kolommen.indptr[kolom : kolom + 2]
    return kolommen.indices[van:tot], kolommen.data[van:tot]
