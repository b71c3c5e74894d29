import io
import re
import zipfile

import openpyxl
import pandas as pd
import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.excel import lees_excel
from tests.invoer.voorbeelden import als_xlsx


def _werkmap(*rijen, grenzen=STANDAARDGRENZEN):
    werkmap = openpyxl.Workbook()
    for rij in rijen:
        werkmap.active.append(list(rij))
    stroom = io.BytesIO()
    werkmap.save(stroom)
    return lees_excel(stroom.getvalue(), grenzen)


def test_eerste_blad_of_het_blad_kandidaten():
    assert len(lees_excel(als_xlsx(), STANDAARDGRENZEN).gegevens) == 3
    tabel = lees_excel(als_xlsx(("Uitleg", "Kandidaten "), "Kandidaten "), STANDAARDGRENZEN)
    assert len(tabel.gegevens) == 3
    assert not tabel.problemen
    (melding,) = lees_excel(als_xlsx(("Data", "Meer")), STANDAARDGRENZEN).problemen
    assert melding.wat == "het werkblad 'Data' is gelezen; de andere werkbladen niet"


def test_waarden_rijnummers_en_lege_kolommen():
    tabel = _werkmap(
        [],
        ["naam", "van", None],
        ["a", pd.Timestamp(2026, 5, 1).to_pydatetime(), None],
        [],
        ["b", 12.5],
    )
    assert list(tabel.gegevens.columns) == ["naam", "van"]
    assert list(tabel.gegevens.index) == [3, 5]
    assert tabel.gegevens.loc[3, "van"] == pd.Timestamp(2026, 5, 1).to_pydatetime()


def test_formule_zonder_uitkomst_blijft_staan():
    assert _werkmap(["naam", "capaciteit"], ["a", "=1+1"]).gegevens.loc[2, "capaciteit"] == "=1+1"


def _vervang(inhoud, lid, oud, nieuw):
    stroom = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(stroom, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam)
            if naam == lid:
                assert oud in deel
                deel = deel.replace(oud, nieuw)
            doel.writestr(naam, deel)
    return stroom.getvalue()


def test_formule_met_uitkomst_telt_als_die_uitkomst():
    werkmap = openpyxl.Workbook()
    werkmap.active.append(["naam", "capaciteit"])
    werkmap.active.append(["a", "=1+1"])
    stroom = io.BytesIO()
    werkmap.save(stroom)
    blad, formule = "xl/worksheets/sheet1.xml", b"<f>1+1</f>"
    # Hoe een lege uitkomst geschreven is, verschilt met of lxml er is.
    with zipfile.ZipFile(stroom) as archief:
        leeg = re.search(re.escape(formule) + rb"(<v ?/>|<v></v>)", archief.read(blad))
    inhoud = _vervang(stroom.getvalue(), blad, leeg.group(), formule + b"<v>2</v>")
    assert lees_excel(inhoud, STANDAARDGRENZEN).gegevens.loc[2, "capaciteit"] == 2


def test_leeg_te_groot_en_beschadigd():
    with pytest.raises(BestandFout, match="is leeg"):
        _werkmap()
    with pytest.raises(BestandFout, match="meer dan 1 rijen"):
        _werkmap(["a"], ["b"], ["c"], grenzen=Bestandsgrenzen(rijen=1))
    with pytest.raises(BestandFout, match="uitgepakt groter"):
        _werkmap(["a"], ["b"], grenzen=Bestandsgrenzen(uitgepakt_bytes=1_000))
    met_zip = io.BytesIO()
    with zipfile.ZipFile(met_zip, "w") as archief:
        archief.writestr("a.txt", b"geen werkmap")
    with pytest.raises(BestandFout, match="beschadigd of geen gewone werkmap"):
        lees_excel(met_zip.getvalue(), STANDAARDGRENZEN)


def test_uitdijende_xml_wordt_geweigerd():
    lagen = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bom = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{lagen}]>'.encode()
    inhoud = _vervang(als_xlsx(), "xl/worksheets/sheet1.xml", b"<worksheet", bom + b"<worksheet")
    inhoud = _vervang(inhoud, "xl/worksheets/sheet1.xml", b"A1", b"&a11;")
    with pytest.raises(BestandFout):
        lees_excel(inhoud, STANDAARDGRENZEN)


def _met_rij(nummer):
    rij = f'<row r="{nummer}"><c r="A{nummer}"><v>1</v></c></row></sheetData>'.encode()
    inhoud = als_xlsx()
    return _vervang(inhoud, "xl/worksheets/sheet1.xml", b"</sheetData>", rij)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("nummer", ["99999999999", "1048577"])
def test_rij_voorbij_een_rekenblad(nummer):
    with pytest.raises(BestandFout, match=r"een rij voorbij 1\.048\.576"):
        lees_excel(_met_rij(nummer), STANDAARDGRENZEN)


@pytest.mark.timeout(20)
def test_na_heel_veel_lege_rijen_stopt_het_lezen():
    tabel = lees_excel(_met_rij(1_048_576), STANDAARDGRENZEN)
    assert len(tabel.gegevens) == 3
    (melding,) = tabel.problemen
    assert melding.wat == (
        "na rij 4 staan meer dan 10.000 lege rijen; wat daarna komt is niet gelezen"
    )


def test_lege_rijen_ertussen_mogen():
    assert list(lees_excel(_met_rij("9000"), STANDAARDGRENZEN).gegevens.index) == [2, 3, 4, 9000]


def test_cellen_tellen_en_onbekende_kolommen_worden_niet_gelezen():
    rijen = [["naam", *(f"m{i}" for i in range(9))], *([["a", *range(9)]] * 10)]
    tabel = _werkmap(*rijen)
    assert list(tabel.gegevens.columns) == ["naam"]
    assert tabel.overige == tuple(f"m{i}" for i in range(9))
    with pytest.raises(BestandFout, match="meer dan 99 cellen"):
        _werkmap(*rijen, grenzen=Bestandsgrenzen(cellen=99))


def test_kolom_zonder_naam_telt_alleen_als_er_iets_in_staat():
    assert _werkmap(["naam", None, None, "x"], ["a", None, 1, 2]).overige == ("(zonder naam)",)


def test_beschermende_apostrof_gaat_eraf():
    tabel = _werkmap(["naam"], ["'-5 graden"], ["'t Gooi"], ["'=1+1"])
    assert tabel.gegevens["naam"].tolist() == ["-5 graden", "'t Gooi", "'=1+1"]
