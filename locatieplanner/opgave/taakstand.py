"""Achterstand en voorsprong: wat een gemeente huisvestte tegenover haar taakstelling.

Per gemeente en halfjaar::

    verschil = gerealiseerd − taakstelling
    stand    = som van de verschillen vanaf het eerste halfjaar dat de gemeente invulde

Een positieve stand is een voorsprong, een negatieve een achterstand. Is een halfjaar onbekend, dan
is de stand dat ook, en blijft dat daarna: wat niemand weet telt niet als nul.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.taakstelling import taakstelling


def taakstand(
    inwoners: pd.Series,
    landelijk: Mapping[Halfjaar, Landelijk],
    gerealiseerd: pd.DataFrame,
    laatste: Halfjaar,
) -> pd.DataFrame:
    """Zet per gemeente en halfjaar taakstelling, gerealiseerd en stand naast elkaar.

    Parameters
    ----------
    inwoners : Series
        Index ``gemeentecode``; hele aantallen van alle gemeenten van Nederland.
    landelijk : Mapping of Halfjaar to Landelijk
        Landelijke aantallen; een halfjaar dat ontbreekt is onbekend.
    gerealiseerd : DataFrame
        ``gemeentecode``, ``halfjaar`` (tekst zoals ``2026-I``) en ``aantal`` personen.
    laatste : Halfjaar
        Tot en met dit halfjaar.

    Returns
    -------
    DataFrame
        Een rij per ``gemeentecode`` en ``halfjaar``, van het eerste halfjaar dat iemand invulde (of
        `laatste`) tot en met `laatste`; ``taakstelling``, ``gerealiseerd``, ``verschil`` en
        ``stand`` in personen, NaN is onbekend.
    """
    velden = (gerealiseerd[naam] for naam in ("gemeentecode", "halfjaar", "aantal"))
    ingevuld = [
        (str(code), wanneer, float(aantal))
        for code, tekst, aantal in zip(*velden, strict=True)
        if (wanneer := Halfjaar.lees(str(tekst))) <= laatste
    ]
    halfjaren = min([laatste, *(wanneer for _, wanneer, _ in ingevuld)]).tot_en_met(laatste)
    codes = inwoners.index
    plek = {code: nummer for nummer, code in enumerate(codes)}
    gedaan = np.full((len(codes), len(halfjaren)), np.nan)
    for code, wanneer, aantal in ingevuld:
        gedaan[plek[code], halfjaren.index(wanneer)] = aantal
    taken = np.column_stack([_taken(inwoners, landelijk.get(h)) for h in halfjaren])
    verschil = gedaan - taken
    breed = {
        "taakstelling": taken,
        "gerealiseerd": gedaan,
        "verschil": verschil,
        "stand": _opgeteld(verschil, ~np.isnan(gedaan)),
    }
    tabel = pd.DataFrame({naam: waarden.ravel() for naam, waarden in breed.items()})
    tabel.insert(0, "gemeentecode", np.repeat(codes.to_numpy(), len(halfjaren)))
    tabel.insert(1, "halfjaar", [str(h) for h in halfjaren] * len(codes))
    return tabel


def _taken(inwoners: pd.Series, landelijk: Landelijk | None) -> NDArray[np.float64]:
    if landelijk is None or landelijk.vergunninghouders is None:
        return np.full(len(inwoners), np.nan)
    return taakstelling(inwoners, landelijk.vergunninghouders).to_numpy(dtype=np.float64)


def _opgeteld(verschil: NDArray[np.float64], ingevuld: NDArray[np.bool_]) -> NDArray[np.float64]:
    """De stand na elk halfjaar; voor het eerste ingevulde halfjaar is er geen."""
    begonnen = np.logical_or.accumulate(ingevuld, axis=1)
    som = np.cumsum(np.where(begonnen, verschil, 0.0), axis=1)
    return np.asarray(np.where(begonnen, som, np.nan), dtype=np.float64)
