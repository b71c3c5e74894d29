"""Voortgang en pieken en dalen op de pagina Opgave, in een echte browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels

PLAN = (
    "id;naam;type;capaciteit;woningen;status;beschikbaar_van;beschikbaar_tot;toelichting;x;y\n"
    "A;Westpoort;azc;2900;;vergund;1-3-2030;28-2-2032;;155000;463000\n"
    "B;Molenveld;azc;1200;;besluit;1-7-2030;;;137000;456000\n"
    "C;Kade;aanvullend;250;;besluit;;;;137500;452000\n"
    "D;Stadsrand;flexwonen;80;;besluit;1-1-2030;;;135000;455000\n"
    "E;Heuvel;azc;700;;afgevallen;;;<b>geen</b> stroom;142000;462500\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Een plan met een contract dat afloopt, een zonder einde en een zonder datums."""
    pad = tmp_path / "plan.csv"
    pad.write_text(PLAN, encoding="utf-8")
    return pad


def naar(blad: Blad, sectie: str) -> None:
    """Ga naar een deel van de pagina Opgave."""
    blad.page.get_by_role("link", name="Opgave", exact=True).click()
    expect(blad.page.get_by_role("heading", name="Opgave", exact=True)).to_be_visible()
    blad.rustig()
    blad.page.get_by_role("radio", name=sectie, exact=True).click()


def laad_plan(blad: Blad, plan: Path) -> None:
    """Laad het plan op de kaart."""
    venster = blad.laad(plan)
    venster.get_by_role("button", name="Laad 5 kandidaten").click()
    expect(venster).to_have_count(0)
    blad.rustig()


def breedtes(blad: Blad) -> list[int]:
    """Hoe breed de pagina is, en hoe breed het venster."""
    return blad.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")


@MATEN
def test_voortgang_is_te_lezen_en_past(blad: Blad) -> None:
    naar(blad, "Voortgang")
    page = blad.page
    expect(page.get_by_text("Het doel van Nederland", exact=False).first).to_be_visible()
    for kop in (
        "Capaciteit en doel van Nederland, per maand",
        "Wat begint en wat afloopt in Nederland",
        "Waar de kandidaten in Nederland nu staan",
        "Gesloten of afgevallen in Nederland",
    ):
        expect(page.get_by_role("heading", name=kop)).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    expect(page.get_by_text("geen einddatum bekend", exact=False)).to_be_visible()
    blad.open("Per provincie")
    expect(page.get_by_role("cell", name="Noord-Brabant", exact=True).first).to_be_visible()
    blad.rustig()
    pagina, venster = breedtes(blad)
    assert pagina <= venster
    assert engels(page) == []


def test_de_tabel_achter_de_tijdlijn_is_mee_te_nemen(blad: Blad, plan: Path) -> None:
    laad_plan(blad, plan)
    naar(blad, "Voortgang")
    page = blad.page
    blad.open("Tabel en download")
    tabel = page.get_by_role("region", name="Capaciteit en doel van Nederland, per maand")
    expect(tabel.get_by_role("cell", name="maart 2030", exact=True)).to_be_attached()
    blad.rustig()
    with page.expect_download() as bestand:
        page.get_by_role("button", name="CSV", exact=True).first.click()
    inhoud = Path(bestand.value.path()).read_text(encoding="utf-8-sig")
    assert bestand.value.suggested_filename == "verloop.csv"
    assert "gepland (plaatsen)" in inhoud
    assert "2030-07" in inhoud


def test_contracten_die_aflopen_en_wat_geen_datum_heeft(blad: Blad, plan: Path) -> None:
    laad_plan(blad, plan)
    naar(blad, "Voortgang")
    page = blad.page
    zonder = page.get_by_role("region", name="In geen enkele maand te zien in Nederland")
    expect(zonder.get_by_role("row").filter(has_text="Kade")).to_contain_text("zonder begindatum")
    door = page.get_by_role("region", name="Zonder einddatum in Nederland")
    expect(door.get_by_role("row").filter(has_text="Molenveld")).to_be_visible()
    blad.open("Tabel en download", 1)
    gebeurd = page.get_by_role("region", name="Wat begint en wat afloopt in Nederland")
    af = gebeurd.get_by_role("row").filter(has_text="loopt af")
    expect(af).to_have_count(1)
    expect(af).to_contain_text("februari 2032")
    # Tekst van een gebruiker blijft tekst.
    weg = page.get_by_role("region", name="Gesloten of afgevallen in Nederland")
    expect(weg.get_by_role("cell", name="<b>geen</b> stroom")).to_be_visible()
    # In een gemeente is het doel een deel, en heeft de trechter geen delen meer.
    blad.kies_optie("Provincie", "Utrecht")
    blad.kies_optie("Gemeente", "Amersfoort")
    expect(
        page.get_by_text("Het doel van de gemeente Amersfoort", exact=False).first
    ).to_be_visible()
    expect(page.locator("summary").filter(has_text="Per gemeente")).to_have_count(0)


