"""Capaciteit per maand: bestaande opvang, en geplande plaatsen zolang zij beschikbaar zijn."""

import pandas as pd

from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.beschikbaarheid import beschikbaar


def capaciteit_per_maand(
    geplande: pd.DataFrame,
    omgeving: Omgeving,
    codes: pd.Index,
    maanden: pd.PeriodIndex,
    *,
    met_bestaand: bool = True,
) -> pd.DataFrame:
    """Tel per maand de plaatsen in een gebied.

    Van bestaande opvang is geen einddatum bekend: zij telt elke maand gelijk.

    Parameters
    ----------
    geplande : DataFrame
        De kandidaten in het gebied die als gepland tellen, zie
        `locatieplanner.opgave.gepland.telt_als_gepland`.
    omgeving : Omgeving
        Met de bestaande opvang.
    codes : Index
        Gemeentecodes van het gebied.
    maanden : PeriodIndex, shape (m,)
        De maanden.
    met_bestaand : bool, optional
        Of bestaande opvang meetelt; zonder is zij nul.

    Returns
    -------
    DataFrame
        Index ``maand``; ``bestaand_bekend`` (NaN = niets bekend), ``bestaand_geschat``,
        ``gepland`` en ``capaciteit``, de som van wat bekend, geschat en gepland is. Plaatsen.
    """
    hier = omgeving.bestaand.loc[codes]
    bekend = float(hier["plaatsen_bekend"].sum(min_count=1)) if met_bestaand else 0.0
    geschat = float((hier["plaatsen_geschat"] + hier["plaatsen_verwacht"]).sum())
    tabel = pd.DataFrame(index=pd.PeriodIndex(maanden, name="maand"))
    tabel["bestaand_bekend"] = bekend
    tabel["bestaand_geschat"] = geschat if met_bestaand else 0.0
    tabel["gepland"] = geplande["capaciteit"].to_numpy(dtype="float64") @ beschikbaar(
        geplande, maanden
    )
    tabel["capaciteit"] = (
        tabel["bestaand_bekend"].fillna(0.0) + tabel["bestaand_geschat"] + tabel["gepland"]
    )
    return tabel
