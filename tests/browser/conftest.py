"""Een echte server en een echte browser; elk verzoek naar buiten is dicht en wordt genoteerd."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FrameLocator,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.chromium import VLAGGEN, zorg_voor
from tests.server import draaiende_app

WACHTEN_S = 20

GEEN_BUITEN = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Geen enkele naam bestaat, alleen de eigen computer: niets gaat naar buiten."""

expect.set_options(timeout=1_000 * WACHTEN_S)


@dataclass
class Blad:
    """Een pagina met de app erin, en wat zij naar buiten probeerde."""

    page: Page
    buiten: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)

    @property
    def kaart(self) -> FrameLocator:
        """Het kader waarin de kaart staat."""
        return self.page.frame_locator("iframe[title='Kaart']")

    def op_kaart(self, uitdrukking: str) -> Any:
        """Reken iets uit in het kader van de kaart; ``map`` is de Leaflet-kaart."""
        return self.page.evaluate(
            "(u) => document.querySelector(\"iframe[title='Kaart']\").contentWindow.eval(u)",
            uitdrukking,
        )

    def aantal_kandidaten(self) -> int:
        """Hoeveel kandidaten de kaart tekende."""
        return int(self.kaart.locator("[data-kandidaten]").get_attribute("data-kandidaten") or 0)

    def wacht_op_kaart(self, aantal: int | None = None) -> None:
        """Wacht tot de kaart kandidaten getekend heeft."""
        vak = self.kaart.locator("[data-kandidaten]")
        vak.wait_for()
        if aantal is not None:
            expect(vak).to_have_attribute("data-kandidaten", str(aantal))

    def tekeningen(self) -> int:
        """Hoe vaak de kaart de kandidaten tekende."""
        return int(self.kaart.locator("[data-getekend]").get_attribute("data-getekend") or 0)

    def ranglijst(self) -> list[str]:
        """De regels van de ranglijst."""
        lijst = self.page.get_by_role("radiogroup", name="Kies een kandidaat")
        return lijst.locator("label").all_inner_texts()

    def wacht_tot(self, waar: Callable[[], bool], wat: str) -> None:
        """Kijk herhaaldelijk tot iets waar is; ``time.sleep`` zou verzoeken ophouden."""
        einde = time.monotonic() + WACHTEN_S
        while not waar():
            if time.monotonic() > einde:
                pytest.fail(f"niet gebeurd binnen {WACHTEN_S} s: {wat}")
            self.page.wait_for_timeout(50)

    @property
    def kaartje(self) -> Locator:
        """De gekozen kandidaat."""
        return self.page.get_by_role("region", name="Gekozen kandidaat")

    @property
    def kaartvak(self) -> Locator:
        """De Leaflet-kaart zelf."""
        return self.kaart.locator("[data-kandidaten]")

    def kies_optie(self, veld: str, optie: str) -> None:
        """Kies in een keuzeveld."""
        self.rustig()
        vak = self.page.get_by_role("combobox", name=veld, exact=True)
        keuze = self.page.get_by_role("option", name=optie, exact=True)

        def gekozen() -> bool:
            vak.click()
            # Typen filtert: in een lange lijst staat niet elke keuze meteen in beeld.
            vak.fill(optie)
            try:
                keuze.click(timeout=3_000)
            except PlaywrightTimeout:
                # De pagina werd net opnieuw getekend en sloot de lijst.
                self.page.keyboard.press("Escape")
                return False
            return True

        self.wacht_tot(gekozen, f"{optie} kiezen bij {veld}")

    def open(self, kop: str, plek: int = 0) -> None:
        """Klap een deel van de pagina uit; `plek` is het hoeveelste met deze kop."""
        self._klap(kop, plek, open_=True)

    def sluit(self, kop: str) -> None:
        """Klap een deel van de pagina dicht."""
        self._klap(kop, 0, open_=False)

    def _klap(self, kop: str, plek: int, *, open_: bool) -> None:
        deel = self.page.locator("details").filter(has=self.page.locator("summary", has_text=kop))
        deel = deel.nth(plek)

        def staat_goed() -> bool:
            return (deel.get_attribute("open") is not None) is open_

        def goed() -> bool:
            self.rustig()
            if not staat_goed():
                deel.locator("summary").first.click()
                # Dichtklappen glijdt, en een pagina die net opnieuw getekend werd zet het terug.
                self.page.wait_for_timeout(300 if open_ else 1_000)
                self.rustig()
            return staat_goed()

        self.wacht_tot(goed, f"{kop} {'open' if open_ else 'dicht'} klappen")

    def kies_bovenste(self) -> str:
        """Kies de kandidaat die bovenaan staat en geef zijn naam."""
        self.rustig()
        bovenste = self.page.get_by_role("radiogroup").locator("label").first
        naam = re.match(r"\d+\. (.*?) ·", bovenste.inner_text()).group(1)
        bovenste.click()
        expect(self.kaartje.get_by_role("heading", name=naam)).to_be_visible()
        return naam

    def rustig(self) -> None:
        """Wacht tot de server klaar is met een stap die al te zien is."""
        self.page.wait_for_function(
            "() => document.querySelector('[data-testid=stApp]')"
            "?.getAttribute('data-test-script-state') === 'notRunning'"
        )

    def zet_schuif(self, criterium: str, toets: str) -> None:
        """Zet een gewicht met het toetsenbord."""
        schuif = self.page.locator(f".st-key-gewicht_{criterium} input[type=range]")
        schuif.focus()
        schuif.press(toets)

    def vul_cel(self, kolom: str, waarde: str) -> None:
        """Vul een cel van de eerste rij; de tabel is getekend, dus met klik en toetsen."""
        self.rustig()
        tabel = self.page.get_by_test_id("stDataFrame")
        tabel.locator("th").first.wait_for(state="attached")
        nummer = tabel.locator("th").all_text_contents().index(kolom)
        invoer = self.page.locator(".gdg-input")

        def plek(kolom: int, rij: int) -> None:
            # De tabel zegt pas na een ogenblik waar zij staat.
            cel = tabel.locator(f"#glide-cell-{kolom}-{rij}[aria-selected=true]")
            cel.wait_for(state="attached", timeout=2_000)

        def gevuld() -> bool:
            # Wat erboven staat kan nog groeien, en de tabel meet zich nog op.
            tabel.scroll_into_view_if_needed()
            doos = tabel.bounding_box()
            self.page.mouse.click(doos["x"] + 20, doos["y"] + 52)
            try:
                plek(0, 0)
                for stap in range(1, nummer + 1):
                    self.page.keyboard.press("ArrowRight")
                    plek(stap, 0)
                self.page.keyboard.press("Enter")
                invoer.wait_for(timeout=2_000)
                self.page.keyboard.press("Control+a")
                # Sneller dan een mens typt, gaat de laatste letter verloren.
                self.page.keyboard.type(waarde, delay=30)
                self.page.wait_for_timeout(150)
                self.page.keyboard.press("Enter")
                plek(nummer, 1)
            except PlaywrightTimeout:
                self.page.keyboard.press("Escape")
                return False
            cel = tabel.locator(f"#glide-cell-{nummer}-0")
            return re.sub(r"[.,]", "", cel.text_content() or "") == waarde

        self.wacht_tot(gevuld, f"{kolom} invullen")

    def laad(self, pad: Path) -> Locator:
        """Geef een bestand aan het laadvenster en geef dat venster."""
        self.page.get_by_role("button", name="Kandidaten laden").click()
        venster = self.page.get_by_role("dialog")
        venster.locator("input[type=file]").set_input_files(str(pad))
        return venster


