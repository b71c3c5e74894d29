"""De stand per provincie: doel, bestaand, gepland en wat er nog nodig is."""

from typing import Any

import pandas as pd

from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.doelen import herkomstregel

_HERKOMST = ("bron", "brondatum", "peildatum", "toelichting")


def stand_per_provincie(omgeving: Omgeving, gepland: pd.Series | None) -> pd.DataFrame:
    """Zet per provincie het doel naast wat er is en wat er gepland is.

    Parameters
    ----------
    omgeving : Omgeving
        Met doelset, doelen en bestaande opvang.
    gepland : Series or None
        Geplande plaatsen per ``gemeentecode``; wat ontbreekt is nul gepland. None als er geen
        plannen geladen zijn: dan is gepland onbekend, en ``nodig`` is zonder gepland gerekend.

    Returns
    -------
    DataFrame
        Index ``provincie``. ``doel_laag``, ``doel_midden``, ``doel_hoog``, ``doel_status``,
        ``doel_herkomst``; ``bestaand_bekend``, ``bestaand_geschat``, ``bestaand_status``,
        ``locaties``; ``gepland``; ``telt_mee``: de plaatsen die van het doel af gaan;
        ``nodig_laag``, ``nodig_midden`` en ``nodig_hoog``: wat er tussen doel en plaatsen nog
        nodig is (negatief = meer dan het doel), en ``nodig_status``. NaN is onbekend: van een
        doel dat alleen een ondergrens is, is ook ``nodig_hoog`` NaN.
    """
    provincie = omgeving.gemeenten["provincie"]
    bestaand = omgeving.bestaand
    doelen = omgeving.doelen
    herkomst = [herkomstregel(*rij) for rij in zip(*(doelen[k] for k in _HERKOMST), strict=True)]
    stand = pd.DataFrame(
        {
            "doel_laag": doelen["minimum"],
            "doel_midden": doelen["midden"],
            "doel_hoog": doelen["maximum"],
            "doel_status": doelen["status"],
            "doel_herkomst": pd.Series(herkomst, index=doelen.index),
            "locaties": bestaand["locaties"].groupby(provincie).sum(),
            "bestaand_bekend": bestaand["plaatsen_bekend"].groupby(provincie).sum(min_count=1),
            "bestaand_geschat": (bestaand["plaatsen_geschat"] + bestaand["plaatsen_verwacht"])
            .groupby(provincie)
            .sum(),
        }
    ).reindex(doelen.index)
    stand["gepland"] = float("nan")
    if gepland is not None:
        per_gemeente = gepland.reindex(omgeving.gemeenten.index, fill_value=0.0)
        stand["gepland"] = per_gemeente.groupby(provincie).sum().reindex(doelen.index)
    telt = 1.0 if omgeving.doelset.bestaand_telt_mee else 0.0
    er_is = telt * (stand["bestaand_bekend"].fillna(0.0) + stand["bestaand_geschat"])
    stand["telt_mee"] = er_is if gepland is None else er_is + stand["gepland"]
    statussen = (
        bestaand["status"]
        .groupby(provincie)
        .agg(lambda deel: zwakste(*(Status(status) for status in deel)))
    )
    stand["bestaand_status"] = statussen.reindex(doelen.index).fillna(Status.ONBEKEND)
    for grens in ("laag", "midden", "hoog"):
        stand[f"nodig_{grens}"] = stand[f"doel_{grens}"] - stand["telt_mee"]
    stand["nodig_status"] = [
        zwakste(Status(doel), Status(is_er)) if telt else Status(doel)
        for doel, is_er in zip(stand["doel_status"], stand["bestaand_status"], strict=True)
    ]
    return stand


def provinciale_stand(stand: pd.DataFrame, provincie: str) -> dict[str, Any]:
    """Geef de rij van één provincie als afbeelding van kolom naar waarde."""
    rij = list(stand.index).index(provincie)
    return {str(kolom): stand[kolom].iloc[rij] for kolom in stand.columns}


def landelijke_stand(stand: pd.DataFrame, doelset: Doelset | None = None) -> dict[str, Any]:
    """Geef de stand van heel Nederland.

    Het doel is de som van de provincies, of het gepubliceerde totaal. Een som met een onbekend
    doel is onbekend. Zijn van de som beide grenzen onbekend en het midden niet, dan is het midden
    het doel: dat is zo als provincies uit de rest van het landelijke totaal aangevuld zijn.

    Parameters
    ----------
    stand : DataFrame
        Uitkomst van `stand_per_provincie`.
    doelset : Doelset, optional
        Met een doelset geldt het landelijke totaal dat zij zelf geeft, als dat er is.
    """
    getallen = stand.select_dtypes("number")
    som: dict[str, Any] = {str(kolom): getallen[kolom].sum(skipna=False) for kolom in getallen}
    # Wat bekend is blijft bekend, ook als er elders niets bekend is.
    som["bestaand_bekend"] = getallen["bestaand_bekend"].sum(min_count=1)
    for kolom in ("doel_status", "bestaand_status", "nodig_status"):
        som[kolom] = zwakste(*(Status(status) for status in stand[kolom]))
    som["doel_herkomst"] = "som van de provincies"
    if pd.isna(som["doel_laag"]) and pd.isna(som["doel_hoog"]):
        som["doel_laag"] = som["doel_hoog"] = som["doel_midden"]
    landelijk = None if doelset is None else doelset.landelijk
    if landelijk is not None:
        plaatsen, herkomst = landelijk.plaatsen, landelijk.herkomst
        for grens, waarde in (
            ("laag", plaatsen.minimum), ("midden", plaatsen.midden), ("hoog", plaatsen.maximum)
        ):  # fmt: skip
            som[f"doel_{grens}"] = float("nan") if waarde is None else waarde
        som["doel_status"] = herkomst.status
        # Zo zeker als het zwakste van doel en bestaand; de provincies doen er niet toe.
        meetellend = [som["bestaand_status"]] if _bestaand_telt(doelset) else []
        som["nodig_status"] = zwakste(herkomst.status, *meetellend)
        som["doel_herkomst"] = herkomstregel(
            herkomst.bron, herkomst.peildatum, landelijk.peildatum, herkomst.toelichting
        )
    for grens in ("laag", "midden", "hoog"):
        som[f"nodig_{grens}"] = som[f"doel_{grens}"] - som["telt_mee"]
    return som


def _bestaand_telt(doelset: Doelset | None) -> bool:
    return doelset is not None and doelset.bestaand_telt_mee
