"""Contracten in de tijd: per jaar wat er komt en eindigt, en wanneer de helft is afgelopen.

Over een jaar geldt, met de maanden van `locatieplanner.opgave.beschikbaarheid`::

    stand eind van het jaar = stand eind vorig jaar + wat er in het jaar komt − wat er in eindigt

Een locatie waarvan het aantal woningen of het begin onbekend is, telt in die som niet mee.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from locatieplanner.opgave.looptijd import Afloop

_MAANDEN_PER_JAAR = 12
_JAAR_NUL = 1970


def per_jaar(locaties: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Tel per jaar wat er komt, wat er eindigt en wat er aan het eind van het jaar staat.

    Parameters
    ----------
    locaties : DataFrame
        Uitkomst van `woonlocaties`, of een selectie daaruit.
    jaren : sequence of int
        Kalenderjaren.

    Returns
    -------
    DataFrame
        Index ``jaar``; ``woningen_komt``, ``woningen_eindigt`` en ``woningen`` (stand eind van het
        jaar), en hetzelfde voor ``plaatsen``.
    """
    begin, eind = (locaties[kolom].to_numpy(dtype=np.int64) for kolom in ("begin", "eind"))
    ooit = begin <= eind
    rijen = {}
    for jaar in jaren:
        eerste = (jaar - _JAAR_NUL) * _MAANDEN_PER_JAAR
        laatste = eerste + _MAANDEN_PER_JAAR - 1
        maskers = {
            "_komt": ooit & (eerste <= begin) & (begin <= laatste),
            "_eindigt": ooit & (eerste <= eind) & (eind <= laatste),
            "": ooit & (begin <= laatste) & (eind > laatste),
        }
        rijen[jaar] = {
            f"{maat}{achter}": float(locaties[maat].where(masker).sum())
            for maat in ("woningen", "plaatsen")
            for achter, masker in maskers.items()
        }
    tabel = pd.DataFrame.from_dict(rijen, orient="index")
    tabel.index.name = "jaar"
    return tabel


def per_eigenaar_per_jaar(locaties: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Geef `per_jaar` voor elke eigenaar onder elkaar.

    Returns
    -------
    DataFrame
        Index (``eigenaar``, ``jaar``).
    """
    delen = {str(naam): per_jaar(deel, jaren) for naam, deel in locaties.groupby("eigenaar")}
    leeg = per_jaar(locaties.iloc[:0], jaren).iloc[:0]
    return pd.concat(delen, names=["eigenaar"]) if delen else leeg


def einden(locaties: pd.DataFrame) -> pd.DataFrame:
    """Geef de locaties waarvan het contract eindigt, vroegste eerst."""
    eindigt = locaties[locaties["afloop"] == Afloop.EINDIGT]
    return eindigt.sort_index().sort_values("eind", kind="stable")


def eerste_einde(locaties: pd.DataFrame) -> int | None:
    """Geef het jaar waarin het eerste contract eindigt; None als er geen einde bekend is."""
    aflopend = einden(locaties)
    return None if aflopend.empty else _jaar(int(aflopend["eind"].iloc[0]))


def halverwege(locaties: pd.DataFrame) -> int | None:
    """Geef het eerste jaar waarin van alle woningen ten minste de helft is afgelopen.

    None als dat nooit gebeurt, voor zover de einddatums bekend zijn.
    """
    aflopend = einden(locaties)
    cumulatief = aflopend["woningen"].fillna(0.0).cumsum().to_numpy()
    helft = float(locaties["woningen"].sum()) / 2
    voorbij = np.flatnonzero(cumulatief >= helft)
    if helft == 0 or not len(voorbij):
        return None
    return _jaar(int(aflopend["eind"].iloc[voorbij[0]]))


def _jaar(volgnummer: int) -> int:
    """Het kalenderjaar van een maand."""
    return _JAAR_NUL + volgnummer // _MAANDEN_PER_JAAR
