"""Een vraag aan een Overpass-dienst via osmnx: instellingen, keuring van antwoorden, en geduld.

osmnx wacht zelf na een weigering, zonder einde, en neemt een half antwoord voor een heel. Daarom
keurt een haak in `requests` elk antwoord voordat osmnx het ziet, en is opnieuw proberen hier
geregeld. Delen die er al zijn, staan in de werkmap en worden niet opnieuw gevraagd.
"""

import json
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import TypeVar

import osmnx as ox
import requests
import stamina

from locatieplanner import __version__
from locatieplanner.bronnen.antwoord import Antwoord, dienstfout
from locatieplanner.bronnen.opbrengst import Stap
from locatieplanner.bronnen.ophaalbeurt import Ophaalbeurt
from locatieplanner.bronnen.storing import ONTBREEKT, Voorbijgaand, opnieuw, storing
from locatieplanner.bronnen.verzoek import Verzoeker

_DEELVRAAG_M2 = 625e6
_HERSTEL = (
    "Probeer het later opnieuw, of lees de laag uit een bestand van OpenStreetMap (.osm.pbf)."
)
_ONLEESBAAR = "geeft een antwoord dat niet te lezen is"
_INHOUD = b'"elements"'
_STAART = 2_000
_KOP = 1_000
_DATUM = re.compile(rb'"timestamp_osm_base":\s*"(\d{4}-\d{2}-\d{2})')

# De instellingen van osmnx gelden voor het hele proces: één vraag tegelijk.
_BEURT = threading.Lock()

_T = TypeVar("_T")


class Leeg(Exception):
    """De dienst antwoordt goed, maar heeft hier niets."""


def vraag(beurt: Ophaalbeurt, sleutels: frozenset[str], doe: Callable[[], _T]) -> tuple[_T, str]:
    """Doe een vraag met osmnx.

    Parameters
    ----------
    beurt : Ophaalbeurt
        De dienst (``adres`` is zonder ``/interpreter``), de werkmap, en hoe lang en hoe vaak.
    sleutels : frozenset of str
        Tags die osmnx aan straten meegeeft.
    doe : callable
        De vraag: roept osmnx aan.

    Returns
    -------
    tuple
        Wat `doe` geeft, en van wanneer de gegevens zijn (ISO 8601, leeg als dat niet bekend is).

    Raises
    ------
    Leeg
        Als de dienst in dit gebied niets heeft.
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt, ook na herhalen.
    OSError
        Als een antwoord niet bewaard kan worden.
    """
    dienst, grenzen = beurt.dienst, beurt.grenzen
    keuring = _Keuring(beurt)
    antwoorden = beurt.werkmap / "overpass"
    adres = dienst.adres.rstrip("/")
    with Verzoeker(dienst.naam, grenzen) as verzoeker:
        # osmnx wacht een minuut op een dienst die er niet is, of die haar drukte niet meldt.
        status = verzoeker.lees(
            f"{adres}/status", lambda antwoord: antwoord.inhoud, aanvaard="*/*", ook=ONTBREEKT
        )
    anders: dict[str, object] = {
        "overpass_url": adres,
        "overpass_rate_limit": b"Rate limit:" in status,
        # Overpass leest deze grens mee, en wil hele seconden.
        "requests_timeout": ceil(grenzen.lezen_s),
        "requests_kwargs": {"hooks": {"response": keuring}},
        "max_query_area_size": _DEELVRAAG_M2,
        "use_cache": True,
        "cache_folder": antwoorden,
        "useful_tags_way": sorted(sleutels),
        "http_user_agent": f"locatieplanner/{__version__}",
        "http_accept_language": "nl",
        # Anders vraagt osmnx het adres zo nodig op bij een derde.
        "doh_url_template": None,
    }
    try:
        with _instellingen(anders):
            for poging in stamina.retry_context(
                on=opnieuw,
                attempts=grenzen.pogingen,
                timeout=None,
                wait_initial=grenzen.wacht_s,
                wait_max=grenzen.wacht_hoogstens_s,
                wait_jitter=grenzen.spreiding_s,
            ):
                with poging:
                    return _probeer(doe, antwoorden), keuring.peildatum
    except Voorbijgaand as fout:
        keer = f", ook na {grenzen.pogingen} pogingen" if grenzen.pogingen > 1 else ""
        raise dienstfout(dienst.naam, f"{fout.wat}{keer}", _HERSTEL) from fout
    raise AssertionError("elke poging eindigt met een antwoord of een fout")


