"""Codes herkennen: locatietypen en statussen, op code, naam of gangbaar woord."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.opsomming import kies_uit, lijkt_op
from locatieplanner.invoer.probleem import Probleem, per_rij
from locatieplanner.invoer.teksten import is_leeg

_TYPEWOORDEN: Mapping[str, tuple[str, ...]] = {
    "gvl": ("gemeenschappelijke vreemdelingenlocatie",),
    "satelliet": ("satellietlocatie",),
    "rol": ("regionale opvanglocatie", "regionale opvang"),
    "azc": ("asielzoekerscentrum", "azc regulier", "regulier azc", "reguliere opvang"),
    "aanvullend": ("aanvullende locatie", "aanvullende opvang"),
    "amv": ("amv opvang", "jongerenopvang", "kleinschalige jongerenopvang"),
    "doorstroom": ("doorstroomlocatie", "doorstroomlocatie statushouders"),
    "noodopvang": ("crisisnoodopvang", "crisis noodopvang", "nood opvang", "no", "cno"),
    "flexwonen": ("flexwoningen", "flexwoning", "flex wonen", "tijdelijke woningen"),
    "gemengd": ("gemengd wonen", "magic mix"),
    "overig": ("overige", "anders"),
}

_STATUSWOORDEN: Mapping[Kandidaatstatus, tuple[str, ...]] = {
    Kandidaatstatus.IDEE: ("ideefase", "initiatief"),
    Kandidaatstatus.VERKENNING: ("in verkenning", "verkennend", "verkenningsfase", "in onderzoek"),
    Kandidaatstatus.HAALBAAR: ("haalbaar bevonden",),
    Kandidaatstatus.BESLUIT: ("besloten", "besluit genomen"),
    Kandidaatstatus.VERGUND: ("vergunning verleend", "vergunning", "omgevingsvergunning verleend"),
    Kandidaatstatus.IN_GEBRUIK: ("in exploitatie", "open", "geopend", "operationeel"),
    Kandidaatstatus.GESLOTEN: ("dicht",),
    Kandidaatstatus.AFGEVALLEN: ("vervallen", "niet haalbaar", "afgewezen"),
}

# Zoveel verschillende onbekende waarden krijgen een suggestie; zoeken kost tijd.
_SUGGESTIES = 200


def typecodes(locatietypen: Mapping[str, Locatietype]) -> dict[str, str]:
    """Geef bij elke schrijfwijze van een locatietype de code."""
    codes: dict[str, str] = {}
    for code, woorden in _TYPEWOORDEN.items():
        if code in locatietypen:
            codes |= {sleutel(woord): code for woord in woorden}
    codes |= {sleutel(type_.naam): code for code, type_ in locatietypen.items()}
    return codes | {sleutel(code): code for code in locatietypen}


def statuscodes() -> dict[str, str]:
    """Geef bij elke schrijfwijze van een status de status."""
    codes = {sleutel(w): str(s) for s, woorden in _STATUSWOORDEN.items() for w in woorden}
    return codes | {sleutel(status): str(status) for status in Kandidaatstatus}


def suggestie(gegeven: str, codes: Mapping[str, str]) -> str:
    """Geef de code die het meest op het gegevene lijkt; leeg als niets erop lijkt."""
    return codes.get(lijkt_op(sleutel(gegeven), list(codes)), "")


def lees_codes(
    tekst: pd.Series, kolom: str, wat: str, codes: Mapping[str, str]
) -> tuple[pd.Series, list[Probleem]]:
    """Zet teksten om in codes.

    Parameters
    ----------
    tekst : Series of str
        Schone tekst; index: rijnummers.
    kolom : str
        Naam van de kolom in het bestand.
    wat : str
        De melding bij een waarde die niet bestaat.
    codes : Mapping of str to str
        Schrijfwijze (zie `kolommen.sleutel`) → code.

    Returns
    -------
    codes : Series of str
        Leeg waar niets stond of de waarde niet bestaat.
    problemen : list of Probleem
        Een fout voor elke waarde die niet bestaat, met wat erop lijkt.
    """
    vertaling = {waarde: codes.get(sleutel(waarde), "") for waarde in tekst.unique()}
    code = tekst.map(vertaling).fillna("").astype("str")
    onbekend = (code == "") & ~is_leeg(tekst)
    bekende = ", ".join(dict.fromkeys(codes[naam] for naam in sorted(codes, key=codes.__getitem__)))
    # Eén keer zoeken per waarde: difflib is traag en waarden herhalen zich.
    herstel: dict[str, str] = {}
    for waarde in tekst[onbekend].unique()[:_SUGGESTIES]:
        voorstel = suggestie(waarde, codes)
        herstel[waarde] = kies_uit(f"'{voorstel}'" if voorstel else "", bekende)
    return code, per_rij(
        onbekend,
        kolom,
        tekst,
        wat,
        lambda rij: herstel.get(tekst[rij], kies_uit("", bekende)),
    )
