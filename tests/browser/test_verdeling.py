"""Verdeling en taakstelling op de pagina Opgave, in een echte browser."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, expect

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.lagen import lees_inwoners
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from tests.browser.conftest import Blad, venster
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes, naar
from tests.server import draaiende_app


@pytest.fixture(scope="module")
def met_ses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Een app waarin SES-WOA geladen is: overal 0, Amersfoort 0,2, en Eemnes ontbreekt."""
    thuis = tmp_path_factory.mktemp("ses")
    gemeenten = lees_inwoners()["gemeente"]
    scores = pd.DataFrame(
        {"code": gemeenten.index, "ses_woa": (gemeenten == "Amersfoort").to_numpy() * 0.2}
    )
    Lagencache(thuis / "lagen").bewaar(
        "ses_woa",
        HEEL_NEDERLAND,
        scores[(gemeenten != "Eemnes").to_numpy()],
        adres="proef",
        licentie="CC0",
        dekking=HEEL_NEDERLAND.vlak,
        peildatum="2024",
    )
    with draaiende_app(thuis, {"LOCATIEPLANNER_CACHE": str(thuis / "lagen")}) as adres:
        yield adres
    assert "Traceback" not in (thuis / "app.log").read_text()


@pytest.mark.parametrize("maat", [(1280, 900), (390, 844)], ids=["1280", "390"])
def test_verdelen_naar_ses_met_een_eigen_formule(
    browser: Browser, met_ses: str, maat: tuple[int, int]
) -> None:
    with venster(browser, met_ses, maat) as blad:
        page = blad.page
        naar(blad, "Verdeling")
        blad.kies_optie("Provincie", "Utrecht")
        blad.kies_optie("Gemeente", "Amersfoort")
        blad.rustig()
        page.get_by_role("radio", name="inwoners en SES-WOA", exact=True).click()
        zin = page.get_by_text("Amersfoort: 381 plaatsen (naar inwoners en SES-WOA)", exact=False)
        expect(zin).to_contain_text("met SES-WOA erbij 381: 57 meer")
        onder = page.get_by_text("Van 1 van de 26 gemeenten is de SES-WOA onbekend", exact=False)
        expect(onder).to_contain_text("(geschat): Eemnes.")
        expect(onder).to_contain_text("niet de wettelijke formule")

        blad.rustig()
        blad.open("Formule van de sleutel SES-WOA")
        formule = page.get_by_role("textbox", name="gewicht van een gemeente", exact=False)
        formule.fill("inwoners * (1 + ses_wo)")
        formule.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("bedoelt u 'ses_woa'?")
        blad.rustig()
        formule.fill("inwoners")
        formule.press("Enter")
        expect(zin).to_have_count(0)
        expect(page.get_by_text("met SES-WOA erbij 324: evenveel", exact=False)).to_be_visible()
        blad.rustig()
        bron = page.get_by_role("textbox", name="bron van de formule", exact=False)
        bron.fill("Stcrt. 2024, 3320")
        bron.press("Enter")
        vermelding = "gewicht = inwoners (bron volgens de gebruiker: Stcrt. 2024, 3320)"
        expect(page.get_by_text(vermelding, exact=False).first).to_be_visible()
        expect(onder).not_to_contain_text("niet de wettelijke formule")
        breed, ruimte = breedtes(blad)
        assert breed <= ruimte
        assert engels(page) == []


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
    # Ook in de tabel zelf, en te veel zegt hoeveel te veel.
    for aantal, melding in (
        ("2900", "2.900 plaatsen vast en het doel is 2.800: 100 te veel"),
        ("400", "Met de hand: 400 plaatsen in 1 van de 26 gemeenten; de andere 2.400"),
    ):
        blad.vul_cel("vaste plaatsen", aantal)
        page.get_by_role("button", name="Wijzigingen toepassen").click()
        expect(page.get_by_text(melding, exact=False)).to_be_visible()

    blad.rustig()
    blad.open("Tabel en download")
    expect(page.get_by_role("button", name="CSV", exact=True).first).to_be_visible()
    blad.rustig()
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
