"""De server achter het scherm: Streamlit starten, erop wachten en weer netjes stoppen."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import locatieplanner
from locatieplanner.fouten import LocatieplannerFout

STANDAARDPOORT = 8501
LOKAAL = "127.0.0.1"
ZONDER_AANMELDING = "LOCATIEPLANNER_ZONDER_AANMELDING"
"""Omgevingsvariabele waaraan het scherm ziet dat aanmelden niet hoeft."""

_POORTEN_TE_PROBEREN = 50
_START_S = 120.0
_STOP_S = 5.0
_TUSSENPOOS_S = 0.1
_ALLE_ADRESSEN = {"0.0.0.0": LOKAAL, "::": "::1"}  # noqa: S104 - alleen om te herkennen


def kies_poort(adres: str, poort: int | None) -> int:
    """Geef een poort waar de server op kan.

    Parameters
    ----------
    adres : str
        Adres waarop de server luistert.
    poort : int or None
        De gevraagde poort; None neemt de eerste vrije vanaf de standaard.

    Raises
    ------
    LocatieplannerFout
        Als de poort bezet is, of het adres niet van deze computer is.
    """
    if poort is not None:
        if not _is_vrij(adres, poort):
            raise LocatieplannerFout(
                f"Poort {poort} is al in gebruik. Kies een andere met --poort, of laat --poort weg "
                "om de eerste vrije te nemen."
            )
        return poort
    for keuze in range(STANDAARDPOORT, STANDAARDPOORT + _POORTEN_TE_PROBEREN):
        if _is_vrij(adres, keuze):
            return keuze
    raise LocatieplannerFout(
        f"De poorten {STANDAARDPOORT} tot {STANDAARDPOORT + _POORTEN_TE_PROBEREN} zijn allemaal in "
        "gebruik. Kies een andere met --poort."
    )


def draai(
    adres: str,
    poort: int,
    klaar: Callable[[str], None],
    *,
    aanmelding: Path | None = None,
    zonder_aanmelding: bool = False,
) -> None:
    """Draai de server tot hij gestopt wordt.

    Parameters
    ----------
    adres, poort
        Waar de server luistert.
    klaar : callable
        Krijgt het webadres zodra de server antwoordt.
    aanmelding : Path, optional
        Bestand met de aanmelding.
    zonder_aanmelding : bool, optional
        Of het scherm ook zonder aanmelding alles toont aan wie erbij kan.

    Raises
    ------
    LocatieplannerFout
        Als de server niet start of uit zichzelf stopt.
    """
    with _stopt_bij_sigterm():
        proces = subprocess.Popen(  # noqa: S603 - eigen python met eigen argumenten
            _opdracht(adres, poort, aanmelding),
            env=os.environ | ({ZONDER_AANMELDING: "1"} if zonder_aanmelding else {}),
            stdin=subprocess.DEVNULL,
            # Streamlit zegt hier in het Engels wat wij in het Nederlands al zeggen.
            stdout=subprocess.DEVNULL,
        )
        try:
            _wacht_op_antwoord(proces, adres, poort)
            klaar(_webadres(adres, poort))
            code = proces.wait()
        except KeyboardInterrupt:
            return
        finally:
            _stop(proces)
    if code not in (0, -signal.SIGINT, -signal.SIGTERM):
        raise LocatieplannerFout(
            f"De server is uit zichzelf gestopt (code {code}). Start locatieplanner opnieuw."
        )


def instellingen(tabel: Mapping[str, object], voor: str = "") -> Iterator[str]:
    """Geef instellingen uit een TOML-tabel als opties van Streamlit."""
    for naam, waarde in tabel.items():
        if isinstance(waarde, Mapping):
            yield from instellingen(waarde, f"{voor}{naam}.")
        else:
            tekst = str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
            yield f"--{voor}{naam}={tekst}"


def _opdracht(adres: str, poort: int, aanmelding: Path | None = None) -> list[str]:
    app = _naast_pakket("app.py", "app.py")
    config = _naast_pakket("streamlit.toml", ".streamlit/config.toml")
    return [
        *(sys.executable, "-m", "streamlit", "run", str(app)),
        *instellingen(tomllib.loads(config.read_text(encoding="utf-8"))),
        # Wat later staat, wint van de instellingen.
        f"--server.address={adres}",
        f"--server.port={poort}",
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
        "--logger.level=error",
        *([] if aanmelding is None else [f"--secrets.files={aanmelding}"]),
    ]


def _naast_pakket(in_pakket: str, in_bron: str) -> Path:
    """Een bestand dat geïnstalleerd in het pakket staat, en bij het ontwikkelen ernaast."""
    pakket = Path(locatieplanner.__file__).parent
    for pad in (pakket / in_pakket, pakket.parent / in_bron):
        if pad.is_file():
            return pad
    raise LocatieplannerFout(
        f"{in_pakket} hoort bij locatieplanner maar ontbreekt. Installeer locatieplanner opnieuw."
    )


def _is_vrij(adres: str, poort: int) -> bool:
    soort = socket.AF_INET6 if ":" in adres else socket.AF_INET
    with socket.socket(soort, socket.SOCK_STREAM) as stekker:
        if sys.platform != "win32":
            # Een poort die net is losgelaten is vrij; de server zelf neemt hem ook zo.
            stekker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            stekker.bind((adres, poort))
        except OSError as fout:
            if fout.errno == errno.EADDRINUSE:
                return False
            if fout.errno == errno.EACCES:
                raise LocatieplannerFout(
                    f"Poort {poort} vraagt beheerdersrechten. Kies een poort boven 1023."
                ) from fout
            raise LocatieplannerFout(
                f"'{adres}' is geen adres van deze computer. Gebruik {LOKAAL} voor alleen uzelf."
            ) from fout
    return True


def _wacht_op_antwoord(proces: subprocess.Popen[bytes], adres: str, poort: int) -> None:
    # Het eigen adres gaat nooit via een proxy.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    vraag = f"{_webadres(adres, poort)}/_stcore/health"
    einde = time.monotonic() + _START_S
    while time.monotonic() < einde:
        if proces.poll() is not None:
            raise LocatieplannerFout(
                f"De server startte niet (code {proces.returncode}). Controleer de installatie "
                f"met: {sys.executable} -m streamlit version"
            )
        try:
            with opener.open(vraag, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(_TUSSENPOOS_S)
    raise LocatieplannerFout(f"De server gaf binnen {_START_S:g} seconden geen antwoord.")


def _stop(proces: subprocess.Popen[bytes]) -> None:
    """Stop de server en wacht tot hij weg is, ook als iemand nog eens op Ctrl+C drukt."""
    for vraag in (proces.terminate, proces.kill):
        vraag()
        einde = time.monotonic() + _STOP_S
        while proces.poll() is None and time.monotonic() < einde:
            try:
                time.sleep(_TUSSENPOOS_S / 2)
            except KeyboardInterrupt:
                break
        if proces.poll() is not None:
            return


def _webadres(adres: str, poort: int) -> str:
    """Waar de server vanaf deze computer te bereiken is."""
    plek = _ALLE_ADRESSEN.get(adres, adres)
    return f"http://[{plek}]:{poort}" if ":" in plek else f"http://{plek}:{poort}"


@contextmanager
def _stopt_bij_sigterm() -> Iterator[None]:
    """Behandel het verzoek om te stoppen als Ctrl+C, zodat de server meegaat."""

    def stop(_nummer: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    vorig = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, vorig)
