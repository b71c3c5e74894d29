"""Zoekgebieden in een echte browser: doorrekenen, wegen, en een gebied in het plan zetten."""

import re
from pathlib import Path

import geopandas as gpd
from playwright.sync_api import expect

from locatieplanner.zoekgebieden.zoekraster import lees_zoekraster
from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_toegankelijk import bevindingen
from tests.browser.test_voortgang import breedtes


def gehaald(blad: Blad, knop: str) -> Path:
    """Haal een bestand op en geef waar het staat, met zijn eigen naam."""
    with blad.page.expect_download() as wacht:
        blad.page.get_by_role("button", name=knop).click()
    pad = Path(wacht.value.path())
    return pad.rename(pad.with_name(f"{pad.name}-{wacht.value.suggested_filename}"))


@MATEN
def test_van_gemeente_tot_kandidaat(blad: Blad) -> None:
    page = blad.page
    page.get_by_role("link", name="Zoekgebieden", exact=True).click()
    expect(page.get_by_text("Water is niet uitgesloten", exact=False)).to_be_visible()
    blad.kies_optie("Provincie", "Utrecht")
    blad.kies_optie("Gemeente", "Woerden")
    blad.rustig()
    page.get_by_role("button", name="Reken het gebied door").click()
    raster = page.frame_locator("iframe[title='Kaart']").locator("img.lp-raster[data-geladen]")
    expect(raster).to_have_count(1)
    blad.rustig()
    # Het beeld is echt opgehaald, niet alleen genoemd.
    assert raster.evaluate("(beeld) => beeld.naturalWidth") > 50
    eerste = raster.get_attribute("src")
    tabel = page.get_by_role("region", name="Zoekgebieden")
    assert tabel.get_by_role("row").count() > 1
    assert lees_zoekraster(gehaald(blad, "Raster (GeoTIFF)")).venster.rooster.cel_m == 100
    gebieden = gpd.read_file(gehaald(blad, "Zoekgebieden (GeoPackage)"), layer="beoordeling")
    assert len(gebieden) == tabel.get_by_role("row").count() - 1
    breed, ruimte = breedtes(blad)
    assert breed <= ruimte
    assert engels(page) == []
    assert bevindingen(blad, "Zoekgebieden met uitkomst") == []

    schuif = page.locator(".st-key-zoekgebieden_gewicht_nabijheid input[type=range]")
    schuif.focus()
    schuif.press("Home")
    blad.wacht_tot(
        lambda: raster.count() == 1 and raster.get_attribute("src") != eerste,
        "het raster kleurt opnieuw",
    )
    # Er werd niet opnieuw gerekend, en de uitkomst past nog bij de vraag.
    expect(page.get_by_text("reken opnieuw", exact=False)).to_have_count(0)
    blad.rustig()
    page.get_by_role("button", name="Maak er een kandidaat van").click()
    expect(page.get_by_text(re.compile("^Toegevoegd: Zoekgebied 1, Woerden"))).to_be_visible()
    page.get_by_role("link", name="Kaart", exact=True).click()
    expect(blad.kaartje.get_by_role("heading", name="Zoekgebied 1, Woerden")).to_be_visible()
