"""Aanmelden bij een echte OIDC-server, en wat elke rol dan ziet, mag en mee kan nemen."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page, expect

from locatieplanner.domein.gebruiker import ELK_PROJECT, Gebruiker, Projectrol
from locatieplanner.opslag.database import open_database
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import maak_plan
from locatieplanner.opslag.projecten import maak_project
from locatieplanner.scherm import gegevens
from tests.server import draaiende_app

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

GEHEIM = "Geheime amv-plek"
GEHEIM_X = "132511"
KWAAD = "=cmd|' /C calc'!A0"
SCRIPT = "<img src=x onerror=window.kraak=1><script>window.kraak=1</script>"
BEHEER = Gebruiker("beheer", "Bea Heer", ((ELK_PROJECT, Projectrol.BEHEERDER),))
MENSEN = {
    "beheer": ("Bea Heer", ["beheer"]),
    "planner": ("Piet Planner", ["planners"]),
    "collega": ("Co Collega", ["planners"]),
    "lezer": ("Lies Lezer", ["lezers"]),
    "vreemde": ("Vera Vreemde", []),
}


@dataclass(frozen=True)
class Server:
    """Een server met aanmelding, en één plan."""

    adres: str
    plan: str
    database: Path

    @property
    def link(self) -> str:
        return f"{self.adres}/?plan={self.plan}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    thuis = tmp_path_factory.mktemp("toegang")
    pad = thuis / "plannen.sqlite"
    with open_database(str(pad)) as database:
        project = maak_project(database, BEHEER, f"Project {SCRIPT}").id
        inhoud = Planinhoud(_kandidaten(), "proef", doelset=gegevens.lagen().standaard_doelset)
        plan = maak_plan(database, BEHEER, project, f"Plan {SCRIPT}", inhoud).kop.id
    mensen = [
        User(sub=sub, claims={"name": naam, "groups": groepen})
        for sub, (naam, groepen) in MENSEN.items()
    ]
    with run_server_in_thread(user_claims=mensen) as oidc:
        aanmelding = thuis / "aanmelding.toml"
        aanmelding.write_text(
            "[auth]\n"
            'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
            f'cookie_secret = "{"c" * 40}"\n'
            'client_id = "locatieplanner"\nclient_secret = "s3cret-van-de-client"\n'
            f'server_metadata_url = "http://127.0.0.1:{oidc.server_port}'
            '/.well-known/openid-configuration"\n'
            'client_kwargs = { scope = "openid profile email groups" }\n',
            encoding="utf-8",
        )
        variabelen = {
            "LOCATIEPLANNER_AANMELDING": str(aanmelding),
            "LOCATIEPLANNER_DATABASE": str(pad),
            "LOCATIEPLANNER_ROLLEN": (
                f"groups: beheer=beheerder; planners=planner@{project}; lezers=lezer@{project}"
            ),
        }
        with draaiende_app(thuis, variabelen) as adres:
            yield Server(adres, plan, pad)
        log = (thuis / "app.log").read_text()
        assert "Traceback" not in log
        assert "s3cret" not in log
        assert "c" * 40 not in log
        # De ligging van kandidaten overleeft de server niet.
        assert not list((thuis / "tijdelijk").glob("locatieplanner-*"))


def _kandidaten():
    csv = (
        "id;naam;type;capaciteit;x;y;status;toelichting\n"
        "A;Proef Amersfoort;rol;120;155000;463000;besluit;\n"
        "B;Proef Utrecht;azc;400;136500;456500;besluit;\n"
        "D;Proef Zwolle;rol;60;203000;503000;idee;\n"
        f"C;{GEHEIM};amv;40;{GEHEIM_X};456789;besluit;achter de kerk\n"
    )
    invoer = gegevens.lees(csv.encode(), "proef.csv")
    kandidaten = invoer.kandidaten.copy()
    # Een bestand met een formule wordt geweigerd; hier staat zij er toch in.
    kandidaten.loc["D", "naam"] = KWAAD
    return kandidaten


@contextmanager
def als(browser: Browser, server: Server, wie: str, link: str | None = None) -> Iterator[Page]:
    """Meld iemand aan vanaf een link, in een eigen venster; er gebeurt geen script van anderen."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-NL", accept_downloads=True
    )
    page = context.new_page()
    page.goto(link or server.link)
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_role("button", name=wie, exact=True).click()
    page.wait_for_url(f"{server.adres}/**")
    expect(page.get_by_role("button", name="Afmelden")).to_be_visible()
    sessie = [c for c in context.cookies(server.adres) if c["name"].startswith("_streamlit_user")]
    assert sessie
    assert all(c["httpOnly"] and c["sameSite"] == "Lax" for c in sessie)
    yield page
    assert page.evaluate("window.kraak") is None
    context.close()


