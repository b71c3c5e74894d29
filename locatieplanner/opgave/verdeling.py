"""Verdelen in hele plaatsen, met de methode van de grootste resten.

Met totaal T en gewichten w krijgt iedereen eerst ⌊T · w / Σw⌋ plaatsen; wat er dan nog over is gaat
één voor één naar de grootste resten. De som is dus precies T, en niemand zit een hele plaats of
meer naast zijn precieze deel. Bij gelijke resten gaat het grootste gewicht voor, en bij gelijk
gewicht de eerste code: de volgorde van de rijen doet er niet toe.
"""

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import VerdelingFout


def rond_af(doel: float) -> int:
    """Rond een doel af op hele plaatsen; een half gaat omhoog."""
    return math.floor(doel + 0.5)


def grootste_resten(totaal: int, gewichten: pd.Series) -> pd.Series:
    """Verdeel een aantal plaatsen in hele plaatsen naar rato van gewichten.

    Parameters
    ----------
    totaal : int
        Plaatsen, nul of meer.
    gewichten : Series
        Unieke index; eindig en nul of meer.

    Returns
    -------
    Series of int64
        Plaatsen op dezelfde index; de som is `totaal`.

    Raises
    ------
    VerdelingFout
        Als er iets te verdelen is en geen enkel gewicht boven nul is.
    """
    waarden = gewichten.to_numpy(dtype=np.float64)
    # Exact opgeteld, zodat de volgorde van de rijen ook in de laatste decimaal niet uitmaakt.
    som = math.fsum(waarden)
    if som <= 0:
        if totaal > 0:
            raise VerdelingFout(
                f"{getal(totaal)} plaatsen zijn niet te verdelen: elke gemeente heeft gewicht nul. "
                "Kies een andere sleutel of formule."
            )
        return pd.Series(0, index=gewichten.index, dtype="int64")
    deel = totaal * (waarden / som)
    heel = np.floor(deel).astype(np.int64)
    over = totaal - int(heel.sum())
    plek = gewichten.index.argsort().argsort()
    volgorde = np.lexsort((plek, -waarden, heel - deel))
    heel[volgorde[:over]] += 1
    return pd.Series(heel, index=gewichten.index)


def verdeel(totaal: int, gewichten: pd.Series, vast: Mapping[str, int]) -> pd.Series:
    """Verdeel plaatsen waarvan een deel met de hand vaststaat; de rest gaat naar de anderen.

    Parameters
    ----------
    totaal : int
        Plaatsen, nul of meer.
    gewichten : Series
        Index ``gemeentecode``; eindig en nul of meer.
    vast : Mapping of str to int
        Per gemeentecode de plaatsen die vaststaan; leeg is niets.

    Returns
    -------
    Series of int64
        Plaatsen op dezelfde index; de som is `totaal`.

    Raises
    ------
    VerdelingFout
        Als er een gemeente vaststaat die niet meedoet, er meer vaststaat dan er te verdelen is, of
        alles vaststaat en de som een andere is.
    """
    vreemd = [code for code in vast if code not in gewichten.index]
    if vreemd:
        raise VerdelingFout(
            f"Met de hand staan er gemeenten vast die hier niet liggen: {', '.join(vreemd)}. "
            "Haal die rijen weg of kies een andere provincie."
        )
    samen = sum(vast.values())
    rest = totaal - samen
    if rest < 0:
        raise VerdelingFout(
            f"Met de hand staan er {getal(samen)} plaatsen vast en het doel is {getal(totaal)}: "
            f"{getal(-rest)} te veel. Verlaag een van de vaste aantallen."
        )
    if rest > 0 and len(vast) == len(gewichten):
        raise VerdelingFout(
            f"Alle {getal(len(vast))} gemeenten staan met de hand vast op samen {getal(samen)} "
            f"plaatsen en het doel is {getal(totaal)}: {getal(rest)} te weinig. Laat een gemeente "
            "vrij of verhoog een van de vaste aantallen."
        )
    vrij = gewichten[~gewichten.index.isin(list(vast))]
    delen = [pd.Series(dict(vast), dtype="int64"), grootste_resten(rest, vrij)]
    verdeeld: pd.Series = pd.concat(delen).reindex(gewichten.index).astype("int64")
    return verdeeld
