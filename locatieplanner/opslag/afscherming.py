"""Beschermde locaties voor wie geen planner is: alleen per gemeente.

Een kandidaat die ooit een beschermde ligging had, blijft afgeschermd: anders is uit een oude en een
nieuwe versie samen af te leiden waar zij lag. Wie een locatie daarna wel wil delen, maakt er een
nieuwe kandidaat van. Van een afgeschermde locatie komen type, capaciteit en status mee, zodat de
opgave klopt; haar id, naam, ligging en al het andere niet. Zij staat achteraan, in een volgorde die
alleen van die gegevens afhangt.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import shapely

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.opslag import json_kandidaten
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.json_kandidaten import VOLGORDE, VORM
from locatieplanner.opslag.naslag import Naslag

CODE = "beschermd-"
NAAM = "een beschermde locatie"
"""Hoe een afgeschermde kandidaat in een logboek heet."""

VERRADERLIJK = frozenset({"plannen", "opdracht", "vraag", "gekozen", "zoekpunt"})
"""Instellingen waarin een id of plek van een kandidaat staat."""

_GEDEELD = ("type", "capaciteit", "status")


def scherm_kandidaten_af(
    kandidaten: Mapping[str, Json], afgeschermd: Collection[str], naslag: Naslag
) -> tuple[dict[str, Json], dict[str, str]]:
    """Vervang afgeschermde kandidaten door een regel per locatie met alleen haar gemeente.

    Parameters
    ----------
    kandidaten : mapping of str to object
        Per id de kandidaat.
    afgeschermd : collection of str
        Wie er af te schermen is.
    naslag : Naslag
        Met de gemeenten.

    Returns
    -------
    kandidaten : dict of str to object
        Zonder iets herleidbaars; wie buiten elke gemeente ligt, ontbreekt.
    codes : dict of str to str
        Per echt id de code die ervoor in de plaats kwam; alleen voor binnen de opslag.
    """
    open_ = {id_: velden for id_, velden in kandidaten.items() if id_ not in afgeschermd}
    dicht = {id_: velden for id_, velden in kandidaten.items() if id_ in afgeschermd}
    if not dicht:
        return open_, {}
    tabel = met_ligging(json_kandidaten.uit_json(dicht, naslag.kolommen), naslag.gemeenten)
    punten = naslag.gemeenten.representative_point()
    binnen = tabel[tabel["gemeentecode"].notna()]
    # Wie hierin gelijk is, is dat voor een lezer helemaal: de volgorde zegt dan niets.
    rijen = binnen.sort_values(["gemeentecode", *_GEDEELD], kind="stable")
    codes: dict[str, str] = {}
    plaats = max((velden.get(VOLGORDE, 0) for velden in open_.values()), default=0)
    uit = dict(open_)
    for (id_, rij), code in zip(rijen.iterrows(), _codes(open_), strict=False):
        plaats += 1
        codes[str(id_)] = code
        uit[code] = {
            "naam": f"Beschermde locatie in {rij['gemeente']}",
            **{veld: dicht[str(id_)][veld] for veld in _GEDEELD},
            VORM: str(shapely.to_wkb(punten[rij["gemeentecode"]], hex=True)),
            VOLGORDE: plaats,
        }
    return uit, codes


def scherm_instellingen_af(
    waarden: Mapping[str, object],
    afgeschermd: Collection[str],
    codes: Mapping[str, str],
    naslag: Naslag,
) -> Json:
    """Geef instellingen zonder id's en plekken van afgeschermde kandidaten.

    Parameters
    ----------
    waarden : mapping of str to object
        De instellingen.
    afgeschermd : collection of str
        Wie er af te schermen is.
    codes : mapping of str to str
        Uitkomst van `scherm_kandidaten_af`.
    naslag : Naslag
        Om te weten wat van meegebrachte kandidaten af te schermen is.
    """
    uit: Json = {**waarden, "zoekpunt": None}

    def vertaald(paren: list[list[Any]], ook_dicht: Collection[str] = ()) -> list[list[Any]]:
        dicht = {*afgeschermd, *ook_dicht}
        return [
            [codes.get(id_, id_), *rest] for id_, *rest in paren if id_ not in dicht or id_ in codes
        ]

    gekozen = uit.get("gekozen")
    if gekozen in afgeschermd:
        uit["gekozen"] = codes.get(str(gekozen))
    if "plannen" in uit:
        uit["plannen"] = [_keuze(plan, vertaald, naslag) for plan in uit["plannen"]]
    if "opdracht" in uit:
        uit["opdracht"] = {
            veld: [id_ for (id_,) in vertaald([[id_] for id_ in waarde])]
            if veld in ("vast", "zonder")
            else waarde
            for veld, waarde in uit["opdracht"].items()
        }
    if uit.get("vraag", {}).get("eigen_plan"):
        uit["vraag"] = {**uit["vraag"], "eigen_plan": vertaald(uit["vraag"]["eigen_plan"])}
    return uit


def _keuze(plan: Json, vertaald: Callable[..., list[list[Any]]], naslag: Naslag) -> Json:
    """Een gekozen plan zonder wat af te schermen is, ook in wat het meebracht."""
    mee, dicht = plan["meegebracht"], set()
    if mee is not None:
        dicht = {id_ for id_, velden in mee["kandidaten"].items() if naslag.is_beschermd(velden)}
        open_ = {id_: velden for id_, velden in mee["kandidaten"].items() if id_ not in dicht}
        mee = {**mee, "kandidaten": open_}
    return {**plan, "meegebracht": mee, "plaatsen": vertaald(plan["plaatsen"], dicht)}


def _codes(bezet: Collection[str]) -> Iterator[str]:
    nummer = 0
    while True:
        nummer += 1
        if f"{CODE}{nummer}" not in bezet:
            yield f"{CODE}{nummer}"
