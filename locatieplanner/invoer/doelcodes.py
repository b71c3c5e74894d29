"""Codes in een tabel met doelen: doelset, provincie, onderdeel en status, op elke schrijfwijze."""

import re
import unicodedata
from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.doel import TOTAAL, Doelset
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIENAMEN, PROVINCIES
from locatieplanner.domein.herkomst import Status
from locatieplanner.invoer.codes import lees_codes
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.probleem import Probleem, per_rij
from locatieplanner.invoer.teksten import is_leeg

_LANDWOORDEN = ("nederland", "landelijk", "heelnederland", "land")
_ONDERDEELWOORDEN: Mapping[str, tuple[str, ...]] = {
    "totaal": ("alles", "samen", "alleplaatsen"),
    "rol": ("regionaleopvanglocatie", "regionaleopvanglocaties"),
    "gvl_satelliet": ("gvlensatelliet", "gvlofsatelliet"),
    "waarvan_amv": ("amv", "waarvanvooramv"),
}


def provinciecodes() -> dict[str, str]:
    """Geef bij elke schrijfwijze van een provincie haar naam; ook die van Nederland."""
    codes = {sleutel(naam): provincie for naam, provincie in PROVINCIENAMEN.items()}
    codes |= dict.fromkeys(_LANDWOORDEN, NEDERLAND)
    return codes | {sleutel(naam): naam for naam in PROVINCIES}


def onderdeelcodes(doelsets: Mapping[str, Doelset]) -> dict[str, str]:
    """Geef bij elke schrijfwijze van een onderdeel dat in een doelset voorkomt zijn code."""
    bekend = dict.fromkeys(
        (TOTAAL, *(doel.onderdeel for doelset in doelsets.values() for doel in doelset.doelen))
    )
    codes = {
        woord: code
        for code, woorden in _ONDERDEELWOORDEN.items()
        if code in bekend
        for woord in woorden
    }
    return codes | {sleutel(code): code for code in bekend}


def doelstatuscodes() -> dict[str, str]:
    """Geef bij elke schrijfwijze van een status de status."""
    return {sleutel(status): str(status) for status in Status}


def lees_doelsetcodes(
    tekst: pd.Series, namen: pd.Series, kolom: str, kolom_naam: str, doelsets: Mapping[str, Doelset]
) -> tuple[pd.Series, dict[str, str], list[Probleem]]:
    """Lees bij welke doelset elke rij hoort; met een naam erbij mag dat een nieuwe zijn.

    Parameters
    ----------
    tekst : Series of str
        Id of naam van de doelset; index: rijnummers.
    namen : Series of str
        Naam voor een doelset die er nog niet is; leeg waar die niet gegeven is.
    kolom, kolom_naam : str
        Namen van de kolommen in het bestand.
    doelsets : mapping of str to Doelset
        De doelsets die er zijn, per id.

    Returns
    -------
    id : Series of str
        Leeg waar niets stond of de doelset niet bestaat.
    nieuw : dict of str to str
        Id en naam van de nieuwe doelsets in de tabel.
    problemen : list of Probleem
        Een fout voor elke doelset die niet bestaat of twee namen heeft.
    """
    codes = {
        sleutel(woord): id_
        for id_, doelset in doelsets.items()
        for woord in (id_, doelset.origineel.naam, doelset.kort)
        if woord
    }
    nieuwe = ~is_leeg(tekst) & ~is_leeg(namen) & ~tekst.map(sleutel).isin(codes)
    ids = tekst[nieuwe].map(als_id)
    bekend, problemen = lees_codes(
        tekst.mask(nieuwe, ""),
        kolom,
        "deze doelset bestaat niet; is zij nieuw, geef haar dan een naam in een kolom doelset_naam",
        codes,
    )
    eerste_naam = {str(id_): str(naam) for id_, naam in namen[nieuwe].groupby(ids).first().items()}
    anders = pd.Series(False, index=tekst.index)
    anders[nieuwe] = namen[nieuwe] != ids.map(eerste_naam)
    problemen += per_rij(
        anders,
        kolom_naam,
        namen,
        lambda rij: f"deze doelset heet op een eerdere rij '{eerste_naam[ids[rij]]}'",
        "geef de doelset op elke rij dezelfde naam",
    )
    problemen += per_rij(
        nieuwe & (ids.reindex(tekst.index) == ""),
        kolom,
        tekst,
        "van dit id is geen korte naam te maken",
        "gebruik letters en cijfers, bijvoorbeeld regionaal-bod-2027",
    )
    return bekend.mask(nieuwe, ids.reindex(tekst.index, fill_value="")), eerste_naam, problemen


def als_id(tekst: str) -> str:
    """Maak van een tekst een id: kleine letters, cijfers en streepjes.

    >>> als_id("Regionaal bod 2027")
    'regionaal-bod-2027'
    """
    los = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", los.casefold()).strip("-")
