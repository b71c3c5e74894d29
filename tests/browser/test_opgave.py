"""Het overzicht van de opgave: van het land naar een provincie naar een gemeente."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes, naar


@MATEN
def test_een_gemeente_aanwijzen_op_de_kaart(blad: Blad) -> None:
    page = blad.page
    naar(blad, "Overzicht")
    kaart = page.locator("[data-testid=stVegaLiteChart]").first
    teken = kaart.locator("canvas, svg.marks").first
    expect(teken).to_be_visible()
    zin = page.get_by_text("Naar rato van inwoners is het deel van", exact=False)

    def aangewezen() -> bool:
        # De gemeenten komen na de kaart binnen; tot dan valt er niets aan te wijzen.
        kaart.scroll_into_view_if_needed()
        vak = teken.bounding_box()
        assert vak
        page.mouse.click(vak["x"] + vak["width"] * 0.5, vak["y"] + vak["height"] * 0.4)
        page.wait_for_timeout(700)
        return zin.count() > 0

    blad.wacht_tot(aangewezen, "een gemeente is aangewezen")
    expect(page.get_by_role("combobox", name="Provincie", exact=True)).not_to_have_value(
        "Heel Nederland"
    )
    expect(page.get_by_text("Opvang per gemeente in", exact=False).first).to_be_visible()
    breed, venster = breedtes(blad)
    assert breed <= venster
    assert engels(page) == []


def test_elke_gemeente_staat_in_de_tabel_onder_de_kaart(blad: Blad, tmp_path: Path) -> None:
    page = blad.page
    naar(blad, "Overzicht")
    blad.rustig()
    blad.open("Tabel en download")
    expect(page.get_by_role("button", name="CSV", exact=True).first).to_be_visible()
    blad.rustig()
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV", exact=True).first.click()
    pad = tmp_path / "gemeenten.csv"
    wacht.value.save_as(pad)
    regels = pad.read_text("utf-8-sig").splitlines()
    assert len(regels) == 1 + 342
    assert "bestaand bekend (plaatsen)" in regels[0]
