"""Woonlocaties bij elkaar als tabel: per groep, eigenaar, jaar, halfjaar en gemeente."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.opgave.bewoners import MIX_ONBEKEND
from locatieplanner.opgave.corporatie import per_eigenaar, per_groep
from locatieplanner.opgave.groepsverloop import per_halfjaar
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.rapport.woonlocatietabel import HERKOMST

_GEHEEL, _PROCENT = Kolomsoort.GEHEEL, Kolomsoort.PROCENT


def groeptabel(locaties: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> Tabel:
    """Geef voor wie de plaatsen en woningen zijn."""
    return Tabel(
        "Voor wie",
        per_groep(locaties, aandachtsgroepen).reset_index(),
        (
            Tabelkolom("naam", "groep"),
            Tabelkolom("rol", "rol in de mix"),
            Tabelkolom("personen", "plaatsen", _GEHEEL),
            Tabelkolom("aandeel", "deel van de bekende mix", _PROCENT),
            Tabelkolom("woningen", "woningen", _GEHEEL, "geschat"),
        ),
        HERKOMST,
    )


def eigenaartabel(locaties: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> Tabel:
    """Geef per eigenaar de totalen."""
    tabel = per_eigenaar(locaties, aandachtsgroepen)
    return Tabel(
        "Per eigenaar",
        tabel.reset_index(),
        (
            Tabelkolom("eigenaar", "eigenaar"),
            Tabelkolom("locaties", "locaties", _GEHEEL),
            Tabelkolom("woningen", "woningen", _GEHEEL),
            Tabelkolom("woningen_onbekend", "locaties zonder aantal woningen", _GEHEEL),
            Tabelkolom("blijft", "woningen die blijven", _GEHEEL),
            Tabelkolom("plaatsen", "plaatsen", _GEHEEL),
            Tabelkolom("plaatsen_mix_onbekend", "mix onbekend", _GEHEEL, "plaatsen"),
            Tabelkolom("taakstelling", "voor de taakstelling", _GEHEEL, "statushouders"),
            Tabelkolom("opvang", "voor het opvangdoel", _GEHEEL, "plaatsen"),
        ),
        HERKOMST,
    )


def eigenaargroeptabel(
    locaties: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> Tabel:
    """Geef per eigenaar voor wie zijn plaatsen zijn, ook wat niet te verdelen is."""
    delen = []
    for eigenaar, deel in locaties.groupby("eigenaar"):
        groepen = per_groep(deel, aandachtsgroepen)[["naam", "personen"]]
        zonder = float(deel["plaatsen"].where(~deel["mix_bekend"]).sum())
        rest = pd.DataFrame({"naam": [groepnaam(MIX_ONBEKEND, {})], "personen": [zonder]})
        alles = pd.concat([groepen, rest])
        delen.append(alles[alles["personen"] > 0].assign(eigenaar=str(eigenaar)))
    kolommen = ["eigenaar", "naam", "personen"]
    gegevens = pd.concat(delen)[kolommen] if delen else pd.DataFrame(columns=kolommen)
    return Tabel(
        "Per eigenaar en groep",
        gegevens.reset_index(drop=True),
        (
            Tabelkolom("eigenaar", "eigenaar"),
            Tabelkolom("naam", "groep"),
            Tabelkolom("personen", "plaatsen", _GEHEEL),
        ),
        HERKOMST,
    )


def jaartabel(per_eigenaar_per_jaar: pd.DataFrame) -> Tabel:
    """Geef per eigenaar de jaren waarin er iets komt of eindigt, met de stand daarna."""
    gegevens = per_eigenaar_per_jaar.reset_index()
    wisselt = [f"{maat}_{wat}" for maat in ("woningen", "plaatsen") for wat in ("komt", "eindigt")]
    telt = gegevens[wisselt].ne(0).any(axis=1)
    return Tabel(
        "Per eigenaar en jaar",
        gegevens.loc[telt].assign(jaar=lambda rijen: rijen["jaar"].astype("str")),
        (
            Tabelkolom("eigenaar", "eigenaar"),
            Tabelkolom("jaar", "jaar"),
            Tabelkolom("woningen_komt", "woningen erbij", _GEHEEL),
            Tabelkolom("woningen_eindigt", "woningen die eindigen", _GEHEEL),
            Tabelkolom("woningen", "woningen eind van het jaar", _GEHEEL),
            Tabelkolom("plaatsen_komt", "plaatsen erbij", _GEHEEL),
            Tabelkolom("plaatsen_eindigt", "plaatsen die eindigen", _GEHEEL),
            Tabelkolom("plaatsen", "plaatsen eind van het jaar", _GEHEEL),
        ),
        f"{HERKOMST}; in de jaren ertussen verandert er niets, en wat een onbekend begin heeft "
        "staat in geen enkel jaar",
    )


def halfjaartabel(
    verloop: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep], maat: str
) -> Tabel:
    """Geef per halfjaar de stand aan het begin en het einde, per groep.

    Parameters
    ----------
    verloop : DataFrame
        Index ``maand``, een kolom per groep; zie `groepsverloop`.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    maat : {"woningen", "plaatsen"}
        Wat er geteld is.
    """
    namen = {"totaal": "alle"} | {
        str(code): groepnaam(str(code), aandachtsgroepen) for code in verloop.columns
    }
    kolommen = [
        Tabelkolom(f"{code}_{kant}", f"{naam}, {kant}", _GEHEEL)
        for code, naam in namen.items()
        for kant in ("begin", "einde")
    ]
    return Tabel(
        f"{maat.capitalize()} per groep in de tijd",
        per_halfjaar(verloop).reset_index(),
        (Tabelkolom("halfjaar", "halfjaar"), *kolommen),
        f"{HERKOMST}; begin en einde zijn de eerste en laatste maand van het halfjaar",
    )


def bijdragetabel(bijdragen: pd.DataFrame) -> Tabel:
    """Geef per gemeente wat woonlocaties bijdragen; zie `bijdrage_per_gemeente`."""
    return Tabel(
        "Bijdrage per gemeente",
        bijdragen.reset_index(),
        (
            Tabelkolom("gemeente", "gemeente"),
            Tabelkolom("provincie", "provincie"),
            Tabelkolom("taakstelling_gepland", "taakstelling, gepland", _GEHEEL, "statushouders"),
            Tabelkolom("taakstelling", "taakstelling, alles", _GEHEEL, "statushouders"),
            Tabelkolom("mix_onbekend", "mix onbekend", _GEHEEL, "plaatsen"),
            Tabelkolom("opvang_gepland", "opvangdoel, gepland", _GEHEEL, "plaatsen"),
            Tabelkolom("opvang", "opvangdoel, alles", _GEHEEL, "plaatsen"),
        ),
        HERKOMST,
    )


def groepnaam(code: str, aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> str:
    """Geef de naam van een groep, of van wat niet te verdelen is."""
    return "mix onbekend" if code == MIX_ONBEKEND else aandachtsgroepen[code].naam
