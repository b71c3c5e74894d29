"""De mix over de buurt: hoeveel mensen in kwetsbare groepen er komen, tegenover wie er woont.

Formule, over alle kandidaten in de buurt die niet gesloten of afgevallen zijn::

    kwetsbaar per 1.000 = 1.000 · personen in kwetsbare groepen / inwoners van de buurt

Daarnaast staat het aandeel sociale huur in de buurt en in de gemeente; hoe zwaar dat weegt, zegt
het criterium mix. Van wie er al woont is niet bekend wie kwetsbaar is: alleen wat erbij komt telt.
"""

import numpy as np
import pandas as pd

from locatieplanner.domein.buurt import MATEN
from locatieplanner.domein.kandidaat import VERVALLEN
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.bewoners import kwetsbaar, personen_per_groep


def buurtmix(kandidaten: pd.DataFrame, omgeving: Omgeving) -> pd.DataFrame:
    """Geef per kandidaat zijn buurt en wat er daar aan kwetsbare bewoners bij komt.

    Parameters
    ----------
    kandidaten : DataFrame
        Alle kandidaten van het plan, met ligging (``x``, ``y``, RD).
    omgeving : Omgeving
        Met buurten (None = niet geladen) en aandachtsgroepen.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``buurt`` (leeg = niet geladen of buiten elke buurt), ``buurt_inwoners``,
        ``sociale_huur`` en ``sociale_huur_gemeente`` (aandeel 0–1), ``buurt_kwetsbaar`` (personen
        van wie de groep bekend is), ``buurt_mix_onbekend`` (kandidaten in de buurt met onbekende
        mix) en ``buurt_kwetsbaar_per_1000`` (NaN zonder inwoners, of als een mix onbekend is).
    """
    if omgeving.buurten is None:
        return _niet_geladen(kandidaten.index)
    plekken = kandidaten[["x", "y"]].to_numpy(dtype=np.float64)
    tabel = omgeving.buurten.bij(plekken).set_axis(kandidaten.index)
    rij = pd.Series(omgeving.buurten.rij_van(plekken), index=kandidaten.index)
    telt = ~kandidaten["status"].isin(list(VERVALLEN))
    personen = kwetsbaar(
        personen_per_groep(kandidaten, omgeving.aandachtsgroepen), omgeving.aandachtsgroepen
    )
    som = personen.where(telt).groupby(rij).transform("sum")
    onbekend = (personen.isna() & telt).groupby(rij).transform("sum")
    in_buurt = rij >= 0
    tabel["buurt_kwetsbaar"] = som.where(in_buurt)
    tabel["buurt_mix_onbekend"] = onbekend.where(in_buurt, 0).astype("int64")
    inwoners = tabel["inwoners"].where(tabel["inwoners"] > 0)
    per_1000 = 1000 * tabel["buurt_kwetsbaar"] / inwoners
    tabel["buurt_kwetsbaar_per_1000"] = per_1000.mask(tabel["buurt_mix_onbekend"] > 0)
    return tabel.rename(columns={"inwoners": "buurt_inwoners"})


def _niet_geladen(index: pd.Index) -> pd.DataFrame:
    tabel = pd.DataFrame({"buurt": pd.Series("", index=index, dtype="str")})
    for maat in MATEN:
        tabel[f"buurt_{maat}" if maat == "inwoners" else maat] = np.nan
    tabel["buurt_kwetsbaar"] = np.nan
    tabel["buurt_mix_onbekend"] = 0
    tabel["buurt_kwetsbaar_per_1000"] = np.nan
    return tabel
