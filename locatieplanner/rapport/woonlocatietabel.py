"""Woonlocaties als tabel, een rij per locatie, ook voor derden.

Voor derden staat een beschermde locatie er alleen met gemeente, type en plaatsen in, achteraan:
haar naam, eigenaar, mix en datums zouden haar herkenbaar maken.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.contracten import einden
from locatieplanner.opgave.flexwonen import PERSONEN
from locatieplanner.opgave.looptijd import Afloop
from locatieplanner.rapport.flexwoontekst import daarna, mixtekst, termijn
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

HERKOMST = (
    "plan van de gebruiker; wat het plan niet zegt is geschat met het aantal personen per woning "
    "van elke groep"
)
"""Waar de getallen van woonlocaties vandaan komen."""

NIET_GELADEN = "niet geladen"

NIET_GEDEELD = (
    "van een beschermde locatie zijn alleen gemeente, type en plaatsen gedeeld; wat daar leeg is "
    "of onbekend heet, is niet gedeeld"
)
"""Wat er onder een tabel voor derden staat."""

_GEHEEL, _PROCENT = Kolomsoort.GEHEEL, Kolomsoort.PROCENT
_KORT = (
    Tabelkolom("naam", "locatie"),
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("eigenaar", "eigenaar"),
    Tabelkolom("status", "status"),
    Tabelkolom("woningen", "woningen", _GEHEEL),
    Tabelkolom("plaatsen", "plaatsen", _GEHEEL),
    Tabelkolom("eindigt", "eindigt op"),
    Tabelkolom("daarna", "daarna"),
    Tabelkolom("mix", "voor wie"),
)
_VOLLEDIG = (
    Tabelkolom("id", "id"),
    *_KORT[:4],
    Tabelkolom("type", "type"),
    Tabelkolom("gepland", "gepland"),
    *_KORT[4:6],
    Tabelkolom("woningen_herkomst", "woningen: waar vandaan"),
    Tabelkolom("plaatsen_herkomst", "plaatsen: waar vandaan"),
    Tabelkolom("begint", "begint op"),
    *_KORT[6:7],
    Tabelkolom("termijn", "termijn"),
    *_KORT[7:],
    Tabelkolom("kwetsbaar_deel", "kwetsbare groepen", _PROCENT),
    Tabelkolom("buurt", "buurt"),
    Tabelkolom("buurt_kwetsbaar", "kwetsbaar erbij in de buurt", _GEHEEL, "personen"),
    Tabelkolom("buurt_inwoners", "inwoners van de buurt", _GEHEEL),
    Tabelkolom("sociale_huur", "sociale huur in de buurt", _PROCENT),
    Tabelkolom("sociale_huur_gemeente", "sociale huur in de gemeente", _PROCENT),
    Tabelkolom("taakstelling", "voor de taakstelling", _GEHEEL, "statushouders"),
    Tabelkolom("opvang", "voor het opvangdoel", _GEHEEL, "plaatsen"),
)
_EINDEN = (
    Tabelkolom("eindigt", "eindigt op"),
    Tabelkolom("naam", "locatie"),
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("eigenaar", "eigenaar"),
    Tabelkolom("woningen", "woningen", _GEHEEL),
    Tabelkolom("plaatsen", "plaatsen", _GEHEEL),
    Tabelkolom("voor_wie", "plaatsen verdwijnen voor"),
)
_GEDEELD = frozenset({"gemeente", "gemeentecode", "provincie", "type", "plaatsen"})
_DATUMS = ("beschikbaar_van", "beschikbaar_tot")
_VOLGNUMMERS = ["begin", "eind"]


def gedeelde_namen(
    kandidaten: pd.DataFrame, omgeving: Omgeving, *, deel_beschermd: bool
) -> dict[str, str]:
    """Geef per id hoe een kandidaat (met ligging) heet voor wie het leest."""
    namen = kandidaten["naam"].astype("str")
    if not deel_beschermd:
        gemeente = kandidaten["gemeente"].fillna("Nederland")
        namen = namen.mask(beschermd(kandidaten, omgeving), "Beschermde locatie in " + gemeente)
    return {str(id_): str(naam) for id_, naam in namen.items()}


def locatietabel(
    locaties: pd.DataFrame,
    omgeving: Omgeving,
    afgeschermd: NDArray[np.bool_] | None = None,
    *,
    volledig: bool = False,
) -> Tabel:
    """Geef de woonlocaties, een rij per locatie.

    Parameters
    ----------
    locaties : DataFrame
        Uitkomst van `locatieplanner.opgave.flexwonen.woonlocaties`, of een selectie daaruit.
    omgeving : Omgeving
        Met locatietypen en aandachtsgroepen.
    afgeschermd : ndarray of bool, optional
        Welke rijen alleen per gemeente gedeeld worden; zonder is dat er geen.
    volledig : bool, optional
        Of alle kolommen erin staan, ook buurt, herkomst en bijdrage.
    """
    groepen = omgeving.aandachtsgroepen
    rijen = locaties.to_dict("records")
    gegevens = locaties.assign(
        id=locaties.index,
        type=[omgeving.locatietypen[str(code)].naam for code in locaties["type"]],
        gepland=["ja" if gepland else "nee" for gepland in locaties["gepland"]],
        begint=[_dag(moment) for moment in locaties["beschikbaar_van"]],
        eindigt=[_einde(rij) for rij in rijen],
        termijn=[termijn(maanden) for maanden in locaties["termijn_maanden"]],
        daarna=[daarna(str(rij["afloop"]), rij["woningen"]) for rij in rijen],
        mix=[mixtekst(_aandelen(rij, groepen), groepen) for rij in rijen],
        kwetsbaar_deel=locaties["kwetsbaar"] / locaties["plaatsen"],
    )
    if omgeving.buurten is None:
        gegevens["buurt"] = NIET_GELADEN
    kolommen = _VOLLEDIG if volledig else _KORT
    gegevens = gegevens[[kolom.naam for kolom in kolommen]]
    if afgeschermd is not None:
        gegevens = _afgeschermd(gegevens, afgeschermd)
    titel = "Alle gegevens per locatie" if volledig else "Locaties"
    return Tabel(titel, gegevens.reset_index(drop=True), kolommen, _herkomst(afgeschermd))


def afgeschermde_rijen(
    locaties: pd.DataFrame, kandidaten: pd.DataFrame, omgeving: Omgeving
) -> NDArray[np.bool_]:
    """Geef welke woonlocaties voor derden alleen per gemeente gedeeld mogen worden."""
    return beschermd(kandidaten.loc[locaties.index], omgeving)


def deelbare_locaties(
    locaties: pd.DataFrame, afgeschermd: NDArray[np.bool_] | None = None
) -> pd.DataFrame:
    """Geef de woonlocaties met hun kale waarden, voor een machine.

    Parameters
    ----------
    locaties : DataFrame
        Uitkomst van `locatieplanner.opgave.flexwonen.woonlocaties`, of een selectie daaruit.
    afgeschermd : ndarray of bool, optional
        Als bij `locatietabel`.

    Returns
    -------
    DataFrame
        Met ``id`` als kolom, datums als ISO-tekst, en zonder volgnummers van maanden.
    """
    rijen = locaties.drop(columns=_VOLGNUMMERS).reset_index()
    for kolom in _DATUMS:
        rijen[kolom] = rijen[kolom].dt.strftime("%Y-%m-%d").astype("object")
    return rijen if afgeschermd is None else _afgeschermd(rijen, afgeschermd)


def eindetabel(
    locaties: pd.DataFrame, omgeving: Omgeving, afgeschermd: NDArray[np.bool_] | None = None
) -> Tabel:
    """Geef wanneer welk contract eindigt, en voor wie er dan plaatsen verdwijnen.

    Parameters
    ----------
    locaties, omgeving, afgeschermd
        Als bij `locatietabel`.
    """
    eindigt = einden(locaties)
    gegevens = eindigt.assign(
        eindigt=[_dag(moment) for moment in eindigt["beschikbaar_tot"]],
        voor_wie=[_personen(rij, omgeving.aandachtsgroepen) for rij in eindigt.to_dict("records")],
    )[[kolom.naam for kolom in _EINDEN]]
    if afgeschermd is not None:
        dicht = pd.Series(afgeschermd, index=locaties.index).loc[eindigt.index]
        gegevens = _afgeschermd(gegevens, dicht.to_numpy(dtype=bool))
    titel = "Wanneer contracten eindigen"
    return Tabel(titel, gegevens.reset_index(drop=True), _EINDEN, _herkomst(afgeschermd))


def _herkomst(afgeschermd: NDArray[np.bool_] | None) -> str:
    """De herkomst, en zo nodig dat niet alles gedeeld is."""
    if afgeschermd is None or not afgeschermd.any():
        return HERKOMST
    return f"{HERKOMST}; {NIET_GEDEELD}"


def _afgeschermd(gegevens: pd.DataFrame, masker: NDArray[np.bool_]) -> pd.DataFrame:
    """De tabel met beschermde rijen achteraan, en daarvan alleen wat gedeeld mag worden."""
    open_, dicht = gegevens.loc[~masker].copy(), gegevens.loc[masker].copy()
    for kolom in dicht.columns:
        if kolom not in _GEDEELD:
            tekst = not pd.api.types.is_numeric_dtype(dicht[kolom].dtype)
            dicht[kolom] = "" if tekst else np.nan
    dicht["naam"] = "Beschermde locatie in " + dicht["gemeente"].fillna("Nederland")
    volgorde = dicht.sort_values([k for k in dicht if k in _GEDEELD], kind="stable")
    return pd.concat([open_, volgorde])


def _aandelen(
    rij: Mapping[Any, Any], aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> dict[str, float]:
    return {code: rij[f"{PERSONEN}{code}"] / rij["plaatsen"] for code in aandachtsgroepen}


def _personen(rij: Mapping[Any, Any], aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> str:
    """Personen per groep, van groot naar klein."""
    if not rij["mix_bekend"]:
        return "onbekend"
    paren = [(code, rij[f"{PERSONEN}{code}"]) for code in aandachtsgroepen]
    gesorteerd = sorted((paar for paar in paren if paar[1] > 0), key=lambda paar: -paar[1])
    return ", ".join(
        f"{aandachtsgroepen[code].naam} {getal(aantal)}" for code, aantal in gesorteerd
    )


def _einde(rij: Mapping[Any, Any]) -> str:
    """De einddatum; wat blijft, heeft er geen."""
    blijft = rij["afloop"] == Afloop.BLIJVEND
    return "geen einddatum" if blijft else _dag(rij["beschikbaar_tot"])


def _dag(moment: pd.Timestamp) -> str:
    return "onbekend" if pd.isna(moment) else datum(moment.date().isoformat())