class _Keuring:
    """Keurt elk antwoord op een vraag; wat niet heel is, komt niet bij osmnx."""

    def __init__(self, beurt: Ophaalbeurt) -> None:
        self._beurt = beurt
        self._aantal = 0
        self.peildatum = ""

    def __call__(self, gegeven: requests.Response, **_: object) -> None:
        """Keur een antwoord; `requests` geeft nog instellingen mee die hier niet toe doen.

        Raises
        ------
        Voorbijgaand
            Als een nieuwe poging kan helpen.
        DienstFout
            Als de dienst de vraag niet wil.
        """
        naam = self._beurt.dienst.naam
        koppen = {kop.lower(): waarde for kop, waarde in gegeven.headers.items()}
        antwoord = Antwoord(naam, gegeven.url, gegeven.status_code, koppen, gegeven.content)
        fout = storing(antwoord, self._beurt.grenzen.geduld_s)
        if fout is not None:
            raise fout
        if gegeven.request.method != "POST":
            return
        if _INHOUD not in antwoord.inhoud:
            raise Voorbijgaand(_ONLEESBAAR)
        # Een dienst die onderweg zonder tijd of geheugen komt te zitten, geeft wat er al was met
        # een opmerking erachter. Een tag kan ook zo heten: dan telt het niet.
        staart = antwoord.inhoud[-_STAART:]
        if b'"remark"' in staart and (opmerking := _opmerking(antwoord)):
            raise Voorbijgaand(f"kwam niet klaar met de vraag ({opmerking})")
        if gevonden := _DATUM.search(antwoord.inhoud[:_KOP]):
            datum = gevonden[1].decode()
            self.peildatum = min(self.peildatum or datum, datum)
        self._aantal += 1
        self._beurt.meld(Stap(f"{naam}: antwoorden", self._aantal))


def _opmerking(antwoord: Antwoord) -> str:
    try:
        velden = antwoord.tabel()
    except ValueError:
        # Half JSON herkent osmnx zelf.
        return ""
    return str(velden.get("remark", "")).rstrip(". ")


def _probeer(doe: Callable[[], _T], antwoorden: Path) -> _T:
    try:
        return doe()
    except requests.RequestException as fout:
        raise Voorbijgaand(f"is niet te bereiken of breekt af ({type(fout).__name__})") from fout
    except (json.JSONDecodeError, KeyError) as fout:
        # Zo'n antwoord heeft osmnx bewaard, en komt anders elke keer terug.
        shutil.rmtree(antwoorden, ignore_errors=True)
        raise Voorbijgaand(_ONLEESBAAR) from fout
    except ValueError as fout:
        if isinstance(fout.__cause__, ValueError):
            raise Voorbijgaand(_ONLEESBAAR) from fout
        raise Leeg from fout


@contextmanager
def _instellingen(anders: dict[str, object]) -> Iterator[None]:
    """Laat osmnx zolang het blok duurt met deze instellingen werken, en één tegelijk."""
    with _BEURT:
        eerder = {naam: getattr(ox.settings, naam) for naam in anders}
        # osmnx vervangt voor het hele proces hoe een adres wordt opgezocht.
        adressen = socket.getaddrinfo
        try:
            for naam, waarde in anders.items():
                setattr(ox.settings, naam, waarde)
            yield
        finally:
            for naam, waarde in eerder.items():
                setattr(ox.settings, naam, waarde)
            socket.getaddrinfo = adressen
