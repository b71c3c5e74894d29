"""Kandidaten in een echte browser: plaatsen, tekenen, laden, bewerken en downloaden."""

import csv
import io
import json
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Blad

PLEK = "map.setView([52.99, 6.56], 13, {animate: false})"


def _plaats_punt(blad: Blad) -> None:
    blad.op_kaart(PLEK)
    blad.kaart.get_by_role("button", name="Punt plaatsen").click()
    blad.kaartvak.click(position={"x": 200, "y": 300})
    blad.wacht_op_kaart(61)


def _bewerk(blad: Blad, **procenten: str):
    blad.page.get_by_role("button", name="Bewerken", exact=True).click()
    venster = blad.page.get_by_role("dialog")
    for groep, deel in procenten.items():
        venster.get_by_role("spinbutton", name=groep).fill(deel)
    return venster


def test_punt_plaatsen_en_afmaken(blad: Blad) -> None:
    _plaats_punt(blad)
    expect(blad.kaartje.get_by_role("heading", name="Nieuwe locatie 1")).to_be_visible()
    expect(blad.kaartje).to_contain_text("regionale opvanglocatie · 100 plaatsen")
    expect(blad.page.get_by_text("60 verzonnen kandidaten en 1 van uzelf")).to_be_visible()
    venster = _bewerk(blad, Statushouders="40", Studenten="60", Plaatsen="48")
    venster.get_by_role("textbox", name="Naam").fill("Flex aan de Vecht")
    blad.kies_optie("Type", "flexwoningen")
    venster.get_by_role("button", name="Opslaan").click()
    expect(blad.kaartje.get_by_role("heading", name="Flex aan de Vecht")).to_be_visible()
    expect(blad.kaartje).to_contain_text("flexwoningen · 48 plaatsen")


def test_foute_mix_verandert_niets_en_zegt_waarom(blad: Blad) -> None:
    _plaats_punt(blad)
    voor = blad.kaartje.inner_text()
    venster = _bewerk(blad, Statushouders="40", Studenten="50", Plaatsen="900")
    venster.get_by_role("button", name="Opslaan").click()
    expect(venster.get_by_role("alert")).to_contain_text("De aandelen tellen op tot 0,90")
    expect(venster.get_by_role("alert")).to_contain_text("Er is niets veranderd")
    blad.page.keyboard.press("Escape")
    expect(venster).to_have_count(0)
    assert blad.kaartje.inner_text() == voor


def test_kandidaat_weghalen(blad: Blad) -> None:
    _plaats_punt(blad)
    _bewerk(blad).get_by_role("button", name="Deze kandidaat weghalen").click()
    blad.wacht_op_kaart(60)
    expect(blad.kaartje).to_have_count(0)


def test_vlak_tekenen(blad: Blad) -> None:
    blad.op_kaart(PLEK)
    blad.kaart.get_by_role("button", name="Vlak tekenen").click()
    for x, y in ((200, 200), (320, 200), (320, 320)):
        blad.kaartvak.click(position={"x": x, "y": y})
        blad.page.wait_for_timeout(250)
    blad.kaartvak.press("Enter")
    blad.wacht_op_kaart(61)
    expect(blad.page.get_by_role("heading", name="Nieuwe locatie 1")).to_be_visible()


def test_kruisend_vlak_wordt_geweigerd(blad: Blad) -> None:
    blad.op_kaart(PLEK)
    blad.kaart.get_by_role("button", name="Vlak tekenen").click()
    for x, y in ((200, 200), (320, 320), (320, 200), (200, 320)):
        blad.kaartvak.click(position={"x": x, "y": y})
        blad.page.wait_for_timeout(250)
    blad.kaartvak.press("Enter")
    expect(blad.page.get_by_text("De lijnen van het vlak kruisen elkaar")).to_be_visible()
    assert blad.aantal_kandidaten() == 60


def test_nieuw_type_en_omvang_gelden_voor_wat_erbij_komt(blad: Blad) -> None:
    blad.open("Nieuw op de kaart")
    blad.kies_optie("Type", "flexwoningen")
    # Dichtgeklapt blijft de keuze gelden.
    blad.sluit("Nieuw op de kaart")
    expect(blad.page.get_by_role("combobox", name="Type")).to_have_count(0)
    _plaats_punt(blad)
    expect(blad.kaartje).to_contain_text("flexwoningen · 100 plaatsen")