def _naar(page: Page, naam: str) -> None:
    page.locator(".st-key-menu").get_by_role("link", name=naam, exact=True).click()


def _csv(page: Page) -> str:
    page.locator("summary").filter(has_text="Downloaden").click()
    # Ook wie om alles vraagt, krijgt niet meer dan haar rol.
    page.get_by_text("Voor derden: beschermde locaties").click()
    expect(page.get_by_role("checkbox", name="Voor derden")).not_to_be_checked()
    _rustig(page)
    with page.expect_download() as klaar:
        page.get_by_role("button", name=re.compile("^CSV")).click()
    return Path(klaar.value.path()).read_text(encoding="utf-8-sig")


def _rustig(page: Page) -> None:
    """Wacht tot de server klaar is: daarvoor hoort een knop nog bij de vorige stap."""
    page.wait_for_timeout(300)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]')"
        "?.getAttribute('data-test-script-state') === 'notRunning'"
    )


def test_zonder_aanmelding_is_er_niets_te_zien(browser: Browser, server: Server) -> None:
    page = browser.new_context(locale="nl-NL").new_page()
    for pad in ("/beheer", f"/?plan={server.plan}"):
        page.goto(server.adres + pad)
        expect(page.get_by_role("button", name="Aanmelden")).to_be_visible()
        assert page.locator(".st-key-menu").count() == 0
        assert GEHEIM not in page.content()
    # Voor het aanmelden is er geen sessie, en een die iemand verzint telt niet.
    assert not [c for c in page.context.cookies() if c["name"].startswith("_streamlit_user")]
    page.context.add_cookies(
        [{"name": "_streamlit_user", "value": "verzonnen", "url": server.adres}]
    )
    page.goto(server.link)
    expect(page.get_by_role("button", name="Aanmelden")).to_be_visible()
    # Naast het scherm is er geen lijst van wat er van plannen klaarstaat.
    for pad in ("component/locatieplanner.scherm.kaartbestanden.kandidaten/", "media/"):
        assert page.request.get(f"{server.adres}/{pad}").status in (403, 404)
    page.context.close()


def test_een_lezer_ziet_het_plan_en_van_beschermde_locaties_alleen_de_gemeente(
    browser: Browser, server: Server
) -> None:
    with als(browser, server, "lezer") as page:
        regel = page.locator(".st-key-planregel")
        expect(regel).to_contain_text("u bent lezer")
        expect(regel).to_contain_text("onerror")
        for knop in ("Kandidaten laden", "Ongedaan maken", "Opnieuw", "Leeg beginnen"):
            assert page.get_by_role("button", name=knop, exact=True).count() == 0
        for paneel in ("Kandidaten bewerken", "Nieuw op de kaart"):
            assert page.locator("summary").filter(has_text=paneel).count() == 0
        lijst = page.get_by_role("radiogroup", name="Kies een kandidaat")
        expect(lijst.locator("label")).to_have_count(3)
        expect(page.get_by_text("alleen de gemeente is met u gedeeld")).to_be_visible()
        lijst.locator("label").first.click()
        expect(page.get_by_role("region", name="Gekozen kandidaat")).to_be_visible()
        assert page.get_by_role("button", name="Bewerken", exact=True).count() == 0
        kaart = page.frame_locator("iframe[title='Kaart']")
        expect(kaart.locator("[data-kandidaten]")).to_be_visible()
        expect(kaart.get_by_role("button", name="Punt plaatsen")).to_be_hidden()
        csv = _csv(page)
        assert GEHEIM not in csv
        assert GEHEIM_X not in csv
        assert "Beschermde locatie in" in csv
        assert page.content().count(GEHEIM) == 0
        _naar(page, "Plannen")
        expect(page.get_by_role("heading", name="Uw plannen")).to_be_visible()
        expect(page.get_by_text("gemaakt")).to_be_visible()
        for knop in ("Bewaar als plan", "Meer", "Herstel deze versie"):
            assert page.get_by_role("button", name=knop).count() == 0
        _naar(page, "Beheer")
        expect(page.get_by_text("dat bent u nergens")).to_be_visible()
        assert page.get_by_role("button", name="Maak een uitnodiging").count() == 0


