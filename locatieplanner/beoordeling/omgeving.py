"""De omgeving bouwen uit de lagen, een doelset en parameters."""

from dataclasses import dataclass
from types import MappingProxyType

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.bronnen.lagen import (
    lees_gemeenten,
    lees_kernen,
    lees_opvang,
    lees_treinstations,
)
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.bronnen.tabellen import (
    lees_aandachtsgroepen,
    lees_doelsets,
    lees_locatietypen,
    lees_toetslagen,
    standaard_doelset,
)
from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.gebied import PROVINCIES, RD
from locatieplanner.domein.kern import schijf, straal_m
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import DoelsetFout
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed
from locatieplanner.opgave.bestaand import bestaand_per_gemeente, met_plaatsen
from locatieplanner.opgave.doelen import doelen_per_provincie

_INWONERS_PER_PUNT = 10_000
"""Fijner maakt de uitkomst niet anders: de punten van een stad liggen zo ruim 2 km uit elkaar."""


@dataclass(frozen=True)
class Lagen:
    """De ingelezen lagen en tabellen waaruit elke omgeving gebouwd wordt."""

    gemeenten: gpd.GeoDataFrame
    opvang: gpd.GeoDataFrame
    kernen: gpd.GeoDataFrame
    treinstations: gpd.GeoDataFrame
    doelsets: dict[str, Doelset]
    standaard_doelset: str
    parameters: Parameters
    locatietypen: dict[str, Locatietype]
    aandachtsgroepen: dict[str, Aandachtsgroep]
    niet_getoetst: tuple[str, ...]


def lees_lagen() -> Lagen:
    """Lees alle ingebouwde lagen en tabellen."""
    return Lagen(
        gemeenten=lees_gemeenten(),
        opvang=lees_opvang(),
        kernen=lees_kernen(),
        treinstations=lees_treinstations(),
        doelsets=lees_doelsets(),
        standaard_doelset=standaard_doelset(),
        parameters=lees_parameters(),
        locatietypen=lees_locatietypen(),
        aandachtsgroepen=lees_aandachtsgroepen(),
        niet_getoetst=tuple(laag.naam for laag in lees_toetslagen()),
    )


def bouw_omgeving(
    lagen: Lagen,
    doelset_id: str | None = None,
    parameters: Parameters | None = None,
    *,
    vul_aan: bool = True,
) -> Omgeving:
    """Bouw de omgeving waartegen kandidaten beoordeeld worden.

    Parameters
    ----------
    lagen : Lagen
        Uitkomst van `lees_lagen`.
    doelset_id : str, optional
        De doelset; zonder is het de standaard.
    parameters : Parameters, optional
        Andere dan de ingebouwde parameters.
    vul_aan : bool, optional
        Of onbekende doelen naar rato van inwoners aangevuld worden.

    Raises
    ------
    DoelsetFout
        Als de doelset niet bestaat.
    """
    par = parameters or lagen.parameters
    id_ = doelset_id or lagen.standaard_doelset
    if id_ not in lagen.doelsets:
        raise DoelsetFout(
            f"De doelset '{id_}' bestaat niet. Kies uit: {', '.join(lagen.doelsets)}."
        )
    doelset = lagen.doelsets[id_]
    opvang = met_plaatsen(lagen.opvang, par)
    bestaand = bestaand_per_gemeente(opvang, lagen.gemeenten, par)
    inwoners = lagen.gemeenten.groupby("provincie")["inwoners"].sum().reindex(list(PROVINCIES))
    return Omgeving(
        gemeenten=lagen.gemeenten,
        bestaand=bestaand,
        opvang=opvang,
        inwonerpunten=_inwonerpunten(lagen, bestaand, par),
        kernen=lagen.kernen,
        voorzieningen=MappingProxyType(_voorzieningen(lagen, par)),
        reisafstand=Hemelsbreed(par.getal("nabijheid.omwegfactor")),
        doelset=doelset,
        doelen=doelen_per_provincie(doelset, inwoners, vul_aan=vul_aan),
        parameters=par,
        locatietypen=MappingProxyType(lagen.locatietypen),
        aandachtsgroepen=MappingProxyType(lagen.aandachtsgroepen),
        niet_getoetst=lagen.niet_getoetst,
    )


def _voorzieningen(lagen: Lagen, par: Parameters) -> dict[str, gpd.GeoDataFrame]:
    """De categorieën die met de ingebouwde lagen te meten zijn."""
    inwoners = lagen.kernen["inwoners"]
    return {
        "treinstation": lagen.treinstations,
        "dorpskern": lagen.kernen[inwoners >= par.getal("nabijheid.dorpskern_inwoners")],
        "stadskern": lagen.kernen[inwoners >= par.getal("nabijheid.stadskern_inwoners")],
    }


def _inwonerpunten(lagen: Lagen, bestaand: pd.DataFrame, par: Parameters) -> gpd.GeoDataFrame:
    """Inwoners als punten die per gemeente optellen tot het CBS-getal.

    De inwoners van een gemeente zijn over haar kernen verdeeld naar kerngrootte, en in een grote
    kern over een schijf; een gemeente zonder kern is één punt. Verwachte opvang waarvan geen
    locatie bekend is, ligt waar de inwoners wonen.
    """
    kernen = lagen.kernen[["gemeentecode", "inwoners", "geometry"]]
    kernen = kernen[kernen["gemeentecode"].isin(lagen.gemeenten.index) & (kernen["inwoners"] > 0)]
    zonder = lagen.gemeenten.index.difference(kernen["gemeentecode"])
    middens = lagen.gemeenten.loc[zonder].representative_point().get_coordinates()
    gespreid = [
        _over_schijf(float(omvang), midden, par.getal("beoordeling.kern_inwoners_per_km2"))
        for omvang, midden in zip(
            kernen["inwoners"], kernen.get_coordinates().to_numpy(), strict=True
        )
    ]
    aantallen = [len(punten) for punten in gespreid]
    plekken = np.concatenate([*gespreid, middens.to_numpy()])
    gemeente = pd.Series([*kernen["gemeentecode"].repeat(aantallen), *zonder])
    gewicht = np.concatenate(
        [np.repeat(kernen["inwoners"] / aantallen, aantallen), np.ones(len(zonder))]
    )
    aandeel = gewicht / pd.Series(gewicht).groupby(gemeente).transform("sum")
    return gpd.GeoDataFrame(
        {
            "gemeentecode": gemeente,
            "inwoners": aandeel * gemeente.map(lagen.gemeenten["inwoners"]).astype("float64"),
            "plaatsen_verwacht": aandeel * gemeente.map(bestaand["plaatsen_verwacht"]),
        },
        geometry=gpd.points_from_xy(plekken[:, 0], plekken[:, 1]),
        crs=RD,
    )


def _over_schijf(
    inwoners: float, midden: NDArray[np.float64], inwoners_per_km2: float
) -> NDArray[np.float64]:
    """Punten in een kern, één per `_INWONERS_PER_PUNT`, shape (n, 2)."""
    aantal = max(1, round(inwoners / _INWONERS_PER_PUNT))
    return np.asarray(midden + straal_m(inwoners, inwoners_per_km2) * schijf(aantal))
