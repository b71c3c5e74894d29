import numpy as np
import pandas as pd
import pytest
import shapely

from locatieplanner.invoer.probleem import Ernst
from locatieplanner.invoer.vormen import herstel_vlakken, toets_soort

VLINDER = "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"


def _vormen(*wkt):
    return np.array([None if w is None else shapely.from_wkt(w) for w in wkt], dtype=object)


@pytest.mark.parametrize(
    ("wkt", "verwacht"),
    [("POINT (1 2)", "POINT (1 2)"), ("POINT Z (1 2 3)", "POINT (1 2)"),
     ("MULTIPOINT ((1 2))", "POINT (1 2)"),
     ("POLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))", "POLYGON ((0 0, 1 0, 1 1, 0 0))"),
     ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))")],
)  # fmt: skip
def test_punten_en_vlakken_gaan_door(wkt, verwacht):
    vormen, problemen = toets_soort(_vormen(wkt), pd.Index([1]), "geometry")
    assert vormen[0].wkt == verwacht
    assert not problemen


@pytest.mark.parametrize("wkt", [None, "POINT EMPTY", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"])
def test_lege_vormen_zijn_hier_geen_fout(wkt):
    vormen, problemen = toets_soort(_vormen(wkt), pd.Index([1]), "geometry")
    assert vormen[0] is None
    assert not problemen


@pytest.mark.parametrize(
    ("wkt", "wat"),
    [("LINESTRING (0 0, 1 1)", "de vorm is een lijn"),
     ("MULTILINESTRING ((0 0, 1 1))", "de vorm is een lijn"),
     ("MULTIPOINT ((1 2), (3 4))", "de vorm bestaat uit meer dan één punt"),
     ("GEOMETRYCOLLECTION (POINT (1 2))", "een verzameling van verschillende vormen")],
)  # fmt: skip
def test_andere_vormen_zijn_een_fout(wkt, wat):
    vormen, (probleem,) = toets_soort(_vormen(wkt), pd.Index([7]), "geometry")
    assert vormen[0] is None
    assert wat in probleem.wat
    assert probleem.rij == 7


def test_vlinder_wordt_hersteld_en_gemeld():
    vormen, (melding,) = herstel_vlakken(_vormen(VLINDER, "POINT (1 1)"), pd.Index([1, 2]), "g")
    assert vormen[0].is_valid
    assert vormen[0].area == 50
    assert melding.ernst is Ernst.MELDING
    assert melding.zin.startswith("Rij 1, kolom g: het vlak kruist zichzelf")
    assert "nu 50 m² groot" in melding.wat
    assert vormen[1].wkt == "POINT (1 1)"


@pytest.mark.parametrize(
    "wkt", ["POLYGON ((0 0, 5 5, 10 10, 0 0))", "POLYGON ((1 1, 1 1, 1 1, 1 1))"]
)
def test_vlak_zonder_oppervlakte_is_een_fout(wkt):
    vormen, (probleem,) = herstel_vlakken(_vormen(wkt), pd.Index([1]), "geometry")
    assert vormen[0] is None
    assert probleem.ernst is Ernst.FOUT
    assert "geen oppervlakte, ook niet na herstel" in probleem.wat
