"""De pagina Flexwonen in een echte browser: mijn locaties, verdringing, verloop en downloads."""

import csv
import datetime
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Blad, venster
from tests.browser.test_kaart import engels

# Vanaf vandaag gerekend: dan blijft de test waar, wanneer hij ook draait.
_JAAR = datetime.datetime.now().astimezone().year

PLAN = (
    "naam;type;capaciteit;woningen;status;eigenaar;beschikbaar_van;beschikbaar_tot;"
    "aandeel_statushouders;aandeel_studenten;aandeel_amv;x;y\n"
    f"Oude haven;flexwonen;100;50;in gebruik;Woonplus;;{_JAAR + 2}-06-30;1;0;0;155000;463000\n"
    f"Nieuwe haven;flexwonen;80;80;besluit;woonplus;{_JAAR + 2}-07-01;{_JAAR + 14}-06-30;0;1;0;"
    "155100;463000\n"
    f"Geheime straat 3;gemengd;20;;idee;De Brug;{_JAAR + 1}-01-01;;0;0,5;0,5;154000;463500\n"
    f"Het veld;flexwonen;40;;idee;De Brug;{_JAAR + 1}-01-01;{_JAAR + 11}-12-31;;;;233500;557000\n"
)


def _naar_flexwonen(blad: Blad) -> None:
    blad.page.get_by_role("link", name="Flexwonen").click()
    expect(blad.page.get_by_role("heading", name="Flexwonen", exact=True)).to_be_visible()
    blad.rustig()


def _laad(blad: Blad, map_: Path, inhoud: str = PLAN, aantal: int = 4) -> None:
    pad = map_ / "plan.csv"
    pad.write_text(inhoud, encoding="utf-8")
    knop = re.compile(rf"Laad {aantal} kandida")
    blad.laad(pad).get_by_role("button", name=knop).click()
    blad.wacht_op_kaart(aantal)
    blad.rustig()
    _naar_flexwonen(blad)


def _kies_deel(blad: Blad, naam: str) -> None:
    blad.rustig()
    blad.page.get_by_role("radio", name=naam, exact=True).click()
    blad.rustig()


def _samen(blad: Blad, tekst: str) -> None:
    expect(blad.page.get_by_role("heading", name=re.compile("^Samen "))).to_contain_text(tekst)


def test_van_verdringing_tot_download(blad: Blad, tmp_path: Path) -> None:
    _laad(blad, tmp_path)
    blok = blad.page.get_by_role("region", name="Verdringing", exact=True)
    expect(blok).to_contain_text("2 keer verdringing gevonden")
    expect(blok).to_contain_text("sluit Oude haven en opent Nieuwe haven")
    expect(blok).to_contain_text("minder plaats voor statushouders (100)")
    # Eerst wat er op het spel staat, dan de optelsom.
    kop = blad.page.get_by_role("heading", name=re.compile("^Samen "))
    assert blok.bounding_box()["y"] < kop.bounding_box()["y"]
    _samen(blad, "voor ongeveer 240 mensen, op 4 locaties; 100 plaatsen zijn voor statushouders")
    expect(
        blad.page.get_by_text("Van 1 locatie is het aantal woningen onbekend", exact=False)
    ).to_be_visible()

    blad.kies_optie("Mijn locaties", "Woonplus")
    _samen(blad, "Samen 130 woningen voor ongeveer 180 mensen, op 2 locaties")
    expect(blok).to_contain_text("2 keer verdringing gevonden")
    blad.kies_optie("Eén locatie bekijken", "Nieuwe haven")
    kaartje = blad.page.get_by_role("region", name="Gekozen locatie")
    expect(kaartje).to_contain_text("studenten 80 plaatsen in ongeveer 80 woningen")
    expect(kaartje).to_contain_text("12 jaar")
    expect(kaartje).to_contain_text("niet geladen")

    _kies_deel(blad, "In de tijd")
    expect(blad.page.locator("[data-testid=stVegaLiteChart] svg")).to_be_visible()
    einden = blad.page.get_by_role("region", name="Wanneer contracten eindigen")
    expect(einden.get_by_role("row").nth(1)).to_contain_text(f"30-6-{_JAAR + 2}")
    expect(einden.get_by_role("row").nth(1)).to_contain_text("statushouders 100")
    blad.open("Tabel en download")
    expect(blad.page.get_by_role("region", name="Woningen per groep in de tijd")).to_be_visible()
    with blad.page.expect_download() as download:
        blad.page.get_by_role("button", name="CSV", exact=True).first.click()
    rijen = list(
        csv.DictReader(
            io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig")), delimiter=";"
        )
    )
    assert rijen[0]["statushouders, begin"].startswith("50")
    assert download.value.suggested_filename == "verloop-woningen.csv"

    # De keuze blijft als u even naar de kaart gaat.
    blad.page.get_by_role("link", name="Kaart").click()
    blad.wacht_op_kaart(4)
    _naar_flexwonen(blad)
    _samen(blad, "op 2 locaties")


def test_voor_derden_alleen_de_gemeente_ook_in_wat_u_meeneemt(blad: Blad, tmp_path: Path) -> None:
    _laad(blad, tmp_path)
    tabel = blad.page.get_by_role("region", name="Locaties")
    expect(tabel).to_contain_text("Beschermde locatie in Amersfoort")
    expect(tabel).not_to_contain_text("Geheime straat")
    blad.open("Deze locaties downloaden")
    with blad.page.expect_download() as download:
        blad.page.get_by_role("button", name="CSV voor een rekenblad").click()
    assert download.value.suggested_filename == "mijn-locaties.csv"
    tekst = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "Oude haven" in tekst
    assert "Beschermde locatie in Amersfoort" in tekst
    assert "Geheime straat" not in tekst
    blad.page.get_by_text("Voor derden: beschermde locaties", exact=False).first.click()
    expect(tabel).to_contain_text("Geheime straat 3")


def test_verdringing_alleen_voor_wat_gepland_is(blad: Blad, tmp_path: Path) -> None:
    _laad(blad, tmp_path, PLAN.replace(";besluit;", ";idee;"))
    blok = blad.page.get_by_role("region", name="Verdringing", exact=True)
    expect(blok).to_contain_text("2 keer verdringing gevonden")
    blad.open("Wat heet hier verdringing")
    expect(blad.page.get_by_text("binnen 250 m en binnen 12 maanden", exact=False)).to_be_visible()
    blad.page.get_by_text("Alleen locaties met een besluit").click()
    expect(blok).to_contain_text("Geen verdringing gevonden in wat bekend is. Bekeken: 1 locatie")


def test_zonder_woonlocaties_zegt_de_pagina_wat_te_doen(blad: Blad, tmp_path: Path) -> None:
    opvang = "naam;type;capaciteit;x;y\nAzc;azc;300;155000;463000\n"
    _laad(blad, tmp_path, opvang, 1)
    expect(blad.page.get_by_text("Er zijn nog geen woonlocaties", exact=False)).to_be_visible()
    expect(blad.page.get_by_role("button", name="Kandidaten laden")).to_be_visible()


@pytest.mark.parametrize("maat", [(1280, 900), (390, 844)], ids=["1280", "390"])
def test_elk_deel_past_en_spreekt_nederlands(
    browser: Browser, app: str, maat: tuple[int, int]
) -> None:
    with venster(browser, app, maat) as blad:
        _naar_flexwonen(blad)
        for deel in ("Locaties", "Voor wie", "In de tijd", "Per eigenaar", "Bijdrage"):
            _kies_deel(blad, deel)
            breedte = blad.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert breedte[0] <= breedte[1], deel
            assert engels(blad.page) == [], deel
