"""Wat diensten met vormen delen: de opbrengst, en het natrekken van een leeg antwoord."""

from collections.abc import Callable, Sequence

import geopandas as gpd
import pandas as pd

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, dienstfout
from locatieplanner.bronnen.opbrengst import Opbrengst
from locatieplanner.bronnen.ophaalbeurt import Ophaalbeurt, Verzameld
from locatieplanner.bronnen.rdvormen import Vormen
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.notatie import getal

Omvang = tuple[float, float, float, float]
"""``x_min, y_min, x_max, y_max`` in RD."""

ENKELE = 10
"""Zoveel rijen zijn genoeg om er een met een vorm bij te hebben."""

_ROND_EEN_VORM_M = 1.0


def met_vormen(kolommen: pd.DataFrame, vormen: Vormen) -> gpd.GeoDataFrame:
    """Zet vormen in RD bij hun kolommen."""
    return gpd.GeoDataFrame(kolommen, geometry=gpd.GeoSeries(vormen, crs=RD))


def opbrengst(beurt: Ophaalbeurt, verzameld: Verzameld, adres: str, jaar: str) -> Opbrengst:
    """Maak de opbrengst van rijen met vormen; een rij zonder vorm valt weg en wordt genoemd."""
    zonder = verzameld.rijen["geometry"].isna()
    opmerkingen = {
        "vlak hersteld dat zichzelf kruiste": verzameld.hersteld,
        "rij zonder ligging weggelaten": int(zonder.sum()),
    }
    return Opbrengst(
        gegevens=verzameld.rijen[~zonder].reset_index(drop=True),
        adres=adres,
        dekking=beurt.dekking,
        peildatum=jaar,
        toelichting="; ".join(
            f"{getal(aantal)} × {wat}" for wat, aantal in opmerkingen.items() if aantal
        ),
    )


def trek_leegte_na(beurt: Ophaalbeurt, vraag: Callable[[Omvang | None], Sequence[Omvang]]) -> None:
    """Controleer dat de dienst echt niets in dit gebied heeft.

    Een dienst die de vraag naar ligging anders leest (graden in plaats van meters, assen
    verwisseld) geeft ook niets terug, en dan lijkt elk gebied vrij. Daarom: op de plek van een
    vorm die er wel is, moet de dienst ook iets vinden.

    Parameters
    ----------
    beurt : Ophaalbeurt
        Wat er opgehaald werd.
    vraag : callable
        Geeft de omvang van enkele vormen binnen een omvang, of waar dan ook.

    Raises
    ------
    DienstFout
        Als de dienst helemaal geen vormen heeft, of er geen vindt waar er een is.
    """
    ergens = vraag(None)
    if not ergens:
        raise dienstfout(
            beurt.dienst.naam,
            f"geeft voor {beurt.dienst.onderdeel} helemaal niets, ook niet buiten dit gebied",
            HERSTEL_CATALOGUS,
        )
    x_min, y_min, x_max, y_max = ergens[0]
    ruimte = _ROND_EEN_VORM_M
    if not vraag((x_min - ruimte, y_min - ruimte, x_max + ruimte, y_max + ruimte)):
        raise dienstfout(
            beurt.dienst.naam,
            f"vindt in {beurt.dienst.onderdeel} niets op een plek waar zij wel iets heeft: zij "
            "zoekt niet op ligging in RD",
            HERSTEL_CATALOGUS,
        )
