"""Een ophaalbeurt: wat er gevraagd wordt, een bladzijde ervan, en alles samen."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.dienst import Dienst
from locatieplanner.bronnen.opbrengst import Voortgang
from locatieplanner.bronnen.verzoek import Verzoekgrenzen
from locatieplanner.domein.gebied import HEEL_NEDERLAND, Gebied
from locatieplanner.fouten import LaagFout


@dataclass(frozen=True)
class Ophaalbeurt:
    """Wat er opgehaald wordt, en waar het intussen blijft.

    Parameters
    ----------
    laag : Laag
        De laag.
    dienst : Dienst
        Haar dienst.
    gebied : Gebied
        Voor welk gebied.
    werkmap : Path
        Waar bladzijden blijven tot alles er is.
    meld : Voortgang
        Krijgt elke bladzijde te horen.
    grenzen : Verzoekgrenzen
        Hoe lang, hoe vaak en hoeveel.
    """

    laag: Laag
    dienst: Dienst
    gebied: Gebied
    werkmap: Path
    meld: Voortgang
    grenzen: Verzoekgrenzen

    @property
    def omvang(self) -> tuple[float, float, float, float] | None:
        """Waar om gevraagd wordt, RD; None is alles."""
        return None if self.gebied == HEEL_NEDERLAND else self.gebied.omvang(self.laag.rand_m)

    @property
    def dekking(self) -> BaseGeometry:
        """Waar de opbrengst volledig is, RD."""
        return HEEL_NEDERLAND.vlak if self.omvang is None else box(*self.omvang)


def begin_beurt(
    laag: Laag, gebied: Gebied, werkmap: Path, meld: Voortgang, grenzen: Verzoekgrenzen
) -> Ophaalbeurt:
    """Maak een ophaalbeurt.

    Raises
    ------
    LaagFout
        Als de laag geen dienst heeft.
    """
    if laag.dienst is None:
        raise LaagFout(f"De laag {laag.id} heeft in de catalogus geen dienst om haar op te halen.")
    return Ophaalbeurt(laag, laag.dienst, gebied, werkmap, meld, grenzen)


@dataclass(frozen=True)
class Bladzijde:
    """Wat een dienst op één verzoek gaf.

    Parameters
    ----------
    rijen : DataFrame
        In onze kolommen.
    keuze : Mapping of str to str
        Welke kolommen van de dienst dat waren; leeg op een lege bladzijde.
    sleutels : tuple of str
        Per rij waaraan de dienst haar herkent; leeg als er geen kenmerk is.
    volgende : str
        Adres van de volgende bladzijde; leeg als dit de laatste is.
    totaal : int or None
        Hoeveel rijen er volgens de dienst zijn.
    hersteld : int
        Hoeveel vormen hersteld zijn.
    """

    rijen: pd.DataFrame
    keuze: Mapping[str, str]
    sleutels: tuple[str, ...]
    volgende: str
    totaal: int | None = None
    hersteld: int = 0


@dataclass(frozen=True)
class Verzameld:
    """Alle bladzijden samen: de rijen, en hoeveel vormen hersteld zijn."""

    rijen: pd.DataFrame
    hersteld: int
