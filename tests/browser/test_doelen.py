"""Doelsets op de pagina Opgave in een echte browser: vergelijken, invullen, laden en terug."""

import json
import re
from pathlib import Path

import pyogrio
import pytest
from playwright.sync_api import Locator, expect

from locatieplanner.bronnen.tabellen import lees_doelsets
from locatieplanner.invoer.doelen import lees_doelen
from locatieplanner.rapport.csv_uitvoer import als_csv
from locatieplanner.rapport.doeltabel import invultabel
from locatieplanner.rapport.geo_uitvoer import HERKOMST
from tests.browser.conftest import Blad
from tests.browser.test_kaart import MATEN, engels
from tests.browser.test_voortgang import breedtes, naar

DOELSETS = lees_doelsets()
AGENDA = DOELSETS["uitvoeringsagenda-2020"]
EIGEN = "met eigen getallen voor 11 provincies"


@pytest.fixture
def volledig(tmp_path: Path) -> Path:
    """De tabel van de Uitvoeringsagenda, ingevuld voor elf provincies."""
    tabel = invultabel(AGENDA)
    tabel = tabel[~((tabel["provincie"] == "Utrecht") & (tabel["onderdeel"] == "totaal"))]
    leeg = tabel["minimum"].isna()
    tabel.loc[leeg, ["minimum", "maximum"]] = [1000, 1200]
    tabel.loc[leeg, "bron"] = "Landelijke Regietafel <b>2020</b>"
    pad = tmp_path / "agenda.csv"
    pad.write_bytes(als_csv(tabel))
    return pad


def naast(blad: Blad) -> Locator:
    """De tabel met alle doelsets naast elkaar."""
    return blad.page.get_by_role("region", name=re.compile("^Doelsets naast elkaar"))


def laad(blad: Blad, pad: Path) -> None:
    """Geef een bestand aan het vak om doelen te laden."""
    if not blad.page.get_by_text("Bestand met doelen").is_visible():
        blad.open("Een ingevulde tabel laden")
    blad.page.locator("input[type=file]").set_input_files(str(pad))


def neem_over(blad: Blad, pad: Path) -> None:
    """Laad een goed bestand en neem de doelen over."""
    laad(blad, pad)
    blad.page.get_by_role("button", name="Neem deze doelen over").click()
    expect(blad.page.get_by_text(f"Overgenomen uit {pad.name}")).to_be_visible()
    blad.rustig()


@MATEN
def test_doelsets_zijn_te_lezen_en_passen(blad: Blad) -> None:
    naar(blad, "Doelsets")
    expect(naast(blad).get_by_role("row")).to_have_count(1 + 12)
    expect(blad.page.get_by_text("dit zegt dus niet dat er genoeg opvang is")).to_be_visible()
    zeeland = naast(blad).get_by_role("row").filter(has_text="Zeeland")
    getal = zeeland.locator("details").first
    getal.locator("summary").click()
    expect(getal).to_contain_text("GS-besluit Zuid-Holland")
    expect(getal).to_contain_text("31-12-2023")
    expect(getal).to_contain_text("naar rato van inwoners")
    totalen = blad.page.get_by_role("region", name="Kloppen de totalen?")
    for gepubliceerd, som in (("75.500", "75.499"), ("77.100", "77.070"), ("96.000", "96.002")):
        rij = totalen.get_by_role("row").filter(has_text=gepubliceerd)
        expect(rij).to_contain_text(som)
    for kop in (
        "Een ingevulde tabel laden",
        "Op het scherm invullen",
        "Een eigen doelset beginnen",
    ):
        blad.open(kop)
    expect(blad.page.get_by_role("button", name="Doelset beginnen")).to_be_visible()
    blad.page.get_by_test_id("stDataFrame").wait_for()
    blad.rustig()
    assert engels(blad.page) == []
    breedte = breedtes(blad)
    assert breedte[0] <= breedte[1]


def test_van_een_provincie_staan_de_rijen_met_bron(blad: Blad) -> None:
    naar(blad, "Doelsets")
    blad.kies_optie("Provincie", "Zuid-Holland")
    rijen = blad.page.get_by_role("region", name="Rijen van Zuid-Holland in deze doelset")
    expect(rijen.get_by_role("row")).to_have_count(1 + 4)
    expect(rijen).to_contain_text("GS-besluit Zuid-Holland")
    expect(naast(blad).get_by_role("row")).to_have_count(1 + 6)


def test_een_bestand_met_fouten_verandert_niets(blad: Blad, volledig: Path) -> None:
    naar(blad, "Doelsets")
    tekst = volledig.read_text(encoding="utf-8-sig")
    volledig.write_text(
        tekst.replace("Groningen;rol;1000", "Groningen;rol;5000").replace("Zeeland", "Zeelant"),
        encoding="utf-8",
    )
    laad(blad, volledig)
    expect(blad.page.get_by_text("Er is niets overgenomen")).to_be_visible()
    problemen = blad.page.get_by_role("region", name="Problemen in het bestand")
    expect(problemen).to_contain_text("het maximum is kleiner dan het minimum (5.000)")
    expect(problemen).to_contain_text("deze provincie bestaat niet")
    expect(blad.page.get_by_role("button", name="Neem deze doelen over")).to_have_count(0)
    expect(naast(blad)).to_contain_text("601–651")


