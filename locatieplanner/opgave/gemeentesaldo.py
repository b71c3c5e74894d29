"""Verdringing over een gemeente: minder plaatsen voor de ene groep, meer voor een andere.

Per gemeente, groep en maand binnen de horizon::

    saldo = plaatsen in die maand − plaatsen in de eerste maand

Er is verdringing in een maand waarin het saldo van de ene groep negatief is en dat van een andere
positief. De waarschuwing geeft de getallen van de maand waarin de meeste plaatsen van groep
wisselen: het kleinste van het verlies en de winst bij elkaar.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.looptijd import plekken_in_tijd, tel_op
from locatieplanner.opgave.wisseling import (
    DECIMALEN,
    Onbeoordeeld,
    Soort,
    Uitkomst,
    Verdringing,
    ids,
    redenen,
    verschillen,
)


def gemeentesaldo(
    plan: gpd.GeoDataFrame,
    personen: pd.DataFrame,
    looptijden: pd.DataFrame,
    maanden: pd.PeriodIndex,
    parameters: Parameters,
) -> Uitkomst:
    """Zoek per gemeente of een groep erop achteruitgaat terwijl een andere erop vooruitgaat.

    Parameters
    ----------
    plan : GeoDataFrame
        Index ``id``; met ligging. Wat buiten elke gemeente ligt doet niet mee.
    personen : DataFrame, shape (n, groepen)
        Personen per groep; NaN is onbekend.
    looptijden : DataFrame
        Uitkomst van `locatieplanner.opgave.looptijd.looptijd`.
    maanden : PeriodIndex
        De maanden waar naar gekeken wordt; de eerste is het begin.
    parameters : Parameters
        ``flexwonen.…``.
    """
    drempel = parameters.getal("flexwonen.kleinste_verschil_plaatsen")
    eerste, voorbij = plekken_in_tijd(looptijden, maanden)
    begin_onbekend = looptijden["begin_onbekend"].to_numpy(dtype=bool)
    einde_onbekend = looptijden["einde_onbekend"].to_numpy(dtype=bool)
    zonder_mix = personen.isna().any(axis=1).to_numpy(dtype=bool)
    aantallen = personen.fillna(0.0).to_numpy(dtype=np.float64)
    er = voorbij > eerste
    # Verliezen kan een groep alleen door wat er aan het begin was en weg kan gaan.
    kan_weg = (eerste == 0) & er & ((voorbij < len(maanden)) | einde_onbekend)
    kan_weg |= einde_onbekend & ~er & ~begin_onbekend
    kan_erbij = (er & (eerste > 0)) | begin_onbekend
    waarschuwingen: list[Verdringing] = []
    gevallen: list[Onbeoordeeld] = []
    codes, uniek = pd.factorize(plan["gemeentecode"], sort=True)
    volgorde = np.argsort(codes, kind="stable")
    grenzen = np.searchsorted(codes[volgorde], np.arange(len(uniek) + 1))
    for nummer, code in enumerate(uniek):
        rijen = volgorde[grenzen[nummer] : grenzen[nummer + 1]]
        if not kan_weg[rijen].any() or not kan_erbij[rijen].any():
            continue
        betrokken = np.zeros(len(plan), dtype=bool)
        betrokken[rijen] = kan_weg[rijen] | kan_erbij[rijen]
        waar = (str(code), str(plan["gemeente"].iloc[int(rijen[0])]))
        onbekend = redenen(plan.index, betrokken, zonder_mix, looptijden)
        if onbekend:
            gevallen.append(Onbeoordeeld(Soort.GEMEENTE, *waar, onbekend))
        stand = tel_op(aantallen[rijen], eerste[rijen], voorbij[rijen], len(maanden))
        saldo = stand - stand[0]
        wissel = _wissel(saldo, drempel)
        telt = np.flatnonzero(wissel > 0)
        if not len(telt):
            continue
        maand = int(np.argmax(wissel))
        verlies, winst = verschillen(saldo[maand], list(personen.columns), drempel)
        aan_begin = (eerste[rijen] == 0) & er[rijen]
        dan = (eerste[rijen] <= maand) & (maand < voorbij[rijen])
        index = plan.index[rijen]
        waarschuwingen.append(
            Verdringing(
                Soort.GEMEENTE,
                *waar,
                sluit=ids(index, aan_begin & ~dan),
                opent=ids(index, ~aan_begin & dan),
                verlies=verlies,
                winst=winst,
                maand=maanden[maand],
                eerste=maanden[int(telt[0])],
                laatste=maanden[int(telt[-1])],
                onzeker_door=tuple(dict.fromkeys(i for _, deel in onbekend for i in deel)),
            )
        )
    return waarschuwingen, gevallen


def _wissel(saldo: NDArray[np.float64], drempel: float) -> NDArray[np.float64]:
    """Per maand de plaatsen die van groep wisselen: het kleinste van verlies en winst samen."""
    afgerond = saldo.round(DECIMALEN)
    verlies = np.where(afgerond <= -drempel, -afgerond, 0.0).sum(axis=1)
    winst = np.where(afgerond >= drempel, afgerond, 0.0).sum(axis=1)
    return np.asarray(np.minimum(verlies, winst), dtype=np.float64)
