"""Lagen ophalen, toetsen, meten over straten en zoeken, in een echte browser met echte diensten.

De diensten staan op loopback: pygeoapi, een haperend loket, en de nabootsing van PDOK. Straten en
voorzieningen komen van de opdrachtregel, uit een OSM-bestand van een echte stad.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import Blad, venster
from tests.browser.test_kaart import engels
from tests.diensten.loket import Loket, Reactie, loket
from tests.diensten.ogcdienst import pygeoapi
from tests.diensten_pdok.pdok import pdok, schrijf_diensten
from tests.osm.stad import stad_pbf
from tests.server import WORTEL, draaiende_app

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
class Opstelling:
    """De app, de diensten erachter, en waar zij bewaart."""

    app: str
    traag: Loket
    diensten: Loket
    thuis: Path


@pytest.fixture(scope="module")
def opstelling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opstelling]:
    thuis = tmp_path_factory.mktemp("lagen")
    with ExitStack() as open_:
        goed = open_.enter_context(pygeoapi(tmp_path_factory.mktemp("pygeoapi")))
        traag = open_.enter_context(loket(lambda _: Reactie(status=404)))
        diensten = open_.enter_context(pdok())
        (thuis / "catalogus.toml").write_text(
            _LAAG.format(id="natura2000", naam="Proefheide", dienst="Proefdienst", adres=goed.adres)
            + _LAAG.format(id="traag", naam="Trage laag", dienst="Trage dienst", adres=traag.adres),
            encoding="utf-8",
        )
        variabelen = {
            "LOCATIEPLANNER_CACHE": str(thuis / "lagen"),
            "LOCATIEPLANNER_CATALOGUS": str(thuis / "catalogus.toml"),
            "LOCATIEPLANNER_DIENSTEN": str(schrijf_diensten(thuis, diensten.adres)),
        }
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
        app = open_.enter_context(draaiende_app(thuis, variabelen))
        yield Opstelling(app, traag, diensten, thuis)
    assert "Traceback" not in (thuis / "app.log").read_text()
    assert not list((thuis / "tijdelijk").glob("locatieplanner-*"))


@pytest.fixture
def scherm(browser: Browser, opstelling: Opstelling) -> Iterator[Blad]:
    with venster(browser, opstelling.app) as blad:
        yield blad


def _gegevens(blad: Blad) -> None:
    blad.page.get_by_role("link", name="Gegevens").click()
    expect(blad.page.get_by_role("heading", name="Gegevens", exact=True)).to_be_visible()
    blad.rustig()


def _laag(blad: Blad, id_: str) -> Locator:
    return blad.page.locator(f".st-key-laag-{id_}")


def _haal(blad: Blad, id_: str) -> None:
    blad.rustig()
    _laag(blad, id_).get_by_role("button").click()


def _laad(blad: Blad, map_: Path, inhoud: str = KANDIDATEN) -> None:
    pad = map_ / "kandidaten.csv"
    pad.write_text(inhoud, encoding="utf-8")
    blad.laad(pad).get_by_role("button", name="Laad 4 kandidaten").click()
    blad.wacht_op_kaart(4)
    blad.rustig()


def _kies(blad: Blad, naam: str) -> None:
    blad.rustig()
    regel = re.compile(rf"(^|\. ){re.escape(naam)} ")
    blad.page.get_by_role("radiogroup").locator("label").filter(has_text=regel).click()
    expect(blad.kaartje.get_by_role("heading", name=naam, exact=True)).to_be_visible()


def test_ophalen_toetsen_en_tonen(
    scherm: Blad, browser: Browser, opstelling: Opstelling, tmp_path: Path
) -> None:
    _gegevens(scherm)
    heide = _laag(scherm, "natura2000")
    expect(heide).to_contain_text("niet geladen")
    expect(heide).to_contain_text("licentie CC0")
    _haal(scherm, "natura2000")
    expect(scherm.page.get_by_text("Opgehaald voor", exact=False)).to_be_visible()
    expect(heide).to_contain_text("Nederland: 7 rijen, opgehaald vandaag")

    # Een dienst die hapert: een melding die haar noemt, en wat er was is er nog.
    _haal(scherm, "traag")
    mislukt = scherm.page.get_by_role("alert").filter(has_text="Trage dienst")
    expect(mislukt).to_contain_text("blijft werken")
    expect(_laag(scherm, "traag")).to_contain_text("niet geladen")
    expect(heide).to_contain_text("opgehaald vandaag")

    # Zolang een trage beurt loopt, werkt een ander venster gewoon, en dit ook.
    opstelling.traag.antwoord = lambda _: Reactie(status=503, wacht_s=3.0)
    _haal(scherm, "traag")
    expect(scherm.page.get_by_role("button", name="Stoppen")).to_be_visible()
    with venster(browser, opstelling.app) as ander:
        ander.kies_bovenste()
    scherm.page.get_by_role("button", name="Stoppen").click()
    expect(scherm.page.get_by_role("alert").filter(has_text="Gestopt voordat")).to_be_visible()

    scherm.page.get_by_role("link", name="Kaart").click()
    scherm.wacht_op_kaart(60)
    _laad(scherm, tmp_path)
    assert any("uitgesloten" in regel for regel in scherm.ranglijst())
    _kies(scherm, "Naast de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: op 150 m van Buurt 1")
    scherm.open("Nog niet getoetst")
    expect(scherm.kaartje).to_contain_text("Trage laag")
    _kies(scherm, "In de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: ligt in Buurt 1")

    scherm.open("Kaartlagen")
    scherm.kies_optie("Lagen op de kaart", "Proefheide")
    scherm.kaart.get_by_text("Legenda", exact=True).click()
    expect(scherm.kaart.get_by_text("Proefheide").first).to_be_visible()


def test_afstand_bereik_en_route_over_straten(
    scherm: Blad, opstelling: Opstelling, tmp_path: Path
) -> None:
    _laad(scherm, tmp_path)
    _kies(scherm, "In de stad")
    scherm.open("Hoe komt dit totaal tot stand?")
    expect(
        scherm.page.get_by_text("fietsen over straten (OpenStreetMap, opgehaald", exact=False).first
    ).to_be_visible()
    scherm.open("Voorzieningen en bereik")
    tabel = scherm.page.locator(".lp-voorzieningen")
    expect(tabel.get_by_role("row", name="supermarkt")).to_contain_text("binnen bereik")
    bestanden = opstelling.thuis / "tijdelijk"

    def bereik() -> list[str]:
        """Bestanden van een bereik; dat van kandidaten heeft geen isochroon en geen route."""
        with suppress(FileNotFoundError):
            teksten = {pad.name: pad.read_text("utf-8") for pad in bestanden.glob("*/*.json")}
            return [naam for naam, tekst in teksten.items() if '"isochroon"' in tekst]
        return []

    scherm.rustig()
    scherm.page.get_by_text("minuten fietsen op de kaart").click()
    scherm.wacht_tot(lambda: len(bereik()) == 1, "het bereik staat klaar")
    scherm.kies_optie("Route op de kaart naar", "supermarkt")
    scherm.kaart.get_by_text("Legenda", exact=True).click()
    expect(scherm.kaart.get_by_text("15 min fietsen").first).to_be_visible()
    scherm.rustig()
    scherm.wacht_tot(lambda: len(bereik()) == 1, "het bereik met de route staat klaar")
    (eerste,) = bereik()
    _kies(scherm, "Ook in de stad")
    scherm.wacht_tot(lambda: eerste not in bereik(), "het vorige bereik is weg")


def test_zoeken_en_aanwijzen(scherm: Blad, opstelling: Opstelling) -> None:
    zoek = scherm.page.get_by_role("textbox", name="Zoek een adres of plaats")
    zoek.fill("Riouwstraat 1 Amersfoort")
    zoek.press("Enter")
    expect(scherm.page.get_by_text("Riouwstraat 1, 3818AA Amersfoort").first).to_be_visible()
    scherm.wacht_tot(lambda: scherm.op_kaart("map.getZoom()") > 14, "de kaart gaat erheen")
    scherm.kaart.get_by_role("button", name="Kies perceel").click()
    scherm.kaartvak.click()
    naam = "Riouwstraat 1, 3818AA Amersfoort (perceel"
    expect(scherm.kaartje.get_by_role("heading", name=naam)).to_be_visible()
    scherm.wacht_op_kaart(61)

    antwoord = opstelling.diensten.antwoord
    opstelling.diensten.antwoord = lambda _: Reactie(status=404)
    scherm.rustig()
    scherm.kaart.get_by_role("button", name="Kies pand").click()
    scherm.kaartvak.click(position={"x": 300, "y": 300})
    expect(scherm.page.get_by_text("PDOK BAG", exact=False)).to_be_visible()
    assert scherm.aantal_kandidaten() == 61
    opstelling.diensten.antwoord = antwoord

    zoek.fill("zzz")
    zoek.press("Enter")
    expect(scherm.page.get_by_text("Niets gevonden bij 'zzz'", exact=False)).to_be_visible()


def test_adressen_in_een_bestand(scherm: Blad, tmp_path: Path) -> None:
    pad = tmp_path / "adressen.csv"
    pad.write_text(
        "naam;type;capaciteit;adres\n"
        "Goed;rol;50;Riouwstraat 1, Amersfoort\n"
        "Meer;rol;50;Dorpsstraat 7\n"
        "Niets;rol;50;Nergensstraat 9, Zoekplaats\n",
        encoding="utf-8",
    )
    venster_ = scherm.laad(pad)
    venster_.get_by_text("Adressen opzoeken bij PDOK").click()
    expect(venster_.get_by_text("2 van de 3 rijen hebben een fout", exact=False)).to_be_visible()
    expect(venster_.get_by_text("bedoelt u", exact=False).first).to_be_visible()
    venster_.get_by_role("button", name="Laad de 1 goede rijen").click()
    scherm.wacht_op_kaart(1)


@pytest.mark.parametrize("maat", [(1280, 900), (390, 844)], ids=["1280", "390"])
def test_gegevens_past_en_spreekt_nederlands(
    browser: Browser, opstelling: Opstelling, maat: tuple[int, int]
) -> None:
    with venster(browser, opstelling.app, maat) as blad:
        _gegevens(blad)
        for kop in ("licentie ODbL", "Sociale huur", "Niet op te halen, dus niet getoetst"):
            expect(blad.page.get_by_text(kop, exact=False).first).to_be_visible()
        breedte = blad.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breedte[0] <= breedte[1]
        assert engels(blad.page) == []
