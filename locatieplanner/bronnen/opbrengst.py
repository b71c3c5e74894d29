"""De opbrengst van een ophaalbeurt, en hoe ver zij is."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Opbrengst:
    """Wat een dienst voor één gebied gaf.

    Parameters
    ----------
    gegevens : DataFrame
        Met de kolommen van de laag; met vormen is het een GeoDataFrame in RD.
    adres : str
        Waar het vandaan komt.
    dekking : BaseGeometry
        Waar de gegevens volledig zijn, RD.
    peildatum : str, optional
        Van wanneer de gegevens zijn volgens de dienst.
    toelichting : str, optional
        Wat een lezer nog moet weten.
    """

    gegevens: pd.DataFrame
    adres: str
    dekking: BaseGeometry
    peildatum: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Stap:
    """Hoe ver een ophaalbeurt is.

    Parameters
    ----------
    tekst : str
        Wat er gebeurt.
    gedaan : int
        Hoeveel er is.
    totaal : int or None
        Hoeveel er komt; None als dat niet bekend is.
    """

    tekst: str
    gedaan: int
    totaal: int | None = None


Voortgang = Callable[[Stap], None]
"""Krijgt elke stap te horen."""
