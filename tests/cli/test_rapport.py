import io
import json
import re
import zipfile

import docx
import openpyxl
import pyogrio
import pytest
import typer

from locatieplanner.cli.rapport import _schrijf_reeks
from locatieplanner.cli.rapportkeuze import Onderwerp
from locatieplanner.domein.notatie import getal
from tests.rapport.document.pdflezer import plat, tekst

SCORES = ("spreiding", "kleinschaligheid", "nabijheid", "mix", "totaal")


@pytest.fixture
def rapport(voer_uit, kandidaten, tmp_path):
    """Maak een rapport en geef zijn inhoud."""

    def maak(naam, *opties, bestand=kandidaten):
        pad = tmp_path / naam
        klaar = voer_uit("rapport", bestand, *opties, "--uitvoer", pad)
        assert klaar.exit_code == 0, klaar.stderr
        assert f"Geschreven: {pad}" in klaar.stderr
        return pad.read_bytes()

    return maak


def test_de_getallen_zijn_overal_dezelfde(rapport, voer_uit, kandidaten, tmp_path):
    regel = ["--gewichten", "spreiding=40;nabijheid=20;mix=40", "--doelset", "spreidingswet-2024"]
    json_ = json.loads(voer_uit("beoordeel", kandidaten, *regel, "--json").stdout)
    utrecht = {rij["id"]: rij for rij in json_ if rij["provincie"] == "Utrecht"}
    assert len(utrecht) > 3

    blad = openpyxl.load_workbook(
        io.BytesIO(rapport("a.xlsx", *regel, "--provincie", "Utrecht")), read_only=True
    )["beoordeling"]
    kop, *rijen = blad.iter_rows(values_only=True)
    excel = {rij[0]: dict(zip(kop, rij, strict=True)) for rij in rijen}
    rapport("a.gpkg", *regel, "--provincie", "Utrecht")
    gis = pyogrio.read_dataframe(tmp_path / "a.gpkg", layer="beoordeling").set_index("id")
    pdf = tekst(rapport("a.pdf", *regel, "--soort", "provincie", "--provincie", "utrecht"))

    assert set(excel) == set(gis.index) == set(utrecht)
    for id_, rij in utrecht.items():
        for kolom in (*(f"score_{naam}" for naam in SCORES), "rang", "capaciteit"):
            waarden = [excel[id_].get(kolom), gis[kolom].astype("object")[id_]]
            for waarde in waarden:
                leeg = waarde is None or waarde != waarde
                assert (None if leeg else round(float(waarde), 1)) == rij[kolom]
        rang = "geen" if rij["rang"] is None else getal(rij["rang"])
        delen = (getal(rij["capaciteit"]), getal(rij["score_totaal"], 1), rang)
        assert "".join(delen) in re.sub(r"\s", "", pdf)


def test_een_fiche_als_pdf_en_als_word(rapport, voer_uit, kandidaten):
    json_ = json.loads(voer_uit("beoordeel", kandidaten, "--uitleg", "V07", "--json").stdout)
    opties = ("--soort", "fiche", "--id", "V07", "--plan", "Ons plan", "--planversie", "12")
    pdf = tekst(rapport("f.pdf", *opties))
    woord = docx.Document(io.BytesIO(rapport("f.docx", *opties)))
    alinea = plat(" ".join(alinea.text for alinea in woord.paragraphs))
    for zin in (f"{getal(json_['totaal'], 1)} van de 100 punten", "Ons plan, versie 12"):
        assert plat(zin) in pdf
        assert plat(zin) in alinea


def test_een_gemeenteblad_per_gemeente_van_een_provincie(rapport):
    inhoud = rapport("g.zip", "--soort", "gemeente", "--provincie", "Flevoland")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        namen = archief.namelist()
        assert len(namen) == 6
        assert "GM0034_Almere.pdf" in namen
        assert plat("Gemeente Almere") in tekst(archief.read("GM0034_Almere.pdf"))


def test_zip_zonder_soort_is_een_pakket_om_na_te_rekenen(rapport):
    with zipfile.ZipFile(io.BytesIO(rapport("p.zip"))) as archief:
        lagen = json.loads(archief.read("lagen.json"))
    assert {"gemeenten.parquet", "parameters.toml"} <= {deel["laag"] for deel in lagen}
    assert all(len(deel["sha256"]) == 64 for deel in lagen)


def test_de_werkmap_heeft_uitleg_eenheden_en_bronnen(rapport):
    boek = openpyxl.load_workbook(io.BytesIO(rapport("w.xlsx")), read_only=True)
    assert boek.sheetnames == [
        *("beoordeling", "toelichting", "uitleg", "gewichten en parameters", "bronnen")
    ]
    kop, eerste, *_ = boek["uitleg"].iter_rows(values_only=True)
    assert "score (0–100)" in kop
    assert eerste[2] == "spreiding"
    for blad in ("gewichten en parameters", "bronnen"):
        kop = next(boek[blad].iter_rows(values_only=True))
        assert {"eenheid", "status", "bron"} <= set(kop)


def test_voor_derden_is_een_beschermde_locatie_alleen_een_gemeente(rapport, voer_uit, kandidaten):
    json_ = json.loads(voer_uit("beoordeel", kandidaten, "--json").stdout)
    geheim = next(rij for rij in json_ if rij["type"] == "amv")
    pdf = tekst(rapport("d.pdf", "--soort", "fiche", "--id", geheim["id"], "--voor-derden"))
    assert plat(f"Beschermde locatie in {geheim['gemeente']}") in pdf
    assert plat(geheim["naam"]) not in pdf
    assert plat("van de 100 punten") not in pdf


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["--uitvoer", "a.pdf"], "--soort"),
        (["--soort", "fiche", "--uitvoer", "a.pdf"], "--id"),
        (["--soort", "fiche", "--id", "weg", "--uitvoer", "a.pdf"], "'weg'"),
        (["--soort", "gemeente", "--gemeente", "Atlantis", "--uitvoer", "a.pdf"], "Atlantis"),
    ],
)
def test_een_fout_schrijft_niets(voer_uit, kandidaten, tmp_path, monkeypatch, opties, melding):
    monkeypatch.chdir(tmp_path)
    klaar = voer_uit("rapport", kandidaten, *opties)
    assert klaar.exit_code == 1
    assert melding in klaar.stderr
    assert list(tmp_path.iterdir()) == []


def test_wie_afbreekt_krijgt_een_nette_melding_en_geen_bestand(tmp_path):
    def maak(onderwerp):
        raise KeyboardInterrupt

    with pytest.raises(typer.Abort):
        _schrijf_reeks([Onderwerp("K1", "K1")], maak, tmp_path / "alle.zip")
    assert list(tmp_path.iterdir()) == []
