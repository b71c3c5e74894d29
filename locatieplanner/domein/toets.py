"""Toetsen: regels die een laag aan een plek stelt, los van de scores."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.herkomst import Herkomst


class Gebruik(StrEnum):
    """Wat een regel met een kandidaat doet."""

    UITSLUITING = "uitsluiting"
    AANDACHTSPUNT = "aandachtspunt"


class Predicaat(StrEnum):
    """Hoe een kandidaat ten opzichte van een vlak moet liggen om de regel te raken."""

    BINNEN = "binnen"
    NABIJ = "nabij"


@dataclass(frozen=True)
class Regel:
    """Eén regel van een laag.

    Parameters
    ----------
    gebruik : Gebruik
        Uitsluiting of aandachtspunt.
    predicaat : Predicaat
        ``binnen``: de kandidaat raakt het vlak. ``nabij``: zij ligt erbuiten, maar binnen
        `afstand_m`.
    tekst : str
        Wat er bij de kandidaat komt te staan; ``{naam}`` en ``{afstand}`` worden ingevuld.
    reden : str
        Waarom deze regel er is.
    bron : str
        Waar de regel op rust.
    afstand_m : float, optional
        Bereik van ``nabij``, meters.
    waar : Mapping of str to tuple of str, optional
        Kolom en de waarden waarvoor de regel geldt; leeg is voor alle vlakken.
    """

    gebruik: Gebruik
    predicaat: Predicaat
    tekst: str
    reden: str
    bron: str
    afstand_m: float = 0.0
    waar: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Toetslaag:
    """Een laag met regels, en de vlakken als zij geladen is.

    Parameters
    ----------
    id, naam : str
        Korte naam, en de naam voor de gebruiker.
    regels : tuple of Regel
        Wat er getoetst wordt.
    herkomst : Herkomst
        Bron en peildatum van de vlakken.
    vlakken : GeoDataFrame or None
        Vlakken (RD) met een kolom ``naam``; None is niet geladen.
    dekking : BaseGeometry or None
        Waar de laag geladen is (RD); None is nergens of, met vlakken, heel Nederland.
    """

    id: str
    naam: str
    regels: tuple[Regel, ...]
    herkomst: Herkomst
    vlakken: gpd.GeoDataFrame | None = None
    dekking: BaseGeometry | None = None
