"""De vraag aan het rooster: wat er komt, hoe er gewogen wordt, en welke eigen rasters gelden."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Punten
from locatieplanner.domein.toets import Gebruik
from locatieplanner.fouten import GebiedFout, GewichtenFout, InvoerFout

CRITERIUM = "criterium"
GEBRUIKEN = (str(Gebruik.UITSLUITING), str(Gebruik.AANDACHTSPUNT), CRITERIUM)
"""Waarvoor een eigen raster kan dienen."""

MEESTE_EIGEN_CRITERIA = 3
"""Met de vier van zichzelf past welke criteria bekend zijn in één byte."""


@dataclass(frozen=True)
class EigenRaster:
    """Een raster van de gebruiker en waar het voor dient.

    Parameters
    ----------
    pad : Path
        Een GeoTIFF.
    naam : str
        Hoe het raster heet in uitkomsten.
    gebruik : str
        Een van `GEBRUIKEN`. Bij een uitsluiting of aandachtspunt geldt die waar de waarde niet nul
        is; bij een criterium geeft `waardefunctie` de score.
    eenheid : str
        Eenheid van de waarden.
    waardefunctie : Punten, optional
        Knikpunten (waarde, score 0–100), op volgorde van waarde; alleen bij een criterium.
    gewicht : float, optional
        Hoe zwaar het criterium telt naast de vier.

    Raises
    ------
    InvoerFout
        Als het gebruik niet bestaat, of eenheid, knikpunten of gewicht ontbreken of niet kloppen.
    """

    pad: Path
    naam: str
    gebruik: str
    eenheid: str
    waardefunctie: Punten = ()
    gewicht: float = 0.0

    def __post_init__(self) -> None:
        if self.gebruik not in GEBRUIKEN:
            raise InvoerFout(
                f"'{self.gebruik}' is geen gebruik van een raster; kies uit {', '.join(GEBRUIKEN)}."
            )
        if not self.eenheid.strip():
            raise InvoerFout(
                f"Van het raster {self.naam} is de eenheid niet gegeven. Een getal zonder eenheid "
                "is niet te lezen: schrijf bijvoorbeeld dB, m of ja/nee."
            )
        if self.gebruik != CRITERIUM:
            return
        waarden = [waarde for waarde, _ in self.waardefunctie]
        if len(waarden) < 2 or any(na <= voor for voor, na in pairwise(waarden)):
            raise InvoerFout(
                f"Het raster {self.naam} heeft ten minste twee knikpunten nodig, elk met een "
                'hogere waarde dan het vorige, zoals "45:100;65:0".'
            )
        if not all(0 <= score <= 100 for _, score in self.waardefunctie):
            raise InvoerFout(f"Van het raster {self.naam} loopt een score buiten 0 tot 100.")
        if not np.isfinite(self.gewicht) or self.gewicht <= 0:
            raise GewichtenFout(
                f"Het gewicht van het raster {self.naam} moet een getal boven nul zijn."
            )


@dataclass(frozen=True)
class Instelling:
    """Wat er op elke cel beoordeeld wordt.

    Parameters
    ----------
    capaciteit : int
        Plaatsen van de denkbeeldige locatie.
    type : str
        Code van een locatietype.
    aandelen : Mapping of str to float, optional
        Aandeel (0–1) per aandachtsgroep, samen 1; leeg is onbekend.
    gewichten : Gewichten, optional
        Gewichten van de vier criteria.
    rasters : tuple of EigenRaster, optional
        Rasters van de gebruiker.

    Raises
    ------
    InvoerFout
        Als de capaciteit of de aandelen niet kunnen, of er te veel eigen criteria zijn.
    """

    capaciteit: int
    type: str
    aandelen: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    gewichten: Gewichten = field(default_factory=Gewichten)
    rasters: tuple[EigenRaster, ...] = ()

    def __post_init__(self) -> None:
        if self.capaciteit < 1:
            raise InvoerFout("De capaciteit moet ten minste 1 plaats zijn.")
        som = sum(self.aandelen.values())
        if self.aandelen and (abs(som - 1) > 0.01 or min(self.aandelen.values()) < 0):
            raise InvoerFout(
                "De aandelen van de groepen moeten samen 1 (100 %) zijn, en geen ervan onder nul."
            )
        if len(self.eigen_criteria) > MEESTE_EIGEN_CRITERIA:
            raise InvoerFout(
                f"Er kunnen hoogstens {MEESTE_EIGEN_CRITERIA} rasters als criterium mee; laat er "
                "een weg of gebruik het als uitsluiting of aandachtspunt."
            )

    @property
    def eigen_criteria(self) -> tuple[EigenRaster, ...]:
        """De rasters die een score geven."""
        return tuple(raster for raster in self.rasters if raster.gebruik == CRITERIUM)

    @property
    def weging(self) -> NDArray[np.float64]:
        """Aandelen van de vier criteria en de eigen criteria daarachter; som 1."""
        vier = self.gewichten
        eigen = [raster.gewicht for raster in self.eigen_criteria]
        # Gewichten zijn verhoudingen: 25 naast vier keer 25 telt een vijfde.
        alles = np.array([vier.spreiding, vier.kleinschaligheid, vier.nabijheid, vier.mix, *eigen])
        return np.asarray(alles / alles.max() / (alles / alles.max()).sum(), dtype=np.float64)

    def met_gewichten(self, gewichten: Gewichten) -> "Instelling":
        """Geef deze instelling met andere gewichten."""
        return replace(self, gewichten=gewichten)

    def toets_aan(self, omgeving: Omgeving) -> None:
        """Controleer of type en groepen bestaan.

        Raises
        ------
        InvoerFout
            Als een code niet bestaat.
        """
        if self.type not in omgeving.locatietypen:
            raise InvoerFout(
                f"'{self.type}' is geen locatietype; kies uit {', '.join(omgeving.locatietypen)}."
            )
        vreemd = [code for code in self.aandelen if code not in omgeving.aandachtsgroepen]
        if vreemd:
            raise InvoerFout(
                f"'{vreemd[0]}' is geen aandachtsgroep; kies uit "
                f"{', '.join(omgeving.aandachtsgroepen)}."
            )


@dataclass(frozen=True)
class Zoekgebied:
    """Waar gezocht wordt: een of meer gemeenten.

    Parameters
    ----------
    naam : str
        Naam voor de gebruiker.
    codes : tuple of str
        Gemeentecodes.
    """

    naam: str
    codes: tuple[str, ...]

    @classmethod
    def gemeente(cls, code: str, gemeenten: gpd.GeoDataFrame) -> "Zoekgebied":
        """Geef één gemeente.

        Raises
        ------
        GebiedFout
            Als de code niet bestaat.
        """
        if code not in gemeenten.index:
            raise GebiedFout(f"Er is geen gemeente met code '{code}'.")
        return cls(f"{gemeenten['gemeente'].loc[code]} (gemeente)", (code,))

    @classmethod
    def provincie(cls, naam: str, gemeenten: gpd.GeoDataFrame) -> "Zoekgebied":
        """Geef alle gemeenten van een provincie.

        Raises
        ------
        GebiedFout
            Als er geen gemeente in ligt.
        """
        codes = tuple(str(code) for code in gemeenten.index[gemeenten["provincie"] == naam])
        if not codes:
            raise GebiedFout(f"Er is geen gemeente in de provincie '{naam}'.")
        return cls(f"{naam} (provincie)", codes)

    @classmethod
    def nederland(cls, gemeenten: gpd.GeoDataFrame) -> "Zoekgebied":
        """Geef alle gemeenten."""
        return cls("Nederland", tuple(str(code) for code in gemeenten.index))
