"""De database: openen, en erin lezen en schrijven binnen een transactie."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import SQLAlchemyError

from locatieplanner.fouten import OpslagFout
from locatieplanner.opslag.adres import VARIABELE, is_sqlite, lees_adres, toon_adres
from locatieplanner.opslag.migratie import migreer, niveau, niveaus
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.storing import als_melding

WACHT_S = 20
"""Zo lang wacht een schrijver op een ander, seconden."""

_SCHRIJFT = "schrijft"


class Database:
    """Een verbinding met de database, voor zoveel draden als men wil.

    Parameters
    ----------
    url : URL
        Waar zij staat, zie `adres.lees_adres`.
    naslag : Naslag
        Typen, groepen en gemeenten.
    """

    def __init__(self, url: URL, naslag: Naslag) -> None:
        self.naslag = naslag
        self.is_sqlite = is_sqlite(url)
        self.waar = toon_adres(url)
        self.pad = Path(self.waar) if self.is_sqlite else None
        self._motor = _sqlite_motor(url) if self.is_sqlite else _postgres_motor(url)
        self._lezer = (
            self._motor
            if self.is_sqlite
            else self._motor.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        )
        self._schrijver = self._motor.execution_options(**{_SCHRIJFT: True})
        self._beurt = Lock()

    def __repr__(self) -> str:
        return f"Database({self.waar!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.sluit()

    def sluit(self) -> None:
        """Sluit alle verbindingen."""
        self._motor.dispose()

    @contextmanager
    def lezen(self) -> Iterator[Connection]:
        """Geef een verbinding die de database op één moment ziet.

        Raises
        ------
        OpslagFout
            Bij een storing.
        """
        with als_melding(self.waar), self._lezer.connect() as verbinding, verbinding.begin():
            yield verbinding

    @contextmanager
    def schrijven(self) -> Iterator[Connection]:
        """Geef een verbinding om te schrijven; na het blok staat alles vast, bij een fout niets.

        Op SQLite schrijft er één tegelijk, op PostgreSQL één tegelijk per plan.

        Raises
        ------
        OpslagFout
            Bij een storing.
        """
        with (
            self._op_beurt(),
            als_melding(self.waar),
            self._schrijver.connect() as verbinding,
        ):
            transactie = verbinding.begin()
            try:
                yield verbinding
            except BaseException:
                # Is de verbinding weg, dan is er ook niets vastgelegd.
                with suppress(SQLAlchemyError):
                    transactie.rollback()
                raise
            with als_melding(self.waar, bij_vastleggen=True):
                transactie.commit()

    @contextmanager
    def _op_beurt(self) -> Iterator[None]:
        """Wacht binnen dit proces op wie al in een SQLite-bestand schrijft.

        SQLite zelf laat een wachter steeds langer slapen; zo komt elk op tijd aan de beurt.
        """
        if not self.is_sqlite:
            yield
            return
        if not self._beurt.acquire(timeout=WACHT_S):
            raise OpslagFout(
                f"De database ({self.waar}): een ander houdt haar bezet. Probeer het zo opnieuw."
            )
        try:
            yield
        finally:
            self._beurt.release()

    def niveau(self) -> str | None:
        """Geef het niveau van de database; None als er nog niets in staat.

        Raises
        ------
        OpslagFout
            Als er iets anders in staat, of zij van een nieuwer programma is.
        """
        with self.lezen() as verbinding:
            huidig = niveau(verbinding)
            vreemd = huidig is None and self.is_sqlite and inspect(verbinding).get_table_names()
        if vreemd:
            raise OpslagFout(
                f"{self.waar} is een database van iets anders. Laat {VARIABELE} naar een ander "
                "bestand wijzen."
            )
        if huidig is not None and huidig not in niveaus():
            raise OpslagFout(
                f"De database ({self.waar}) is van een nieuwer programma (niveau {huidig}). "
                "Installeer de nieuwste versie van locatieplanner."
            )
        return huidig

    def migreer(self) -> tuple[str, ...]:
        """Breng de database op het niveau van dit programma en geef de gezette stappen.

        Raises
        ------
        OpslagFout
            Als dat niet lukt; er is dan niets veranderd.
        """
        self.niveau()
        with self.schrijven() as verbinding:
            return migreer(verbinding)


def verbind(adres: str | None = None, naslag: Naslag | None = None) -> Database:
    """Geef de database zonder te kijken op welk niveau zij is: voor beheer.

    Een SQLite-bestand dat er nog niet is, wordt aangemaakt; alleen u kunt erbij.

    Parameters
    ----------
    adres : str, optional
        Zie `adres.lees_adres`.
    naslag : Naslag, optional
        Zonder zijn het de ingebouwde tabellen.

    Raises
    ------
    OpslagFout
        Als het adres niet klopt, of het bestand niet te maken is.
    """
    url = lees_adres(adres)
    if is_sqlite(url):
        _maak_bestand(Path(str(url.database)))
    return Database(url, naslag or Naslag.ingebouwd())


def open_database(adres: str | None = None, naslag: Naslag | None = None) -> Database:
    """Open de database om in te werken.

    Een SQLite-bestand wordt zo nodig op niveau gebracht, met een kopie van hoe het was ernaast. Op
    PostgreSQL doet een beheerder dat.

    Parameters
    ----------
    adres : str, optional
        Zie `adres.lees_adres`.
    naslag : Naslag, optional
        Zonder zijn het de ingebouwde tabellen.

    Raises
    ------
    OpslagFout
        Als de database er niet is, niet op niveau is, of van iets anders is.
    """
    database = verbind(adres, naslag)
    try:
        _eis_niveau_op_een_server(database)
        breng_op_niveau(database)
    except BaseException:
        database.sluit()
        raise
    return database


def breng_op_niveau(database: Database) -> tuple[str, ...]:
    """Breng een database op het niveau van dit programma en geef de gezette stappen.

    Van een SQLite-bestand waar al iets in staat, komt er eerst een kopie naast te staan.

    Raises
    ------
    OpslagFout
        Als dat niet lukt; er is dan niets veranderd.
    """
    huidig = database.niveau()
    if huidig == niveaus()[-1]:
        return ()
    if huidig is not None and database.pad is not None:
        _kopieer(database.pad, database.pad.with_name(f"{database.pad.name}.{huidig}"))
    return database.migreer()


def _eis_niveau_op_een_server(database: Database) -> None:
    huidig = database.niveau()
    if database.is_sqlite or huidig == niveaus()[-1]:
        return
    hoe = "is nog leeg" if huidig is None else f"is van een ouder programma ({huidig})"
    raise OpslagFout(
        f"De database ({database.waar}) {hoe}. Voer uit: locatieplanner database migreer."
    )


def _maak_bestand(pad: Path) -> None:
    try:
        pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Het bestand maken met de rechten die het moet hebben; SQLite neemt ze over voor de rest.
        os.close(os.open(pad, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as fout:
        raise OpslagFout(
            f"De database {pad} is niet te openen ({fout.strerror}). Geef uzelf schrijfrecht, of "
            f"laat {VARIABELE} naar een andere plek wijzen."
        ) from None


def _kopieer(van: Path, naar: Path) -> None:
    """Kopieer een SQLite-bestand dat in gebruik kan zijn; een eerdere kopie blijft staan."""
    if naar.exists():
        return
    try:
        with suppress(FileExistsError):
            os.close(os.open(naar, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        bron, doel = sqlite3.connect(van), sqlite3.connect(naar)
        try:
            bron.backup(doel)
        finally:
            bron.close()
            doel.close()
    except (OSError, sqlite3.Error) as fout:
        naar.unlink(missing_ok=True)
        raise OpslagFout(
            f"De database {van} moet op niveau gebracht worden, maar een kopie vooraf lukt niet "
            f"({type(fout).__name__}). Maak ruimte vrij en probeer het opnieuw."
        ) from None


def _sqlite_motor(url: URL) -> Engine:
    motor = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": WACHT_S},
        pool_size=5,
        max_overflow=-1,
    )

    @event.listens_for(motor, "connect")
    def bij_verbinden(verbinding: Any, _: object) -> None:  # noqa: ANN401 - van de aanstuurder
        # De aanstuurder begint anders zelf een transactie, en te laat om een slot te hebben.
        verbinding.isolation_level = None
        cursor = verbinding.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {1000 * WACHT_S}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # Wat een ander in het bestand zette, wordt niet uitgevoerd.
        cursor.execute("PRAGMA trusted_schema = OFF")
        cursor.close()

    @event.listens_for(motor, "begin")
    def bij_begin(verbinding: Connection) -> None:
        schrijft = verbinding.get_execution_options().get(_SCHRIJFT)
        verbinding.exec_driver_sql("BEGIN IMMEDIATE" if schrijft else "BEGIN")

    return motor


def _postgres_motor(url: URL) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        # Een verbinding die weggevallen is, wordt vervangen voordat er iets mee gebeurt.
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=50,
        connect_args={
            "connect_timeout": 5,
            "options": f"-c lock_timeout={WACHT_S}s -c application_name=locatieplanner",
        },
    )
