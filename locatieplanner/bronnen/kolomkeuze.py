"""Welke kolommen van een dienst de onze zijn, en hun waarden in onze vorm."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, dienstfout
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.dienst import Dienst

ONTBREEKT_VANAF = -99_990.0
"""Getallen vanaf hier naar beneden betekenen bij het CBS dat er geen getal is."""

_GENOEMD = 20


def kies_kolommen(dienst: Dienst, aanwezig: Iterable[str]) -> dict[str, str]:
    """Kies bij elke kolom van ons die van de dienst: de eerste keus die er is.

    Parameters
    ----------
    dienst : Dienst
        Met per kolom van ons de namen; een ``*`` past op alles.
    aanwezig : iterable of str
        De kolommen die de dienst heeft, in haar volgorde.

    Returns
    -------
    dict of str to str
        Van onze naam naar die van de dienst. Past een ``*`` op meer dan een kolom, dan telt de
        eerste.

    Raises
    ------
    DienstFout
        Als een kolom er niet is.
    """
    namen = list(aanwezig)
    keuze = {onze: _eerste(patronen, namen) for onze, patronen in dienst.kolommen.items()}
    gevonden = {onze: naam for onze, naam in keuze.items() if naam is not None}
    if len(gevonden) < len(keuze):
        mist = "; ".join(
            f"{onze} (gezocht: {', '.join(dienst.kolommen[onze])})"
            for onze in keuze
            if onze not in gevonden
        )
        rest = f" en nog {len(namen) - _GENOEMD}" if len(namen) > _GENOEMD else ""
        raise dienstfout(
            dienst.naam,
            f"heeft in {dienst.onderdeel} niet meer de kolom {mist}; zij heeft wel "
            f"{', '.join(namen[:_GENOEMD]) or 'geen enkele kolom'}{rest}",
            "Zet de nieuwe naam in de catalogus (lagen/catalogus.toml).",
        )
    return gevonden


def neem_kolommen(
    laag: Laag,
    dienst: Dienst,
    keuze: Mapping[str, str],
    rijen: Sequence[Mapping[str, object]],
) -> pd.DataFrame:
    """Zet rijen van een dienst om in onze kolommen.

    Parameters
    ----------
    laag : Laag
        Zegt welke kolommen getallen zijn.
    dienst : Dienst
        Voor de melding.
    keuze : Mapping of str to str
        Zie `kies_kolommen`.
    rijen : sequence of Mapping, lengte n
        De rijen zoals de dienst ze geeft.

    Returns
    -------
    DataFrame
        n rijen. Getallen zijn float64, met NaN voor wat ontbreekt of geen getal is; al het andere
        is tekst zonder ruimte eromheen, leeg als er niets staat.

    Raises
    ------
    DienstFout
        Als een kolom met getallen alleen andere dingen bevat.
    """
    kolommen: dict[str, pd.Series[Any]] = {}
    for onze in dienst.kolommen:
        waarden = [rij.get(keuze[onze]) for rij in rijen] if rijen else []
        if onze in laag.kolommen and laag.kolommen[onze].getal:
            kolommen[onze] = _getallen(waarden, dienst, keuze.get(onze, onze))
        else:
            kolommen[onze] = pd.Series([_tekst(waarde) for waarde in waarden], dtype="str")
    return pd.DataFrame(kolommen)


def _eerste(patronen: Iterable[str], namen: list[str]) -> str | None:
    for patroon in patronen:
        past = re.compile(".*".join(map(re.escape, patroon.split("*"))))
        for naam in namen:
            if past.fullmatch(naam):
                return naam
    return None


def _getallen(waarden: list[object], dienst: Dienst, naam: str) -> "pd.Series[float]":
    gegeven = [_tekst(waarde) for waarde in waarden]
    gelezen = pd.to_numeric(pd.Series(gegeven, dtype=object), errors="coerce")
    getallen = gelezen.to_numpy(dtype=np.float64)
    # Het CBS schrijft een ontbrekend getal ook als een punt.
    echt = [tekst for tekst in gegeven if tekst.strip(".")]
    if echt and np.isnan(getallen).all():
        raise dienstfout(
            dienst.naam,
            f"heeft in de kolom {naam} van {dienst.onderdeel} geen getallen maar bijvoorbeeld "
            f"'{echt[0][:40]}'",
            HERSTEL_CATALOGUS,
        )
    bekend = np.isfinite(getallen) & (getallen > ONTBREEKT_VANAF)
    return pd.Series(np.where(bekend, getallen, np.nan))


def _tekst(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, dict | list):
        return json.dumps(waarde, ensure_ascii=False)
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    return "" if waarde is pd.NA or waarde != waarde else str(waarde).strip()
