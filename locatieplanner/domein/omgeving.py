"""De omgeving: alles waartegen een kandidaat beoordeeld wordt."""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.inwonerraster import Inwonerraster
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.domein.toets import Toetslaag
from locatieplanner.domein.voorziening import Voorzieningen


@dataclass(frozen=True)
class Omgeving:
    """Waartegen kandidaten beoordeeld worden; één keer gebouwd en nooit veranderd.

    Parameters
    ----------
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; kolommen ``gemeente``, ``provincie``, ``inwoners`` en
        ``geometry`` (vlak, RD). Bevat water: reken er geen dichtheid uit.
    bestaand : DataFrame
        Index ``gemeentecode``; ``locaties`` (rijen in de lijst), ``plaatsen_bekend`` (NaN =
        niets bekend), ``plaatsen_geschat`` (omvang of openstelling onzeker),
        ``plaatsen_verwacht`` (waar geen locatie bekend is) en ``status``.
    opvang : GeoDataFrame
        Bestaande opvang als punten (RD) met ``naam``, ``gemeentecode``, ``type``,
        ``plaatsen`` (bekend of geschat), ``status``, ``peildatum``, ``zekerheid``, ``bron``.
    inwonerpunten : GeoDataFrame
        Punten (RD) met ``inwoners`` die per gemeente optellen tot het CBS-getal, en
        ``plaatsen_verwacht``: de verwachte opvang waarvan geen locatie bekend is.
    kernen : GeoDataFrame
        Kernen als punten (RD) met ``naam`` en ``inwoners``.
    inwonerraster : Inwonerraster or None
        Inwoners per vierkant van 100 m; None is niet geladen.
    voorzieningen : Mapping of str to tuple of Voorzieningen
        Per categorie de lagen met voorzieningen; de eerste die ergens geldt, telt daar.
    buurten : Buurten or None
        Inwoners en sociale huur per buurt; None is niet geladen.
    doelset : Doelset
        De gekozen doelset.
    doelen : DataFrame
        Index ``provincie``; ``minimum``, ``midden``, ``maximum`` in plaatsen voor de hele
        provincie (NaN = onbekend), ``status`` en ``toelichting``.
    parameters : Parameters
        De parameters waarmee gerekend wordt.
    locatietypen : Mapping of str to Locatietype
        Per code.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    toetslagen : tuple of Toetslaag
        Lagen met uitsluitingen of aandachtspunten, geladen of niet.
    ses_woa : Seswoa or None
        Sociaaleconomische status per gemeente; None is niet geladen.
    """

    gemeenten: gpd.GeoDataFrame
    bestaand: pd.DataFrame
    opvang: gpd.GeoDataFrame
    inwonerpunten: gpd.GeoDataFrame
    kernen: gpd.GeoDataFrame
    inwonerraster: Inwonerraster | None
    voorzieningen: Mapping[str, tuple[Voorzieningen, ...]]
    buurten: Buurten | None
    doelset: Doelset
    doelen: pd.DataFrame
    parameters: Parameters
    locatietypen: Mapping[str, Locatietype]
    aandachtsgroepen: Mapping[str, Aandachtsgroep]
    toetslagen: tuple[Toetslaag, ...]
    ses_woa: Seswoa | None = None

    @property
    def inwoners_nederland(self) -> float:
        """Inwoners van alle gemeenten samen."""
        return float(self.gemeenten["inwoners"].sum())

    def landelijk_doel_per_1000(self, grens: str = "midden") -> float:
        """Landelijk doel in plaatsen per 1.000 inwoners.

        Het landelijke totaal van de doelset zelf, als een provincie onbekend is en de doelset
        dat totaal geeft; anders over de provincies waarvan het doel bekend is, en NaN als dat
        er geen zijn.

        Parameters
        ----------
        grens : {"minimum", "midden", "maximum"}
            Welk punt van de bandbreedte.
        """
        totaal = self.doelset.landelijk
        if totaal is not None and self.doelen["midden"].isna().any():
            plaatsen = totaal.plaatsen
            punt = {"minimum": plaatsen.laag, "midden": plaatsen.midden, "maximum": plaatsen.hoog}
            waarde = punt[grens]
            return float("nan") if waarde is None else 1000 * waarde / self.inwoners_nederland
        bekend = self.doelen[grens].fillna(self.doelen["midden"]).dropna()
        inwoners = self.gemeenten.groupby("provincie")["inwoners"].sum().reindex(bekend.index)
        return float(1000 * bekend.sum() / inwoners.sum()) if len(bekend) else float("nan")

    @property
    def status_bestaand(self) -> Status:
        """Hoe zeker het beeld van de bestaande opvang is."""
        return zwakste(*(Status(status) for status in self.bestaand["status"].unique()))
