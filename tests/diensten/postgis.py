"""Een eigen PostgreSQL met PostGIS op loopback, in een tijdelijke map.

Gezocht wordt naar PostgreSQL in ``POSTGRES_BIN`` en waar Debian het neerzet; `zorg_voor` haalt het
waar dat mag met apt-get (pakket ``postgresql-15-postgis-3``). Is het er niet, dan draaien de tests
van de opslag alleen op SQLite, en staat dat onderaan de uitslag. PostgreSQL weigert als beheerder
te draaien: dan draait het als de gebruiker die Debian ervoor maakte.
"""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.debian import haal

PAKKET = "postgresql-15-postgis-3"
ZONDER = (
    "LET OP: er is hier geen PostgreSQL met PostGIS, dus de tests van de opslag draaiden alleen op "
    f"SQLite. Installeer het Debian-pakket {PAKKET}, of laat POSTGRES_BIN wijzen naar de map met "
    "initdb en postgres."
)

_GEDULD_S = 60
_NIET_BEHEERDER = ("postgres", "nobody")


def vind() -> Path | None:
    """Geef de map met ``initdb`` en ``postgres`` van een PostgreSQL met PostGIS, of None."""
    genoemd = os.environ.get("POSTGRES_BIN")
    gevonden = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda map_: int(map_.parent.name)
    )
    for map_ in [Path(genoemd)] if genoemd else reversed(gevonden):
        uitbreiding = _gedeeld(map_) / "extension" / "postgis.control"
        if (map_ / "initdb").is_file() and (map_ / "postgres").is_file() and uitbreiding.is_file():
            return map_
    return None


def zorg_voor() -> Path | None:
    """Geef de map met PostgreSQL; haal het zo nodig. None als dat niet lukt."""
    gevonden = vind()
    if gevonden is None and not os.environ.get("POSTGRES_BIN"):
        haal("PostgreSQL met PostGIS", PAKKET)
        gevonden = vind()
    return gevonden


@dataclass
class Cluster:
    """Een draaiende PostgreSQL.

    Parameters
    ----------
    programma, map : Path
        Waar PostgreSQL staat, en waar de gegevens staan.
    poort : int
        Poort op loopback.
    wachtwoord : str
        Van de gebruiker ``planner``, die alles mag.
    vast : bool, optional
        Of elke wijziging wacht tot zij op de schijf staat, zoals het hoort; zonder overleeft zij
        een stroomstoring niet, en is een test veel sneller klaar.
    """

    programma: Path
    map: Path
    poort: int
    wachtwoord: str
    vast: bool = True
    _proces: subprocess.Popen | None = field(default=None, repr=False)

    def adres(self, database: str) -> str:
        """Geef het adres van een database, zoals `LOCATIEPLANNER_DATABASE` het wil."""
        wie = f"planner:{self.wachtwoord}"
        return f"postgresql+psycopg://{wie}@127.0.0.1:{self.poort}/{database}"

    def voer_uit(self, opdracht: str) -> None:
        """Voer een opdracht uit buiten een transactie, zoals ``CREATE DATABASE``."""
        with self._verbind() as verbinding:
            verbinding.execute(opdracht)

    def maak_database(self, sjabloon: str = "template1") -> str:
        """Maak een database en geef haar naam."""
        naam = f"proef_{secrets.token_hex(6)}"
        self.voer_uit(f"CREATE DATABASE {naam} TEMPLATE {sjabloon}")
        return naam

    def gooi_weg(self, naam: str) -> None:
        """Gooi een database weg, ook als er nog iemand in zit."""
        self.voer_uit(f"DROP DATABASE {naam} WITH (FORCE)")

    def start(self) -> None:
        """Start de server en wacht tot hij antwoordt."""
        opdracht = [
            str(self.programma / "postgres"), "-D", str(self.map),
            "-c", "listen_addresses=127.0.0.1", "-c", f"port={self.poort}",
            "-c", "unix_socket_directories=", "-c", "max_connections=200",
            "-c", f"fsync={'on' if self.vast else 'off'}",
        ]  # fmt: skip
        with (self.map / "server.log").open("ab") as verslag:
            self._proces = subprocess.Popen(
                opdracht, stdout=verslag, stderr=verslag, cwd=self.map, **_als_gewone_gebruiker()
            )
        einde = time.monotonic() + _GEDULD_S
        while True:
            try:
                self._verbind().close()
            except psycopg.OperationalError:
                if self._proces.poll() is not None or time.monotonic() > einde:
                    raise
                time.sleep(0.05)
            else:
                return

    def stop(self, hoe: signal.Signals = signal.SIGINT) -> None:
        """Stop de server meteen; verbindingen vallen weg. Met SIGQUIT ook zonder op te ruimen."""
        if self._proces is not None:
            self._proces.send_signal(hoe)
            self._proces.wait(_GEDULD_S)
            self._proces = None

    def _verbind(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1",
            port=self.poort,
            user="planner",
            password=self.wachtwoord,
            dbname="postgres",
            autocommit=True,
        )


@contextmanager
def cluster(programma: Path, *, vast: bool = True) -> Iterator[Cluster]:
    """Maak en start een eigen PostgreSQL; na afloop is er niets meer van over."""
    wortel = Path(tempfile.mkdtemp(prefix="locatieplanner-postgis-"))
    gebruiker = _als_gewone_gebruiker()
    geheim = wortel / "wachtwoord"
    dit = Cluster(programma, wortel / "gegevens", _vrije_poort(), secrets.token_urlsafe(16), vast)
    try:
        geheim.write_text(dit.wachtwoord)
        if gebruiker:
            for pad in (wortel, geheim):
                os.chown(pad, gebruiker["user"], gebruiker["group"])
        subprocess.run(
            [
                str(programma / "initdb"), "-D", str(dit.map), "-U", "planner", "-A",
                "scram-sha-256", "--pwfile", str(geheim), "-E", "UTF8", "--locale", "C",
                "--no-instructions", *([] if vast else ["--no-sync"]),
            ],
            check=True, stdout=subprocess.DEVNULL, cwd=wortel, **gebruiker,
        )  # fmt: skip
        dit.start()
        yield dit
    finally:
        dit.stop(signal.SIGQUIT)
        shutil.rmtree(wortel, ignore_errors=True)


def _als_gewone_gebruiker() -> dict:
    """Onder wie PostgreSQL draait; leeg als dat gewoon de huidige gebruiker is."""
    if os.geteuid() != 0:
        return {}
    import pwd  # niet elk besturingssysteem heeft dit

    namen = {rij.pw_name: rij for rij in pwd.getpwall()}
    wie = next(namen[naam] for naam in _NIET_BEHEERDER if naam in namen)
    return {"user": wie.pw_uid, "group": wie.pw_gid, "extra_groups": []}


def _gedeeld(map_: Path) -> Path:
    """Waar deze PostgreSQL zijn uitbreidingen bewaart."""
    instelling = map_ / "pg_config"
    if instelling.is_file():
        klaar = subprocess.run(
            [str(instelling), "--sharedir"], capture_output=True, text=True, check=False
        )
        if klaar.returncode == 0:
            return Path(klaar.stdout.strip())
    nummer = re.search(r"(\d+)/bin$", str(map_))
    return Path("/usr/share/postgresql") / (nummer.group(1) if nummer else "")


def _vrije_poort() -> int:
    with socket.socket() as los:
        los.bind(("127.0.0.1", 0))
        return los.getsockname()[1]


if __name__ == "__main__":
    gevonden_ = zorg_voor()
    sys.stdout.write(f"PostgreSQL voor de tests: {gevonden_ or ZONDER}\n")
