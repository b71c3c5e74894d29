"""Kandidaten als JSON: per kandidaat een object met alleen wat er ingevuld is.

Wat leeg of onbekend is, staat er niet in. De geometrie is WKB in hexadecimale tekens: zo blijft
elke coördinaat precies wat zij was. ``volgorde`` is de plaats in de tabel.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import UnionType
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.domein.gebied import RD
from locatieplanner.domein.kandidaat import AANDEEL, ID
from locatieplanner.invoer.datums import DATUMTYPE
from locatieplanner.opslag.canoniek import Json

VORM, VOLGORDE = "geometry", "volgorde"

_DATUMS = ("beschikbaar_van", "beschikbaar_tot")
_GETALLEN = {"capaciteit": "int64", "woningen": "Int64"}
_GROOTSTE, _GROOTSTE_AANDEEL = 2**53, 1.01


def als_json(kandidaten: gpd.GeoDataFrame, kolommen: Iterable[str]) -> dict[str, Json]:
    """Geef de kandidaten als objecten, per id.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Index ``id``; alleen `kolommen` doen mee.
    kolommen : iterable of str
        De kolommen van een kandidatentabel, met ``geometry``.
    """
    objecten: dict[str, Json] = {str(id_): {} for id_ in kandidaten.index}
    for kolom in kolommen:
        if kolom not in kandidaten.columns:
            continue
        waarden = _kolom_als_json(kandidaten[kolom], kolom)
        for object_, waarde in zip(objecten.values(), waarden, strict=True):
            if waarde is not None and waarde != "":
                object_[kolom] = waarde
    return objecten


def uit_json(objecten: Mapping[str, Json], kolommen: Iterable[str]) -> gpd.GeoDataFrame:
    """Maak een kandidatentabel van objecten, op hun ``volgorde``.

    Parameters
    ----------
    objecten : mapping of str to object
        Per id de kandidaat; ``geometry`` als WKB in hexadecimale tekens of bytes.
    kolommen : iterable of str
        De kolommen van de tabel; wat een object meer heeft, doet niet mee.

    Raises
    ------
    ValueError, TypeError
        Als een waarde niet van de soort van haar kolom is.
    """
    ids = sorted(objecten, key=lambda id_: (objecten[id_].get(VOLGORDE, 0), id_))
    rijen = [objecten[id_] for id_ in ids]
    index = pd.Index(ids, dtype="str", name=ID)
    gegevens = {
        kolom: _kolom_uit_json([rij.get(kolom) for rij in rijen], kolom, index)
        for kolom in kolommen
        if kolom != VORM
    }
    vormen = np.array([rij.get(VORM) for rij in rijen], dtype=object)
    return gpd.GeoDataFrame(
        gegevens, geometry=gpd.GeoSeries(lees_vormen(vormen), index=index, crs=RD), index=index
    )


def anders(oud: gpd.GeoDataFrame, nieuw: gpd.GeoDataFrame, kolommen: Iterable[str]) -> pd.Index:
    """Geef de id's die in beide tabellen staan en in een van de kolommen verschillen."""
    gelijke_rijen = oud.index.equals(nieuw.index)
    gedeeld = oud.index if gelijke_rijen else oud.index.intersection(nieuw.index)
    links, rechts = (oud, nieuw) if gelijke_rijen else (oud.loc[gedeeld], nieuw.loc[gedeeld])
    verschilt = np.zeros(len(gedeeld), dtype=bool)
    for kolom in kolommen:
        if kolom == VORM:
            a, b = links.geometry.to_numpy(), rechts.geometry.to_numpy()
            # Bijna altijd is het hetzelfde object; alleen de rest gaat byte voor byte.
            andere = np.flatnonzero([x is not y for x, y in zip(a, b, strict=True)])
            gelijk = shapely.to_wkb(a[andere]) == shapely.to_wkb(b[andere])
            verschilt[andere[~np.asarray(gelijk, dtype=bool)]] = True
        elif kolom in links.columns and kolom in rechts.columns:
            x, y = _vergelijkbaar(links[kolom]), _vergelijkbaar(rechts[kolom])
            # Wat niet aan zichzelf gelijk is, is leeg; twee keer leeg is gelijk.
            verschilt |= np.asarray((x != y) & ~((x != x) & (y != y)), dtype=bool)
    andere_ids: pd.Index = gedeeld[verschilt]
    return andere_ids


