"""De tabel die de deur uit gaat, en wat daarin voor derden onherkenbaar moet zijn.

De ligging van een beschermde locatie komt buiten de planners hooguit per gemeente in een bestand.
Dat gaat verder dan het punt. Een naam noemt vaak de wijk en een id is elders op te zoeken. Uit een
deelscore is een plek terug te rekenen (afstanden tot bekende voorzieningen), en bij de juiste
gewichten is het totaal, of de plaats in de rangorde, niets anders dan die deelscore. Een reden van
uitsluiting is vrije tekst. Dat alles gaat er dan uit; beschermde rijen staan achteraan, in een
volgorde die alleen van de gedeelde kolommen afhangt. De rang van de andere rijen loopt door zonder
gaten: een gat zou de plaats van een beschermde locatie noemen.
"""

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import KOLOMMEN, SCHEIDING, Beoordeling
from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.criteria.ligging import plekken
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.kolommen import COORDINATEN, NIET_GETOETST, STATUS, invoerkolommen

AFGESCHERMD = (
    "beschermd: ligging, scores en rang zijn niet gedeeld; het punt staat voor de hele gemeente"
)
"""Aandachtspunt bij een beschermde locatie in een bestand voor derden."""

UITGESLOTEN = "uitgesloten; de reden is niet gedeeld"

_DATUMS = ("beschikbaar_van", "beschikbaar_tot")
_VERZWEGEN = (
    *(f"score_{naam}" for naam in CRITERIA),
    *("score_totaal", "rang", "volledigheid"),
)
_GEDEELD = ["gemeentecode", "type", "capaciteit", "uitsluitingen"]


def deelbare_tabel(beoordeling: Beoordeling, *, deel_beschermd: bool = True) -> gpd.GeoDataFrame:
    """Geef de rijen van een beoordeling, op rangvolgorde.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat er weg te schrijven is.
    deel_beschermd : bool, optional
        False voor wie geen planner is: beschermde locaties staan er dan alleen per gemeente in,
        achteraan en zonder eigen id.

    Returns
    -------
    GeoDataFrame
        Kolommen `KOLOMMEN`, ``x`` en ``y`` (RD, hele meters), ``status_<criterium>``,
        ``niet_getoetst``, de kolommen van de invoer en ``geometry`` (RD).
    """
    tabel = _volledig(beoordeling)
    if deel_beschermd:
        return tabel
    masker = pd.Series(_beschermde_rijen(beoordeling), index=tabel.index)
    tabel = _afgeschermd(tabel, masker, beoordeling.omgeving.gemeenten)
    nieuw = _volgorde_voor_derden(tabel, masker)
    tabel, masker = tabel.iloc[nieuw].copy(), masker.iloc[nieuw]
    tabel.loc[masker, "id"] = _codes(set(tabel.loc[~masker, "id"]), int(masker.sum()))
    tabel["rang"] = tabel["rang"].rank(method="min").astype("Int64")
    return tabel.reset_index(drop=True)


def gedeelde_volgorde(
    beoordeling: Beoordeling, *, deel_beschermd: bool = True
) -> NDArray[np.int64]:
    """Geef de rijnummers van de kandidaten in de volgorde van `deelbare_tabel`."""
    volgorde = beoordeling.volgorde()
    if deel_beschermd:
        return volgorde
    tabel = _volledig(beoordeling)
    masker = pd.Series(_beschermde_rijen(beoordeling), index=tabel.index)
    tabel = _afgeschermd(tabel, masker, beoordeling.omgeving.gemeenten)
    return volgorde[_volgorde_voor_derden(tabel, masker)]


def is_afgeschermd(beoordeling: Beoordeling, id: str) -> bool:
    """Of de ligging van een kandidaat buiten de planners niet gedeeld mag worden."""
    rij = beoordeling.rij(id)
    kandidaat = beoordeling.kandidaten.iloc[rij : rij + 1]
    return bool(beschermd(kandidaat, beoordeling.omgeving)[0])


