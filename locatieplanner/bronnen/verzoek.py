"""Verzoeken aan diensten: geduldig, begrensd, en met meldingen die zeggen wat er is."""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import quote, urlencode

import httpx
import stamina

from locatieplanner import __version__
from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, Antwoord, dienstfout
from locatieplanner.bronnen.storing import Voorbijgaand, opnieuw, storing
from locatieplanner.domein.notatie import getal, kort_getal
from locatieplanner.fouten import DienstFout

# Zonder ontvanger zet logging elke nieuwe poging als losse regel op het scherm van de gebruiker.
logging.getLogger("stamina").addHandler(logging.NullHandler())

JSON = "application/json"
_DOORVERWIJZING = frozenset({301, 302, 303, 307, 308})
_MB = 1_000_000
_VRIJ_IN_VRAAG = "$,:/()'*;"
"""Tekens die in een vraag niets betekenen; diensten lezen ze liever zoals zij zijn."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Verzoekgrenzen:
    """Hoe lang, hoe vaak en hoeveel.

    Parameters
    ----------
    verbinden_s, lezen_s : float
        Geduld om verbinding te krijgen, en met stilte tijdens een antwoord.
    antwoord_s : float
        Geduld met één antwoord in zijn geheel.
    pogingen : int
        Zo vaak wordt een verzoek hoogstens gedaan.
    wacht_s, wacht_hoogstens_s, spreiding_s : float
        Pauze na de eerste mislukking, die telkens verdubbelt; haar bovengrens; en het toeval dat
        erbij komt, zodat niet ieder tegelijk terugkomt.
    geduld_s : float
        Zo lang wordt hoogstens gewacht als een dienst zelf om een pauze vraagt.
    tussenpoos_s : float
        Minste tijd tussen het begin van twee verzoeken.
    antwoord_bytes : int
        Grootste antwoord, uitgepakt.
    doorverwijzingen : int
        Zo vaak mag een dienst doorverwijzen.
    rijen : int
        Rijen per bladzijde waar om gevraagd wordt.
    bladzijden : int
        Meeste bladzijden van één ophaalbeurt.
    bladeren_tot : int
        Verder dan zoveel rijen bladert een WFS niet; een groter gebied wordt in vieren gedeeld.
    """

    verbinden_s: float = 10.0
    lezen_s: float = 60.0
    antwoord_s: float = 300.0
    pogingen: int = 5
    wacht_s: float = 0.5
    wacht_hoogstens_s: float = 20.0
    spreiding_s: float = 1.0
    geduld_s: float = 120.0
    tussenpoos_s: float = 0.0
    antwoord_bytes: int = 200 * _MB
    doorverwijzingen: int = 5
    rijen: int = 1_000
    bladzijden: int = 20_000
    bladeren_tot: int = 50_000


STANDAARDGRENZEN = Verzoekgrenzen()


class Verzoeker:
    """Doet verzoeken aan één dienst; te gebruiken met ``with``, door één draad tegelijk.

    Instellingen voor een proxy komen uit de omgeving (``HTTPS_PROXY`` en verwanten).

    Parameters
    ----------
    naam : str
        Naam van de dienst, voor meldingen.
    grenzen : Verzoekgrenzen, optional
        Hoe lang, hoe vaak en hoeveel.
    """

    def __init__(self, naam: str, grenzen: Verzoekgrenzen = STANDAARDGRENZEN) -> None:
        self.naam = naam
        self.grenzen = grenzen
        self._client = httpx.Client(
            headers={"User-Agent": f"locatieplanner/{__version__}"},
            timeout=httpx.Timeout(grenzen.lezen_s, connect=grenzen.verbinden_s),
        )
        self._vorige_s: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._client.close()

    def json(self, adres: str, params: Mapping[str, str] | None = None) -> object:
        """Vraag JSON.

        Raises
        ------
        DienstFout
            Als er geen JSON te krijgen is.
        """
        return self.lees(adres, Antwoord.json, params)

    def inhoud(self, adres: str, params: Mapping[str, str] | None = None) -> bytes:
        """Vraag de inhoud zoals zij is.

        Raises
        ------
        DienstFout
            Als er niets te krijgen is.
        """
        return self.lees(adres, lambda antwoord: antwoord.inhoud, params, aanvaard="*/*")

    def lees(
        self,
        adres: str,
        lezer: Callable[[Antwoord], _T],
        params: Mapping[str, str] | None = None,
        *,
        aanvaard: str = JSON,
        ook: frozenset[int] = frozenset(),
    ) -> _T:
        """Doe een verzoek en lees het antwoord; wat voorbij kan gaan wordt opnieuw geprobeerd.

        Parameters
        ----------
        adres : str
            Webadres; een vraag die erin staat blijft staan.
        lezer : callable
            Maakt iets van het antwoord; een ValueError is een beschadigd antwoord.
        params : Mapping of str to str, optional
            Komt achter de vraag.
        aanvaard : str, optional
            Vormen die de dienst mag geven (``Accept``).
        ook : frozenset of int, optional
            Codes die geen fout zijn maar een antwoord.

        Raises
        ------
        DienstFout
            Als het niet lukt, ook niet na herhalen.
        """
        url = self._url(adres, params)
        grenzen = self.grenzen
        try:
            for poging in stamina.retry_context(
                on=opnieuw,
                attempts=grenzen.pogingen,
                timeout=None,
                wait_initial=grenzen.wacht_s,
                wait_max=grenzen.wacht_hoogstens_s,
                wait_jitter=grenzen.spreiding_s,
            ):
                with poging:
                    return self._probeer(url, lezer, aanvaard, ook)
        except Voorbijgaand as fout:
            keer = f", ook na {grenzen.pogingen} pogingen" if grenzen.pogingen > 1 else ""
            raise dienstfout(self.naam, f"{fout.wat}{keer}") from fout
        raise AssertionError("elke poging eindigt met een antwoord of een fout")

    def _url(self, adres: str, params: Mapping[str, str] | None) -> httpx.URL:
        # httpx schrijft een spatie als plus en vervangt een vraag die er al stond.
        vraag = urlencode(params or {}, quote_via=quote, safe=_VRIJ_IN_VRAAG)
        verbinding = "&" if "?" in adres else "?"
        try:
            url = httpx.URL(f"{adres}{verbinding}{vraag}" if vraag else adres)
        except httpx.InvalidURL as fout:
            raise self._geen_adres(adres) from fout
        if url.scheme not in {"http", "https"} or not url.host:
            raise self._geen_adres(adres)
        return url

    def _geen_adres(self, adres: str) -> DienstFout:
        return dienstfout(
            self.naam,
            f"heeft geen bruikbaar adres ({adres}); het moet met http:// of https:// beginnen",
            HERSTEL_CATALOGUS,
        )

    def _probeer(
        self,
        url: httpx.URL,
        lezer: Callable[[Antwoord], _T],
        aanvaard: str,
        ook: frozenset[int],
    ) -> _T:
        antwoord = self._volg(url, aanvaard)
        fout = storing(antwoord, self.grenzen.geduld_s)
        if fout is not None and antwoord.status not in ook:
            raise fout
        try:
            return lezer(antwoord)
        except ValueError as onleesbaar:
            raise Voorbijgaand(
                f"geeft een antwoord dat niet te lezen is ({onleesbaar})"
            ) from onleesbaar

    def _volg(self, url: httpx.URL, aanvaard: str) -> Antwoord:
        """Volg doorverwijzingen, maar nooit van versleuteld naar open."""
        for _ in range(self.grenzen.doorverwijzingen + 1):
            antwoord = self._stuur(url, aanvaard)
            doel = antwoord.koppen.get("location")
            if antwoord.status not in _DOORVERWIJZING or not doel:
                return antwoord
            volgende = url.join(doel)
            if volgende.scheme not in {url.scheme, "https"}:
                raise dienstfout(self.naam, f"verwijst door naar een onveilig adres ({volgende})")
            url = volgende
        raise dienstfout(self.naam, "blijft doorverwijzen", HERSTEL_CATALOGUS)

    def _stuur(self, url: httpx.URL, aanvaard: str) -> Antwoord:
        self._wacht_op_beurt()
        einde_s = time.monotonic() + self.grenzen.antwoord_s
        inhoud = bytearray()
        try:
            with self._client.stream("GET", url, headers={"Accept": aanvaard}) as antwoord:
                for deel in antwoord.iter_bytes():
                    inhoud += deel
                    self._eis_binnen(len(inhoud), einde_s)
        except httpx.TimeoutException as fout:
            raise Voorbijgaand(f"antwoordt niet op tijd ({url.host})") from fout
        except httpx.ProxyError as fout:
            raise dienstfout(
                self.naam,
                f"is niet bereikbaar: de proxy weigert de verbinding ({fout})",
                "Kijk de instelling HTTPS_PROXY na, of vraag het de beheerder.",
            ) from fout
        except httpx.ConnectError as fout:
            raise self._niet_bereikbaar(url, fout) from fout
        except (httpx.TransportError, httpx.DecodingError) as fout:
            raise Voorbijgaand(f"brak het antwoord af ({url.host})") from fout
        return Antwoord(
            naam=self.naam,
            adres=str(url),
            status=antwoord.status_code,
            koppen={naam.lower(): waarde for naam, waarde in antwoord.headers.items()},
            inhoud=bytes(inhoud),
        )

    def _niet_bereikbaar(self, url: httpx.URL, fout: httpx.ConnectError) -> Exception:
        if "CERTIFICATE" in str(fout):
            return dienstfout(
                self.naam,
                f"heeft geen geldig certificaat ({url.host})",
                "Controleer de klok van deze computer, of vraag het de beheerder van het netwerk.",
            )
        return Voorbijgaand(f"is niet bereikbaar ({url.host})")

    def _eis_binnen(self, bytes_: int, einde_s: float) -> None:
        if bytes_ > self.grenzen.antwoord_bytes:
            raise dienstfout(
                self.naam,
                "geeft een te groot antwoord: meer dan "
                f"{kort_getal(self.grenzen.antwoord_bytes / _MB, 6)} MB",
                "Kies een kleiner gebied.",
            )
        if time.monotonic() > einde_s:
            raise Voorbijgaand(
                f"was na {getal(self.grenzen.antwoord_s)} seconden nog niet klaar met antwoorden"
            )

    def _wacht_op_beurt(self) -> None:
        if self._vorige_s is not None:
            rest_s = self._vorige_s + self.grenzen.tussenpoos_s - time.monotonic()
            time.sleep(max(0.0, rest_s))
        self._vorige_s = time.monotonic()
