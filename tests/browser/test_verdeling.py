"""Verdeling en taakstelling op de pagina Opgave, in een echte browser."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes, naar


@MATEN
def test_verdelen_met_de_hand_en_downloaden(blad: Blad, tmp_path: Path) -> None:
    page = blad.page
    naar(blad, "Verdeling")
    expect(page.get_by_text("Kies hierboven een provincie", exact=False)).to_be_visible()
    blad.kies_optie("Provincie", "Utrecht")
    expect(page.get_by_text("Te verdelen: 2.800 plaatsen", exact=False).first).to_be_visible()
    blad.rustig()
    page.get_by_role("radio", name="inwoners en SES-WOA", exact=True).click()
    melding = page.get_by_role("alert").filter(has_text="SES-WOA is niet geladen")
    expect(melding).to_be_visible()
    blad.rustig()
    page.get_by_role("radio", name="inwoners", exact=True).click()

    blad.rustig()
    blad.open("Met de hand vastzetten")
    tabel = tmp_path / "vast.csv"
    tabel.write_text("gemeente;plaatsen\nAmersfoort;500\nNergens;3\n", encoding="utf-8")
    veld = page.locator("input[type=file]")
    veld.set_input_files(str(tabel))
    expect(page.get_by_text("Deze tabel is zo niet te gebruiken", exact=False)).to_be_visible()
    expect(page.get_by_text("Nergens").first).to_be_visible()
    blad.rustig()
    beter = tmp_path / "beter.csv"
    beter.write_text("gemeente;plaatsen\nAmersfoort;500\n", encoding="utf-8")
    veld.set_input_files(str(beter))
    zin = "Met de hand: 500 plaatsen in 1 van de 26 gemeenten; de andere 2.300"
    expect(page.get_by_text(zin, exact=False)).to_be_visible()

    blad.rustig()
    page.locator("summary").filter(has_text="Tabel en download").first.click()
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV", exact=True).click()
    pad = tmp_path / "verdeling.csv"
    wacht.value.save_as(pad)
    regels = [regel.split(";") for regel in pad.read_text("utf-8-sig").splitlines()]
    plek = regels[0].index("verdeeld (plaatsen)")
    assert sum(int(regel[plek]) for regel in regels[1:]) == 2800
    breed, venster = breedtes(blad)
    assert breed <= venster
    assert engels(page) == []


@MATEN
def test_taakstelling_invullen(blad: Blad, tmp_path: Path) -> None:
    page = blad.page
    naar(blad, "Taakstelling")
    blad.kies_optie("Halfjaar", "2025-II (tweede helft van 2025)")
    expect(page.get_by_text("vergunninghouders te huisvesten", exact=False)).to_be_visible()
    blad.kies_optie("Provincie", "Utrecht")
    blad.rustig()
    blad.open("Invullen wat er gerealiseerd is")
    tabel = tmp_path / "gedaan.csv"
    tabel.write_text(
        "gemeente;halfjaar;gerealiseerd\nAmersfoort;2025-I;100\nAmersfoort;2025-II;90\n",
        encoding="utf-8",
    )
    page.locator("input[type=file]").set_input_files(str(tabel))
    expect(page.get_by_text("Gerealiseerd en stand per halfjaar", exact=False)).to_be_visible()
    breed, venster = breedtes(blad)
    assert breed <= venster
    assert engels(page) == []
