"""Wat een keuze met het doel en de spreiding van een gebied doet, in *wat als*."""

import math
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planmeting import gepland_plan, meet_plan
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.overlegstand import Ingreep, Watals


@dataclass(frozen=True)
class Overlegmeting:
    """Doel en spreiding van een gebied bij een keuze; NaN is onbekend.

    Parameters
    ----------
    locaties, plaatsen : int
        Opvanglocaties die meetellen en hun plaatsen, ook wat al gepland was.
    wonen : int
        Plaatsen in woonlocaties van het gebied; die tellen niet voor het doel.
    doel_laag, doel_hoog : float
        Het doel van het gebied.
    er_is : float
        Bestaande plaatsen die meetellen, bekend en geschat.
    nodig_laag, nodig_hoog : float
        Wat er dan nog nodig is; negatief is meer dan het doel.
    status : Status
        Hoe zeker `nodig` is.
    boven_evenredig : float
        Plaatsen boven het evenredige deel, in alle gemeenten van de provincie samen.
    gini : float
        Ongelijkheid over de gemeenten van de provincie; 0 is gelijk.
    """

    locaties: int
    plaatsen: int
    wonen: int
    doel_laag: float
    doel_hoog: float
    er_is: float
    nodig_laag: float
    nodig_hoog: float
    status: Status
    boven_evenredig: float
    gini: float


def na_ingreep(plaatsen: pd.Series, watals: Watals) -> pd.Series:
    """Geef de plaatsen per id na de ingrepen; de helft van een oneven aantal gaat naar boven."""
    keuze = {
        id_: math.ceil(aantal / 2) if watals.ingreep(str(id_)) is Ingreep.HALF else int(aantal)
        for id_, aantal in plaatsen.items()
        if watals.ingreep(str(id_)) is not Ingreep.WEG
    }
    return pd.Series(keuze, dtype="int64")


def herbeoordeel(
    beoordeling: Beoordeling, kandidaten: gpd.GeoDataFrame, watals: Watals
) -> Beoordeling:
    """Beoordeel opnieuw met de ingrepen en de gewichten: een halve locatie is kleinschaliger.

    Parameters
    ----------
    beoordeling : Beoordeling
        De beoordeling zonder ingrepen; met alleen andere gewichten wordt zij opnieuw gewogen.
    kandidaten : GeoDataFrame
        De kandidaten van het plan, zoals zij ingelezen zijn.
    watals : Watals
        Wat er anders is.
    """
    gewichten = watals.gewichten or beoordeling.gewichten
    if not watals.ingrepen:
        return beoordeling.herweeg(gewichten)
    weg = [id_ for id_, ingreep in watals.ingrepen if ingreep is Ingreep.WEG]
    anders = kandidaten.drop(index=weg, errors="ignore").copy()
    half = anders.index.intersection([i for i, wat in watals.ingrepen if wat is Ingreep.HALF])
    anders.loc[half, "capaciteit"] = -(-anders.loc[half, "capaciteit"] // 2)
    anders.loc[half, "woningen"] = -(-anders.loc[half, "woningen"] // 2)
    return beoordeel(anders, beoordeling.omgeving, gewichten)


def meet_keuze(
    probleem: Probleem, gebied: Gekozengebied, plaatsen: pd.Series, tafel: pd.Index
) -> Overlegmeting:
    """Meet een keuze van locaties, met wat er verder al gepland is.

    Parameters
    ----------
    probleem : Probleem
        Uitkomst van `stel_vergelijking` voor de provincie van het gebied.
    gebied : Gekozengebied
        Een provincie of gemeente.
    plaatsen : Series
        Plaatsen per id van wie meedoet.
    tafel : Index
        Id's van wie op tafel ligt; wie daarvan niet meedoet, telt ook niet als gepland.
    """
    gepland = gepland_plan(probleem, "gepland").plaatsen
    samen = pd.concat([plaatsen, gepland[~gepland.index.isin(tafel)]])
    meting = meet_plan(probleem, Gekozenplan("overleg", samen, "overleg", met_gepland=False))
    omgeving = probleem.beoordeling.omgeving
    gemeenten = gebied.van(omgeving.gemeenten)
    codes = probleem.kandidaten["gemeentecode"]
    telt = meting.portefeuille.plaatsen
    per_gemeente = telt.groupby(codes.loc[telt.index].to_numpy()).sum()
    hier = telt[codes.loc[telt.index].isin(gemeenten).to_numpy()]
    alle = meting.plaatsen
    in_gebied = alle[codes.loc[alle.index].isin(gemeenten).to_numpy()]
    doel = _doel(omgeving, gebied, per_gemeente.astype("float64"))
    return Overlegmeting(
        locaties=len(hier),
        plaatsen=int(hier.sum()),
        wonen=int(in_gebied.sum() - hier.sum()),
        boven_evenredig=meting.portefeuille.maten.boven_evenredig,
        gini=meting.portefeuille.maten.gini,
        **doel,
    )


def _doel(omgeving: Omgeving, gebied: Gekozengebied, gepland: pd.Series) -> dict[str, Any]:
    """Doel van het gebied, wat er is en wat er nog nodig is."""
    if gebied.gemeentecode is None:
        rij = stand_per_provincie(omgeving, gepland).to_dict("index")[gebied.provincie]
        er_is = rij["telt_mee"] - rij["gepland"]
        laag, hoog, status = rij["doel_laag"], rij["doel_hoog"], rij["nodig_status"]
    else:
        rij = stand_per_gemeente(omgeving, gepland).to_dict("index")[gebied.gemeentecode]
        bekend = 0.0 if pd.isna(rij["bestaand_bekend"]) else rij["bestaand_bekend"]
        telt = omgeving.doelset.bestaand_telt_mee
        er_is = (bekend + rij["bestaand_geschat"]) if telt else 0.0
        laag, hoog = rij["deel_laag"], rij["deel_hoog"]
        status = Status(rij["deel_status"])
        if telt:
            status = zwakste(status, Status(rij["bestaand_status"]))
    return {
        "doel_laag": float(laag),
        "doel_hoog": float(hoog),
        "er_is": float(er_is),
        "nodig_laag": float(laag - er_is - rij["gepland"]),
        "nodig_hoog": float(hoog - er_is - rij["gepland"]),
        "status": Status(status),
    }
