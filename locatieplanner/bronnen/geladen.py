"""Wat er van een laag geladen is: de delen uit de cache, samengevoegd."""

from dataclasses import dataclass
from datetime import datetime

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.cache import Lagencache, Manifest
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD

_OSM_SLEUTEL = "osm_id"


@dataclass(frozen=True)
class Geladen:
    """Een laag zoals zij in de cache staat.

    Parameters
    ----------
    gegevens : DataFrame
        De rijen van alle delen, elk één keer; met vormen een GeoDataFrame in RD.
    manifesten : tuple of Manifest
        Van elk deel, het laatst opgehaalde eerst.
    """

    gegevens: pd.DataFrame
    manifesten: tuple[Manifest, ...]

    @property
    def dekking(self) -> BaseGeometry | None:
        """Waar de laag volledig is (RD); None is heel Nederland."""
        return dekking_van(self.manifesten)

    @property
    def opgehaald(self) -> datetime:
        """Wanneer het oudste deel opgehaald is."""
        return min(manifest.tijdstip for manifest in self.manifesten)

    @property
    def vormen(self) -> gpd.GeoDataFrame:
        """De gegevens als GeoDataFrame; zonder rijen een leeg."""
        if isinstance(self.gegevens, gpd.GeoDataFrame):
            return self.gegevens
        return gpd.GeoDataFrame(self.gegevens, geometry=gpd.GeoSeries([], crs=RD))


def dekking_van(manifesten: tuple[Manifest, ...]) -> BaseGeometry | None:
    """Voeg de dekking van delen samen; None is heel Nederland."""
    vlak = shapely.union_all([manifest.vlak for manifest in manifesten])
    return None if vlak.covers(HEEL_NEDERLAND.vlak) else vlak


def lees_geladen(laag: Laag, cache: Lagencache) -> Geladen | None:
    """Lees een laag uit de cache; None als er niets van geladen is.

    Wat in meer dan één deel staat, komt uit het laatst opgehaalde.

    Raises
    ------
    LaagFout
        Als een deel beschadigd is.
    """
    manifesten = cache.delen(laag.id)
    if not manifesten:
        return None
    delen = [cache.lees(manifest) for manifest in manifesten]
    gegevens = delen[0] if len(delen) == 1 else _samen(delen, laag)
    return Geladen(gegevens, manifesten)


def _samen(delen: list[pd.DataFrame], laag: Laag) -> pd.DataFrame:
    """De delen onder elkaar, elke rij één keer."""
    samen: pd.DataFrame = pd.concat(delen, ignore_index=True)
    sleutel = laag.dienst.sleutel if laag.dienst else ""
    kolommen = [sleutel] if sleutel else []
    if _OSM_SLEUTEL in samen:
        # Eén plek kan in OpenStreetMap twee voorzieningen zijn.
        kolommen = [_OSM_SLEUTEL, "categorie"]
    if kolommen:
        return samen.drop_duplicates(kolommen, ignore_index=True)
    if isinstance(samen, gpd.GeoDataFrame):
        dubbel = samen.geometry.to_wkb().duplicated()
        enkel: pd.DataFrame = samen[~dubbel].reset_index(drop=True)
        return enkel
    return samen.drop_duplicates(ignore_index=True)
