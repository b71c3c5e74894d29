"""Verdringing op dezelfde plek: een locatie sluit en vlakbij opent er een voor anderen.

Een sluiting en een opening horen bij elkaar als de locaties hoogstens
``flexwonen.plek_afstand_m`` uit elkaar liggen en er hoogstens ``flexwonen.plek_maanden`` maanden
tussen het einde van de een en het begin van de ander zit, ervoor of erna. Sluitingen en openingen
die zo aan elkaar hangen vormen samen één wisseling; daarover geldt per groep::

    saldo = plaatsen van wat opent − plaatsen van wat sluit

Er is verdringing als het saldo van de ene groep negatief is en dat van een andere positief. Zo is
een groep die in twee kleinere gebouwen ernaast terugkomt, niet verdrongen.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.beschikbaarheid import ALTIJD, NOOIT
from locatieplanner.opgave.wisseling import (
    Onbeoordeeld,
    Reden,
    Soort,
    Uitkomst,
    Verdringing,
    ids,
    redenen,
    verschillen,
)

_Paren = tuple[NDArray[np.int64], NDArray[np.int64]]


def plekwissel(
    plan: gpd.GeoDataFrame,
    personen: pd.DataFrame,
    looptijden: pd.DataFrame,
    maanden: pd.PeriodIndex,
    parameters: Parameters,
) -> Uitkomst:
    """Zoek wisselingen op dezelfde plek.

    Parameters
    ----------
    plan : GeoDataFrame
        Index ``id``; met ligging en vormen (RD).
    personen : DataFrame, shape (n, groepen)
        Personen per groep; NaN is onbekend.
    looptijden : DataFrame
        Uitkomst van `locatieplanner.opgave.looptijd.looptijd`.
    maanden : PeriodIndex
        De maanden waarin een sluiting meetelt.
    parameters : Parameters
        ``flexwonen.…``.
    """
    begin, eind = (looptijden[kolom].to_numpy(dtype=np.int64) for kolom in ("begin", "eind"))
    begin_onbekend, einde_onbekend = (
        looptijden[kolom].to_numpy(dtype=bool) for kolom in ("begin_onbekend", "einde_onbekend")
    )
    ooit, leeg_vanaf = begin <= eind, eind + 1
    binnen = (leeg_vanaf >= maanden[0].ordinal) & (leeg_vanaf <= maanden[-1].ordinal)
    # Gesloten zonder bruikbare datum: het sloot, maar niemand weet wanneer.
    ooit_gesloten = einde_onbekend & (begin == NOOIT) & ~begin_onbekend
    sluit = (ooit & (eind != NOOIT) & binnen) | ooit_gesloten
    opent = (ooit & (begin != ALTIJD)) | begin_onbekend
    weg, erbij = _paren(plan, sluit, opent, parameters)
    ongedateerd = ooit_gesloten[weg] | begin_onbekend[erbij]
    verschil = np.abs(begin[erbij] - leeg_vanaf[weg])
    samen = ~ongedateerd & (verschil <= parameters.getal("flexwonen.plek_maanden"))

    zonder_mix = personen.isna().any(axis=1).to_numpy(dtype=bool)
    waarschuwingen: list[Verdringing] = []
    gevallen: list[Onbeoordeeld] = []
    for paar in _wisselingen((weg[samen], erbij[samen]), len(plan)):
        betrokken = _masker(len(plan), *paar)
        if (betrokken & zonder_mix).any():
            reden = ((Reden.MIX, ids(plan.index, betrokken & zonder_mix)),)
            gevallen.append(Onbeoordeeld(Soort.PLEK, *_gemeente(plan, paar[0]), reden))
            continue
        momenten = np.concatenate([leeg_vanaf[paar[0]], begin[paar[1]]])
        waarschuwing = _waarschuwing(plan, personen, paar, momenten, parameters)
        if waarschuwing is not None:
            waarschuwingen.append(waarschuwing)
    for paar in _wisselingen((weg[ongedateerd], erbij[ongedateerd]), len(plan)):
        wat = redenen(plan.index, _masker(len(plan), *paar), zonder_mix, looptijden)
        gevallen.append(Onbeoordeeld(Soort.PLEK, *_gemeente(plan, paar[0]), wat))
    return waarschuwingen, gevallen


def _waarschuwing(
    plan: gpd.GeoDataFrame,
    personen: pd.DataFrame,
    paar: _Paren,
    momenten: NDArray[np.int64],
    parameters: Parameters,
) -> Verdringing | None:
    """De waarschuwing bij één wisseling, als de ene groep verliest en de andere wint."""
    weg, erbij = np.unique(paar[0]), np.unique(paar[1])
    aantallen = personen.to_numpy(dtype=np.float64)
    saldo = aantallen[erbij].sum(axis=0) - aantallen[weg].sum(axis=0)
    drempel = parameters.getal("flexwonen.kleinste_verschil_plaatsen")
    verlies, winst = verschillen(saldo, list(personen.columns), drempel)
    if not verlies or not winst:
        return None
    vormen = plan.geometry.to_numpy()
    return Verdringing(
        Soort.PLEK,
        *_gemeente(plan, weg),
        sluit=ids(plan.index, _masker(len(plan), weg)),
        opent=ids(plan.index, _masker(len(plan), erbij)),
        verlies=verlies,
        winst=winst,
        maand=_maand(momenten.max()),
        eerste=_maand(momenten.min()),
        laatste=_maand(momenten.max()),
        afstand_m=float(shapely.distance(vormen[paar[0]], vormen[paar[1]]).max()),
    )


def _paren(
    plan: gpd.GeoDataFrame,
    sluit: NDArray[np.bool_],
    opent: NDArray[np.bool_],
    parameters: Parameters,
) -> _Paren:
    """Rijnummers van wat sluit en wat opent binnen de afstand, nooit met zichzelf."""
    weg, erbij = np.flatnonzero(sluit), np.flatnonzero(opent)
    vormen = plan.geometry.to_numpy()
    boom = shapely.STRtree(vormen[weg])
    afstand_m = parameters.getal("flexwonen.plek_afstand_m")
    rij_erbij, rij_weg = boom.query(vormen[erbij], predicate="dwithin", distance=afstand_m)
    paren_weg, paren_erbij = weg[rij_weg], erbij[rij_erbij]
    ander = paren_weg != paren_erbij
    return paren_weg[ander], paren_erbij[ander]


def _wisselingen(paren: _Paren, aantal: int) -> list[_Paren]:
    """De paren, gegroepeerd naar wat aan elkaar hangt.

    Het sluiten en het openen van dezelfde locatie zijn twee gebeurtenissen: een tussengebouw houdt
    wat ervoor en wat erna komt niet vanzelf bij elkaar.
    """
    weg, erbij = paren
    if not len(weg):
        return []
    graaf = coo_array((np.ones(len(weg)), (weg, erbij + aantal)), shape=(2 * aantal, 2 * aantal))
    _, label = connected_components(graaf, directed=False)
    per_paar = label[weg]
    return [(weg[per_paar == deel], erbij[per_paar == deel]) for deel in np.unique(per_paar)]


def _masker(aantal: int, *rijen: NDArray[np.int64]) -> NDArray[np.bool_]:
    masker = np.zeros(aantal, dtype=bool)
    for deel in rijen:
        masker[deel] = True
    return masker


def _gemeente(plan: gpd.GeoDataFrame, weg: NDArray[np.int64]) -> tuple[str, str]:
    """De gemeente van wat sluit, de eerste op volgorde van het plan."""
    rij = plan[["gemeentecode", "gemeente"]].iloc[int(weg.min())].fillna("")
    return str(rij["gemeentecode"]), str(rij["gemeente"])


def _maand(volgnummer: np.int64) -> pd.Period:
    return pd.Period(ordinal=int(volgnummer), freq="M")
