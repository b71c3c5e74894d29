"""Een gewicht verschuiven in een echte browser: tijd tot de kaart stilstaat, en bytes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Route
from xstatic.pkg import leaflet

from tests.server import draaiende_app, server, vrije_poort

# Meet van de toetsaanslag tot de laatste verandering in het kader van de kaart.
_METER = """
() => {
  const kader = [...document.querySelectorAll('iframe')].find((k) => k.contentDocument);
  const meting = { begin: null, einde: null };
  window.meting = meting;
  document.addEventListener('keydown', () => { meting.begin ??= performance.now(); },
    { capture: true });
  new MutationObserver(() => {
    if (meting.begin !== null) meting.einde = performance.now();
  }).observe(kader.contentDocument.documentElement,
    { subtree: true, childList: true, attributes: true });
}
"""


@dataclass(frozen=True)
class Stappen:
    """Uitkomst van een reeks stappen.

    Parameters
    ----------
    seconden : list of float
        Per stap, van toetsaanslag tot de kaart stilstaat.
    bytes : list of float
        Per stap, over de websocket, beide kanten op.
    """

    seconden: list[float]
    bytes: list[float]


@contextmanager
def naieve_app(aantal: int, thuis: Path) -> Iterator[str]:
    """Start de naïeve app en geef haar adres."""
    poort = vrije_poort()
    opdracht = [sys.executable, "-m", "streamlit", "run", "tests/bench/naief.py"]
    opdracht += ["--server.port", str(poort), "--", str(aantal)]
    with server(opdracht, poort, thuis / "naief.log", thuis) as adres:
        yield adres


def meet_naief(browser: Browser, aantal: int, keer: int, thuis: Path) -> Stappen:
    """Meet de naïeve app."""
    with naieve_app(aantal, thuis) as adres:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/*", lambda route: _van_pakket(route, adres))
        page.goto(adres)
        page.locator("iframe").first.wait_for(timeout=60_000)
        page.frame_locator("iframe").first.locator("path").first.wait_for(timeout=120_000)
        stappen = _stappen(page, page.locator("input[type=range]"), keer)
        page.close()
    return stappen


def meet_app(browser: Browser, bestand: Path, aantal: int, keer: int, thuis: Path) -> Stappen:
    """Meet deze app met de kandidaten uit een bestand."""
    with draaiende_app(thuis) as adres:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(adres)
        page.get_by_role("button", name="Kandidaten laden").click()
        page.get_by_role("dialog").locator("input[type=file]").set_input_files(str(bestand))
        page.locator("[data-testid=stDialog] button[kind=primary]").click(timeout=60_000)
        kaart = page.frame_locator("iframe[title='Kaart']")
        kaart.locator(f"[data-kandidaten='{aantal}']").wait_for(timeout=60_000)
        # Zoals een gebruiker werkt: er is een kandidaat gekozen.
        page.get_by_role("radiogroup", name="Kies een kandidaat").locator("label").first.click()
        page.get_by_role("region", name="Gekozen kandidaat").wait_for()
        page.wait_for_timeout(2_000)
        schuiven = page.locator("[class*=st-key-gewicht_] input[type=range]")
        stappen = _stappen(page, schuiven, keer)
        page.close()
    return stappen


def _van_pakket(route: Route, adres: str) -> None:
    """Geef wat de naïeve kaart elders haalt uit het pakket; zonder blijft zij leeg."""
    verzoek = route.request.url
    naam = verzoek.rsplit("/", 1)[-1]
    if verzoek.startswith((adres, "data:", "blob:")):
        route.continue_()
    elif naam in {"leaflet.js", "leaflet.css"}:
        route.fulfill(path=Path(leaflet.BASE_DIR) / naam)
    else:
        route.fulfill(body="")


def _stappen(page: Page, schuiven: Locator, keer: int) -> Stappen:
    verkeer: list[int] = []
    seconden: list[float] = []
    bytes_: list[float] = []
    # De verbinding bestaat al: luister mee via het protocol van de browser.
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    for soort in ("webSocketFrameReceived", "webSocketFrameSent"):
        protocol.on(
            f"Network.{soort}", lambda bericht: verkeer.append(_omvang(bericht["response"]))
        )
    page.evaluate(_METER)
    for stap in range(keer + 1):
        verkeer.clear()
        page.evaluate("() => { window.meting.begin = null; window.meting.einde = null; }")
        # Elke stap een andere schuif naar een uiterste: er verandert zeker een klasse, en geen
        # stap herhaalt een eerdere, want dan zou de browser een bewaard bericht gebruiken.
        schuiven.nth(stap % 4).focus()
        page.keyboard.press("End" if (stap % 4 + stap // 4) % 2 == 0 else "Home")
        page.wait_for_function("() => window.meting.einde !== null", timeout=60_000)
        # Stil is stil: een halve seconde geen verandering meer.
        page.wait_for_function(
            "() => performance.now() - window.meting.einde > 500", timeout=60_000, polling=50
        )
        if stap:
            milli = page.evaluate("() => window.meting.einde - window.meting.begin")
            seconden.append(milli / 1000)
            bytes_.append(float(sum(verkeer)))
    return Stappen(seconden, bytes_)


def _omvang(bericht: dict[str, object]) -> int:
    """Bytes van een bericht; een binair bericht komt als base64 door."""
    inhoud = str(bericht["payloadData"])
    return len(inhoud) * 3 // 4 if bericht["opcode"] == 2 else len(inhoud)
