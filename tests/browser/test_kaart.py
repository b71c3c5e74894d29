"""De pagina Kaart in een echte browser, zonder internet: kijken, wegen, kiezen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Blad

MATEN = pytest.mark.parametrize(
    "blad", [(1280, 900), (390, 844)], indirect=True, ids=["1280", "390"]
)

ENGELS = re.compile(
    r"\b(Browse|Drag|Upload|Deploy|Choose|Press|Running|Select|Limit|per file|Manage|Show|Hide|"
    r"Submit|Loading|Error|Settings|Skip|Help for|Close|Dismiss|Increment|Decrement|Fullscreen|"
    r"Search|Download as|Link to|Add files|Remove|Clear|None|Vega)\b"
)

ALLE_TEKST = """() => {
  const delen = [document.body.innerText];
  for (const element of document.querySelectorAll('*'))
    for (const naam of ['aria-label', 'title', 'placeholder', 'alt'])
      delen.push(element.getAttribute(naam) ?? '');
  return delen.join('\\n');
}"""


def engels(page: Page) -> list[str]:
    """Engelse woorden in alles wat te zien of voor te lezen is."""
    return ENGELS.findall(page.evaluate(ALLE_TEKST))


@MATEN
def test_kaart_is_te_zien_en_past(blad: Blad) -> None:
    assert blad.page.evaluate("document.documentElement.lang") == "nl"
    expect(blad.page.get_by_role("heading", name="Locatieplanner")).to_be_visible()
    # Geen leeg vlak: er staan echt verschillende kleuren op het doek.
    kleuren = blad.op_kaart(
        "[...document.querySelectorAll('canvas')].map((c) => new Set("
        "new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)"
        ").size)"
    )
    assert max(kleuren) > 10
    blad.kies_bovenste()
    for kop in ("Parameters", "Opgave per provincie", "Kandidaten bewerken", "Downloaden"):
        blad.open(kop)
    expect(blad.page.get_by_role("button", name="CSV", exact=False).last).to_be_visible()
    expect(blad.page.get_by_role("cell", name="Groningen", exact=True)).to_be_attached()
    breedte = blad.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert breedte[0] <= breedte[1]


@pytest.mark.parametrize("blad", [(390, 844)], indirect=True, ids=["390"])
def test_op_een_telefoon_staat_de_kaart_voor_de_schuiven(blad: Blad) -> None:
    vakken = ("keuze", "kaartvak", "lijstvak", "paneelvak", "balkvak", "gewichten", "instellingen")
    hoogte = blad.page.evaluate(
        "(n) => n.map((v) => document.querySelector('.st-key-' + v).getBoundingClientRect().top)",
        list(vakken),
    )
    assert hoogte == sorted(hoogte)
    assert len(set(hoogte)) == len(vakken)


def test_scherm_spreekt_nederlands(blad: Blad) -> None:
    blad.kies_bovenste()
    for kop in (
        "Nieuw op de kaart",
        "Kaartlagen",
        "Meer instellingen",
        "Parameters",
        "Opgave per provincie",
        "Kandidaten bewerken",
        "Downloaden",
        "Hoe komt dit totaal tot stand?",
        "Voorzieningen en bereik",
        "Nog niet getoetst",
    ):
        blad.open(kop)
    expect(blad.page.get_by_role("button", name="CSV", exact=False).last).to_be_visible()
    expect(blad.page.get_by_text("Nog niet getoetst", exact=False)).to_be_visible()
    blad.page.get_by_test_id("stDataFrame").wait_for()
    assert engels(blad.page) == []
    blad.page.get_by_role("combobox", name="Provincie").click()
    assert engels(blad.page) == []
    blad.page.keyboard.press("Escape")
    blad.page.get_by_role("button", name="Bewerken", exact=True).click()
    expect(blad.page.get_by_role("dialog")).to_be_visible()
    assert engels(blad.page) == []


def test_laadvenster_spreekt_nederlands(blad: Blad, bestanden) -> None:
    venster = blad.laad(bestanden / "deels.csv")
    expect(venster.get_by_role("cell").first).to_be_visible()
    assert engels(blad.page) == []


def test_gewicht_verandert_ranglijst_en_kaart(blad: Blad) -> None:
    voor, tekeningen = blad.ranglijst(), blad.tekeningen()
    blad.op_kaart("map.setView([52.2, 5.3], 9, {animate: false}); map.merk = 1")
    blad.zet_schuif("spreiding", "End")
    expect(blad.page.get_by_text("Spreiding: 57 % van het totaal")).to_be_visible()
    blad.wacht_tot(lambda: blad.ranglijst() != voor, "de ranglijst verandert")
    blad.wacht_tot(lambda: blad.tekeningen() > tekeningen, "de kaart tekent opnieuw")
    # De kaart is dezelfde gebleven en staat nog waar de gebruiker haar liet.
    assert blad.op_kaart("[map.merk, map.getZoom()]") == [1, 9]


def test_de_kaart_blijft_dezelfde_bij_elke_keuze(blad: Blad) -> None:
    blad.op_kaart("map.merk = 1")
    blad.kies_optie("Provincie", "Zeeland")
    expect(blad.page.get_by_role("heading", name="Opgave Zeeland")).to_be_visible()
    blad.zet_schuif("mix", "Home")
    expect(blad.page.get_by_text("Mix: 0 % van het totaal")).to_be_visible()
    blad.kies_bovenste()
    blad.open("Downloaden")
    expect(blad.page.get_by_role("button", name="CSV", exact=False).last).to_be_visible()
    assert blad.op_kaart("map.merk") == 1


def test_alle_gewichten_nul_geeft_een_melding(blad: Blad) -> None:
    for criterium in ("spreiding", "kleinschaligheid", "nabijheid", "mix"):
        blad.zet_schuif(criterium, "Home")
        expect(blad.page.get_by_text(f"{criterium.capitalize()}: 0 % van")).to_be_visible()
    expect(blad.page.get_by_text("Alle gewichten zijn nul", exact=False)).to_be_visible()
    assert len(blad.ranglijst()) == 6


def test_kiezen_uit_de_lijst_geeft_uitleg_en_beweegt_de_kaart(blad: Blad) -> None:
    blad.kies_bovenste()
    blad.open("Hoe komt dit totaal tot stand?")
    expect(blad.page.get_by_text("Evenredigheid", exact=False).first).to_be_visible()
    blad.open("Nog niet getoetst")
    expect(blad.kaartje.get_by_text("Natura 2000", exact=False)).to_be_visible()
    expect(blad.kaartje.get_by_text("geschat").first).to_be_visible()
    blad.wacht_tot(lambda: blad.op_kaart("map.getZoom()") > 9, "de kaart gaat erheen")
    blad.page.get_by_role("button", name="Sluiten", exact=True).click()
    expect(blad.kaartje).to_have_count(0)


def test_aanklikken_op_de_kaart_kiest_en_laat_het_beeld_staan(blad: Blad) -> None:
    # De laatste kandidaat van het bestand: op de kaart gekozen staat zij ook in de lijst voor.
    plek = blad.page.evaluate(
        """async () => {
          const raam = document.querySelector("iframe[title='Kaart']").contentWindow;
          const naam = raam.performance.getEntriesByType('resource')
            .map((r) => r.name).find((n) => n.includes('.kandidaten/'));
          const lagen = await (await raam.fetch(naam)).json();
          const punt = lagen.features.filter((f) => f.geometry.type === 'Point').at(-1);
          const [lon, lat] = punt.geometry.coordinates;
          raam.map.setView([lat, lon], 13, {animate: false});
          const { x, y } = raam.map.latLngToContainerPoint([lat, lon]);
          return { x, y, naam: punt.properties.naam };
        }"""
    )
    blad.page.wait_for_timeout(300)
    blad.kaartvak.click(position={"x": plek["x"], "y": plek["y"]})
    expect(blad.kaartje.get_by_role("heading", name=plek["naam"])).to_be_visible()
    expect(blad.page.get_by_role("radiogroup").get_by_text(plek["naam"])).to_be_visible()
    assert blad.page.get_by_role("radio", checked=True).count() == 1
    assert blad.op_kaart("map.getZoom()") == 13


def test_provincie_filtert_lijst_kaart_en_opgave(blad: Blad) -> None:
    blad.kies_bovenste()
    blad.kies_optie("Provincie", "Zeeland")
    expect(blad.page.get_by_role("heading", name="Opgave Zeeland")).to_be_visible()
    blad.wacht_tot(lambda: 0 < blad.aantal_kandidaten() < 60, "de kaart filtert")
    kop = f"Ranglijst ({blad.aantal_kandidaten()})"
    expect(blad.page.get_by_role("heading", name=kop)).to_be_visible()
    # Wie niet meer te zien is, is ook niet meer gekozen.
    expect(blad.kaartje).to_have_count(0)
    blad.wacht_tot(lambda: blad.op_kaart("map.getCenter().lat") < 51.8, "de kaart gaat erheen")


def test_doelset_verandert_opgave(blad: Blad) -> None:
    balk = blad.page.get_by_role("region", name="Opgave Nederland")
    expect(balk).to_contain_text("meer dan het doel")
    expect(balk).to_contain_text("geen stand op één dag")
    blad.kies_optie("Doelset", "Spreidingswet, eerste ronde (2024)")
    expect(balk).to_contain_text("96.000")
    expect(balk).to_contain_text("Nog nodig")


def test_parameter_verandert_de_lijst_en_gaat_weer_terug(blad: Blad) -> None:
    voor = blad.ranglijst()
    blad.open("Parameters")
    expect(blad.page.locator("img.lp-kromme").first).to_have_attribute(
        "alt", re.compile("^Score bij")
    )
    veld = blad.page.get_by_role("spinbutton", name=re.compile("Evenredigheid: veelvoud"))
    veld.fill("50")
    veld.press("Enter")
    blad.wacht_tot(lambda: blad.ranglijst() != voor, "de ranglijst verandert")
    blad.page.get_by_role("button", name="Terug naar de ingebouwde waarden").click()
    blad.wacht_tot(lambda: blad.ranglijst() == voor, "de ranglijst is weer als eerst")


def test_met_het_toetsenbord_te_bedienen(blad: Blad) -> None:
    blad.page.get_by_role("radio").first.focus()
    blad.page.keyboard.press("Space")
    expect(blad.kaartje).to_be_visible()
    naam = blad.kaartje.get_by_role("heading").inner_text()
    blad.page.keyboard.press("ArrowDown")
    expect(blad.kaartje.get_by_role("heading")).not_to_have_text(naam)
    # De volgorde van Tab is die van het scherm: van links naar rechts.
    blad.page.get_by_role("combobox", name="Doelset").focus()
    langs = []
    for _ in range(30):
        blad.page.keyboard.press("Tab")
        langs.append(
            blad.page.evaluate(
                "document.activeElement.closest('.st-key-keuze, .st-key-gewichten, "
                ".st-key-instellingen, .st-key-kaartvak, .st-key-lijstvak, .st-key-paneelvak')"
                "?.className.match(/st-key-(\\w+)/)[1] ?? ''"
            )
        )
    volgorde = list(dict.fromkeys(filter(None, langs)))
    assert volgorde[:4] == ["keuze", "gewichten", "instellingen", "kaartvak"]