def test_punt_buiten_de_gekozen_provincie_blijft_te_zien(blad: Blad) -> None:
    blad.kies_optie("Provincie", "Zeeland")
    blad.wacht_tot(lambda: blad.op_kaart("map.getCenter().lat") < 51.8, "de kaart gaat erheen")
    blad.page.wait_for_timeout(500)
    _plaats_punt(blad)
    expect(blad.page.get_by_text("De nieuwe locatie ligt buiten Zeeland")).to_be_visible()
    expect(blad.page.get_by_role("heading", name="Opgave Nederland")).to_be_visible()
    expect(blad.kaartje.get_by_role("heading", name="Nieuwe locatie 1")).to_be_visible()


def test_leeg_beginnen_en_terug(blad: Blad) -> None:
    blad.page.get_by_role("button", name="Leeg beginnen").click()
    expect(blad.page.get_by_text("Er zijn nog geen kandidaten.", exact=False)).to_be_visible()
    blad.wacht_op_kaart(0)
    blad.page.get_by_role("button", name="Voorbeeld tonen").click()
    blad.wacht_op_kaart(60)


def test_goed_bestand_laden_en_eigen_bestand_verdwijnt(blad: Blad, bestanden: Path) -> None:
    namen = (
        "performance.getEntriesByType('resource').map((r) => r.name)"
        ".filter((n) => n.includes('.kandidaten/'))"
    )
    (oud,) = blad.op_kaart(namen)
    # De naam is niet te raden en de map laat niet zien wat erin staat.
    assert re.search(r"/[A-Za-z0-9_-]{43}\.json$", oud)
    assert blad.page.request.get(oud).status == 200
    assert blad.page.request.get(oud.rsplit("/", 1)[0] + "/").status != 200
    blad.laad(bestanden / "goed.csv").get_by_role("button", name="Laad 2 kandidaten").click()
    blad.wacht_op_kaart(2)
    expect(blad.page.get_by_text("2 kandidaten uit goed.csv")).to_be_visible()
    assert len(blad.ranglijst()) == 2
    # De kaart gaat naar de geladen kandidaten, en de oude ligging is weg.
    blad.wacht_tot(lambda: blad.op_kaart("map.getZoom()") > 7.5, "de kaart gaat erheen")
    assert blad.page.request.get(oud).status == 404


def test_toevoegen_aan_wat_er_is(blad: Blad, bestanden: Path) -> None:
    venster = blad.laad(bestanden / "goed.csv")
    venster.get_by_role("button", name="Voeg toe aan wat er is").click()
    blad.wacht_op_kaart(62)


def test_goede_rijen_gaan_pas_door_als_daarom_gevraagd_wordt(blad: Blad, bestanden: Path) -> None:
    venster = blad.laad(bestanden / "deels.csv")
    expect(venster.get_by_text("2 van de 4 rijen hebben een fout", exact=False)).to_be_visible()
    expect(venster.get_by_role("cell", name="-5")).to_be_visible()
    expect(venster.get_by_role("region", name="Problemen in het bestand")).to_contain_text(
        "Nederland"
    )
    assert blad.aantal_kandidaten() == 60
    venster.get_by_role("button", name="Laad de 2 goede rijen").click()
    blad.wacht_op_kaart(2)


def test_slechte_bestanden_veranderen_niets(blad: Blad, bestanden: Path) -> None:
    voor = blad.ranglijst()
    for naam, melding in (
        ("leeg.csv", "leeg"),
        ("geen.gpkg", "GeoPackage"),
        ("persoonsgegevens.csv", "persoonsgegevens"),
        ("kolommen.csv", "zo niet te laden"),
    ):
        venster = blad.laad(bestanden / naam)
        expect(venster.get_by_role("alert")).to_be_visible()
        expect(venster).to_contain_text(melding)
        expect(venster.get_by_text("Er is niets veranderd", exact=False).first).to_be_visible()
        assert venster.get_by_role("button", name=re.compile("^Laad")).count() == 0
        blad.page.keyboard.press("Escape")
        expect(venster).to_have_count(0)
    assert blad.ranglijst() == voor
    assert blad.aantal_kandidaten() == 60


