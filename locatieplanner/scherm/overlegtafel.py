"""Wat er in een overleg op tafel ligt: een paar locaties, zoals iedereen in de zaal ze mag zien.

Een beamer is een bestand voor derden: een beschermde locatie staat er alleen met haar gemeente.
Wie haar ligging mag zien, vindt die op de pagina Kaart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.rapport.deelbaar import AFGESCHERMD, deelbare_tabel, gedeelde_volgorde

MEESTE = 6
"""Zoveel locaties liggen er zonder plan op tafel: meer is in tien minuten niet te bespreken."""


@dataclass(frozen=True, eq=False)
class Tafel:
    """De locaties die op tafel liggen.

    Parameters
    ----------
    rijen : GeoDataFrame
        Index: de code waaronder een locatie gedeeld wordt. De kolommen van
        `locatieplanner.rapport.deelbaar.deelbare_tabel`, met ``eigen_id`` (alleen voor het
        programma zelf), ``beschermd``, en ``plaatsen``: die in het plan, of de volle capaciteit.
    bron : str
        Waarom juist deze locaties, in woorden.
    """

    rijen: gpd.GeoDataFrame
    bron: str

    @property
    def plaatsen(self) -> pd.Series:
        """Plaatsen per eigen id."""
        plaatsen: pd.Series = self.rijen.set_index("eigen_id")["plaatsen"].astype("int64")
        return plaatsen


def gedeelde_rijen(beoordeling: Beoordeling, gemeenten: pd.Index) -> gpd.GeoDataFrame:
    """Geef de kandidaten van een gebied zoals de zaal ze mag zien, op gedeelde volgorde.

    Parameters
    ----------
    beoordeling : Beoordeling
        De kandidaten.
    gemeenten : Index
        Codes van de gemeenten van het gebied.
    """
    tabel = deelbare_tabel(beoordeling, deel_beschermd=False)
    volgorde = gedeelde_volgorde(beoordeling, deel_beschermd=False)
    tabel["eigen_id"] = beoordeling.kandidaten.index.to_numpy(dtype=str)[volgorde]
    tabel["beschermd"] = tabel["aandachtspunten"].eq(AFGESCHERMD)
    tabel["plaatsen"] = tabel["capaciteit"]
    return tabel[tabel["gemeentecode"].isin(gemeenten)].set_index("id")


def dek_tafel(
    rijen: gpd.GeoDataFrame,
    plan: pd.Series | None = None,
    naam: str = "",
    codes: Sequence[str] = (),
) -> Tafel:
    """Leg locaties op tafel: zelf gekozen, die van een plan, of de hoogste in rang.

    Zonder plan komen beschermde locaties achteraan: hun rang is niet gedeeld.

    Parameters
    ----------
    rijen : GeoDataFrame
        Uitkomst van `gedeelde_rijen`.
    plan : Series, optional
        Plaatsen per eigen id.
    naam : str, optional
        Naam van het plan.
    codes : sequence of str, optional
        De zelf gekozen locaties, in de volgorde waarin zij op tafel komen.
    """
    if plan is not None:
        in_plan = rijen["eigen_id"].map(plan)
        rijen = rijen.assign(plaatsen=in_plan.fillna(rijen["capaciteit"]))
    if codes:
        return Tafel(rijen.loc[list(codes)], "de locaties die voor dit overleg gekozen zijn")
    if plan is not None:
        return Tafel(rijen[in_plan.notna()], f"de locaties van {naam} in dit gebied")
    open_ = rijen[rijen["uitsluitingen"].eq("")]
    return Tafel(open_.head(MEESTE), "de hoogste in rang in dit gebied")
