import io

import openpyxl
import pandas as pd
import pytest

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.rapport.deelbaar import deelbare_tabel
from locatieplanner.rapport.excel_uitvoer import als_xlsx
from locatieplanner.rapport.herkomst import herkomst
from tests.rapport.conftest import EXTRA, FORMULE


@pytest.fixture(scope="module")
def inhoud(beoordeling):
    return als_xlsx(deelbare_tabel(beoordeling), herkomst(beoordeling))


@pytest.fixture
def boek(inhoud):
    return openpyxl.load_workbook(io.BytesIO(inhoud))


def test_bladen(boek):
    assert boek.sheetnames == [
        "beoordeling",
        "toelichting",
        "gewichten en parameters",
        "bronnen",
    ]


def test_kop_is_vet_vast_en_te_filteren(boek):
    for blad in boek:
        assert all(cel.font.bold for cel in blad[1])
        assert blad.freeze_panes == "A2"
        assert blad.auto_filter.ref.endswith(str(blad.max_row))
        assert blad.column_dimensions["A"].width > 8


def test_waarden_gelijk_aan_de_tabel(boek, beoordeling):
    blad = boek["beoordeling"]
    namen = [*KOLOMMEN, "x", "y", *EXTRA]
    assert [cel.value for cel in blad[1]] == namen
    tabel = deelbare_tabel(beoordeling)
    for rij, (_, verwacht) in zip(blad.iter_rows(min_row=2), tabel.iterrows(), strict=True):
        for cel, naam in zip(rij, namen, strict=True):
            waarde = verwacht[naam]
            leeg = pd.isna(waarde) or waarde == ""
            assert cel.value is None if leeg else cel.value == waarde, naam


def test_onbekend_is_leeg(boek, beoordeling):
    kolom = [*KOLOMMEN].index("score_mix")
    per_id = {rij[0].value: rij[kolom].value for rij in boek["beoordeling"].iter_rows(min_row=2)}
    assert per_id["K1"] is None


def test_getallen_hebben_opmaak(boek):
    rij = dict(zip([*KOLOMMEN], boek["beoordeling"][2], strict=False))
    assert rij["capaciteit"].number_format == "#,##0"
    assert rij["score_totaal"].number_format == "0.0"
    assert rij["volledigheid"].number_format == "0%"
    per_kop = {cel.value: cel.column for cel in boek["beoordeling"][1]}
    aandelen = next(boek["beoordeling"].iter_cols(*[per_kop["aandeel_studenten"]] * 2, min_row=2))
    assert {cel.number_format for cel in aandelen if cel.value is not None} == {"0.0%"}


def test_formule_is_tekst(boek):
    cellen = {c.value: c for rij in boek["beoordeling"].iter_rows() for c in rij}
    assert cellen[FORMULE].data_type == "s"
    assert not any(c.data_type == "f" for blad in boek for rij in blad.iter_rows() for c in rij)


def test_stuurtekens_breken_de_werkmap_niet(beoordeling):
    tabel = deelbare_tabel(beoordeling)
    tabel.loc[0, "naam"] = "a\x00b\x0bc"
    boek = openpyxl.load_workbook(io.BytesIO(als_xlsx(tabel, ())))
    assert boek["beoordeling"]["B2"].value == "abc"


def test_toelichting_en_bronnen(boek):
    namen = [cel.value for cel in boek["toelichting"]["A"]][1:]
    assert namen == [*KOLOMMEN, "x", "y", *EXTRA]
    instellingen = {rij[1]: rij[3] for rij in boek["gewichten en parameters"].values}
    assert instellingen["spreiding"] == 25
    assert instellingen["nabijheid.omwegfactor"] == 1.25
    bronnen = {rij[0] for rij in boek["bronnen"].iter_rows(min_row=2, values_only=True)}
    assert bronnen == {"programma", "doelset", "doel", "laag", "niet getoetst"}


def test_geen_tijdstip_van_nu(boek):
    assert boek.properties.created.year == boek.properties.modified.year == 2000