def test_wat_telt_is_een_instelling_die_overal_geldt(blad: Blad, plan: Path) -> None:
    laad_plan(blad, plan)
    balk = blad.page.get_by_role("region", name="Opgave Nederland")
    expect(balk).to_contain_text("gepland: met een besluit 4.350")
    naar(blad, "Voortgang")
    blad.kies_optie("Gepland telt vanaf", "vergund")
    expect(blad.page.get_by_text("kandidaten ten minste vergund", exact=False)).to_be_visible()
    blad.rustig()
    blad.page.get_by_role("link", name="Kaart", exact=True).click()
    expect(balk).to_contain_text("gepland: ten minste vergund 2.900")
    expect(balk).to_contain_text("kandidaten nog niet vergund 1.450")


def test_de_trechter_telt_naar_keuze(blad: Blad, plan: Path) -> None:
    laad_plan(blad, plan)
    naar(blad, "Voortgang")
    page = blad.page
    page.get_by_role("radio", name="ten minste zo ver", exact=True).click()
    expect(
        page.get_by_role("heading", name="Hoeveel kandidaten in Nederland ten minste zo ver zijn")
    ).to_be_visible()
    page.get_by_role("radio", name="woningen", exact=True).click()
    blad.rustig()
    blad.open("Tabel en download", -1)
    tabel = page.get_by_role("region", name="Hoeveel kandidaten in Nederland ten minste zo ver")
    besluit = tabel.get_by_role("row").filter(has_text="besluit")
    expect(besluit).to_contain_text("onbekend")
    expect(besluit).to_contain_text("4.350")


@MATEN
def test_pieken_en_dalen_zijn_te_lezen_en_passen(blad: Blad) -> None:
    naar(blad, "Pieken en dalen")
    page = blad.page
    expect(page.get_by_text("plaatsen te kort", exact=False).first).to_be_visible()
    expect(page.get_by_text("raming van 88.000 plaatsen", exact=False).first).to_be_visible()
    page.get_by_role("radio", name="Laag", exact=True).click()
    expect(page.get_by_text("zakt in vier jaar", exact=False).first).to_be_visible()
    expect(page.get_by_role("heading", name="Plaatsen die leeg staan, per maand")).to_be_visible()
    for kop in ("Een eigen reeks gebruiken", "Waar dit op rust", "Waar de bedragen op rusten"):
        blad.open(kop)
    expect(page.get_by_text("Een lege plaats kost niet hetzelfde", exact=False)).to_be_visible()
    blad.rustig()
    pagina, venster = breedtes(blad)
    assert pagina <= venster
    assert engels(page) == []


def test_de_buffer_verandert_wat_hij_kost(blad: Blad) -> None:
    naar(blad, "Pieken en dalen")
    zin = blad.page.get_by_text("kost een volle buffer", exact=False).first
    expect(zin).to_be_visible()
    voor = zin.inner_text()
    schuif = blad.page.locator(".st-key-behoefte_buffer input[type=range]")
    schuif.focus()
    schuif.press("End")
    blad.wacht_tot(lambda: zin.inner_text() != voor, "de kosten veranderen")
    # De keuze blijft als de gebruiker weggaat en terugkomt.
    blad.rustig()
    na = zin.inner_text()
    blad.page.get_by_role("radio", name="Voortgang", exact=True).click()
    expect(blad.page.get_by_text("Trechter: van idee tot in gebruik")).to_be_visible()
    naar(blad, "Pieken en dalen")
    expect(zin).to_have_text(na)


def test_een_eigen_reeks(blad: Blad, tmp_path: Path) -> None:
    slecht, goed = tmp_path / "slecht.csv", tmp_path / "goed.csv"
    slecht.write_text("maand;plaatsen\n2027;5\n2028-01;-1\n", encoding="utf-8")
    goed.write_text("maand;plaatsen\n2026-01;200.000\n", encoding="utf-8")
    naar(blad, "Pieken en dalen")
    page = blad.page
    blad.open("Een eigen reeks gebruiken")
    with page.expect_download() as bestand:
        page.get_by_role("button", name="Download een voorbeeldbestand").click()
    assert bestand.value.suggested_filename == "behoefte.csv"
    page.locator("input[type=file]").set_input_files(str(slecht))
    problemen = page.get_by_role("region", name="Problemen in het bestand")
    expect(problemen.get_by_role("row")).to_have_count(3)
    expect(problemen).to_contain_text("er staat alleen een jaar")
    expect(page.get_by_role("radio", name="Eigen reeks")).to_have_count(0)
    page.locator("input[type=file]").set_input_files(str(goed))
    expect(page.get_by_role("radio", name="Eigen reeks")).to_be_checked()
    expect(page.get_by_text("De reeks uit goed.csv", exact=False).first).to_be_visible()
    page.get_by_role("radio", name="Hoog", exact=True).click()
    expect(page.get_by_text("tot 96.000 plaatsen", exact=False).first).to_be_visible()
    # De eigen reeks blijft te kiezen.
    page.get_by_role("radio", name="Eigen reeks").click()
    expect(page.get_by_text("De reeks uit goed.csv", exact=False).first).to_be_visible()
