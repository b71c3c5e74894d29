"""Een webserver op loopback die elk verzoek onthoudt en antwoordt, of hapert, zoals gevraagd."""

import json
import socket
import struct
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_GEDULD_S = 30


@dataclass(frozen=True)
class Verzoek:
    """Een verzoek zoals het binnenkwam: het hoeveelste, het pad met de vraag, en de koppen."""

    nummer: int
    pad: str
    koppen: Mapping[str, str]

    @property
    def vraag(self) -> dict[str, str]:
        """De vraag achter het pad."""
        return {naam: waarden[0] for naam, waarden in parse_qs(urlsplit(self.pad).query).items()}


@dataclass(frozen=True)
class Reactie:
    """Wat er teruggaat.

    `aangekondigd` is een lengte die niet klopt; `wacht_s` komt voor het antwoord; `verbreek`
    verbreekt de verbinding zonder iets te zeggen.
    """

    inhoud: bytes = b""
    status: int = 200
    soort: str = "application/json"
    koppen: Mapping[str, str] = field(default_factory=dict)
    aangekondigd: int | None = None
    wacht_s: float = 0.0
    verbreek: bool = False


Antwoord = Callable[[Verzoek], Reactie]


def als_json(inhoud: object, **meer) -> Reactie:
    """Geef een reactie met JSON."""
    return Reactie(json.dumps(inhoud).encode(), **meer)


@dataclass
class Loket:
    """Een draaiende server: zijn adres, hoe hij antwoordt, en wat er gevraagd is."""

    adres: str
    antwoord: Antwoord
    verzoeken: list[Verzoek] = field(default_factory=list)

    @property
    def paden(self) -> list[str]:
        """De paden van alle verzoeken, zonder vraag."""
        return [urlsplit(verzoek.pad).path for verzoek in self.verzoeken]

    def aantal(self, deel: str) -> int:
        """Tel de verzoeken met dit erin."""
        return sum(deel in verzoek.pad for verzoek in self.verzoeken)


def doorgeven(adres: str) -> Antwoord:
    """Geef elk verzoek door aan een andere server."""

    def antwoord(verzoek: Verzoek) -> Reactie:
        vraag = urllib.request.Request(
            f"{adres}{verzoek.pad}", headers={"Accept": verzoek.koppen.get("Accept", "*/*")}
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(vraag, timeout=_GEDULD_S) as binnen:
                inhoud, status, koppen = binnen.read(), binnen.status, binnen.headers
        except urllib.error.HTTPError as fout:
            inhoud, status, koppen = fout.read(), fout.code, fout.headers
        door = {naam: koppen[naam] for naam in ("Content-Crs",) if naam in koppen}
        return Reactie(inhoud, status, koppen.get("Content-Type", ""), door)

    return antwoord


@contextmanager
def loket(antwoord: Antwoord) -> Iterator[Loket]:
    """Open een loket op een vrije poort; het sluit na het blok."""

    class Behandelaar(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Koppen en inhoud in één keer: anders wacht de ontvanger telkens op de rest.
        wbufsize = -1

        def do_GET(self) -> None:
            with vergrendeld:
                verzoek = Verzoek(len(dit.verzoeken) + 1, self.path, dict(self.headers))
                dit.verzoeken.append(verzoek)
            self._stuur(dit.antwoord(verzoek))

        def _stuur(self, reactie: Reactie) -> None:
            time.sleep(reactie.wacht_s)
            if reactie.verbreek:
                # Sluiten zonder afscheid: de ander krijgt 'connection reset'.
                geen_afscheid = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, geen_afscheid)
                self.connection.close()
                self.close_connection = True
                return
            self.send_response(reactie.status)
            lengte = reactie.aangekondigd or len(reactie.inhoud)
            for naam, waarde in {
                "Content-Type": reactie.soort,
                "Content-Length": str(lengte),
                **reactie.koppen,
            }.items():
                self.send_header(naam, waarde)
            self.end_headers()
            self.wfile.write(reactie.inhoud)
            self.wfile.flush()
            self.close_connection = lengte != len(reactie.inhoud)

        def finish(self) -> None:
            # Wie aan de andere kant ophing, hoeft dat hier niet te horen.
            with suppress(OSError):
                super().finish()

        def handle(self) -> None:
            with suppress(OSError):
                super().handle()

        def log_message(self, format: str, *args: object) -> None:
            """Zeg niets."""

    vergrendeld = threading.Lock()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Behandelaar)
    server.daemon_threads = True
    dit = Loket(f"http://127.0.0.1:{server.server_port}", antwoord)
    draad = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    draad.start()
    try:
        yield dit
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
