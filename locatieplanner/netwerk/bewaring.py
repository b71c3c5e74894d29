"""Een stratennet op schijf bewaren en openen zonder het in te lezen.

Een bewaard net is een map met rijen getallen en ``net.json``, dat van elke rij soort, vorm en
controlegetal noemt. De map landt in één stap. Wie haar opent, krijgt de rijen zoals zij op schijf
staan: alleen wat gebruikt wordt komt in het geheugen.
"""

import json
import secrets
import shutil
import zlib
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from locatieplanner.fouten import LaagFout, UitvoerFout
from locatieplanner.netwerk.celindex import Celindex
from locatieplanner.netwerk.stratennet import Bouwverslag, Stratennet

VERSIE = 1
"""Verandert als een net van een vorige versie niet meer te gebruiken is."""

_BESCHRIJVING = "net.json"
_RIJEN = ("knopen", "indptr", "indices", "data", "van", "naar", "lengte_m")
_INDEXEN = ("knoopindex", "wegvakindex")
_INDEXRIJEN = ("codes", "begin", "inhoud")
_POGINGEN = 3


def bewaar(net: Stratennet, map: Path) -> None:
    """Bewaar een net in een map, in één stap; wat er stond vervalt.

    Raises
    ------
    UitvoerFout
        Als er niet geschreven kan worden; wat er stond, staat er dan nog.
    """
    tussen = _naast(map)
    try:
        tussen.mkdir(parents=True)
        rijen = _rijen(net)
        for naam, rij in rijen.items():
            np.save(tussen / f"{naam}.npy", rij)
        beschrijving = {
            "versie": VERSIE,
            "wijze": net.wijze,
            "verslag": asdict(net.verslag),
            "indexen": {naam: _ligging(getattr(net, naam)) for naam in _INDEXEN},
            "rijen": {naam: _kenmerk(rij) for naam, rij in rijen.items()},
        }
        (tussen / _BESCHRIJVING).write_text(json.dumps(beschrijving), encoding="utf-8")
        _zet_neer(tussen, map)
    except OSError as fout:
        raise UitvoerFout(
            f"Het stratennet kan niet bewaard worden: {fout.strerror or fout}. Maak ruimte vrij. "
            "Rekenen gaat gewoon door; bij de volgende start wordt het net opnieuw gebouwd."
        ) from fout
    finally:
        shutil.rmtree(tussen, ignore_errors=True)


def open_net(map: Path) -> Stratennet:
    """Open een bewaard net; de getallen blijven op schijf en zijn niet te veranderen.

    Raises
    ------
    LaagFout
        Als er geen net staat, het beschadigd is, of van een andere versie.
    """
    try:
        return _open(map)
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise LaagFout(
            f"Het bewaarde stratennet is niet te lezen ({fout}). Verwijder de map {map}; "
            "het net wordt dan opnieuw gebouwd."
        ) from fout


def _open(map: Path) -> Stratennet:
    beschrijving = json.loads((map / _BESCHRIJVING).read_text(encoding="utf-8"))
    if beschrijving["versie"] != VERSIE:
        raise ValueError(f"versie {beschrijving['versie']} in plaats van {VERSIE}")
    rijen: dict[str, Any] = {}
    for naam, kenmerk in beschrijving["rijen"].items():
        rij = np.asarray(np.lib.format.open_memmap(map / f"{naam}.npy", mode="r"))
        if _kenmerk(rij) != kenmerk:
            raise ValueError(f"{naam} klopt niet met {_BESCHRIJVING}")
        rijen[naam] = rij
    indexen: dict[str, Any] = {
        naam: Celindex(
            hoek=(ligging["hoek"][0], ligging["hoek"][1]),
            cel_m=ligging["cel_m"],
            vorm=(ligging["vorm"][0], ligging["vorm"][1]),
            **{deel: rijen[f"{naam}_{deel}"] for deel in _INDEXRIJEN},
        )
        for naam, ligging in beschrijving["indexen"].items()
    }
    return Stratennet(
        wijze=beschrijving["wijze"],
        verslag=Bouwverslag(**beschrijving["verslag"]),
        **{naam: rijen[naam] for naam in _RIJEN},
        **indexen,
    )


def _rijen(net: Stratennet) -> dict[str, NDArray[Any]]:
    rijen = {naam: getattr(net, naam) for naam in _RIJEN}
    for naam in _INDEXEN:
        for deel in _INDEXRIJEN:
            rijen[f"{naam}_{deel}"] = getattr(getattr(net, naam), deel)
    return rijen


def _ligging(index: Celindex) -> dict[str, object]:
    return {"hoek": index.hoek, "cel_m": index.cel_m, "vorm": index.vorm}


def _kenmerk(rij: NDArray[Any]) -> list[object]:
    """Geef soort, vorm en controlegetal van een rij."""
    return [rij.dtype.str, list(rij.shape), zlib.crc32(np.ascontiguousarray(rij).data.cast("B"))]


def _zet_neer(tussen: Path, map: Path) -> None:
    """Zet de map op haar plaats; schrijft een ander tegelijk, dan staat er een van beide."""
    for poging in range(_POGINGEN):
        oud = _naast(map)
        with suppress(FileNotFoundError):
            map.replace(oud)
        try:
            tussen.replace(map)
        except OSError:
            # Een ander was net voor; wat opzij ging, is dan van niemand meer.
            if poging == _POGINGEN - 1 or not map.exists():
                with suppress(OSError):
                    oud.replace(map)
                raise
        else:
            return
        finally:
            shutil.rmtree(oud, ignore_errors=True)


def _naast(map: Path) -> Path:
    return map.with_name(f".{secrets.token_hex(8)}")
