"""De stand per provincie: doel, bestaand, gepland en wat er nog nodig is."""

from typing import Any

import pandas as pd

from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving


def stand_per_provincie(omgeving: Omgeving, gepland: pd.Series) -> pd.DataFrame:
    """Zet per provincie het doel naast wat er is en wat er gepland is.

    Parameters
    ----------
    omgeving : Omgeving
        Met doelset, doelen en bestaande opvang.
    gepland : Series
        Geplande plaatsen per ``gemeentecode``; wat ontbreekt is nul gepland.

    Returns
    -------
    DataFrame
        Index ``provincie``. ``doel_laag``, ``doel_midden``, ``doel_hoog``, ``doel_status``,
        ``doel_herkomst``; ``bestaand_bekend``, ``bestaand_geschat``, ``bestaand_status``,
        ``locaties``; ``gepland``; ``nodig_laag`` en ``nodig_hoog``: wat er tussen doel en
        plaatsen nog nodig is (negatief = meer dan het doel), en ``nodig_status``. NaN is onbekend.
    """
    provincie = omgeving.gemeenten["provincie"]
    bestaand = omgeving.bestaand
    doelen = omgeving.doelen
    stand = pd.DataFrame(
        {
            "doel_laag": doelen["minimum"],
            "doel_midden": doelen["midden"],
            "doel_hoog": doelen["maximum"],
            "doel_status": doelen["status"],
            "doel_herkomst": doelen["toelichting"].where(doelen["bron"] == "", _herkomst(doelen)),
            "locaties": bestaand["locaties"].groupby(provincie).sum(),
            "bestaand_bekend": bestaand["plaatsen_bekend"].groupby(provincie).sum(min_count=1),
            "bestaand_geschat": (bestaand["plaatsen_geschat"] + bestaand["plaatsen_verwacht"])
            .groupby(provincie)
            .sum(),
            "gepland": gepland.reindex(omgeving.gemeenten.index, fill_value=0.0)
            .groupby(provincie)
            .sum(),
        }
    ).reindex(doelen.index)
    telt = 1.0 if omgeving.doelset.bestaand_telt_mee else 0.0
    er_is = telt * (stand["bestaand_bekend"].fillna(0.0) + stand["bestaand_geschat"])
    statussen = (
        bestaand["status"]
        .groupby(provincie)
        .agg(lambda deel: zwakste(*(Status(status) for status in deel)))
    )
    stand["bestaand_status"] = statussen.reindex(doelen.index).fillna(Status.ONBEKEND)
    stand["nodig_laag"] = stand["doel_laag"] - er_is - stand["gepland"]
    stand["nodig_hoog"] = stand["doel_hoog"] - er_is - stand["gepland"]
    stand["nodig_status"] = [
        zwakste(Status(doel), Status(is_er)) if telt else Status(doel)
        for doel, is_er in zip(stand["doel_status"], stand["bestaand_status"], strict=True)
    ]
    return stand


def provinciale_stand(stand: pd.DataFrame, provincie: str) -> dict[str, Any]:
    """Geef de rij van één provincie als afbeelding van kolom naar waarde."""
    rij = list(stand.index).index(provincie)
    return {str(kolom): stand[kolom].iloc[rij] for kolom in stand.columns}


def landelijke_stand(stand: pd.DataFrame) -> dict[str, Any]:
    """Tel de provincies op; een som met een onbekend doel is onbekend.

    Parameters
    ----------
    stand : DataFrame
        Uitkomst van `stand_per_provincie`.
    """
    getallen = stand.select_dtypes("number")
    som: dict[str, Any] = {str(kolom): getallen[kolom].sum(skipna=False) for kolom in getallen}
    # Wat bekend is blijft bekend, ook als er elders niets bekend is.
    som["bestaand_bekend"] = getallen["bestaand_bekend"].sum(min_count=1)
    for kolom in ("doel_status", "bestaand_status", "nodig_status"):
        som[kolom] = zwakste(*(Status(status) for status in stand[kolom]))
    return {**som, "doel_herkomst": "som van de provincies"}


def _herkomst(doelen: pd.DataFrame) -> pd.Series:
    """Bron, peildatum en toelichting van een doel als één regel."""
    regel = doelen["bron"] + ", peildatum " + doelen["peildatum"]
    return regel.where(doelen["toelichting"] == "", regel + "; " + doelen["toelichting"])
