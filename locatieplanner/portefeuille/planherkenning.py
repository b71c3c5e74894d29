"""Herkenning: welke locaties uit een geladen plan er al bij de kandidaten staan.

Een locatie is dezelfde als het id en de naam gelijk zijn, of als de naam gelijk is en zij in
dezelfde gemeente ligt. Een id alleen is niet genoeg: een bestand zonder ids krijgt ze van het
programma, en die zeggen niets. Wat niet herkend wordt, gaat met het plan mee onder een eigen id.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.kandidaat import ID, VERVALLEN, Kandidaatstatus
from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.portefeuille.plan import Gekozenplan

_GENOEMD = 5


@dataclass(frozen=True, eq=False)
class Herkend:
    """Een geladen plan.

    Parameters
    ----------
    plan : Gekozenplan
        Het plan, met de ids van de open kandidaten waar die herkend zijn.
    herkend, meegebracht : int
        Hoeveel locaties er al waren, en hoeveel het plan zelf meebrengt.
    zin : str
        Wat de gebruiker hierover moet weten.
    """

    plan: Gekozenplan
    herkend: int
    meegebracht: int
    zin: str


def herken(
    geladen: gpd.GeoDataFrame,
    bekend: gpd.GeoDataFrame,
    gemeenten: gpd.GeoDataFrame,
    naam: str,
    herkomst: str,
    *,
    met_gepland: bool = True,
) -> Herkend:
    """Maak van geladen kandidaten een plan; hun capaciteit is het gekozen aantal plaatsen.

    Parameters
    ----------
    geladen : GeoDataFrame
        De kandidaten uit het bestand, gecontroleerd, index ``id``.
    bekend : GeoDataFrame
        De kandidaten die er al zijn, ook wie een ander plan meebracht.
    gemeenten : GeoDataFrame
        Vlakken (RD), index ``gemeentecode``.
    naam, herkomst, met_gepland
        Van het plan; zie `Gekozenplan`.

    Raises
    ------
    InvoerFout
        Als twee rijen van het bestand dezelfde locatie blijken, of de naam leeg is.
    """
    op_naam_en_id = dict(zip(_naam_en_id(bekend), bekend.index, strict=True))
    op_naam_en_plek = _eenduidig(_naam_en_plek(bekend, gemeenten), bekend.index)
    ids = []
    for id_, met_id, met_plek in zip(
        geladen.index.astype(str),
        _naam_en_id(geladen),
        _naam_en_plek(geladen, gemeenten),
        strict=True,
    ):
        zelfde = op_naam_en_id.get(met_id) or op_naam_en_plek.get(met_plek)
        ids.append(str(zelfde) if zelfde else f"{id_} ({naam})")
    geladen = geladen.set_axis(pd.Index(ids, dtype="str", name=ID), axis=0)
    vreemd = ~geladen.index.isin(bekend.index)
    plan = Gekozenplan(
        naam,
        geladen["capaciteit"],
        herkomst,
        meegebracht=geladen[vreemd] if vreemd.any() else None,
        met_gepland=met_gepland,
    )
    return Herkend(plan, int((~vreemd).sum()), int(vreemd.sum()), _zin(geladen, vreemd))


def met_meegebracht(
    kandidaten: gpd.GeoDataFrame, plannen: Sequence[Gekozenplan]
) -> gpd.GeoDataFrame:
    """Geef de kandidaten met wie de plannen meebrachten, zonder dat dit hun scores verandert.

    Wie meegebracht is telt als idee: het open plan zegt wat er gepland is, en daar hangt de
    spreiding van iedereen van af.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        De open kandidaten, index ``id``.
    plannen : sequence of Gekozenplan
        De plannen; wie door meer dan een plan meegebracht is, staat er één keer.
    """
    delen = [plan.meegebracht for plan in plannen if plan.meegebracht is not None]
    if not delen:
        return kandidaten
    erbij = pd.concat(delen)
    erbij = erbij[~erbij.index.duplicated() & ~erbij.index.isin(kandidaten.index)]
    vervallen = erbij["status"].isin(list(VERVALLEN))
    erbij = erbij.assign(
        status=erbij["status"].where(vervallen, str(Kandidaatstatus.IDEE)).astype("str")
    )
    samen: gpd.GeoDataFrame = pd.concat([kandidaten, erbij])
    return samen


def _naam_en_id(kandidaten: gpd.GeoDataFrame) -> list[tuple[str, str]]:
    return list(zip(kandidaten.index.astype(str), _namen(kandidaten), strict=True))


def _naam_en_plek(
    kandidaten: gpd.GeoDataFrame, gemeenten: gpd.GeoDataFrame
) -> list[tuple[str, str]]:
    codes = met_ligging(kandidaten, gemeenten)["gemeentecode"].astype("str")
    return list(zip(_namen(kandidaten), codes, strict=True))


def _namen(kandidaten: gpd.GeoDataFrame) -> list[str]:
    """Namen zonder verschil in hoofdletters en witruimte."""
    return [" ".join(naam.casefold().split()) for naam in kandidaten["naam"].astype("str")]


def _eenduidig(sleutels: list[tuple[str, str]], ids: pd.Index) -> dict[tuple[str, str], str]:
    """Het id bij elke sleutel die maar één keer voorkomt."""
    keer = Counter(sleutels)
    return {
        sleutel: str(id_) for sleutel, id_ in zip(sleutels, ids, strict=True) if keer[sleutel] == 1
    }


def _zin(geladen: gpd.GeoDataFrame, vreemd: NDArray[np.bool_]) -> str:
    nieuw = geladen["naam"][vreemd].tolist()
    if not nieuw:
        return "Alle locaties staan al bij uw kandidaten."
    rest = len(nieuw) - _GENOEMD
    wie = opsomming([*nieuw[:_GENOEMD], f"nog {getal(rest)}"] if rest > 0 else nieuw)
    staat = "staat" if len(nieuw) == 1 else "staan"
    return (
        f"{wie} {staat} niet bij uw kandidaten. Voor de vergelijking worden zij meegenomen en "
        "zelf beoordeeld; uw kandidaten en hun scores veranderen niet."
    )
