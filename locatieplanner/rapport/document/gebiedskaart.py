"""De kaart van een gebied in een rapport: gemeenten naar dichtheid, kandidaten en opvang."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.rapport.document.bronnenlijst import bronvermelding
from locatieplanner.rapport.document.kaartbeeld import Kaartbeeld, Kaartpunt, Kaartvlak

_RAND = 0.12
"""Zoveel ruimte om het gebied heen, als deel van zijn grootste maat."""


def gebiedskaart(
    omgeving: Omgeving,
    stand: pd.DataFrame,
    kaart: gpd.GeoDataFrame,
    codes: pd.Index,
    gebied: str,
    punten: tuple[Kaartpunt, ...],
    hoogte_cm: float,
) -> Kaartbeeld:
    """Maak de kaart van een aantal gemeenten, met wat eromheen ligt.

    Parameters
    ----------
    omgeving : Omgeving
        Met de bestaande opvang.
    stand : DataFrame
        Uitkomst van `locatieplanner.opgave.gemeentestand.stand_per_gemeente`.
    kaart : GeoDataFrame
        Gemeenten om te tonen, index ``gemeentecode``, RD.
    codes : Index
        De gemeenten waar de kaart over gaat.
    gebied : str
        Naam van het gebied in een zin.
    punten : tuple of Kaartpunt
        De kandidaten.
    hoogte_cm : float
        Hoe hoog de kaart hoogstens is.
    """
    x_min, y_min, x_max, y_max = kaart.loc[codes].total_bounds
    rand = _RAND * max(x_max - x_min, y_max - y_min)
    omvang = (
        float(x_min - rand), float(y_min - rand), float(x_max + rand), float(y_max + rand)
    )  # fmt: skip
    # Het kader is breder dan de omvang als het gebied hoog is: ook daar horen gemeenten.
    ruim = shapely.box(*omvang).buffer(max(x_max - x_min, y_max - y_min))
    hier = kaart[kaart.intersects(ruim)]
    dichtheid = stand["plaatsen_per_1000"].reindex(hier.index).to_numpy(dtype=np.float64)
    klassen = DICHTHEIDSKLASSEN.klasse_van(dichtheid)
    vormen = shapely.intersection(hier.geometry.to_numpy(), ruim)
    hoofd = hier.index.isin(codes)
    vlakken = tuple(
        Kaartvlak(vorm, str(naam), int(klasse), bool(is_hoofd))
        for vorm, naam, klasse, is_hoofd in zip(
            vormen, hier["gemeente"], klassen, hoofd, strict=True
        )
        if vorm.area > 0
    )
    opvang = omgeving.opvang.cx[omvang[0] : omvang[2], omvang[1] : omvang[3]].get_coordinates()
    return Kaartbeeld(
        gebied=gebied,
        omvang=omvang,
        vlakken=vlakken,
        klassen=DICHTHEIDSKLASSEN,
        punten=punten,
        opvang=tuple((float(x), float(y)) for x, y in opvang.to_numpy()),
        bron=bronvermelding(),
        hoogte_cm=hoogte_cm,
    )
