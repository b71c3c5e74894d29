"""Een echte server op loopback, gestart zoals een gebruiker dat doet."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

WORTEL = Path(__file__).resolve().parents[1]

_OPSTARTEN_S = 90


def vrije_poort() -> int:
    """Geef een poort die nu vrij is."""
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        return int(contact.getsockname()[1])


@contextmanager
def server(
    opdracht: list[str],
    poort: int,
    logboek: Path,
    thuis: Path,
    variabelen: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Start een opdracht, wacht tot zij antwoordt, en stop haar weer.

    Wat het programma bewaart komt onder `thuis`; tijdelijke bestanden in ``thuis/tijdelijk``.
    `variabelen` komen bij de omgeving van het proces.
    """
    tijdelijk = thuis / "tijdelijk"
    tijdelijk.mkdir(exist_ok=True)
    with logboek.open("w") as log:
        proces = subprocess.Popen(
            opdracht,
            cwd=WORTEL,
            env={
                **os.environ,
                "HOME": str(thuis),
                "XDG_CACHE_HOME": str(thuis / "cache"),
                "XDG_DATA_HOME": str(thuis / "data"),
                "TMPDIR": str(tijdelijk),
                "PYTHONPATH": str(WORTEL),
                **variabelen,
            },
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wacht_op(f"http://127.0.0.1:{poort}/_stcore/health", proces, logboek)
            yield f"http://127.0.0.1:{poort}"
        finally:
            proces.terminate()
            proces.wait(timeout=30)


@contextmanager
def draaiende_app(
    thuis: Path, variabelen: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """Start de app met een eigen thuismap en geef haar adres."""
    poort = vrije_poort()
    opdracht = [sys.executable, "-m", "locatieplanner", "app", "--poort", str(poort)]
    opdracht.append("--niet-open")
    with server(opdracht, poort, thuis / "app.log", thuis, variabelen) as adres:
        yield adres


def _wacht_op(adres: str, proces: subprocess.Popen[bytes], logboek: Path) -> None:
    einde = time.monotonic() + _OPSTARTEN_S
    while time.monotonic() < einde and proces.poll() is None:
        try:
            with urllib.request.urlopen(adres, timeout=2) as antwoord:
                if antwoord.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"de server startte niet:\n{logboek.read_text()}")
