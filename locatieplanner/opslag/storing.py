"""Storingen van de database als melding: wat er is, waar, en hoe het te herstellen is.

De fout van de database zelf gaat niet mee: daar kan een adres of de inhoud van een plan in staan.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from locatieplanner.fouten import OpslagFout

_BEWAARD = "Wat al bewaard was, is er nog."

_VAST = "het logboek verandert niet"
"""Wat de trigger zegt die het logboek vastzet."""

_SQLITE = (
    (_VAST, "het logboek verandert niet: er kan alleen bij. Herstel een versie van het plan."),
    ("disk is full", f"de schijf is vol. Maak ruimte vrij en bewaar opnieuw. {_BEWAARD}"),
    ("disk i/o error", f"schrijven lukt niet: is de schijf vol of weg? {_BEWAARD}"),
    ("locked", "een ander programma houdt haar bezet. Sluit dat, of probeer het zo opnieuw."),
    ("readonly", "u mag haar alleen lezen. Geef uzelf schrijfrecht op het bestand en zijn map."),
    (
        "unable to open",
        "het bestand is niet te openen. Controleer of de map bestaat en of u er mag schrijven.",
    ),
    (
        "malformed",
        "het bestand is beschadigd. Zet een reservekopie terug: locatieplanner database herstel.",
    ),
    (
        "not a database",
        "het bestand is geen database van locatieplanner. Kies een ander bestand.",
    ),
    ("no such table", "er ontbreken tabellen. Voer uit: locatieplanner database migreer."),
    ("no such column", "er ontbreken kolommen. Voer uit: locatieplanner database migreer."),
)

_POSTGRES = (
    ("53100", f"de schijf van de server is vol. Vraag de beheerder om ruimte. {_BEWAARD}"),
    ("53300", "er zijn te veel verbindingen. Probeer het zo opnieuw."),
    ("42P01", "er ontbreken tabellen. Voer uit: locatieplanner database migreer."),
    ("42703", "er ontbreken kolommen. Voer uit: locatieplanner database migreer."),
    ("42501", "deze gebruiker van de database mag dit niet. Vraag de beheerder om rechten."),
    ("28", "gebruiker of wachtwoord klopt niet. Controleer LOCATIEPLANNER_DATABASE."),
    ("3D000", "de database bestaat niet. Maak haar aan, of controleer LOCATIEPLANNER_DATABASE."),
    ("58P01", "PostGIS ontbreekt. Installeer PostGIS bij deze PostgreSQL."),
    ("0A000", "PostGIS ontbreekt. Installeer PostGIS bij deze PostgreSQL."),
    ("40", "twee wijzigingen zaten elkaar in de weg. Probeer het opnieuw."),
    ("55P03", "een ander houdt het plan bezet. Probeer het zo opnieuw."),
    ("57014", "het duurde te lang en is gestopt. Probeer het zo opnieuw."),
)

_BIJ_VERBINDEN = (
    ("authentication failed", "28P01"),
    ("no pg_hba.conf entry", "28000"),
    ("does not exist", "3D000"),
    ("too many clients", "53300"),
)

_WEG = (
    "de server antwoordt niet. Controleer of hij draait en bereikbaar is, en probeer het opnieuw. "
    f"{_BEWAARD}"
)


@contextmanager
def als_melding(waar: str, *, bij_vastleggen: bool = False) -> Iterator[None]:
    """Maak van een storing van de database een melding.

    Parameters
    ----------
    waar : str
        Welke database, zonder wachtwoord.
    bij_vastleggen : bool, optional
        Of dit het moment is waarop een wijziging definitief wordt: valt de verbinding dan weg, dan
        is niet te weten of zij bewaard is.

    Raises
    ------
    OpslagFout
        Bij een storing binnen het blok.
    """
    try:
        yield
    except SQLAlchemyError as fout:
        raise OpslagFout(melding(fout, waar, bij_vastleggen=bij_vastleggen)) from None


def melding(fout: SQLAlchemyError, waar: str, *, bij_vastleggen: bool = False) -> str:
    """Geef een storing in woorden."""
    eigen = getattr(fout, "orig", None)
    if isinstance(eigen, sqlite3.Error):
        tekst = str(eigen).lower()
        for deel, uitleg in _SQLITE:
            if deel in tekst:
                return f"De database ({waar}): {uitleg}"
        return _onbekend(waar, type(eigen).__name__)
    code = getattr(eigen, "sqlstate", None) or ""
    if _VAST in str(eigen):
        return f"De database ({waar}): {_SQLITE[0][1]}"
    if not code:
        # Bij het verbinden geeft de aanstuurder geen code, alleen de tekst van de server.
        code = next((c for deel, c in _BIJ_VERBINDEN if deel in str(eigen)), "")
    for begin, uitleg in _POSTGRES:
        if code.startswith(begin):
            return f"De database ({waar}): {uitleg}"
    verbroken = isinstance(fout, DBAPIError) and (fout.connection_invalidated or not code)
    if verbroken or code.startswith(("08", "57P")):
        if bij_vastleggen:
            return (
                f"De database ({waar}): de verbinding viel weg tijdens het bewaren. Of de laatste "
                "wijziging bewaard is, is niet zeker: open het plan opnieuw en kijk het na."
            )
        return f"De database ({waar}): {_WEG}"
    return _onbekend(waar, code or type(fout).__name__)


def _onbekend(waar: str, wat: str) -> str:
    return (
        f"De database ({waar}) gaf een fout ({wat}). Probeer het opnieuw; blijft het, voer "
        f"dan uit: locatieplanner database controleer. {_BEWAARD}"
    )
