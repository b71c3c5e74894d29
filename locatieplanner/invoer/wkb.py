"""Vormen als tekst of bytes lezen zonder dat diepe nesting het programma laat vallen.

GEOS daalt voor elke laag in een verzameling een functie dieper af. Een bestand met tienduizenden
lagen breekt daarmee het hele proces af, zonder fout die te vangen is; daarom wordt vooraf geteld.
"""

import re
import struct
from collections.abc import Iterable

import numpy as np
import pandas as pd
import shapely

from locatieplanner.invoer.stelsel import Vormen

_MAX_DIEPTE = 8
_MULTI = frozenset({4, 5, 6, 7})
_ENKELVOUDIG = re.compile(r"\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b", re.IGNORECASE)


def is_veilig_wkb(waarden: Iterable[bytes | None]) -> bool:
    """Of elke vorm in WKB heel is en hoogstens acht lagen diep.

    Enkelvoudige vormen hebben geen lagen en worden niet nagelopen.
    """
    try:
        return all(
            waarde is None or not _is_samengesteld(waarde) or _loop_na(waarde) for waarde in waarden
        )
    except (struct.error, IndexError):
        return False


def _kop(waarde: bytes, plaats: int) -> tuple[str, int, int, int]:
    """Geef bytevolgorde, soort, getallen per punt en de plaats na de kop."""
    volgorde = "<" if waarde[plaats] == 1 else ">"
    (code,) = struct.unpack_from(f"{volgorde}I", waarde, plaats + 1)
    # EWKB zet hoogte, maat en SRID in de hoogste bits; ISO telt 1000, 2000 of 3000 op.
    iso, soort = divmod(code & 0x0FFFFFFF, 1000)
    getallen = 2 + bool(code & 0x80000000) + bool(code & 0x40000000) + (0, 1, 1, 2)[min(iso, 3)]
    return volgorde, soort, getallen, plaats + 5 + 4 * bool(code & 0x20000000)


def _is_samengesteld(waarde: bytes) -> bool:
    # Een soort die niet bestaat telt als samengesteld, zodat het nalopen haar weigert.
    return _kop(waarde, 0)[1] not in {1, 2, 3}


def _loop_na(waarde: bytes) -> bool:
    plaats = 0
    open_: list[int] = [1]
    while open_:
        if len(open_) > _MAX_DIEPTE:
            return False
        if open_[-1] == 0:
            open_.pop()
            continue
        open_[-1] -= 1
        volgorde, soort, getallen, plaats = _kop(waarde, plaats)
        if soort == 1:
            plaats += 8 * getallen
            continue
        (aantal,) = struct.unpack_from(f"{volgorde}I", waarde, plaats)
        plaats += 4
        if soort == 2:
            plaats += 8 * getallen * aantal
        elif soort == 3:
            for _ in range(aantal):
                (punten,) = struct.unpack_from(f"{volgorde}I", waarde, plaats)
                plaats += 4 + 8 * getallen * punten
        elif soort in _MULTI:
            open_.append(aantal)
        else:
            return False
    return plaats <= len(waarde)


def vormen_uit_wkt(tekst: pd.Series) -> tuple[Vormen, pd.Series]:
    """Lees vormen uit WKT-tekst.

    Parameters
    ----------
    tekst : Series of str
        WKT; index: rijnummers.

    Returns
    -------
    vormen : ndarray of shapely geometry, shape (n,)
        None waar niets stond of de tekst geen vorm is.
    onleesbaar : Series of bool
        Er staat iets, maar geen punt, lijn of vlak.
    """
    gevuld = (tekst != "").to_numpy(dtype=bool)
    veilig = np.array([bool(_ENKELVOUDIG.match(waarde)) for waarde in tekst], dtype=bool)
    vormen = np.full(len(tekst), None, dtype=object)
    lezen = gevuld & veilig
    vormen[lezen] = shapely.from_wkt(tekst.to_numpy(dtype=object)[lezen], on_invalid="ignore")
    return vormen, pd.Series(gevuld & shapely.is_missing(vormen), index=tekst.index)
