"""De omgeving bouwen uit de lagen, een doelset en parameters."""

from dataclasses import dataclass, field
from types import MappingProxyType

import geopandas as gpd
import pandas as pd

from locatieplanner.beoordeling.inwonerpunten import maak_inwonerpunten
from locatieplanner.beoordeling.opgehaald import INWONERS, Opgehaald, lees_opgehaald
from locatieplanner.beoordeling.voorzieningen import bouw_voorzieningen
from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.lagen import (
    lees_gemeenten,
    lees_kernen,
    lees_opvang,
    lees_treinstations,
)
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.bronnen.taakstelling import lees_taakstelling
from locatieplanner.bronnen.tabellen import (
    lees_aandachtsgroepen,
    lees_doelsets,
    lees_locatietypen,
    standaard_doelset,
)
from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import DoelsetFout
from locatieplanner.opgave.bestaand import bestaand_per_gemeente, met_plaatsen
from locatieplanner.opgave.doelen import doelen_per_provincie


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
    opgehaald: Opgehaald = field(default_factory=Opgehaald)
    taakstelling: dict[Halfjaar, Landelijk] = field(default_factory=dict)
    herkomst_inwoners: Herkomst = field(default_factory=lambda: Herkomst("", "", Status.ONBEKEND))


def lees_lagen(cache: Lagencache | None = None) -> Lagen:
    """Lees alle lagen en tabellen: wat opgehaald is uit de cache, de rest ingebouwd.

    Parameters
    ----------
    cache : Lagencache, optional
        Zonder telt alleen wat ingebouwd is.
    """
    parameters = lees_parameters()
    ingebouwd = lees_gemeenten()
    catalogus = lees_catalogus()
    opgehaald = lees_opgehaald(catalogus, cache, ingebouwd, parameters)
    return Lagen(
        gemeenten=ingebouwd if opgehaald.gemeenten is None else opgehaald.gemeenten,
        opvang=lees_opvang(),
        kernen=lees_kernen(),
        treinstations=lees_treinstations(),
        doelsets=lees_doelsets(),
        standaard_doelset=standaard_doelset(),
        parameters=parameters,
        locatietypen=lees_locatietypen(),
        aandachtsgroepen=lees_aandachtsgroepen(),
        opgehaald=opgehaald,
        taakstelling=lees_taakstelling(),
        herkomst_inwoners=opgehaald.herkomst_inwoners or catalogus[INWONERS].herkomst,
    )


def inwoners_per_provincie(gemeenten: pd.DataFrame) -> pd.Series:
    """Tel de inwoners per provincie, in vaste volgorde; NaN waar geen gemeente van bekend is."""
    return gemeenten.groupby("provincie")["inwoners"].sum().reindex(list(PROVINCIES))


def bouw_omgeving(
    lagen: Lagen,
    doelset_id: str | None = None,
    parameters: Parameters | None = None,
    *,
    vul_aan: bool = True,
    eigen_doelen: Eigendoelen | None = None,
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
    eigen_doelen : Eigendoelen, optional
        De doelen die de gebruiker in plaats van de ingebouwde zet, ook voor nieuwe doelsets.

    Raises
    ------
    DoelsetFout
        Als de doelset niet bestaat.
    """
    par = parameters or lagen.parameters
    id_ = doelset_id or lagen.standaard_doelset
    doelsets = (eigen_doelen or Eigendoelen()).pas_toe(lagen.doelsets)
    if id_ not in doelsets:
        raise DoelsetFout(f"De doelset '{id_}' bestaat niet. Kies uit: {', '.join(doelsets)}.")
    doelset = doelsets[id_]
    opvang = met_plaatsen(lagen.opvang, par)
    bestaand = bestaand_per_gemeente(opvang, lagen.gemeenten, par)
    return Omgeving(
        gemeenten=lagen.gemeenten,
        bestaand=bestaand,
        opvang=opvang,
        inwonerpunten=maak_inwonerpunten(
            lagen.gemeenten,
            lagen.kernen,
            lagen.opgehaald.inwonerraster,
            bestaand["plaatsen_verwacht"],
            par.getal("beoordeling.kern_inwoners_per_km2"),
        ),
        kernen=lagen.kernen,
        inwonerraster=lagen.opgehaald.inwonerraster,
        voorzieningen=MappingProxyType(
            bouw_voorzieningen(lagen.opgehaald, lagen.treinstations, lagen.kernen, par)
        ),
        buurten=lagen.opgehaald.buurten,
        doelset=doelset,
        doelen=doelen_per_provincie(
            doelset, inwoners_per_provincie(lagen.gemeenten), vul_aan=vul_aan
        ),
        parameters=par,
        locatietypen=MappingProxyType(lagen.locatietypen),
        aandachtsgroepen=MappingProxyType(lagen.aandachtsgroepen),
        toetslagen=lagen.opgehaald.toetslagen,
        ses_woa=lagen.opgehaald.ses_woa,
    )
