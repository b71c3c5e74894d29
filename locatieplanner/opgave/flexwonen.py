"""Flexwonen: per woonlocatie de woningen, de bewoners, de termijn en wat zij bijdraagt.

Woonlocaties zijn kandidaten van een type met ``huisvesting`` in ``lagen/locatietypen.toml``. Per
locatie staat hier naast elkaar: woningen en personen per groep (`bewoners`), termijn en wat er
daarna blijft (`looptijd`), de buurt (`buurtmix`), en de bijdrage::

    aan de taakstelling = personen in de groep statushouders, als het type daarvoor telt
    aan het opvangdoel  = plaatsen, als het type als opvang telt; flexwonen en gemengd tellen niet

Is de mix onbekend, dan is ook de bijdrage aan de taakstelling onbekend, geen nul.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.aandachtsgroep import STATUSHOUDERS
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.bewoners import (
    kwetsbaar,
    personen_per_groep,
    plaatsen_herkomst,
    woningen,
    woningen_per_groep,
)
from locatieplanner.opgave.buurtmix import buurtmix
from locatieplanner.opgave.eigenaar import eigenaren
from locatieplanner.opgave.gepland import ver_genoeg
from locatieplanner.opgave.looptijd import Afloop, looptijd

PERSONEN = "personen_"
"""Begin van de kolommen met personen per groep."""

WONINGEN = "woningen_"
"""Begin van de kolommen met woningen per groep."""

_OVERGENOMEN = ["naam", "gemeente", "gemeentecode", "provincie", "type", "status"]


def is_huisvesting(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype]
) -> NDArray[np.bool_]:
    """Geef per kandidaat of hij een woonlocatie is, in rijvolgorde."""
    soorten = {code for code, soort in locatietypen.items() if soort.huisvesting}
    return np.asarray(kandidaten["type"].isin(soorten), dtype=bool)


def woonlocaties(
    kandidaten: pd.DataFrame, omgeving: Omgeving, peilmaand: pd.Period
) -> pd.DataFrame:
    """Geef de woonlocaties van een plan met alles wat erover bekend of geschat is.

    Parameters
    ----------
    kandidaten : DataFrame
        Alle kandidaten van het plan, index ``id``, met ligging; de buurt telt ze allemaal.
    omgeving : Omgeving
        Met locatietypen, aandachtsgroepen, buurten en parameters.
    peilmaand : Period
        De maand van nu, zie `looptijd`.

    Returns
    -------
    DataFrame
        Index ``id``, alleen woonlocaties: ``naam``, ``gemeente``, ``gemeentecode``, ``provincie``,
        ``type``, ``status``, ``eigenaar`` (zie `eigenaren`), ``gepland`` (bool),
        ``woningen`` (NaN = onbekend) en ``woningen_herkomst``, ``plaatsen`` en
        ``plaatsen_herkomst``, ``mix_bekend`` (bool), ``personen_<groep>`` en ``woningen_<groep>``
        (NaN = onbekend), ``kwetsbaar`` (personen), ``beschikbaar_van`` en ``beschikbaar_tot``, de
        kolommen van `looptijd`, ``blijft_woningen`` (NaN = onbekend), de kolommen van `buurtmix`,
        ``taakstelling`` (personen, NaN = onbekend) en ``opvang`` (plaatsen).
    """
    groepen, typen = omgeving.aandachtsgroepen, omgeving.locatietypen
    buurten = buurtmix(kandidaten, omgeving)
    hier = is_huisvesting(kandidaten, typen)
    wonen = pd.DataFrame(kandidaten.loc[hier])
    personen = personen_per_groep(wonen, groepen)
    tabel = wonen[_OVERGENOMEN].copy()
    tabel["eigenaar"] = eigenaren(kandidaten["eigenaar"]).loc[hier]
    tabel["gepland"] = ver_genoeg(wonen["status"], omgeving.parameters)
    tabel = tabel.join(woningen(wonen, groepen))
    tabel["plaatsen"] = wonen["capaciteit"].astype("float64")
    tabel["plaatsen_herkomst"] = plaatsen_herkomst(wonen)
    tabel["mix_bekend"] = personen.notna().all(axis=1)
    tabel = tabel.join(personen.add_prefix(PERSONEN))
    tabel = tabel.join(woningen_per_groep(wonen, groepen).add_prefix(WONINGEN))
    tabel["kwetsbaar"] = kwetsbaar(personen, groepen)
    tabel = tabel.join(wonen[["beschikbaar_van", "beschikbaar_tot"]])
    tabel = tabel.join(looptijd(wonen, typen, peilmaand))
    tabel["blijft_woningen"] = blijft(tabel)
    tabel = tabel.join(buurten.loc[hier])
    tabel["taakstelling"] = _statushouders(wonen, personen, typen)
    opvang = {code for code, soort in typen.items() if soort.telt_als_opvang}
    tabel["opvang"] = tabel["plaatsen"].where(wonen["type"].isin(opvang), 0.0)
    return tabel


def blijft(locaties: pd.DataFrame) -> pd.Series:
    """Geef per locatie hoeveel woningen er na de exploitatie blijven; NaN als dat onbekend is."""
    afloop = locaties["afloop"]
    aantal = locaties["woningen"].where(afloop == Afloop.BLIJVEND, 0.0)
    return aantal.mask(afloop == Afloop.ONBEKEND)


def _statushouders(
    wonen: pd.DataFrame, personen: pd.DataFrame, locatietypen: Mapping[str, Locatietype]
) -> pd.Series:
    """Personen die voor de taakstelling tellen; 0 als het type niet telt, NaN als dat wel zo is."""
    telt = {code for code, soort in locatietypen.items() if soort.telt_voor_taakstelling}
    aantal = personen[STATUSHOUDERS] if STATUSHOUDERS in personen else pd.Series(0.0, wonen.index)
    return aantal.where(wonen["type"].isin(telt), 0.0)