def passende_velden(velden: Json) -> bool:
    """Of elke waarde van een kandidaat van de soort van haar kolom is."""
    return all(_past(naam, waarde) for naam, waarde in velden.items())


def vorm_als_tekst(vorm: bytes) -> str:
    """Geef WKB in de hexadecimale tekens waarin een object haar heeft, zonder stelsel erin."""
    return str(shapely.to_wkb(shapely.from_wkb(vorm), hex=True))


def lees_vormen(waarden: NDArray[np.object_]) -> NDArray[np.object_]:
    """Lees WKB, als bytes of als hexadecimale tekens; None blijft None.

    Raises
    ------
    ValueError
        Als een waarde geen vorm is.
    """
    try:
        return np.asarray(shapely.from_wkb(waarden), dtype=object)
    except (shapely.errors.ShapelyError, TypeError) as fout:
        raise ValueError(f"geen vorm: {fout}") from None


def _vergelijkbaar(kolom: pd.Series) -> NDArray[Any]:
    if kolom.dtype == "Int64":
        return kolom.to_numpy(dtype="float64", na_value=np.nan)
    return kolom.to_numpy()


def _past(naam: str, waarde: Any) -> bool:  # noqa: ANN401 - van elke soort
    if naam in _DATUMS:
        try:
            return _datum_uit_tekst(waarde).tzinfo is None
        except (TypeError, ValueError):
            return False
    if naam in _GETALLEN or naam == VOLGORDE:
        return _is_getal(waarde, int) and abs(waarde) <= _GROOTSTE
    if naam.startswith(AANDEEL):
        # Afronden mag de som een fractie boven 1 brengen, net als bij het inlezen.
        return _is_getal(waarde, int | float) and 0 <= waarde <= _GROOTSTE_AANDEEL
    return isinstance(waarde, str)


def _is_getal(waarde: object, soort: type | UnionType) -> bool:
    return isinstance(waarde, soort) and not isinstance(waarde, bool)


def _kolom_als_json(kolom: pd.Series, naam: str) -> list[object]:
    if naam == VORM:
        return list(shapely.to_wkb(kolom.to_numpy(), hex=True, output_dimension=2))
    if naam in _DATUMS:
        return [None if pd.isna(w) else _datum_als_tekst(w) for w in kolom]
    if naam in _GETALLEN:
        return [None if pd.isna(w) else int(w) for w in kolom]
    if naam.startswith(AANDEEL):
        # Optellen met nul maakt van −0,0 een gewone nul: die heeft één schrijfwijze.
        return [None if math.isnan(w) else w + 0.0 for w in kolom.astype("float64").tolist()]
    return [None if pd.isna(w) else str(w) for w in kolom]


def _datum_als_tekst(moment: pd.Timestamp) -> str:
    heel = moment == moment.normalize()
    return moment.date().isoformat() if heel else moment.isoformat()


def _kolom_uit_json(waarden: list[object], naam: str, index: pd.Index) -> pd.Series:
    if naam in _DATUMS:
        momenten = [None if w is None else _datum_uit_tekst(w) for w in waarden]
        return pd.Series(momenten, index=index, dtype=DATUMTYPE)
    if naam in _GETALLEN:
        if any(w is not None and not _is_getal(w, int) for w in waarden):
            raise TypeError(f"in {naam} staat iets anders dan een geheel getal")
        return pd.Series(waarden, index=index, dtype=_GETALLEN[naam])
    if naam.startswith(AANDEEL):
        if any(w is not None and not _is_getal(w, int | float) for w in waarden):
            raise TypeError(f"in {naam} staat iets anders dan een getal")
        return pd.Series([np.nan if w is None else w for w in waarden], index, "float64")
    if any(not isinstance(w, str | None) for w in waarden):
        raise TypeError(f"in {naam} staat iets anders dan tekst")
    return pd.Series(["" if w is None else w for w in waarden], index, "str")


def _datum_uit_tekst(waarde: object) -> datetime:
    if not isinstance(waarde, str):
        raise TypeError("een datum is tekst")
    return datetime.fromisoformat(waarde)