def test_een_volledige_tabel_geldt_overal_en_gaat_weer_terug(
    blad: Blad, volledig: Path, tmp_path: Path
) -> None:
    naar(blad, "Doelsets")
    neem_over(blad, volledig)
    expect(naast(blad).get_by_text("gepubliceerd, eigen getal")).to_have_count(11)
    expect(naast(blad).get_by_text("3.880–4.200")).to_be_visible()
    expect(blad.page.get_by_role("combobox", name="Doelset")).to_have_value(re.compile(EIGEN))
    # De kaart, de tabel daaronder en wat er gedownload wordt gaan mee.
    blad.page.get_by_role("link", name="Kaart", exact=True).click()
    balk = blad.page.get_by_role("region", name="Opgave Nederland")
    expect(balk).to_contain_text(EIGEN)
    expect(balk).to_contain_text("gepubliceerd")
    blad.open("Opgave per provincie")
    tabel = blad.page.get_by_role("region", name="Opgave per provincie")
    expect(tabel.get_by_role("cell", name="gepubliceerd", exact=True)).to_have_count(12)
    expect(tabel.get_by_role("cell", name="afgeleid", exact=True)).to_have_count(0)
    blad.open("Downloaden")
    for knop, lees in (("GeoPackage", _uit_gpkg), ("GeoJSON", _uit_geojson)):
        with blad.page.expect_download() as download:
            blad.page.get_by_role("button", name=re.compile(f"^{knop}")).click()
        pad = tmp_path / download.value.suggested_filename
        download.value.save_as(pad)
        regels = lees(pad)
        assert {r["status"] for r in regels if r["onderdeel"] == "doel"} == {"gepubliceerd"}
        assert any(EIGEN in r["naam"] for r in regels)
    naar(blad, "Doelsets")
    blad.page.get_by_role("button", name="Terug naar het origineel").click()
    expect(naast(blad).get_by_text("gepubliceerd, eigen getal")).to_have_count(0)
    expect(naast(blad)).to_contain_text("601–651")
    expect(blad.page.get_by_role("combobox", name="Doelset")).to_have_value(AGENDA.naam)


def _uit_gpkg(pad: Path) -> list[dict]:
    return pyogrio.read_dataframe(pad, layer=HERKOMST).to_dict("records")


def _uit_geojson(pad: Path) -> list[dict]:
    return json.loads(pad.read_text(encoding="utf-8"))["herkomst"]


def test_het_sjabloon_en_de_eigen_tabel_zijn_weer_te_laden(blad: Blad, volledig: Path) -> None:
    naar(blad, "Doelsets")
    with blad.page.expect_download() as download:
        blad.page.get_by_role("button", name="Sjabloon (CSV)").click()
    sjabloon = lees_doelen(Path(download.value.path()).read_bytes(), "s.csv", DOELSETS)
    assert not sjabloon.fouten
    assert sjabloon.eigen.pas_toe(DOELSETS) == DOELSETS
    neem_over(blad, volledig)
    with blad.page.expect_download() as download:
        blad.page.get_by_role("button", name="Uw tabel (CSV)").click()
    eigen = lees_doelen(Path(download.value.path()).read_bytes(), "e.csv", DOELSETS)
    verwacht = lees_doelen(volledig, volledig.name, DOELSETS)
    assert not eigen.fouten
    assert eigen.eigen.pas_toe(DOELSETS) == verwacht.eigen.pas_toe(DOELSETS)


def test_op_het_scherm_invullen(blad: Blad) -> None:
    naar(blad, "Doelsets")
    blad.open("Op het scherm invullen")
    for kolom, waarde in (("minimum (plaatsen)", "1000"), ("maximum (plaatsen)", "900")):
        blad.vul_cel(kolom, waarde)
    blad.page.get_by_role("button", name="Wijzigingen toepassen").click()
    expect(blad.page.get_by_text("De wijzigingen zijn niet toegepast")).to_be_visible()
    expect(
        blad.page.get_by_role("cell", name=re.compile("kleiner dan het minimum"))
    ).to_be_visible()
    blad.vul_cel("maximum (plaatsen)", "1100")
    blad.vul_cel("bron", "Statenbesluit")
    blad.page.get_by_role("button", name="Wijzigingen toepassen").click()
    expect(blad.page.get_by_text("Uw wijzigingen zijn toegepast")).to_be_visible()
    uw = blad.page.get_by_role("region", name="Uw getallen")
    expect(uw).to_contain_text("Statenbesluit")
    expect(uw.get_by_role("row")).to_have_count(1 + 2)
    ingebouwd = blad.page.get_by_role("region", name="Ingebouwd, voor dezelfde provincies")
    expect(ingebouwd.get_by_role("row").filter(has_text="onbekend")).to_have_count(2)


def test_een_eigen_doelset(blad: Blad) -> None:
    naar(blad, "Doelsets")
    blad.open("Een eigen doelset beginnen")
    veld = blad.page.get_by_role("textbox", name="Naam van de doelset")
    veld.fill("Regionaal <b>bod</b>")
    blad.page.get_by_role("button", name="Doelset beginnen").click()
    expect(blad.page.get_by_role("combobox", name="Doelset")).to_have_value("Regionaal <b>bod</b>")
    expect(naast(blad).get_by_role("columnheader")).to_have_count(1 + 7)
    blad.page.get_by_role("button", name="Deze doelset verwijderen").click()
    expect(naast(blad).get_by_role("columnheader")).to_have_count(1 + 6)
    expect(blad.page.get_by_role("combobox", name="Doelset")).to_have_value(AGENDA.naam)
