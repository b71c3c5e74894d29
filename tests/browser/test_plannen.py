"""Een plan bewaren, veranderen, terugdraaien en terugvinden, zoals wie alleen werkt dat doet."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Blad, venster

KWAAD = "Zeeland <img src=x onerror=window.kraak=1> **vet**"


def test_een_plan_bewaart_draait_terug_en_komt_terug(
    browser: Browser, app: str, blad: Blad, tmp_path: Path
) -> None:
    page = blad.page
    regel = page.locator(".st-key-planregel")
    assert regel.count() == 0
    _naar(blad, "Plannen")
    page.get_by_label("Naam van het plan").fill(KWAAD)
    page.get_by_role("button", name="Bewaar als plan").click()
    expect(regel).to_contain_text(f"{KWAAD} · versie 1")

    _naar(blad, "Kaart")
    schuif = page.locator(".st-key-gewicht_mix input[type=range]")
    expect(schuif).to_have_value("25")
    blad.zet_schuif("mix", "End")
    expect(regel).to_contain_text("versie 2 · bewaard om")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(regel).to_contain_text("versie 3")
    expect(schuif).to_have_value("25")
    page.get_by_role("button", name="Opnieuw", exact=True).click()
    expect(schuif).to_have_value("100")

    # Opnieuw laden: het adres onthoudt het plan, het plan zijn gewichten.
    page.reload()
    expect(regel).to_contain_text("versie 4")
    expect(schuif).to_have_value("100")

    page.get_by_role("button", name="Delen").click()
    link = page.get_by_test_id("stCode").first.inner_text().strip()
    page.keyboard.press("Escape")

    _naar(blad, "Plannen")
    page.get_by_role("radio", name="Opmerkingen").click()
    page.get_by_label("Opmerking", exact=True).fill(KWAAD)
    page.get_by_role("button", name="Plaats opmerking").click()
    expect(page.get_by_text("over het hele plan")).to_contain_text(KWAAD)
    page.get_by_role("radio", name="Resultaten").click()
    page.get_by_role("button", name="Leg het resultaat nu vast").click()
    page.get_by_role("button", name="Reken na").click()
    expect(page.get_by_text("Dezelfde scores als toen.")).to_be_visible()

    page.get_by_role("radio", name="Geschiedenis").click()
    tabel = page.get_by_role("region", name="Geschiedenis")
    for soort in ("gemaakt", "instelling gewijzigd", "ongedaan gemaakt (versie 2)", "opmerking"):
        expect(tabel).to_contain_text(soort)
    expect(page.get_by_role("region", name="Verschillen")).to_contain_text("gewichten")
    page.get_by_role("spinbutton", name="Versie", exact=True).fill("1")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Open deze versie").click()
    expect(regel).to_contain_text("een oude versie")
    assert page.get_by_role("button", name="Ongedaan maken").count() == 0
    page.get_by_role("button", name="Herstel deze versie").click()
    expect(regel).to_contain_text("versie 6 · bewaard op")

    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_text(re.compile("^Kopie van Zeeland"))).to_be_visible()
    page.get_by_role("button", name="Meer").first.click()
    with page.expect_download() as klaar:
        page.get_by_role("button", name="Neem mee (zip)").click()
    zip_ = tmp_path / "plan.zip"
    zip_.write_bytes(Path(klaar.value.path()).read_bytes())
    page.get_by_role("button", name="Archiveer").click()
    expect(page.locator("[class*='st-key-plan-']")).to_have_count(1)
    page.get_by_text("Toon ook het archief").click()
    expect(page.get_by_text("in het archief", exact=False).first).to_be_visible()
    blad.open("Een meegenomen plan inlezen")
    page.locator("input[type=file]").set_input_files(str(zip_))
    page.get_by_role("button", name="Lees dit plan in").click()
    expect(page.locator("[class*='st-key-plan-']")).to_have_count(3)
    assert page.evaluate("window.kraak") is None

    with venster(browser, app, (390, 844)) as ander:
        ander.page.goto(link)
        smal = ander.page.locator(".st-key-planregel")
        expect(smal).to_contain_text(KWAAD)
        for naam in ("Plannen", "Beheer"):
            _naar(ander, naam)
            expect(ander.page.get_by_role("heading", name=naam, exact=True)).to_be_visible()
            ander.rustig()
            assert ander.page.evaluate(
                "document.documentElement.scrollWidth <= window.innerWidth"
            ), naam
        ander.page.get_by_role("button", name="Kijk de database na").click()
        controle = ander.page.get_by_role("region", name="Controle van de database")
        expect(controle).to_contain_text("in orde")
        expect(controle).not_to_contain_text("niet in orde")


def _naar(blad: Blad, naam: str) -> None:
    blad.page.locator(".st-key-menu").get_by_role("link", name=naam, exact=True).click()
