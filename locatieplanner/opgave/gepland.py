"""Geplande plaatsen: van welke kandidaten de capaciteit als gepland meetelt."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.kandidaat import GEPLAND
from locatieplanner.domein.locatietype import Locatietype


def gepland(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype]
) -> NDArray[np.float64]:
    """Geef de plaatsen die als gepland meetellen: er is een besluit en het type is opvang.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``status``, ``type`` en ``capaciteit``.
    locatietypen : Mapping of str to Locatietype
        Per code.

    Returns
    -------
    ndarray, shape (n,)
        Plaatsen; 0 bij een kandidaat die (nog) niet meetelt.
    """
    opvang = {code for code, soort in locatietypen.items() if soort.telt_als_opvang}
    telt = kandidaten["status"].isin(list(GEPLAND)) & kandidaten["type"].isin(opvang)
    return np.asarray(np.where(telt, kandidaten["capaciteit"], 0.0), dtype=np.float64)


def gepland_per_gemeente(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype]
) -> pd.Series:
    """Tel de geplande plaatsen per ``gemeentecode``; wat buiten elke gemeente ligt valt weg.

    Parameters
    ----------
    kandidaten : DataFrame
        Als bij `gepland`, en met ``gemeentecode``.
    locatietypen : Mapping of str to Locatietype
        Per code.
    """
    plaatsen = pd.Series(gepland(kandidaten, locatietypen), dtype="float64")
    return plaatsen.groupby(kandidaten["gemeentecode"].to_numpy()).sum()
