"""Een beoordeling zonder oordeel over wie alleen per gemeente bekend is.

Van een afgeschermde locatie is alleen de gemeente gedeeld. Zij telt mee in wat er gepland is, maar
een score, afstand of toets op het midden van de gemeente zou over een andere plek gaan.
"""

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pandas as pd
from pandas.api.types import is_float_dtype, is_string_dtype

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import Weegschaal
from locatieplanner.domein.herkomst import Status

WAAROM = "alleen de gemeente is gedeeld, dus er is geen score"


def zonder_oordeel(beoordeling: Beoordeling, ids: Collection[str]) -> Beoordeling:
    """Geef de beoordeling waarin deze kandidaten geen score, maat of toets hebben.

    Parameters
    ----------
    beoordeling : Beoordeling
        Van alle kandidaten.
    ids : collection of str
        Wie alleen per gemeente bekend is.
    """
    dicht = beoordeling.kandidaten.index.isin(list(ids))
    if not dicht.any():
        return beoordeling
    maten = {naam: _leeg(tabel, dicht) for naam, tabel in beoordeling.maten.items()}
    schaal = beoordeling.weegschaal
    scores = np.where(schaal.bekend.astype(bool) & ~dicht[:, None], schaal.scores, np.nan)
    nieuw = Weegschaal.van(scores, schaal.uitgesloten & ~dicht, schaal.volledigheid_minimum)
    return replace(
        beoordeling,
        maten=MappingProxyType(maten),
        uitsluitingen=_vervang(beoordeling.uitsluitingen, dicht, ()),
        aandachtspunten=_vervang(beoordeling.aandachtspunten, dicht, (WAAROM,)),
        niet_getoetst=_vervang(beoordeling.niet_getoetst, dicht, ()),
        weegschaal=nieuw,
        weging=nieuw.weeg(beoordeling.gewichten.aandelen),
    )


def _leeg(tabel: pd.DataFrame, dicht: np.ndarray) -> pd.DataFrame:
    nieuw = tabel.copy()
    for kolom, reeks in tabel.items():
        if kolom == "status":
            nieuw.loc[dicht, kolom] = str(Status.ONBEKEND)
        elif is_float_dtype(reeks):
            nieuw.loc[dicht, kolom] = np.nan
        elif is_string_dtype(reeks):
            nieuw.loc[dicht, kolom] = ""
    return nieuw


def _vervang(
    reeks: tuple[tuple[str, ...], ...], dicht: np.ndarray, met: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    return tuple(met if weg else was for was, weg in zip(reeks, dicht, strict=True))
