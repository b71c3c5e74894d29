import io

import openpyxl
import pandas as pd
import pytest

from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx


@pytest.fixture
def tabel():
    return Tabel(
        "Proef",
        pd.DataFrame({"naam": ["=1+1", "Één"], "plaatsen": [1.5, float("nan")]}),
        (
            Tabelkolom("naam", "naam"),
            Tabelkolom("plaatsen", "plaatsen", Kolomsoort.GETAL, "per 1.000"),
        ),
        "uit de proef",
    )


def test_csv_opent_in_een_nederlands_rekenblad(tabel):
    tekst = tabel_als_csv(tabel).decode("utf-8-sig")
    assert tekst == "naam;plaatsen (per 1.000)\r\n'=1+1;1,5\r\nÉén;\r\n"


def test_werkmap_heeft_getallen_en_de_herkomst(tabel):
    boek = openpyxl.load_workbook(io.BytesIO(tabel_als_xlsx(tabel)))
    assert boek.sheetnames == ["tabel", "herkomst"]
    assert [cel.value for cel in boek["tabel"]["B"]] == ["plaatsen (per 1.000)", 1.5, None]
    cel = boek["tabel"]["A2"]
    assert (cel.value, cel.data_type) == ("=1+1", "s")
    assert [cel.value for cel in boek["herkomst"]["B"]] == ["tekst", "Proef", "uit de proef"]


def test_dezelfde_tabel_geeft_dezelfde_bytes(tabel):
    assert tabel_als_xlsx(tabel) == tabel_als_xlsx(tabel)
