"""Twee plannen naast elkaar, met kaarten die samen bewegen, in een echte browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes

PLAN = (
    "naam;type;capaciteit;x;y\n"
    "<b>Nieuw</b> Zeist;azc;300;145000;455000\n"
    "Kromme Rijn;rol;80;141000;452000\n"
)
KAARTEN = "map.kaartpaar.kaarten.map(({ map: m }) => [m.getCenter().lat, m.getZoom()])"


@pytest.fixture
def met_plan(blad: Blad, tmp_path: Path) -> Blad:
    """De pagina Vergelijken met een geladen plan als plan B."""
    pad = tmp_path / "mijn plan.csv"
    pad.write_text(PLAN, encoding="utf-8")
    page = blad.page
    page.get_by_role("link", name="Vergelijken", exact=True).click()
    expect(page.get_by_text("Maak er een tweede bij", exact=False)).to_be_visible()
    blad.open("Een bestand laden")
    page.locator("input[type=file]").set_input_files(str(pad))
    page.get_by_role("button", name="Neem 2 kandidaten over").click()
    expect(page.get_by_text("niet bij uw kandidaten", exact=False)).to_be_visible()
    return blad


def naar(blad: Blad, sectie: str) -> None:
    blad.rustig()
    blad.page.get_by_role("radio", name=sectie, exact=True).click()


def op_kaarten(blad: Blad, uitdrukking: str) -> list[list[float]]:
    """Reken iets uit in het kader van de twee kaarten."""
    return blad.page.evaluate(
        "(u) => document.querySelector(\"iframe[title='Twee kaarten']\").contentWindow.eval(u)",
        uitdrukking,
    )


@MATEN
def test_twee_kaarten_bewegen_samen_en_de_tabel_zegt_hetzelfde(met_plan: Blad) -> None:
    blad, page = met_plan, met_plan.page
    naar(blad, "Kaart")
    kader = page.frame_locator("iframe[title='Twee kaarten']")
    vakken = kader.locator("[data-kandidaten='15']")
    # Op beide kaarten staan ook de locaties die er niet in het plan staan, maar leeg.
    expect(vakken).to_have_count(2)
    expect(kader.get_by_role("heading", name="B · mijn plan")).to_be_visible()
    links, rechts = (vakken.nth(plek).bounding_box() for plek in (0, 1))
    onder_elkaar = page.viewport_size["width"] < 640
    assert (rechts["y"] > links["y"]) is onder_elkaar
    begin = op_kaarten(blad, KAARTEN)
    assert begin[0] == begin[1]
    for plek, toets in ((0, "+"), (1, "ArrowUp")):
        vakken.nth(plek).focus()
        page.keyboard.press(toets)
        blad.wacht_tot(lambda vorige=begin: op_kaarten(blad, KAARTEN)[0] != vorige[0], toets)
        page.wait_for_timeout(400)
        begin = op_kaarten(blad, KAARTEN)
        assert begin[0] == begin[1]
    expect(page.get_by_text("2 alleen in B", exact=False)).to_be_visible()
    expect(page.get_by_role("cell", name="<b>Nieuw</b> Zeist")).to_be_visible()
    naar(blad, "Maten")
    expect(page.get_by_role("cell", name="naaste andere locatie (km)")).to_be_visible()
    breed, venster = breedtes(blad)
    assert breed <= venster
    assert engels(page) == []


def test_hoe_zeker_de_volgorde_is_staat_er_en_gaat_mee(met_plan: Blad, tmp_path: Path) -> None:
    blad, page = met_plan, met_plan.page
    naar(blad, "Hoe zeker is deze volgorde")
    expect(page.get_by_text("bij de eerste tien", exact=False).first).to_be_visible()
    blad.open("Instellingen van de trekkingen")
    veld = page.get_by_role("spinbutton", name="Eerste plaatsen", exact=False)
    expect(veld).to_be_visible()
    assert engels(page) == []
    blad.open("Tabel en download")
    blad.rustig()
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV", exact=True).first.click()
    pad = tmp_path / "zekerheid.csv"
    wacht.value.save_as(pad)
    regels = pad.read_text("utf-8-sig").splitlines()
    assert len(regels) == 1 + 15
    assert "kans op eerste 10" in regels[0]
