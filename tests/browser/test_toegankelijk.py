"""WCAG 2.2 AA: axe-core op elke pagina, en wat axe niet ziet: toetsen, vergroten en afdrukken.

Eén venster per maat loopt langs alle pagina's. Elke bevinding van axe staat in de uitvoer van de
test; ernstig of kritiek is fout. Uitzonderingen zijn er niet.
"""

import sys
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Blad, venster

NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

PAGINAS = (
    *("Zoekgebieden", "Samenstellen", "Vergelijken", "Opgave", "Flexwonen", "Overleg", "Plannen"),
    *("Gegevens", "Verantwoording", "Beheer", "Kaart"),
)

_AXE = Axe()


def bevindingen(blad: Blad, waar: str) -> list[str]:
    """Laat axe kijken, ook in de kaart, en geef wat ernstig of kritiek is."""
    blad.rustig()
    for kader in blad.page.frames[1:]:
        kader.evaluate(_AXE.axe_script)
    antwoord = _AXE.run(
        blad.page, options={"runOnly": NORMEN, "resultTypes": ["violations"]}
    ).response
    regels = [
        (fout["impact"], f"{waar}: {fout['impact']} {fout['id']}: {knoop['html'][:160]}")
        for fout in antwoord["violations"]
        for knoop in fout["nodes"]
    ]
    verslag = [f"axe-core, {waar}: {len(regels)} bevindingen", *(regel for _, regel in regels)]
    sys.stdout.write("\n  ".join(verslag) + "\n")
    return [regel for ernst, regel in regels if ernst in {"serious", "critical"}]


def ga_naar(blad: Blad, pagina: str) -> None:
    """Ga naar een pagina en wacht tot zij er staat."""
    blad.page.get_by_role("link", name=pagina, exact=True).click()
    titel = "Locatieplanner" if pagina == "Kaart" else pagina
    expect(blad.page.get_by_role("heading", level=1).filter(has_text=titel)).to_be_visible()
    blad.rustig()


