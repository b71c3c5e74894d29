"""Alle diensten weg: wat opgehaald was blijft werken, ook na een herstart, en zegt hoe oud het is.

Eerst haalt de app een laag bij een dienst en komen straten uit een bestand; dan sluiten alle
diensten en wordt wat er ligt twaalf dagen ouder gemaakt. Alles daarna is zonder net.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from locatieplanner.domein.notatie import datum
from tests.browser.conftest import Blad, venster
from tests.browser.opstelling import (
    Diensten,
    diensten,
    haal,
    haal_stad,
    kies,
    laad_kandidaten,
    laag,
    naar_gegevens,
    vink_aan,
)
from tests.server import draaiende_app

DAGEN = 12

# Vijf pogingen met oplopende pauzes: een dienst die weg is wordt niet meteen opgegeven.
_OPGEVEN_MS = 60_000


@dataclass
class Zondernet:
    """Een app van toen er nog net was, die zonder diensten doorloopt, en wat zij bewaart."""

    app: str
    diensten: Diensten
    thuis: Path
    opgehaald_op: str


@pytest.fixture(scope="module")
def zonder_net(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zondernet]:
    thuis = tmp_path_factory.mktemp("zonder_net")
    with ExitStack() as app_, ExitStack() as net:
        open_ = net.enter_context(diensten(thuis))
        haal_stad(thuis, open_.variabelen)
        app = app_.enter_context(draaiende_app(thuis, open_.variabelen))
        with venster(browser, app) as blad:
            naar_gegevens(blad)
            haal(blad, "natura2000")
            expect(laag(blad, "natura2000")).to_contain_text(
                "7 rijen, opgehaald vandaag", timeout=_OPGEVEN_MS
            )
        net.close()
        yield Zondernet(app, open_, thuis, _verouder(thuis / "lagen"))
    assert "Traceback" not in (thuis / "app.log").read_text()


def _verouder(cache: Path) -> str:
    """Doe alsof alles `DAGEN` dagen eerder opgehaald is, en geef die datum."""
    for pad in sorted(cache.glob("*/*/manifest.json")):
        manifest = json.loads(pad.read_text(encoding="utf-8"))
        toen = datetime.fromisoformat(manifest["opgehaald"]) - timedelta(days=DAGEN)
        manifest["opgehaald"] = toen.isoformat()
        pad.write_text(json.dumps(manifest), encoding="utf-8")
    return datum(toen.date().isoformat())


@pytest.fixture(scope="module", params=["dezelfde app", "na een herstart"])
def app(request: pytest.FixtureRequest, zonder_net: Zondernet) -> Iterator[str]:
    """Het adres van de app die al liep, of van een app die zonder net begint."""
    if request.param == "dezelfde app":
        yield zonder_net.app
        return
    herstart = zonder_net.thuis / "herstart"
    herstart.mkdir()
    with draaiende_app(herstart, zonder_net.diensten.variabelen) as adres:
        yield adres
    assert "Traceback" not in (herstart / "app.log").read_text()


@pytest.fixture
def scherm(browser: Browser, app: str) -> Iterator[Blad]:
    with venster(browser, app) as blad:
        yield blad


def test_kaart_toetsen_afstand_en_bereik(
    scherm: Blad, zonder_net: Zondernet, tmp_path: Path
) -> None:
    laad_kandidaten(scherm, tmp_path)
    assert any("In de heide · uitgesloten" in regel for regel in scherm.ranglijst())
    kies(scherm, "In de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: ligt in Buurt 1")
    kies(scherm, "Naast de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: op 150 m van Buurt 1")

    kies(scherm, "In de stad")
    scherm.open("Hoe komt dit totaal tot stand?")
    gemeten = f"fietsen over straten (OpenStreetMap, opgehaald {zonder_net.opgehaald_op})"
    expect(scherm.page.get_by_text(f"Gemeten: {gemeten}", exact=False)).to_be_visible()
    scherm.open("Voorzieningen en bereik")
    supermarkt = scherm.page.locator(".lp-voorzieningen").get_by_role("row", name="supermarkt")
    expect(supermarkt).to_contain_text("binnen bereik")
    scherm.rustig()
    vink_aan(scherm, "minuten fietsen op de kaart")
    scherm.kaart.get_by_text("Legenda", exact=True).click()
    expect(scherm.kaart.get_by_text("15 min fietsen").first).to_be_visible()
    scherm.kies_optie("Route op de kaart naar", "supermarkt")
    expect(scherm.kaart.get_by_text("route", exact=False).first).to_be_visible()

    scherm.rustig()
    scherm.open("Kaartlagen")
    scherm.kies_optie("Lagen op de kaart", "Proefheide")
    expect(scherm.kaart.get_by_text("Proefheide").first).to_be_visible()


def test_gegevens_zegt_van_elke_laag_hoe_oud_zij_is(scherm: Blad, zonder_net: Zondernet) -> None:
    naar_gegevens(scherm)
    oud = f"opgehaald {DAGEN} dagen geleden ({zonder_net.opgehaald_op})"
    for id_ in ("natura2000", "straten", "voorzieningen"):
        expect(laag(scherm, id_)).to_contain_text(oud)
    expect(laag(scherm, "overstroming")).to_contain_text("niet geladen")
    expect(laag(scherm, "gemeenten")).to_contain_text("ingebouwd, niet ververst")
    expect(scherm.page.get_by_text("Opgehaald: 3 van de", exact=False)).to_contain_text(oud)


def test_ophalen_en_zoeken_zeggen_wat_er_is_en_er_gaat_niets_verloren(
    scherm: Blad, zonder_net: Zondernet, tmp_path: Path
) -> None:
    laad_kandidaten(scherm, tmp_path)
    zoek = scherm.page.get_by_role("textbox", name="Zoek een adres of plaats")
    zoek.fill("Riouwstraat 1 Amersfoort")
    zoek.press("Enter")
    expect(scherm.page.get_by_text("is niet bereikbaar", exact=False)).to_be_visible(
        timeout=_OPGEVEN_MS
    )
    assert scherm.aantal_kandidaten() == 4

    naar_gegevens(scherm)
    haal(scherm, "natura2000")
    melding = scherm.page.get_by_role("alert").filter(has_text="Proefdienst")
    expect(melding).to_contain_text("Proefheide is niet opgehaald", timeout=_OPGEVEN_MS)
    expect(melding).to_contain_text("is niet bereikbaar")
    expect(melding).to_contain_text("Wat al geladen is, blijft werken.")
    expect(laag(scherm, "natura2000")).to_contain_text(f"7 rijen, opgehaald {DAGEN} dagen geleden")

    scherm.page.get_by_role("link", name="Kaart").click()
    scherm.wacht_op_kaart(4)
    kies(scherm, "In de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: ligt in Buurt 1")
