"""Samenstellen in een echte browser: zoeken, bekijken, bewaren, en op de achtergrond."""

from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Blad, venster
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes

DOELSET = "Spreidingswet, tweede ronde (2026)"


def naar_samenstellen(blad: Blad, provincie: str) -> None:
    blad.page.get_by_role("link", name="Samenstellen", exact=True).click()
    expect(blad.page.get_by_role("button", name="Zoek de beste keuze")).to_be_visible()
    blad.kies_optie("Doelset", DOELSET)
    blad.kies_optie("Provincie", provincie)
    blad.rustig()


@MATEN
def test_zoeken_bekijken_en_bewaren(blad: Blad) -> None:
    page = blad.page
    naar_samenstellen(blad, "Overijssel")
    page.get_by_role("spinbutton", name="Ten hoogste van het evenredige deel (%)").fill("300")
    blad.open("Wat er nog meer gezocht wordt")
    page.get_by_text("Wat een ruimere eis zou geven").click()
    page.get_by_role("button", name="Zoek de beste keuze").click()
    expect(page.get_by_text("plaatsen te weinig voor de doelen", exact=False)).to_be_visible()
    blad.rustig()
    kaart = page.frame_locator("iframe[title='Kaart']").locator("[data-kandidaten]")
    gekozen = page.get_by_role("region", name="Gekozen locaties").get_by_role("row")
    expect(kaart).to_have_attribute("data-kandidaten", str(gekozen.count() - 1))
    assert gekozen.count() > 1
    breed, ruimte = breedtes(blad)
    assert breed <= ruimte
    assert engels(page) == []

    page.get_by_role("radio", name="Wat er knelt", exact=True).click()
    knelt = page.get_by_role("alert").filter(has_text="knellend")
    expect(knelt).to_contain_text("van het evenredige deel in Steenwijkerland")
    expect(page.get_by_role("region", name="Wat een ruimere eis geeft")).to_contain_text("375 %")
    breed, ruimte = breedtes(blad)
    assert breed <= ruimte
    blad.rustig()
    page.get_by_role("textbox", name="Naam van het plan").fill("<b>voorstel</b>")
    page.get_by_role("button", name="Bewaar als plan").click()
    expect(page.get_by_text("is bewaard", exact=False)).to_be_visible()
    blad.rustig()
    page.get_by_role("link", name="Vergelijken", exact=True).click()
    expect(page.get_by_role("combobox", name="Plan B")).to_have_value("<b>voorstel</b>")


def moeilijk(pad: Path) -> Path:
    """Schrijf kandidaten waar lang naar te zoeken is: veel, op elkaar, en bijna even goed."""
    toeval = np.random.default_rng(3)
    rijen = [
        f"L{nummer};rol;{capaciteit};{round(x)};{round(y)}"
        for nummer, (capaciteit, x, y) in enumerate(
            zip(
                toeval.integers(40, 90, 1500),
                toeval.normal(98_000, 6_000, 1500),
                toeval.normal(442_000, 6_000, 1500),
                strict=True,
            )
        )
    ]
    pad.write_text("naam;type;capaciteit;x;y\n" + "\n".join(rijen), encoding="utf-8")
    return pad


def test_zoeken_houdt_niemand_op_en_stoppen_laat_alles_staan(
    blad: Blad, browser: Browser, app: str, tmp_path: Path
) -> None:
    page = blad.page
    dialoog = blad.laad(moeilijk(tmp_path / "veel.csv"))
    dialoog.get_by_role("button", name="Laad 1.500 kandidaten").click()
    blad.wacht_op_kaart(1500)
    naar_samenstellen(blad, "Zuid-Holland")
    page.get_by_role("spinbutton", name="Ten minste tussen twee locaties (km)").fill("1.5")
    page.get_by_role("button", name="Zoek de beste keuze").click()
    bezig = page.get_by_text("Er wordt gezocht", exact=False)
    expect(bezig).to_be_visible()
    with venster(browser, app) as ander:
        # Terwijl er gezocht wordt, werkt een ander gewoon door.
        voor = ander.ranglijst()
        ander.zet_schuif("nabijheid", "Home")
        ander.wacht_tot(lambda: ander.ranglijst() != voor, "de ranglijst verandert")
        expect(bezig).to_be_visible()
    page.get_by_role("link", name="Opgave", exact=True).click()
    expect(page.get_by_role("heading", name="Opgave", exact=True)).to_be_visible()
    blad.rustig()
    page.get_by_role("link", name="Samenstellen", exact=True).click()
    page.get_by_role("button", name="Stop met zoeken").click()
    expect(page.get_by_text("Het zoeken is gestopt", exact=False)).to_be_visible()
    expect(bezig).to_have_count(0)
    expect(page.get_by_role("button", name="Bewaar als plan")).to_have_count(0)