LANGSTE_EERST = (
    "test_toegankelijk.py",
    "test_zonder_net.py",
    "test_lagen.py",
    "test_toegang.py",
    "test_plannen.py",
    "test_kandidaten.py",
)
"""Bestanden die het langst duren; wie ze het laatst begint, wacht met één werker op het eind."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Zet de langste bestanden vooraan; binnen een bestand blijft de volgorde."""
    volgorde = {naam: plek for plek, naam in enumerate(LANGSTE_EERST)}
    items.sort(key=lambda item: volgorde.get(item.path.name, len(volgorde)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=zorg_voor(), args=[*VLAGGEN, GEEN_BUITEN]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Het adres van een draaiende app, gestart zoals een gebruiker dat doet."""
    thuis = tmp_path_factory.mktemp("thuis")
    with draaiende_app(thuis) as adres:
        yield adres
    assert "Traceback" not in (thuis / "app.log").read_text()
    # De ligging van kandidaten overleeft de server niet.
    assert not list((thuis / "tijdelijk").glob("locatieplanner-*"))


@contextmanager
def venster(browser: Browser, app: str, maat: tuple[int, int] = (1280, 900)) -> Iterator[Blad]:
    """Open de app in een vers tabblad: een eigen sessie.

    Tabbladen van dezelfde maat delen wat de browser al ophaalde: het programma zelf opnieuw halen
    en lezen kostte per test meer dan de test.
    """
    blad = Blad(_context(browser, maat).new_page())

    def noteer(verzoek: Request) -> None:
        if not verzoek.url.startswith((app, "data:", "blob:")):
            blad.buiten.append(verzoek.url)

    blad.page.on("request", noteer)
    blad.page.on("pageerror", lambda fout: blad.fouten.append(str(fout)))
    blad.page.goto(app)
    blad.wacht_op_kaart(60)
    expect(blad.page.get_by_text("Kies een kandidaat op de kaart", exact=False)).to_be_visible()
    yield blad
    blad.page.close()
    assert blad.buiten == [], "de app riep iets buiten de eigen server aan"
    assert blad.fouten == [], "er ging iets mis in de browser"


def _context(browser: Browser, maat: tuple[int, int]) -> BrowserContext:
    """De context van een maat; hij blijft open tot de browser sluit."""
    breed, hoog = maat
    for context in browser.contexts:
        if context.pages and context.pages[0].viewport_size == {"width": breed, "height": hoog}:
            return context
    context = browser.new_context(
        viewport={"width": breed, "height": hoog}, locale="nl-NL", accept_downloads=True
    )
    # Een leeg blad houdt de context open, en zegt welke maat hij heeft.
    context.new_page()
    return context


@pytest.fixture(params=[(1280, 900)], ids=["1280"])
def blad(request: pytest.FixtureRequest, browser: Browser, app: str) -> Iterator[Blad]:
    """De app in een vers venster; andere maten met ``indirect``."""
    with venster(browser, app, request.param) as geopend:
        yield geopend


@pytest.fixture
def bestanden(tmp_path: Path) -> Path:
    """Goede en slechte bestanden om te laden."""
    goed = (
        "naam;type;capaciteit;x;y\n"
        "Proef Assen;rol;120;233500;557000\n"
        "Proef Zwolle;amv;60;203000;503000\n"
    )
    (tmp_path / "goed.csv").write_text(goed, encoding="utf-8")
    (tmp_path / "deels.csv").write_text(
        goed + "Te klein;rol;-5;233500;557000\nIn zee;rol;50;20000;560000\n", encoding="utf-8"
    )
    (tmp_path / "kolommen.csv").write_text("plaats;aantal\nAssen;10\n", encoding="utf-8")
    (tmp_path / "persoonsgegevens.csv").write_text(
        "naam;type;capaciteit;x;y;bsn\nEen;rol;50;233500;557000;123456782\n", encoding="utf-8"
    )
    (tmp_path / "leeg.csv").write_text("", encoding="utf-8")
    (tmp_path / "geen.gpkg").write_bytes(b"dit is geen geopackage")
    vijandig = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {
                    "naam": (
                        "<img src=x onerror=parent.kraak=1>"
                        "</script><script>kraak=1</script> **vet**"
                    ),
                    "type": "azc",
                    "capaciteit": 300,
                },
                "geometry": {"type": "Point", "coordinates": [5.12, 52.09]},
            }
        ],
    }
    (tmp_path / "vijandig.geojson").write_text(json.dumps(vijandig), encoding="utf-8")
    return tmp_path
