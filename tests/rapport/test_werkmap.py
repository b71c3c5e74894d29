import io

import openpyxl
import pandas as pd

from locatieplanner.rapport.werkmap import nieuwe_werkmap, voeg_blad_toe, werkmap_als_bytes


def test_blad_met_vaste_kop_filter_en_lege_cellen():
    boek = nieuwe_werkmap()
    rijen = [("a", 1234, None), ("b\x00", float("nan"), pd.NA)]
    voeg_blad_toe(boek, "proef", ("x", "y", "z"), rijen, breedte=(8, 12, 20))
    gelezen = openpyxl.load_workbook(io.BytesIO(werkmap_als_bytes(boek)))["proef"]
    assert gelezen.freeze_panes == "A2"
    assert gelezen.auto_filter.ref == "A1:C3"
    assert gelezen.column_dimensions["C"].width == 20
    assert [cel.value for cel in gelezen[2]] == ["a", 1234, None]
    assert [cel.value for cel in gelezen[3]] == ["b", None, None]


def test_opmaak_per_kolom():
    boek = nieuwe_werkmap()
    voeg_blad_toe(boek, "p", ("x",), iter([(0.5,)]), breedte=(9,), opmaak=["0%"], aantal=1)
    gelezen = openpyxl.load_workbook(io.BytesIO(werkmap_als_bytes(boek)))["p"]
    assert gelezen["A2"].number_format == "0%"
