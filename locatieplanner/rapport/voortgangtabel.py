"""Voortgang als tabellen: de trechter, het verloop per maand, en wat er afloopt."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.kandidaat import VOORTGANG
from locatieplanner.domein.notatie import ONBEKEND
from locatieplanner.opgave.verloop import Verloop
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

NOG_GEEN_DOEL = "nog geen doel"
"""Wat er staat in een maand voor de peildatum van het doel."""

_PLAATSEN = "plaatsen"

_MAANDEN = (
    Tabelkolom("maand", "maand", Kolomsoort.MAAND),
    Tabelkolom("bestaand_bekend", "bestaand bekend", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("bestaand_geschat", "bestaand geschat", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("gepland", "gepland", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("capaciteit", "capaciteit", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("begint", "begint deze maand", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("eindigt", "loopt deze maand af", Kolomsoort.GEHEEL, _PLAATSEN),
)
_DOELEN = (("doel", "doel"), ("nodig", "nog nodig"))
_LOCATIE = (
    Tabelkolom("id", "id"),
    Tabelkolom("naam", "naam"),
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("type", "type"),
    Tabelkolom("status", "status"),
    Tabelkolom("plaatsen", "plaatsen", Kolomsoort.GEHEEL),
)
_TENMINSTE = "tenminste_"
_BESTAAND = ("bestaand_bekend", "bestaand_geschat")
_STAPPEN = (
    Tabelkolom("status", "stap"),
    Tabelkolom("locaties", "locaties", Kolomsoort.GEHEEL),
    Tabelkolom("plaatsen_opvang", "opvang", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("plaatsen_wonen", "wonen", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("woningen", "woningen", Kolomsoort.GEHEEL),
    Tabelkolom("woningen_onbekend", "waarvan woningen onbekend", Kolomsoort.GEHEEL, "locaties"),
)


def verlooptabel(verloop: Verloop) -> Tabel:
    """Geef het verloop als tabel, een rij per maand.

    Telt bestaande opvang niet mee, dan staan haar kolommen er niet bij.
    """
    kolommen = tuple(
        kolom for kolom in _MAANDEN if verloop.bestaand_telt_mee or kolom.naam not in _BESTAAND
    )
    kolommen += tuple(
        Tabelkolom(
            f"{kolom}_{grens}",
            f"{kop}, {grens}",
            Kolomsoort.GEHEEL,
            _PLAATSEN,
            # Een grens die bekend is, geldt alleen nog niet in elke maand.
            ONBEKEND if pd.isna(doel) else NOG_GEEN_DOEL,
        )
        for kolom, kop in _DOELEN
        for grens, doel in (("laag", verloop.doel.laag), ("hoog", verloop.doel.hoog))
    )
    herkomst = (
        f"Doel: {verloop.doel.status}; {verloop.doel.herkomst}. "
        f"Bestaande opvang: {verloop.bestaand_status}. Nog nodig onder nul: meer dan het doel."
    )
    return Tabel(
        f"Capaciteit en doel van {verloop.doel.naam}, per maand",
        verloop.maanden.reset_index(),
        kolommen,
        herkomst,
    )


def gebeurtenistabel(verloop: Verloop, namen: Mapping[str, str]) -> Tabel:
    """Geef wat er in het tijdvak begint en welke contracten aflopen, op volgorde.

    Parameters
    ----------
    verloop : Verloop
        Het verloop.
    namen : Mapping of str to str
        Naam van elk locatietype.
    """
    return Tabel(
        f"Wat begint en wat afloopt in {verloop.doel.naam}",
        _met_namen(verloop.gebeurtenissen, namen),
        (
            Tabelkolom("maand", "maand", Kolomsoort.MAAND),
            Tabelkolom("wat", "wat"),
            *_LOCATIE,
        ),
        "Datums uit het bestand met kandidaten. Wie afloopt telt tot en met die maand.",
    )


def doorlooptabel(verloop: Verloop, namen: Mapping[str, str]) -> Tabel:
    """Geef de locaties zonder einddatum: zij tellen tot het eind van elk tijdvak."""
    return Tabel(
        f"Zonder einddatum in {verloop.doel.naam}",
        _met_namen(verloop.zonder_einde, namen),
        _LOCATIE,
        "Zonder einddatum is niet bekend wanneer deze plaatsen vervallen; zij lopen hier door.",
    )


def niet_in_beeld_tabel(verloop: Verloop, namen: Mapping[str, str]) -> Tabel:
    """Geef de locaties die tellen en toch in geen enkele maand te zien zijn, met waarom."""
    return Tabel(
        f"In geen enkele maand te zien in {verloop.doel.naam}",
        _met_namen(verloop.niet_in_beeld, namen),
        (*_LOCATIE, Tabelkolom("meedoen", "waarom")),
        "Deze plaatsen zijn gepland en staan toch in geen enkele maand: vul datums aan of kies "
        "een ander tijdvak.",
    )


def trechtertabel(stappen: pd.DataFrame, naam: str, *, tenminste: bool = False) -> Tabel:
    """Geef de trechter als tabel, een rij per stap.

    Parameters
    ----------
    stappen : DataFrame
        Uitkomst van `locatieplanner.opgave.trechter.trechter`.
    naam : str
        Naam van het gebied.
    tenminste : bool, optional
        Of elke stap ook alle latere telt; gesloten en afgevallen staan er dan niet bij.
    """
    onbekend = "Onbekende woningen tellen niet als nul."
    if not tenminste:
        return Tabel(
            f"Waar de kandidaten in {naam} nu staan", stappen.reset_index(), _STAPPEN, onbekend
        )
    ver = stappen.loc[[str(status) for status in VOORTGANG]].filter(like=_TENMINSTE)
    return Tabel(
        f"Hoeveel kandidaten in {naam} ten minste zo ver zijn",
        ver.rename(columns=lambda kolom: str(kolom).removeprefix(_TENMINSTE)).reset_index(),
        _STAPPEN,
        f"Elke stap telt alle latere mee; gesloten en afgevallen niet. {onbekend}",
    )


def deeltrechtertabel(per_gebied: pd.DataFrame, titel: str, namen: Mapping[str, str]) -> Tabel:
    """Geef de trechter van elk gebied onder elkaar als tabel.

    Parameters
    ----------
    per_gebied : DataFrame
        Uitkomst van `locatieplanner.opgave.trechter.trechter_per_gebied`.
    titel : str
        Wat de tabel bevat.
    namen : Mapping of str to str
        Naam bij elke code van een gebied; een gebied dat er niet in staat heet zoals het is.
    """
    gegevens = per_gebied.reset_index()
    kolom = str(per_gebied.index.names[0])
    gegevens["gebied"] = [namen.get(str(code), str(code)) for code in gegevens[kolom]]
    return Tabel(
        titel,
        gegevens[gegevens["locaties"] > 0],
        (Tabelkolom("gebied", "gebied"), *_STAPPEN),
        "Alleen stappen met ten minste één kandidaat.",
    )


def vervallentabel(vervallen: pd.DataFrame, naam: str, namen: Mapping[str, str]) -> Tabel:
    """Geef wat gesloten of afgevallen is als tabel, met de reden.

    Parameters
    ----------
    vervallen : DataFrame
        Uitkomst van `locatieplanner.opgave.trechter.vervallen_met_reden`.
    naam : str
        Naam van het gebied.
    namen : Mapping of str to str
        Naam van elk locatietype.
    """
    return Tabel(
        f"Gesloten of afgevallen in {naam}",
        _met_namen(vervallen, namen),
        (*_LOCATIE, Tabelkolom("reden", "reden")),
        "De reden is de toelichting uit het bestand met kandidaten.",
    )


def _met_namen(locaties: pd.DataFrame, namen: Mapping[str, str]) -> pd.DataFrame:
    """De locaties met hun id als kolom en hun type bij naam."""
    return locaties.assign(type=locaties["type"].map(dict(namen))).rename_axis("id").reset_index()
