"""Het adres van de database: waar zij staat, en hoe dat te tonen is zonder wachtwoord."""

import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from locatieplanner.fouten import OpslagFout

VARIABELE = "LOCATIEPLANNER_DATABASE"
"""Omgevingsvariabele met een andere database."""

BESTAND = "plannen.sqlite"

_VOORBEELD = "postgresql+psycopg://gebruiker:wachtwoord@server/database"


def lees_adres(adres: str | None = None) -> URL:
    """Geef het adres van de database.

    Parameters
    ----------
    adres : str, optional
        Een adres zoals ``postgresql+psycopg://…`` of ``sqlite:///pad``, of het pad van een
        bestand. Zonder is het `VARIABELE`, en anders een bestand in de map van de gebruiker.

    Raises
    ------
    OpslagFout
        Als het geen adres van een SQLite- of PostgreSQL-database is; het adres zelf staat niet in
        de melding, want er kan een wachtwoord in staan.
    """
    gegeven = adres or os.environ.get(VARIABELE, "")
    if not gegeven:
        return _sqlite(user_data_path("locatieplanner") / BESTAND)
    if "://" not in gegeven:
        return _sqlite(Path(gegeven))
    try:
        url = make_url(gegeven)
    except (ArgumentError, ValueError):
        raise _geen_adres() from None
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in ("sqlite", "sqlite+pysqlite") and url.database not in (None, ":memory:"):
        return _sqlite(Path(str(url.database)))
    raise _geen_adres()


def toon_adres(url: URL) -> str:
    """Geef een adres om te tonen: het pad, of de server zonder gebruiker en wachtwoord."""
    if is_sqlite(url):
        return str(url.database)
    poort = f":{url.port}" if url.port else ""
    return f"PostgreSQL, {url.host or 'deze computer'}{poort}, database {url.database or '?'}"


def is_sqlite(url: URL) -> bool:
    """Of het adres een SQLite-bestand is."""
    return url.get_backend_name() == "sqlite"


def _sqlite(pad: Path) -> URL:
    return URL.create("sqlite", database=str(pad.expanduser().absolute()))


def _geen_adres() -> OpslagFout:
    return OpslagFout(
        f"Het adres van de database is niet te gebruiken. Zet {VARIABELE} op een adres zoals "
        f"{_VOORBEELD}, op het pad van een bestand, of laat haar weg."
    )
