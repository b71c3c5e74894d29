"""Een app met echte diensten op loopback erachter, en wat een test er steeds mee doet.

De diensten zijn pygeoapi, een loket dat kan haperen, en de nabootsing van PDOK. Straten en
voorzieningen komen van de opdrachtregel, uit een OSM-bestand van een echte stad.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Blad
from tests.diensten.loket import Loket, Reactie, loket
from tests.diensten.ogcdienst import pygeoapi
from tests.diensten_pdok.pdok import pdok, schrijf_diensten
from tests.osm.stad import stad_pbf
from tests.server import WORTEL

_LAAG = """
[{id}]
naam = "{naam}"
soort = "vector"
crs = "EPSG:28992"
bron = "Proefbron"
licentie = "CC0"
peildatum = "volgens de dienst"
status = "gepubliceerd"
tonen = true
[{id}.kolommen]
naam = {{ betekenis = "Naam." }}
[{id}.dienst]
soort = "ogc_features"
naam = "{dienst}"
adres = "{adres}"
onderdeel = "buurten"
heel = true
[{id}.dienst.kolommen]
naam = ["buurtnaam"]
[[{id}.regels]]
gebruik = "uitsluiting"
predicaat = "binnen"
tekst = "ligt in {{naam}}"
reden = "proef"
bron = "proef"
[[{id}.regels]]
gebruik = "aandachtspunt"
predicaat = "nabij"
afstand_m = 500
tekst = "op {{afstand}} van {{naam}}"
reden = "proef"
bron = "proef"
"""

KANDIDATEN = (
    "naam;type;capaciteit;x;y\n"
    "In de heide;azc;300;136050;455050\n"
    "Naast de heide;azc;300;136050;455250\n"
    "In de stad;azc;300;155050;463050\n"
    "Ook in de stad;azc;300;154900;462900\n"
)


@dataclass
class Diensten:
    """De diensten, en wat een app moet weten om ze te vinden."""

    traag: Loket
    pdok: Loket
    variabelen: Mapping[str, str]


@contextmanager
def diensten(thuis: Path) -> Iterator[Diensten]:
    """Open de diensten; zij sluiten na het blok. Wat opgehaald wordt komt onder `thuis`."""
    (thuis / "pygeoapi").mkdir()
    with (
        pygeoapi(thuis / "pygeoapi") as goed,
        loket(lambda _: Reactie(status=404)) as traag,
        pdok() as kadaster,
    ):
        (thuis / "catalogus.toml").write_text(
            _LAAG.format(id="natura2000", naam="Proefheide", dienst="Proefdienst", adres=goed.adres)
            + _LAAG.format(id="traag", naam="Trage laag", dienst="Trage dienst", adres=traag.adres),
            encoding="utf-8",
        )
        yield Diensten(
            traag,
            kadaster,
            {
                "LOCATIEPLANNER_CACHE": str(thuis / "lagen"),
                "LOCATIEPLANNER_CATALOGUS": str(thuis / "catalogus.toml"),
                "LOCATIEPLANNER_DIENSTEN": str(schrijf_diensten(thuis, kadaster.adres)),
            },
        )


def haal_stad(thuis: Path, variabelen: Mapping[str, str]) -> None:
    """Haal straten en voorzieningen uit een bestand, op de opdrachtregel."""
    subprocess.run(
        [
            *(sys.executable, "-m", "locatieplanner", "lagen", "ververs"),
            *("straten", "voorzieningen", "--pbf", str(stad_pbf(thuis))),
        ],
        cwd=WORTEL,
        env={**os.environ, **variabelen},
        check=True,
        capture_output=True,
    )


def naar_gegevens(blad: Blad) -> None:
    """Ga naar de pagina Gegevens."""
    blad.page.get_by_role("link", name="Gegevens").click()
    expect(blad.page.get_by_role("heading", name="Gegevens", exact=True)).to_be_visible()
    blad.rustig()


def laag(blad: Blad, id_: str) -> Locator:
    """De regel van een laag op de pagina Gegevens."""
    return blad.page.locator(f".st-key-laag-{id_}")


def haal(blad: Blad, id_: str) -> None:
    """Klik op ophalen of verversen bij een laag."""
    blad.rustig()
    laag(blad, id_).get_by_role("button").click()


def laad_kandidaten(blad: Blad, map_: Path) -> None:
    """Laad de vier kandidaten in en om de proefheide en de stad."""
    pad = map_ / "kandidaten.csv"
    pad.write_text(KANDIDATEN, encoding="utf-8")
    blad.laad(pad).get_by_role("button", name="Laad 4 kandidaten").click()
    blad.wacht_op_kaart(4)
    blad.rustig()


def kies(blad: Blad, naam: str) -> None:
    """Kies een kandidaat in de ranglijst."""
    blad.rustig()
    regel = re.compile(rf"(^|\. ){re.escape(naam)} ")
    blad.page.get_by_role("radiogroup").locator("label").filter(has_text=regel).click()
    expect(blad.kaartje.get_by_role("heading", name=naam, exact=True)).to_be_visible()


def bereiken(thuis: Path) -> list[str]:
    """Bestanden van een bereik; dat van kandidaten heeft geen isochroon en geen route."""
    with suppress(FileNotFoundError):
        teksten = {pad.name: pad.read_text("utf-8") for pad in thuis.glob("tijdelijk/*/*.json")}
        return [naam for naam, tekst in teksten.items() if '"isochroon"' in tekst]
    return []


def vink_aan(blad: Blad, naam: str) -> None:
    """Zet een vakje aan; een klik terwijl de pagina opnieuw getekend wordt, gaat verloren."""
    vakje = blad.page.get_by_role("checkbox", name=naam)

    def aan() -> bool:
        if not vakje.is_checked():
            blad.page.get_by_text(naam).click()
        return vakje.is_checked()

    blad.wacht_tot(aan, f"{naam} aanvinken")
