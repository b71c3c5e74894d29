"""Geplande plaatsen: van welke kandidaten de capaciteit als gepland meetelt.

De parameter ``opgave.gepland_vanaf`` zegt hoe ver een kandidaat daarvoor moet zijn. Wat gesloten of
afgevallen is telt nooit, en wat geen opvang is evenmin.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.kandidaat import VOORTGANG, Kandidaatstatus
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.domein.parameters import Parameters

GEPLAND_VANAF = "opgave.gepland_vanaf"
"""De parameter die zegt hoe ver een kandidaat moet zijn om als gepland te tellen."""

_WEL = MappingProxyType(
    {
        Kandidaatstatus.IDEE: "vanaf een idee",
        Kandidaatstatus.VERKENNING: "vanaf een verkenning",
        Kandidaatstatus.HAALBAAR: "ten minste haalbaar",
        Kandidaatstatus.BESLUIT: "met een besluit",
        Kandidaatstatus.VERGUND: "ten minste vergund",
        Kandidaatstatus.IN_GEBRUIK: "in gebruik",
    }
)
_NIET = MappingProxyType(
    {
        Kandidaatstatus.IDEE: "die niet meetellen",
        Kandidaatstatus.VERKENNING: "nog niet in verkenning",
        Kandidaatstatus.HAALBAAR: "nog niet haalbaar",
        Kandidaatstatus.BESLUIT: "zonder besluit",
        Kandidaatstatus.VERGUND: "nog niet vergund",
        Kandidaatstatus.IN_GEBRUIK: "nog niet in gebruik",
    }
)


def gepland_vanaf(parameters: Parameters) -> Kandidaatstatus:
    """Geef de eerste stap waarbij de plaatsen van een kandidaat als gepland tellen."""
    return Kandidaatstatus(parameters.keuze(GEPLAND_VANAF))


def wat_telt(parameters: Parameters) -> str:
    """Zeg van welke kandidaten de plaatsen als gepland tellen: ``met een besluit``."""
    return _WEL[gepland_vanaf(parameters)]


def wat_niet_telt(parameters: Parameters) -> str:
    """Zeg van welke kandidaten de plaatsen nog niet tellen: ``zonder besluit``."""
    return _NIET[gepland_vanaf(parameters)]


def ver_genoeg(status: pd.Series, parameters: Parameters) -> NDArray[np.bool_]:
    """Geef per kandidaat of hij ver genoeg is om gepland te heten, wat zijn type ook is.

    Parameters
    ----------
    status : Series of str
        Een `Kandidaatstatus` per kandidaat.
    parameters : Parameters
        ``opgave.gepland_vanaf``.
    """
    stappen = VOORTGANG[VOORTGANG.index(gepland_vanaf(parameters)) :]
    return np.asarray(status.isin(stappen), dtype=bool)


def telt_als_gepland(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype], parameters: Parameters
) -> NDArray[np.bool_]:
    """Geef per kandidaat of zijn plaatsen als gepland meetellen, in rijvolgorde.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``status`` en ``type``.
    locatietypen : Mapping of str to Locatietype
        Per code.
    parameters : Parameters
        ``opgave.gepland_vanaf``.
    """
    opvang = {code for code, soort in locatietypen.items() if soort.telt_als_opvang}
    telt = kandidaten["type"].isin(opvang).to_numpy(dtype=bool)
    return telt & ver_genoeg(kandidaten["status"], parameters)


def gepland(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype], parameters: Parameters
) -> NDArray[np.float64]:
    """Geef de plaatsen die als gepland meetellen, zie `telt_als_gepland`.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``status``, ``type`` en ``capaciteit``.
    locatietypen : Mapping of str to Locatietype
        Per code.
    parameters : Parameters
        ``opgave.gepland_vanaf``.

    Returns
    -------
    ndarray, shape (n,)
        Plaatsen; 0 bij een kandidaat die (nog) niet meetelt.
    """
    telt = telt_als_gepland(kandidaten, locatietypen, parameters)
    return np.asarray(np.where(telt, kandidaten["capaciteit"], 0.0), dtype=np.float64)


def gepland_per_gemeente(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype], parameters: Parameters
) -> pd.Series:
    """Tel de geplande plaatsen per ``gemeentecode``; wat buiten elke gemeente ligt valt weg.

    Parameters
    ----------
    kandidaten : DataFrame
        Als bij `gepland`, en met ``gemeentecode``.
    locatietypen : Mapping of str to Locatietype
        Per code.
    parameters : Parameters
        ``opgave.gepland_vanaf``.
    """
    plaatsen = pd.Series(gepland(kandidaten, locatietypen, parameters), dtype="float64")
    return plaatsen.groupby(kandidaten["gemeentecode"].to_numpy()).sum()
