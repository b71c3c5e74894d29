"""Het stratennet uit de cache met opgehaalde lagen: gebouwd waar nodig, anders geopend.

Een gebouwd net staat naast de delen van de laag, onder een naam met de inhoud van die delen::

    <cache>/straten/.netwerk/<reiswijze>-<afdruk>/
"""

import hashlib
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.cache import Lagencache, Manifest
from locatieplanner.bronnen.geladen import dekking_van
from locatieplanner.fouten import LaagFout, UitvoerFout
from locatieplanner.netwerk.bewaring import VERSIE, bewaar, open_net
from locatieplanner.netwerk.stratennet import KLEINSTE_DEEL, Stratennet, bouw

LAAG = "straten"

_MAP = ".netwerk"
_POGINGEN = 3
_DAG_S = 86_400


@dataclass(frozen=True)
class GeladenNet:
    """Een stratennet en waar het vandaan komt.

    Parameters
    ----------
    net : Stratennet
        Het net.
    dekking : BaseGeometry or None
        Waar het net volledig is (RD); None is heel Nederland.
    opgehaald : datetime
        Wanneer het oudste deel opgehaald is.
    """

    net: Stratennet
    dekking: BaseGeometry | None
    opgehaald: datetime


def net_van_cache(
    cache: Lagencache, wijze: str, kleinste_deel: int = KLEINSTE_DEEL
) -> GeladenNet | None:
    """Geef het net van een reiswijze uit alle delen van de laag met straten samen.

    De eerste keer wordt het gebouwd en bewaard, daarna geopend. Kan het niet bewaard worden, of is
    wat bewaard was beschadigd, dan wordt het gebouwd en alleen in het geheugen gebruikt of opnieuw
    bewaard.

    Parameters
    ----------
    cache : Lagencache
        Waar de opgehaalde lagen staan.
    wijze : str
        Reiswijze.
    kleinste_deel : int, optional
        Zie `bouw`.

    Returns
    -------
    GeladenNet or None
        None als er geen straten opgehaald zijn.

    Raises
    ------
    LaagFout
        Als een deel van de laag beschadigd is.
    """
    for poging in range(_POGINGEN):
        delen = cache.delen(LAAG)
        if not delen:
            return None
        try:
            net = _net(cache, delen, wijze, kleinste_deel)
        except LaagFout:
            # Wie ondertussen ververst, haalt een deel weg; dan staat er een nieuw.
            if poging == _POGINGEN - 1 or cache.delen(LAAG) == delen:
                raise
        else:
            break
    return GeladenNet(
        net=net,
        dekking=dekking_van(delen),
        opgehaald=min(deel.tijdstip for deel in delen),
    )


def _net(
    cache: Lagencache, delen: tuple[Manifest, ...], wijze: str, kleinste_deel: int
) -> Stratennet:
    inhoud = [str(VERSIE), str(kleinste_deel), *sorted(deel.sha256 for deel in delen)]
    afdruk = hashlib.sha256(" ".join(inhoud).encode()).hexdigest()[:16]
    map_ = cache.map / LAAG / _MAP / f"{wijze}-{afdruk}"
    if map_.is_dir():
        with suppress(LaagFout):
            return open_net(map_)
    # Het laatst opgehaalde deel staat vooraan: de ligging van een knoop in meer delen komt daaruit.
    straten = pd.concat([cache.lees(deel) for deel in delen], ignore_index=True)
    net = bouw(straten, wijze, kleinste_deel)
    with suppress(UitvoerFout):
        bewaar(net, map_)
    _ruim_op(map_, wijze)
    return net


def _ruim_op(blijft: Path, wijze: str) -> None:
    """Verwijder vorige netten van deze reiswijze, en wat een afgebroken bouw liet liggen."""
    with suppress(OSError):
        for pad in blijft.parent.iterdir():
            vorig = pad.name.startswith(f"{wijze}-") and pad != blijft
            verlaten = pad.name.startswith(".") and pad.stat().st_mtime < time.time() - _DAG_S
            if vorig or verlaten:
                shutil.rmtree(pad, ignore_errors=True)
