import numpy as np
import pandas as pd
import shapely

from locatieplanner.invoer.grens import toets_grens


def test_binnen_op_de_grens_en_buiten(gemeenten):
    vormen = np.array(
        [shapely.Point(150_000, 460_000), shapely.Point(155_000, 460_000), None,
         shapely.Point(171_500, 460_000), shapely.box(165_000, 460_000, 168_000, 462_000)]
    )  # fmt: skip
    binnen, (probleem,) = toets_grens(vormen, pd.Index([2, 3, 4, 5, 6]), gemeenten, "x en y")
    assert probleem.zin == (
        "Rij 5, kolom x en y: de locatie ligt buiten Nederland, 1,5 km van de dichtstbijzijnde "
        "gemeente. Herstel: controleer de coördinaten op de kaart."
    )
    assert [vorm is None for vorm in binnen] == [False, False, True, True, False]


def test_grens_in_een_ander_stelsel(gemeenten):
    vormen = np.array([shapely.Point(150_000, 460_000), shapely.Point(10_000, 400_000)])
    _, problemen = toets_grens(vormen, pd.Index([2, 3]), gemeenten.to_crs("EPSG:4326"), None)
    assert [p.rij for p in problemen] == [3]


def test_alles_ontbreekt(gemeenten):
    leeg = np.array([None, None], dtype=object)
    assert toets_grens(leeg, pd.Index([2, 3]), gemeenten, None)[1] == []
    assert toets_grens(leeg[:0], pd.Index([]), gemeenten, None)[1] == []
