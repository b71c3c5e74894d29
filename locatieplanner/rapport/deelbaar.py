"""De tabel die de deur uit gaat, en wat daarin voor derden onherkenbaar moet zijn.

De ligging van een beschermde locatie komt buiten de planners hooguit per gemeente in een bestand.
Dat gaat verder dan het punt: een naam noemt vaak de wijk, uit de deelscores is een plek terug te
rekenen (afstanden tot bekende voorzieningen), en een reden van uitsluiting is vrije tekst. Ook die
gaan er dan uit.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import KOLOMMEN, Beoordeling
from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.criteria.ligging import plekken
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.kolommen import COORDINATEN

AFGESCHERMD = (
    "beschermd: ligging en deelscores zijn niet gedeeld; het punt staat voor de hele gemeente"
)
"""Aandachtspunt bij een beschermde locatie in een bestand voor derden."""

UITGESLOTEN = "uitgesloten; de reden is niet gedeeld"


def deelbare_tabel(beoordeling: Beoordeling, *, deel_beschermd: bool = True) -> gpd.GeoDataFrame:
    """Geef de rijen van een beoordeling, op rangvolgorde.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat er weg te schrijven is.
    deel_beschermd : bool, optional
        False voor wie geen planner is: beschermde locaties staan er dan alleen per gemeente in.

    Returns
    -------
    GeoDataFrame
        Kolommen `KOLOMMEN`, ``x`` en ``y`` (RD, hele meters) en ``geometry`` (RD).
    """
    tabel = beoordeling.tabel()
    kandidaten = beoordeling.kandidaten.iloc[beoordeling.volgorde()]
    x, y = plekken(kandidaten).round().T
    tabel["x"] = pd.array(x, dtype="Int64")
    tabel["y"] = pd.array(y, dtype="Int64")
    if not deel_beschermd:
        masker = beschermd(kandidaten, beoordeling.omgeving)
        tabel = _afgeschermd(tabel, masker, beoordeling.omgeving.gemeenten)
    return tabel[[*KOLOMMEN, *COORDINATEN, "geometry"]]


def is_afgeschermd(beoordeling: Beoordeling, id: str) -> bool:
    """Of de ligging van een kandidaat buiten de planners niet gedeeld mag worden."""
    rij = beoordeling.rij(id)
    kandidaat = beoordeling.kandidaten.iloc[rij : rij + 1]
    return bool(beschermd(kandidaat, beoordeling.omgeving)[0])


def _afgeschermd(
    tabel: gpd.GeoDataFrame, beschermde_rijen: NDArray[np.bool_], gemeenten: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """De tabel met beschermde rijen teruggebracht tot hun gemeente."""
    masker = pd.Series(beschermde_rijen, index=tabel.index)
    punten = gemeenten.representative_point()
    # Buiten elke gemeente is er geen punt dat niets verraadt: dan blijft de ligging leeg.
    midden = punten.reindex(tabel["gemeentecode"].where(masker)).to_numpy()
    vormen = tabel.geometry.to_numpy().copy()
    vormen[masker] = midden[masker]
    tabel = tabel.set_geometry(gpd.GeoSeries(vormen, index=tabel.index, crs=tabel.crs))
    for as_, lees in zip(COORDINATEN, (shapely.get_x, shapely.get_y), strict=True):
        waarden = pd.array(lees(midden[masker]).round(), dtype="Float64").astype("Int64")
        tabel.loc[masker, as_] = waarden
    tabel.loc[masker, [f"score_{naam}" for naam in CRITERIA]] = float("nan")
    tabel.loc[masker, "naam"] = "Beschermde locatie in " + tabel["gemeente"].fillna("Nederland")
    reden = tabel["uitsluitingen"].ne("")
    tabel.loc[masker & reden, "uitsluitingen"] = UITGESLOTEN
    tabel.loc[masker, "aandachtspunten"] = AFGESCHERMD
    return tabel