def test_tekst_van_een_gebruiker_blijft_tekst(blad: Blad, bestanden: Path) -> None:
    blad.laad(bestanden / "vijandig.geojson").get_by_role("button", name="Laad 1 kandidaat").click()
    blad.wacht_op_kaart(1)
    assert "<img src=x" in blad.ranglijst()[0]
    assert "**vet**" in blad.ranglijst()[0]
    blad.page.get_by_role("radiogroup").locator("label").first.click()
    expect(blad.kaartje).to_contain_text("<img src=x")
    # Ook de aanwijzing op de kaart zelf.
    midden = blad.op_kaart(
        "(() => { const k = map.locatieplanner; const p = k.punten.kandidaten[0];"
        "k._wijsAan(map.getCenter()); return document.querySelectorAll('img').length })()"
    )
    assert midden == 0
    blad.page.wait_for_timeout(300)
    assert blad.page.evaluate("window.kraak") is None
    assert blad.op_kaart("window.kraak") is None


def test_bewerken_in_de_tabel(blad: Blad, bestanden: Path) -> None:
    blad.laad(bestanden / "goed.csv").get_by_role("button", name="Laad 2 kandidaten").click()
    blad.wacht_op_kaart(2)
    blad.open("Kandidaten bewerken")
    blad.vul_cel("capaciteit", "75")
    blad.page.get_by_role("button", name="Wijzigingen toepassen").click()
    expect(blad.page.get_by_text("kandidaten uit goed.csv")).to_be_visible()
    blad.page.get_by_role("radiogroup").get_by_text("Proef Assen").click()
    expect(blad.kaartje).to_contain_text("75 plaatsen")


def test_foute_mix_in_de_tabel_verandert_niets(blad: Blad, bestanden: Path) -> None:
    blad.laad(bestanden / "goed.csv").get_by_role("button", name="Laad 2 kandidaten").click()
    blad.wacht_op_kaart(2)
    voor = blad.ranglijst()
    blad.open("Kandidaten bewerken")
    blad.vul_cel("statushouders (%)", "40")
    blad.page.get_by_role("button", name="Wijzigingen toepassen").click()
    expect(blad.page.get_by_text("De wijzigingen zijn niet toegepast")).to_be_visible()
    expect(blad.page.get_by_role("cell", name=re.compile("tellen op tot 0,40"))).to_be_visible()
    assert blad.ranglijst() == voor


def test_downloaden(blad: Blad) -> None:
    blad.open("Downloaden")
    inhoud = {}
    for knop in ("CSV", "Excel", "GeoPackage", "GeoJSON", "GeoParquet"):
        with blad.page.expect_download() as download:
            blad.page.get_by_role("button", name=re.compile(f"^{knop}")).click()
        inhoud[knop] = Path(download.value.path()).read_bytes()
    begin = {knop: bytes_[:6] for knop, bytes_ in inhoud.items()}
    assert begin["CSV"].startswith(b"\xef\xbb\xbf")
    assert begin["Excel"].startswith(b"PK")
    assert begin["GeoPackage"] == b"SQLite"
    assert begin["GeoParquet"].startswith(b"PAR1")
    assert len(json.loads(inhoud["GeoJSON"])["features"]) == 60


def test_download_volgt_de_gewichten_van_dit_moment(blad: Blad) -> None:
    blad.open("Downloaden")
    knop = blad.page.get_by_role("button", name=re.compile("^CSV voor"))
    expect(knop).to_be_visible()
    voor = blad.ranglijst()
    blad.zet_schuif("kleinschaligheid", "End")
    expect(blad.page.get_by_text("Kleinschaligheid: 57 % van het totaal")).to_be_visible()
    blad.wacht_tot(lambda: blad.ranglijst() != voor, "de ranglijst verandert")
    blad.rustig()
    with blad.page.expect_download() as download:
        knop.click()
    inhoud = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(inhoud), delimiter=";"))
    bovenaan = re.match(r"1\. (.*?) · ([\d,]+)", blad.ranglijst()[0])
    assert rijen[0]["naam"] == bovenaan.group(1)
    assert rijen[0]["score_totaal"].replace(".", ",") == bovenaan.group(2)
