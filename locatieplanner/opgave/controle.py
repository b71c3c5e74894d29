"""Wat een lezer bij de opgave moet weten: kloppen de totalen, en gaan de getallen over één tijd?"""

import datetime
import re

import pandas as pd

from locatieplanner.domein.doel import Doelset, onderdeelnaam
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, datum, getal, opsomming
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.doelen import onderdelen_in_som

_JAAR_IN_DAGEN = 366
_PEILDATUM = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def vergelijk_landelijk(doelset: Doelset, doelen: pd.DataFrame) -> str:
    """Zeg hoe het gepubliceerde landelijke totaal zich verhoudt tot de provincies samen.

    Parameters
    ----------
    doelset : Doelset
        De gekozen doelset.
    doelen : DataFrame
        Uitkomst van `doelen_per_provincie` voor alle provincies.

    Returns
    -------
    str
        Eén zinsdeel, zoals "gepubliceerd 75.500; de provincies tellen op tot 75.499".
    """
    midden = doelen["midden"]
    afgeleid = int((doelen["status"] == Status.AFGELEID).sum())
    deel = f" ({getal(afgeleid)} van de {getal(len(doelen))} afgeleid)" if afgeleid else ""
    if midden.isna().all():
        samen = "van geen enkele provincie is het doel bekend"
    elif midden.isna().any():
        bekend = f"{getal(int(midden.notna().sum()))} van de {getal(len(doelen))} provincies"
        samen = f"{bekend} tellen op tot {getal(midden.sum())}, van de andere is het doel onbekend"
    else:
        samen = f"de provincies tellen op tot {getal(midden.sum())}{deel}"
    landelijk = doelset.landelijk
    if landelijk is None:
        return f"geen gepubliceerd landelijk totaal; {samen}"
    plaatsen = bandbreedte(landelijk.plaatsen.minimum, landelijk.plaatsen.maximum)
    return f"gepubliceerd {plaatsen}; {samen}"


def tijdverschil(omgeving: Omgeving, provincie: str | None = None) -> str | None:
    """Zeg dat doel en bestaande opvang niet van dezelfde tijd zijn, als dat meer dan een jaar is.

    Parameters
    ----------
    omgeving : Omgeving
        Met doelset en doelen.
    provincie : str, optional
        Alleen voor het doel van deze provincie; zonder voor alle.

    Returns
    -------
    str or None
        Eén zin, of None als de tijden dicht bij elkaar liggen of niet bekend zijn.
    """
    doelen = omgeving.doelen if provincie is None else omgeving.doelen.loc[[provincie]]
    bekend = doelen.loc[doelen["midden"].notna(), "peildatum"]
    wanneer = sorted({str(tekst) for tekst in bekend if tekst})
    telling = omgeving.parameters["opgave.plaatsen_landelijk"].herkomst.peildatum
    afstanden = [_dagen_ertussen(tekst, telling) for tekst in wanneer]
    if not any(dagen is not None and dagen > _JAAR_IN_DAGEN for dagen in afstanden):
        return None
    zin = (
        f"Het doel geldt per {opsomming([datum(tekst) for tekst in wanneer])}; "
        f"de bestaande opvang is van {datum(telling)} en telt alle soorten opvang"
    )
    delen = [onderdeelnaam(deel) for deel in onderdelen_in_som(omgeving.doelset)]
    return f"{zin}, het doel alleen {opsomming(delen)}." if delen else f"{zin}."


def boven_doel(stand: pd.DataFrame, omgeving: Omgeving, provincie: str | None = None) -> str | None:
    """Zeg dat meer dan een oud doel niet hetzelfde is als genoeg.

    Parameters
    ----------
    stand : DataFrame
        Uitkomst van `locatieplanner.opgave.stand.stand_per_provincie`.
    omgeving : Omgeving
        Met doelset, doelen en parameters.
    provincie : str, optional
        Alleen voor deze provincie; zonder voor alle.

    Returns
    -------
    str or None
        Enkele zinnen, of None als er ergens plaatsen ontbreken of het doel niet ouder is dan de
        telling van de opvang.
    """
    gekozen = stand if provincie is None else stand.loc[[provincie]]
    doelen = omgeving.doelen.loc[gekozen.index]
    laatste = max((str(p) for p in doelen.loc[doelen["midden"].notna(), "peildatum"]), default="")
    telling = omgeving.parameters["opgave.plaatsen_landelijk"].herkomst.peildatum
    doeltijd, opvangtijd = _tijdvak(laatste), _tijdvak(telling)
    ouder = doeltijd is not None and opvangtijd is not None and doeltijd[1] < opvangtijd[0]
    if not ouder or not (gekozen["nodig_hoog"] < 0).all():
        return None
    wie = provincie or "elke provincie"
    return (
        f"Volgens deze doelset heeft {wie} meer plaatsen dan het doel. Dat doel is ouder dan de "
        f"telling van de opvang ({datum(telling)}): dit zegt dus niet dat er genoeg opvang is. "
        "Kies een latere doelset voor de opgave van nu."
    )


def _dagen_ertussen(een: str, ander: str) -> int | None:
    """Dagen tussen twee peildatums; een jaar of maand is een tijdvak. None als een onbekend is."""
    eerste, tweede = _tijdvak(een), _tijdvak(ander)
    if eerste is None or tweede is None:
        return None
    return max((tweede[0] - eerste[1]).days, (eerste[0] - tweede[1]).days, 0)


def _tijdvak(tekst: str) -> tuple[datetime.date, datetime.date] | None:
    """De eerste en laatste dag van een peildatum: een dag, maand of jaar."""
    deel = _PEILDATUM.fullmatch(tekst)
    if deel is None:
        return None
    try:
        begin = pd.Period(tekst)
    except ValueError:
        return None
    return begin.start_time.date(), begin.end_time.date()