def _volledig(beoordeling: Beoordeling) -> gpd.GeoDataFrame:
    """De tabel voor planners: alles, op rangvolgorde."""
    tabel = beoordeling.tabel()
    volgorde = beoordeling.volgorde()
    kandidaten = beoordeling.kandidaten.iloc[volgorde]
    x, y = plekken(kandidaten).round().T
    tabel["x"] = pd.array(x, dtype="Int64")
    tabel["y"] = pd.array(y, dtype="Int64")
    for naam in CRITERIA:
        statussen = beoordeling.maten[naam]["status"].to_numpy()[volgorde]
        tabel[f"{STATUS}{naam}"] = pd.Series([str(status) for status in statussen], dtype="str")
    invoer = invoerkolommen(beoordeling.omgeving.aandachtsgroepen)
    for naam in invoer:
        kolom = kandidaten[naam].reset_index(drop=True)
        # Een datum als tekst: in elke soort bestand gelijk, en zonder tijd of tijdzone.
        tabel[naam] = kolom.dt.strftime("%Y-%m-%d").fillna("") if naam in _DATUMS else kolom
    niet_getoetst = [SCHEIDING.join(beoordeling.niet_getoetst[plek]) for plek in volgorde]
    tabel[NIET_GETOETST] = pd.Series(niet_getoetst, dtype="str")
    statuskolommen = [f"{STATUS}{naam}" for naam in CRITERIA]
    return tabel[[*KOLOMMEN, *COORDINATEN, *statuskolommen, NIET_GETOETST, *invoer, "geometry"]]


def _beschermde_rijen(beoordeling: Beoordeling) -> NDArray[np.bool_]:
    """Welke rijen van de tabel op rangvolgorde beschermd zijn."""
    kandidaten = beoordeling.kandidaten.iloc[beoordeling.volgorde()]
    return beschermd(kandidaten, beoordeling.omgeving)


def _afgeschermd(
    tabel: gpd.GeoDataFrame, masker: pd.Series, gemeenten: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """De tabel met beschermde rijen teruggebracht tot hun gemeente."""
    punten = gemeenten.representative_point()
    # Buiten elke gemeente is er geen punt dat niets verraadt: dan blijft de ligging leeg.
    midden = punten.reindex(tabel["gemeentecode"].where(masker)).to_numpy()
    vormen = tabel.geometry.to_numpy().copy()
    vormen[masker] = midden[masker]
    tabel = tabel.set_geometry(gpd.GeoSeries(vormen, index=tabel.index, crs=tabel.crs))
    for as_, lees in zip(COORDINATEN, (shapely.get_x, shapely.get_y), strict=True):
        waarden = pd.array(lees(midden[masker]).round(), dtype="Float64").astype("Int64")
        tabel.loc[masker, as_] = waarden
    tabel.loc[masker, "naam"] = "Beschermde locatie in " + tabel["gemeente"].fillna("Nederland")
    reden = tabel["uitsluitingen"].ne("")
    tabel.loc[masker & reden, "uitsluitingen"] = UITGESLOTEN
    tabel.loc[masker, "aandachtspunten"] = AFGESCHERMD
    overig = [naam for naam in tabel.columns if naam not in {*KOLOMMEN, *COORDINATEN, "geometry"}]
    for naam in (*_VERZWEGEN, *overig):
        tabel[naam] = tabel[naam].mask(masker, "" if _is_tekst(tabel[naam]) else np.nan)
    return tabel


def _volgorde_voor_derden(tabel: gpd.GeoDataFrame, masker: pd.Series) -> NDArray[np.int64]:
    """Plaatsen in de tabel: eerst wie gedeeld wordt, dan de beschermde op gedeelde kolommen.

    Beschermde rijen die daarin gelijk zijn, zijn dat helemaal: hun onderlinge volgorde zegt niets.
    """
    beschermde = tabel.loc[masker, _GEDEELD].sort_values(_GEDEELD, kind="stable")
    return np.concatenate(
        [np.flatnonzero(~masker.to_numpy()), beschermde.index.to_numpy(dtype=np.int64)]
    )


def _codes(bezet: set[str], aantal: int) -> list[str]:
    """Zoveel codes die van niets afhangen dan de plaats in de tabel."""

    def vrij() -> Iterator[str]:
        nummer = 0
        while True:
            nummer += 1
            if f"beschermd-{nummer}" not in bezet:
                yield f"beschermd-{nummer}"

    codes = vrij()
    return [next(codes) for _ in range(aantal)]


def _is_tekst(kolom: pd.Series) -> bool:
    return pd.api.types.is_string_dtype(kolom.dtype) or kolom.dtype == object