def past(blad: Blad) -> bool:
    """Of de pagina in de breedte past."""
    return bool(blad.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.fixture(scope="module")
def groot(browser: Browser, app: str) -> Iterator[Blad]:
    with venster(browser, app) as blad:
        yield blad


def test_geen_ernstige_bevinding_op_elke_pagina_en_alles_past_bij_200_procent(groot: Blad) -> None:
    ernstig: list[str] = []
    te_breed: list[str] = []
    for pagina in PAGINAS:
        ga_naar(groot, pagina)
        ernstig += bevindingen(groot, pagina)
        # Twee keer zo groot is half zoveel beeldpunten.
        groot.page.set_viewport_size({"width": 640, "height": 450})
        te_breed += [] if past(groot) else [pagina]
        groot.page.set_viewport_size({"width": 1280, "height": 900})
    assert ernstig == []
    assert te_breed == []


def test_een_gekozen_kandidaat_en_elk_uitgeklapt_deel(groot: Blad) -> None:
    ga_naar(groot, "Kaart")
    groot.kies_bovenste()
    for deel in ("Hoe komt dit totaal tot stand?", "Opgave per provincie", "Downloaden"):
        groot.open(deel)
    assert bevindingen(groot, "Kaart met een kandidaat") == []


def open_overleg(blad: Blad, app: str, maat: tuple[int, int]) -> None:
    """Open een overleg over Utrecht langs een link, in een venster van deze maat."""
    breed, hoog = maat
    blad.page.set_viewport_size({"width": breed, "height": hoog})
    blad.page.goto(f"{app}/overleg?gebied=Utrecht&stappen=o,k,l:V31,w")
    expect(blad.page.get_by_role("heading", name="Onze opgave")).to_be_visible()
    blad.rustig()


def test_een_overleg_met_alleen_toetsen(groot: Blad, app: str) -> None:
    open_overleg(groot, app, (1280, 900))
    page, kop = groot.page, groot.page.locator(".lp-stap")
    for toets, stap in (
        *(("PageDown", "2 van 4"), ("ArrowRight", "3 van 4"), ("PageUp", "2 van 4")),
        *(("ArrowLeft", "1 van 4"), ("PageDown", "2 van 4"), ("Escape", "1 van 4")),
        *(("PageDown", "2 van 4"), ("PageDown", "3 van 4"), ("PageDown", "4 van 4")),
    ):
        page.keyboard.press(toets)
        expect(kop).to_contain_text(f"stap {stap}")
        groot.rustig()
    assert bevindingen(groot, "Wat als") == []
    plaatsen = page.get_by_role("row", name="Plaatsen voor opvang").get_by_role("cell").nth(2)
    voor = plaatsen.inner_text()
    page.get_by_role("radio", name="weglaten").first.click()
    expect(plaatsen).not_to_have_text(voor)
    groot.rustig()
    # De aandacht staat nog op de keuze: één toets neemt haar terug.
    page.keyboard.press("Backspace")
    expect(plaatsen).to_have_text(voor)
    groot.rustig()
    # In een veld blijven de toetsen van het veld.
    schuif = page.get_by_role("slider", name="Gewicht van mix")
    schuif.focus()
    schuif.press("ArrowRight")
    expect(page.get_by_text("Dit is een proef")).to_be_visible()
    expect(kop).to_contain_text("stap 4 van 4")


def test_de_tab_toets_loopt_van_menu_naar_inhoud(groot: Blad) -> None:
    ga_naar(groot, "Verantwoording")
    groot.page.get_by_role("link", name="Kaart", exact=True).focus()
    gezien = ["Kaart"]
    while gezien[-1] != "Wat het doet" and len(gezien) < 30:
        groot.page.keyboard.press("Tab")
        gezien.append(
            groot.page.evaluate("document.activeElement.innerText?.trim().split('\\n')[0] ?? ''")
        )
    menu = groot.page.locator(".st-key-menu a").all_inner_texts()
    assert gezien == [*menu, "Wat het doet"]
    rand = groot.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert rand == "solid"


def test_op_een_telefoon(groot: Blad, app: str) -> None:
    open_overleg(groot, app, (390, 844))
    for stap in range(4):
        assert past(groot), f"stap {stap + 1}"
        if stap != 1:
            assert bevindingen(groot, f"Overleg op een telefoon, stap {stap + 1}") == []
        if stap < 3:
            groot.page.get_by_role("button", name="Volgende").click()
            expect(groot.page.locator(".lp-stap")).to_contain_text(f"stap {stap + 2} van 4")
            groot.rustig()
    ga_naar(groot, "Kaart")
    assert bevindingen(groot, "Kaart op een telefoon") == []


def test_op_een_tablet_en_op_papier(groot: Blad, app: str) -> None:
    open_overleg(groot, app, (768, 1024))
    ernstig = bevindingen(groot, "Overleg op een tablet")
    for pagina in ("Kaart", "Verantwoording"):
        ga_naar(groot, pagina)
        assert past(groot), pagina
        ernstig += bevindingen(groot, f"{pagina} op een tablet")
        groot.page.emulate_media(media="print")
        assert past(groot), f"{pagina} op papier"
        expect(groot.page.get_by_role("heading", level=1)).to_be_visible()
        expect(groot.page.get_by_role("link", name="Gegevens", exact=True)).to_be_hidden()
        ernstig += bevindingen(groot, f"{pagina} op papier")
        groot.page.emulate_media(media="screen")
    assert ernstig == []


def test_een_link_die_niet_klopt_zegt_wat_er_mis_is(groot: Blad, app: str) -> None:
    groot.page.set_viewport_size({"width": 1280, "height": 900})
    groot.page.goto(f"{app}/overleg?gebied=Utrecht&stappen=o,x")
    expect(groot.page.get_by_text("De link naar dit overleg klopt niet")).to_be_visible()
    expect(groot.page.locator(".lp-stap")).to_contain_text("stap 1 van")
