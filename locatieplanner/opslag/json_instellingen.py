"""De instellingen van een plan als JSON: elk veld van `Planinhoud` behalve de kandidaten.

Een veld dat er niet staat, heeft zijn standaardwaarde: zo opent een nieuwer programma een ouder
plan.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import geopandas as gpd

from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.parameters import Waarde
from locatieplanner.opslag import (
    json_behoefte,
    json_doelen,
    json_gerealiseerd,
    json_portefeuille,
)
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.json_waarden import (
    lees_geheel,
    lees_getal,
    lees_ja_of_nee,
    lees_tekst,
)
from locatieplanner.opslag.planinhoud import INSTELLINGEN, Planinhoud

Paar = tuple[Callable[[Any], object], Callable[[Any], object]]


def als_json(inhoud: Planinhoud) -> Json:
    """Geef alle instellingen van een plan, per veld."""
    return {veld: _soort(veld)[0](getattr(inhoud, veld)) for veld in INSTELLINGEN}


def uit_json(waarden: Mapping[str, object], kandidaten: gpd.GeoDataFrame) -> Planinhoud:
    """Maak de inhoud van een plan van haar instellingen en kandidaten.

    Parameters
    ----------
    waarden : mapping of str to object
        Per veld de waarde; velden die hier niet bestaan doen niet mee.
    kandidaten : GeoDataFrame
        De kandidaten.

    Raises
    ------
    KeyError, TypeError, ValueError, AttributeError, LocatieplannerFout
        Als een waarde niet klopt.
    """
    velden = {v: veld_uit_json(v, waarden[v]) for v in INSTELLINGEN if v in waarden}
    # Welke soort een veld is, weet `veld_uit_json`; de typecontrole ziet alleen een naam.
    return Planinhoud(kandidaten=kandidaten, **velden)  # type: ignore[arg-type]


def veld_uit_json(veld: str, waarde: object) -> object:
    """Maak de waarde van één instelling van JSON.

    Raises
    ------
    KeyError, TypeError, ValueError, AttributeError, LocatieplannerFout
        Als de waarde niet klopt.
    """
    return _soort(veld)[1](waarde)


def _zelf(waarde: object) -> object:
    return waarde


def _tekst_of_leeg(waarde: object) -> str | None:
    return None if waarde is None else lees_tekst(waarde)


def _gewichten_uit_json(waarde: Json) -> Gewichten:
    return Gewichten.uit_getallen({naam: lees_getal(w) for naam, w in waarde.items()})


def _waarde_als_json(waarde: Waarde) -> object:
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, tuple):
        return [[float(maat), float(score)] for maat, score in waarde]
    return float(waarde)


def _waarde_uit_json(waarde: object) -> Waarde:
    if isinstance(waarde, list):
        return tuple((lees_getal(maat), lees_getal(score)) for maat, score in waarde)
    return waarde if isinstance(waarde, str) else lees_getal(waarde)


def _teksten_uit_json(waarde: list[object]) -> tuple[str, ...]:
    return tuple(map(lees_tekst, waarde))


def _als_lijsten(waarde: tuple[tuple[object, ...], ...]) -> list[list[object]]:
    return [list(rij) for rij in waarde]


_TEKST: Paar = (_zelf, lees_tekst)
_TEKST_OF_LEEG: Paar = (_zelf, _tekst_of_leeg)
_JA_OF_NEE: Paar = (bool, lees_ja_of_nee)
_TEKSTEN: Paar = (list, _teksten_uit_json)

_ANDERS: Mapping[str, Paar] = MappingProxyType(
    {
        "fictief": _JA_OF_NEE,
        "vul_aan": _JA_OF_NEE,
        "achtergrond": _JA_OF_NEE,
        "bereik": _JA_OF_NEE,
        "provincie": _TEKST_OF_LEEG,
        "gemeente": _TEKST_OF_LEEG,
        "gekozen": _TEKST_OF_LEEG,
        "kaartlagen": _TEKSTEN,
        "nieuw_capaciteit": (int, lees_geheel),
        "gewichten": (
            lambda w: {naam: float(getattr(w, naam)) for naam in CRITERIA},
            _gewichten_uit_json,
        ),
        "parameters": (
            lambda w: [[id_, _waarde_als_json(waarde)] for id_, waarde in w],
            lambda w: tuple((lees_tekst(id_), _waarde_uit_json(waarde)) for id_, waarde in w),
        ),
        "eigen_doelen": (json_doelen.als_json, json_doelen.uit_json),
        "eigen_behoefte": (
            lambda w: None if w is None else json_behoefte.als_json(w),
            lambda w: None if w is None else json_behoefte.uit_json(w),
        ),
        "gerealiseerd": (
            lambda w: None if w is None else json_gerealiseerd.als_json(w),
            lambda w: None if w is None else json_gerealiseerd.uit_json(w),
        ),
        "vaste_plaatsen": (
            _als_lijsten,
            lambda w: tuple((lees_tekst(a), lees_tekst(b), lees_geheel(c)) for a, b, c in w),
        ),
        "vergunninghouders": (
            lambda w: [[str(halfjaar), int(aantal)] for halfjaar, aantal in w],
            lambda w: tuple((Halfjaar.lees(lees_tekst(h)), lees_geheel(aantal)) for h, aantal in w),
        ),
        "vergeleken": _TEKSTEN,
        "plannen": (
            lambda w: [json_portefeuille.plan_als_json(plan) for plan in w],
            lambda w: tuple(json_portefeuille.plan_uit_json(plan) for plan in w),
        ),
        "opdracht": (json_portefeuille.opdracht_als_json, json_portefeuille.opdracht_uit_json),
        "vraag": (json_portefeuille.vraag_als_json, json_portefeuille.vraag_uit_json),
        "zoekpunt": (
            lambda w: None if w is None else [float(w[0]), float(w[1]), w[2]],
            lambda w: None if w is None else (lees_getal(w[0]), lees_getal(w[1]), lees_tekst(w[2])),
        ),
    }
)


def _soort(veld: str) -> Paar:
    """Hoe een veld JSON wordt, en terug; wat hier niet genoemd is, is tekst."""
    return _ANDERS.get(veld, _TEKST)
