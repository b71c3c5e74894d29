"""Lagen ophalen, toetsen, meten over straten en zoeken, in een echte browser met echte diensten.

Wat er draait staat in `opstelling.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Blad, venster
from tests.browser.opstelling import (
    Diensten,
    bereiken,
    diensten,
    haal,
    haal_stad,
    kies,
    laad_kandidaten,
    laag,
    naar_gegevens,
    vink_aan,
)
from tests.browser.test_kaart import engels
from tests.diensten.loket import Reactie
from tests.server import draaiende_app


@dataclass
class Opstelling:
    """De app, de diensten erachter, en waar zij bewaart."""

    app: str
    diensten: Diensten
    thuis: Path


@pytest.fixture(scope="module")
def opstelling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opstelling]:
    thuis = tmp_path_factory.mktemp("lagen")
    with diensten(thuis) as open_:
        haal_stad(thuis, open_.variabelen)
        with draaiende_app(thuis, open_.variabelen) as app:
            yield Opstelling(app, open_, thuis)
    assert "Traceback" not in (thuis / "app.log").read_text()
    assert not list((thuis / "tijdelijk").glob("locatieplanner-*"))


@pytest.fixture
def scherm(browser: Browser, opstelling: Opstelling) -> Iterator[Blad]:
    with venster(browser, opstelling.app) as blad:
        yield blad


def test_ophalen_toetsen_en_tonen(
    scherm: Blad, browser: Browser, opstelling: Opstelling, tmp_path: Path
) -> None:
    naar_gegevens(scherm)
    heide = laag(scherm, "natura2000")
    expect(heide).to_contain_text("niet geladen")
    expect(heide).to_contain_text("licentie CC0")
    haal(scherm, "natura2000")
    expect(scherm.page.get_by_text("Opgehaald: Proefheide.")).to_be_visible()
    expect(heide).to_contain_text("Nederland: 7 rijen, opgehaald vandaag")

    # Een dienst die hapert: een melding die haar noemt, en wat er was is er nog.
    haal(scherm, "traag")
    mislukt = scherm.page.get_by_role("alert").filter(has_text="Trage dienst")
    expect(mislukt).to_contain_text("blijft werken")
    expect(laag(scherm, "traag")).to_contain_text("niet geladen")
    expect(heide).to_contain_text("opgehaald vandaag")

    # Zolang een trage beurt loopt, werkt een ander venster gewoon, en dit ook.
    opstelling.diensten.traag.antwoord = lambda _: Reactie(status=503, wacht_s=3.0)
    haal(scherm, "traag")
    expect(scherm.page.get_by_role("button", name="Stoppen")).to_be_visible()
    with venster(browser, opstelling.app) as ander:
        ander.kies_bovenste()
    scherm.page.get_by_role("button", name="Stoppen").click()
    expect(scherm.page.get_by_role("alert").filter(has_text="Gestopt voordat")).to_be_visible()

    scherm.page.get_by_role("link", name="Kaart").click()
    scherm.wacht_op_kaart(60)
    laad_kandidaten(scherm, tmp_path)
    assert any("uitgesloten" in regel for regel in scherm.ranglijst())
    kies(scherm, "Naast de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: op 150 m van Buurt 1")
    scherm.open("Nog niet getoetst")
    expect(scherm.kaartje).to_contain_text("Trage laag")
    kies(scherm, "In de heide")
    expect(scherm.kaartje).to_contain_text("Proefheide: ligt in Buurt 1")

    scherm.open("Kaartlagen")
    scherm.kies_optie("Lagen op de kaart", "Proefheide")
    scherm.kaart.get_by_text("Legenda", exact=True).click()
    expect(scherm.kaart.get_by_text("Proefheide").first).to_be_visible()


def test_afstand_bereik_en_route_over_straten(
    scherm: Blad, opstelling: Opstelling, tmp_path: Path
) -> None:
    laad_kandidaten(scherm, tmp_path)
    kies(scherm, "In de stad")
    scherm.open("Hoe komt dit totaal tot stand?")
    expect(
        scherm.page.get_by_text("fietsen over straten (OpenStreetMap, opgehaald", exact=False).first
    ).to_be_visible()
    scherm.open("Voorzieningen en bereik")
    tabel = scherm.page.locator(".lp-voorzieningen")
    expect(tabel.get_by_role("row", name="supermarkt")).to_contain_text("binnen bereik")

    def bereik() -> list[str]:
        return bereiken(opstelling.thuis)

    scherm.rustig()
    vink_aan(scherm, "minuten fietsen op de kaart")
    scherm.wacht_tot(lambda: len(bereik()) == 1, "het bereik staat klaar")
    scherm.kies_optie("Route op de kaart naar", "supermarkt")
    scherm.kaart.get_by_text("Legenda", exact=True).click()
    expect(scherm.kaart.get_by_text("15 min fietsen").first).to_be_visible()
    scherm.rustig()
    scherm.wacht_tot(lambda: len(bereik()) == 1, "het bereik met de route staat klaar")
    (eerste,) = bereik()
    kies(scherm, "Ook in de stad")
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

    antwoord = opstelling.diensten.pdok.antwoord
    opstelling.diensten.pdok.antwoord = lambda _: Reactie(status=404)
    scherm.rustig()
    scherm.kaart.get_by_role("button", name="Kies pand").click()
    scherm.kaartvak.click(position={"x": 300, "y": 300})
    expect(scherm.page.get_by_text("PDOK BAG", exact=False)).to_be_visible()
    assert scherm.aantal_kandidaten() == 61
    opstelling.diensten.pdok.antwoord = antwoord

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
    fout = "2 van de 3 rijen hebben een fout. De andere rij is in orde."
    expect(venster_.get_by_text(fout)).to_be_visible()
    expect(venster_.get_by_text("bedoelt u", exact=False).first).to_be_visible()
    venster_.get_by_role("button", name="Laad de goede rij").click()
    scherm.wacht_op_kaart(1)


@pytest.mark.parametrize("maat", [(1280, 900), (390, 844)], ids=["1280", "390"])
def test_gegevens_past_en_spreekt_nederlands(
    browser: Browser, opstelling: Opstelling, maat: tuple[int, int]
) -> None:
    with venster(browser, opstelling.app, maat) as blad:
        naar_gegevens(blad)
        for kop in ("Sociale huur en kerncijfers", "Niet op te halen, dus niet getoetst"):
            expect(blad.page.get_by_text(kop, exact=False).first).to_be_visible()
        laag(blad, "straten").locator("summary").click()
        expect(laag(blad, "straten").get_by_text("licentie ODbL", exact=False)).to_be_visible()
        # Wat voor een gebied komt, wacht tot er een gekozen is; het hele land kan meteen.
        expect(laag(blad, "buurten").get_by_role("button")).to_be_disabled()
        expect(laag(blad, "gemeenten").get_by_role("button")).to_be_enabled()
        blad.kies_optie("Gebied om op te halen", "Utrecht (provincie)")
        expect(laag(blad, "buurten").get_by_role("button")).to_be_enabled()
        breedte = blad.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breedte[0] <= breedte[1]
        assert engels(blad.page) == []
