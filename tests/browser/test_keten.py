"""De keten op de pagina Opgave, in een echte browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes, naar

PLAN = (
    "id;naam;type;capaciteit;status;beschikbaar_van;beschikbaar_tot;aandeel_statushouders;"
    "aandeel_studenten;x;y\n"
    "A;Hof <b>van</b> Eem;flexwonen;120;besluit;1-6-2027;31-5-2029;0,7;0,3;155000;463000\n"
    "B;Later erf;flexwonen;60;verkenning;1-1-2028;31-12-2037;0,5;0,5;155500;463500\n"
    "C;Zonder datum;flexwonen;50;besluit;;;0,5;0,5;137500;452000\n"
    "D;Gewone opvang;azc;300;besluit;1-1-2027;;;;137000;456000\n"
)
ZIN = "zijn er door de flexwoningen in dit plan"


@pytest.fixture
def met_plan(blad: Blad, tmp_path: Path) -> Blad:
    """De keten met een plan dat in juni 2027 opent en in mei 2029 sluit."""
    pad = tmp_path / "plan.csv"
    pad.write_text(PLAN, encoding="utf-8")
    venster = blad.laad(pad)
    venster.get_by_role("button", name="Laad 4 kandidaten").click()
    expect(venster).to_have_count(0)
    blad.rustig()
    naar(blad, "Keten")
    expect(blad.page.get_by_text(ZIN, exact=False)).to_be_visible()
    return blad


@MATEN
def test_de_keten_is_te_lezen_en_past(blad: Blad) -> None:
    naar(blad, "Keten")
    page = blad.page
    expect(page.get_by_text(ZIN, exact=False)).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    for kop in ("Aannamen veranderen", "Aannamen, met reden en bron", "Wat deze berekening niet"):
        blad.open(kop)
    expect(page.get_by_text("Het voorspelt niet.", exact=False)).to_be_visible()
    expect(page.get_by_role("region", name="Aannamen")).to_contain_text("18.420 personen")
    blad.rustig()
    pagina, venster = breedtes(blad)
    assert pagina <= venster
    assert engels(page) == []


def test_een_flexwoning_in_juni_maakt_in_augustus_plaatsen_vrij(met_plan: Blad) -> None:
    page = met_plan.page
    expect(
        page.get_by_text(
            "In augustus 2027 zijn er door de flexwoningen in dit plan 84 opvangplaatsen minder"
        )
    ).to_be_visible()
    expect(page.get_by_text("Het verschil begint in juni 2027 met 28", exact=False)).to_be_visible()
    # De maand verzetten verzet de zin en de keten in woorden.
    schuif = page.locator("[class*='st-key-keten_maand'] input[type=range]")
    schuif.focus()
    schuif.press("ArrowLeft")
    expect(page.get_by_text(f"In juli 2027 {ZIN} 56", exact=False)).to_be_visible()
    expect(page.get_by_role("heading", name="Wie gaat waarheen in juli 2027")).to_be_visible()


def test_wat_niet_meetelt_staat_er_met_wat_eraan_te_doen_is(met_plan: Blad) -> None:
    page = met_plan.page
    tabel = page.get_by_role("region", name="Flexwoningen in dit plan")
    zonder = tabel.get_by_role("row").filter(has_text="Zonder datum")
    expect(zonder).to_contain_text("begindatum onbekend; einddatum onbekend")
    expect(zonder).to_contain_text("vul beschikbaar_van in")
    expect(tabel.get_by_role("row").filter(has_text="Gewone opvang")).to_have_count(0)
    # Tekst van een gebruiker blijft tekst.
    expect(tabel.get_by_role("cell", name="Hof <b>van</b> Eem")).to_be_visible()
    met_plan.kies_optie("Gepland telt vanaf", "verkenning")
    expect(tabel.get_by_role("row").filter(has_text="Later erf")).to_contain_text("ja")
    expect(page.get_by_text(f"{ZIN} 114 opvangplaatsen", exact=False)).to_be_visible()


def test_schuiven_scenario_en_gebied_werken_door(met_plan: Blad) -> None:
    page = met_plan.page
    met_plan.open("Aannamen veranderen")
    schuif = page.locator("[class*='st-key-schuif_keten-flex_bovenop_aandeel'] input[type=range]")
    schuif.focus()
    schuif.press("Home")
    expect(page.get_by_text("maken de flexwoningen in dit plan geen verschil")).to_be_visible()
    expect(page.get_by_text("U hebt 1 aanname veranderd", exact=False)).to_be_visible()
    # De schuiven blijven open staan.
    expect(schuif).to_be_visible()
    page.get_by_role("button", name="Terug naar het scenario").click()
    expect(page.get_by_text(f"{ZIN} 84", exact=False)).to_be_visible()
    met_plan.kies_optie("Scenario", "Hoog: de bovenkant van de prognose voor 2026")
    expect(page.get_by_text("Het maximum van de Meerjaren", exact=False)).to_be_visible()
    met_plan.kies_optie("Provincie", "Utrecht")
    expect(page.get_by_text("voor Utrecht het evenredige deel", exact=False)).to_be_visible()
    expect(page.get_by_text(f"{ZIN} 84", exact=False)).to_be_visible()
    met_plan.kies_optie("Provincie", "Zeeland")
    expect(page.get_by_text("geen flexwoningen of gemengd wonen in Zeeland")).to_be_visible()


def test_de_keuze_blijft_als_de_gebruiker_terugkomt(met_plan: Blad) -> None:
    met_plan.kies_optie("Scenario", "Laag: aanvragen zoals begin 2025")
    expect(met_plan.page.get_by_text("Zo weinig eerste aanvragen", exact=False)).to_be_visible()
    met_plan.rustig()
    met_plan.page.get_by_role("radio", name="Voortgang", exact=True).click()
    expect(met_plan.page.get_by_text("Trechter: van idee tot in gebruik")).to_be_visible()
    naar(met_plan, "Keten")
    expect(met_plan.page.get_by_text("Zo weinig eerste aanvragen", exact=False)).to_be_visible()


def test_elke_grafiek_heeft_haar_tabel_en_download(met_plan: Blad) -> None:
    page = met_plan.page
    uitklap = page.locator("summary").filter(has_text="Tabel en download")
    expect(uitklap).to_have_count(2)
    met_plan.open("Tabel en download", 0)
    verschil = page.get_by_role("region", name="Opvangplaatsen die er door dit plan minder nodig")
    expect(verschil.get_by_role("row").filter(has_text="oktober 2027")).to_contain_text("84")
    met_plan.rustig()
    with page.expect_download() as bestand:
        page.get_by_role("button", name="CSV", exact=True).first.click()
    assert bestand.value.suggested_filename == "keten-verschil.csv"
    assert "2027-10" in Path(bestand.value.path()).read_text(encoding="utf-8-sig")
    met_plan.open("Tabel en download", 1)
    verloop = page.get_by_role("region", name="Mensen in de opvang per maand")
    expect(verloop.get_by_role("row").filter(has_text="juni 2029")).to_be_attached()