def test_een_planner_verandert_en_neemt_mee_en_een_collega_ziet_het(
    browser: Browser, server: Server
) -> None:
    with als(browser, server, "planner") as page, als(browser, server, "collega") as ander:
        for blad in (page, ander):
            expect(blad.get_by_role("radiogroup").locator("label")).to_have_count(4)
            assert blad.get_by_role("button", name="Kandidaten laden").is_visible()
        csv = _csv(page)
        assert GEHEIM in csv
        assert KWAAD not in csv.replace(f"'{KWAAD}", "")
        _bewerk(page, "Proef Amersfoort", "Plaatsen", "130")
        expect(page.locator(".st-key-planregel")).to_contain_text("bewaard om")
        page.locator("summary").filter(has_text="Opmerkingen").click()
        page.get_by_label("Opmerking", exact=True).fill(SCRIPT)
        page.get_by_role("button", name="Plaats opmerking").click()
        expect(page.get_by_text("over Proef Amersfoort")).to_contain_text("onerror")
        expect(ander.get_by_text("120 → 130")).to_be_visible()
        ander.get_by_role("button", name="Toon deze wijzigingen").click()
        expect(ander.locator(".st-key-planregel")).to_contain_text("door Piet Planner")
        # Nu tegelijk hetzelfde: de collega opent het venster voordat de ander bewaart.
        _bewerk(ander, "Proef Utrecht", "Plaatsen", "410", bewaar=False)
        _bewerk(page, "Proef Utrecht", "Plaatsen", "420")
        expect(page.locator(".st-key-planregel")).to_contain_text("versie 4")
        ander.get_by_role("dialog").get_by_role("button", name="Opslaan").click()
        expect(ander.get_by_text("Kies per gegeven wat er geldt")).to_be_visible()
        expect(ander.get_by_text("van Piet Planner: 420")).to_be_visible()
        assert _capaciteit(server, "B") == 420
        ander.get_by_text("van u: 410").click()
        ander.get_by_role("button", name="Bewaar deze keuze").click()
        expect(ander.get_by_text("Kies per gegeven wat er geldt")).to_be_hidden()
        expect(page.get_by_text("Co Collega:")).to_contain_text("410")
        assert _capaciteit(server, "B") == 410
        _naar(page, "Plannen")
        page.get_by_role("button", name="Meer").click()
        with page.expect_download() as klaar:
            page.get_by_role("button", name="Neem mee (zip)").click()
        inhoud = zipfile.ZipFile(io.BytesIO(Path(klaar.value.path()).read_bytes()))
        assert inhoud.testzip() is None


def test_een_beheerder_nodigt_uit_en_een_vreemde_komt_alleen_zo_binnen(
    browser: Browser, server: Server
) -> None:
    with als(browser, server, "vreemde") as page:
        geweigerd = page.get_by_text("Dit plan bestaat niet, of u hebt er geen toegang toe")
        expect(geweigerd).to_be_visible()
        tekst = geweigerd.inner_text()
        page.goto(f"{server.adres}/?plan=bestaatniet")
        expect(geweigerd).to_be_visible()
        assert geweigerd.inner_text() == tekst
        _naar(page, "Plannen")
        expect(page.get_by_text("nog in geen enkel project")).to_be_visible()
    with als(browser, server, "beheer", server.adres + "/beheer") as page:
        _naar(page, "Beheer")
        page.get_by_role("button", name="Maak een uitnodiging").click()
        link = page.get_by_test_id("stCode").inner_text().strip()
        assert link.startswith(server.adres)
        expect(page.get_by_text("Open uitnodiging voor een lezer")).to_be_visible()
        with als(browser, server, "vreemde", link) as gast:
            expect(gast.get_by_text("U bent nu lid van het project")).to_be_visible()
            assert "uitnodiging" not in gast.url
            _naar(gast, "Plannen")
            expect(gast.get_by_text("u bent lezer")).to_be_visible()
            gast.goto(link)
            expect(gast.get_by_text("niet (meer) te gebruiken")).to_be_visible()
        page.reload()
        expect(page.get_by_text("Open uitnodiging")).to_be_hidden()
        expect(page.get_by_text("werd lezer met een uitnodiging")).to_be_visible()
        page.get_by_role("button", name="Afmelden").click()
        # Ook bij de aanbieder is de sessie voorbij; daarna is hier niets meer te zien.
        page.get_by_role("button", name="End session").click()
        expect(page.get_by_role("button", name="Aanmelden")).to_be_visible()


def _bewerk(page: Page, naam: str, veld: str, waarde: str, *, bewaar: bool = True) -> None:
    page.get_by_role("radiogroup", name="Kies een kandidaat").locator("label").filter(
        has_text=naam
    ).click()
    kaartje = page.get_by_role("region", name="Gekozen kandidaat")
    expect(kaartje.get_by_role("heading", name=naam)).to_be_visible()
    page.get_by_role("button", name="Bewerken", exact=True).click()
    venster = page.get_by_role("dialog")
    venster.get_by_label(veld, exact=False).first.fill(waarde)
    venster.get_by_label(veld, exact=False).first.press("Tab")
    if bewaar:
        venster.get_by_role("button", name="Opslaan").click()
        expect(venster).to_be_hidden()


def _capaciteit(server: Server, id_: str) -> int:
    with open_database(str(server.database)) as database:
        return int(open_plan(database, BEHEER, server.plan).inhoud.kandidaten["capaciteit"][id_])
