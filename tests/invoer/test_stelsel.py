import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.gebied import RD_OMVANG
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.stelsel import (
    CRS_RD,
    CRS_WGS84,
    IN_KOLOMMEN,
    kies_stelsel,
    plaats_in_rd,
)

AMERSFOORT_GRADEN = (5.38721, 52.15517)


def _vormen(*punten):
    return np.array([None if p is None else shapely.Point(*p) for p in punten], dtype=object)


def _plaats(punt, stelsel):
    return plaats_in_rd(_vormen(punt), pd.Index([2]), stelsel, "x en y", IN_KOLOMMEN)


def test_de_toren_van_amersfoort():
    vormen, problemen = _plaats(AMERSFOORT_GRADEN, CRS_WGS84)
    assert not problemen
    assert vormen[0].distance(shapely.Point(155_000, 463_000)) < 2


@pytest.mark.parametrize(
    ("punt", "stelsel", "wat", "herstel"),
    [((52.15, 5.38), CRS_WGS84, "lengte en breedte lijken verwisseld", "wissel lon"),
     ((155_000, 463_000), CRS_WGS84, "dit lijken RD-coördinaten", "noem de kolommen x en y"),
     ((463_000, 155_000), CRS_WGS84, "met x en y verwisseld", "wissel x en y om"),
     ((13.4, 52.5), CRS_WGS84, "de locatie ligt buiten Nederland", "controleer"),
     (AMERSFOORT_GRADEN, CRS_RD, "dit lijken lengte en breedte in graden", "lon (lengte)"),
     ((52.15, 5.38), CRS_RD, "in omgekeerde volgorde", "let op de volgorde"),
     ((463_000, 155_000), CRS_RD, "x en y lijken verwisseld", "wissel x en y om"),
     ((900_000, 900_000), CRS_RD, "de locatie ligt buiten Nederland", "controleer"),
     ((0, 0), CRS_RD, "de coördinaten zijn nul", "vul ze in"),
     ((0, 0), CRS_WGS84, "de coördinaten zijn nul", "vul ze in"),
     ((np.inf, 0), CRS_RD, "geen eindig getal", "verbeter"),
     ((1e308, 1e308), CRS_WGS84, "buiten Nederland", "controleer"),
     ((155_000, 463_000), pyproj.CRS.from_epsg(32631), "noemt het coördinaatstelsel WGS 84",
      "x en y")],
)  # fmt: skip
def test_wat_er_mis_lijkt(punt, stelsel, wat, herstel):
    vormen, (probleem,) = _plaats(punt, stelsel)
    assert vormen[0] is None
    assert wat in probleem.wat
    assert herstel in probleem.herstel
    assert (probleem.rij, probleem.kolom) == (2, "x en y")
    assert probleem.waarde


def test_waarde_toont_de_coordinaten():
    assert _plaats((4.9, 52.3), CRS_RD)[1][0].waarde == "4,90000 / 52,30000"
    assert _plaats((463_000, 155_000), CRS_RD)[1][0].waarde == "463.000 / 155.000"


@given(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7), st.sampled_from([CRS_RD, CRS_WGS84]))
def test_binnen_de_omvang_of_een_fout(x, y, stelsel):
    vormen, problemen = _plaats((x, y), stelsel)
    if problemen:
        assert vormen[0] is None
        assert len(problemen) == 1
    else:
        x_min, y_min, x_max, y_max = RD_OMVANG
        assert x_min <= vormen[0].x <= x_max
        assert y_min <= vormen[0].y <= y_max


def test_ontbrekende_vorm_is_geen_fout():
    vormen, problemen = _plaats(None, CRS_RD)
    assert vormen[0] is None
    assert not problemen


def test_genoemd_stelsel_telt():
    assert kies_stelsel(_vormen((1, 1)), CRS_RD, stilzwijgend=False) == (CRS_RD, [])


def test_stilzwijgend_wgs84_met_alleen_rd_wordt_rd():
    stelsel, (melding,) = kies_stelsel(
        _vormen((155_000, 463_000), None), CRS_WGS84, stilzwijgend=True
    )
    assert stelsel == CRS_RD
    assert "alle coördinaten zijn RD-coördinaten" in melding.wat
    gemengd = _vormen((155_000, 463_000), AMERSFOORT_GRADEN)
    assert kies_stelsel(gemengd, CRS_WGS84, stilzwijgend=True) == (CRS_WGS84, [])


@pytest.mark.parametrize(
    ("punt", "stelsel"),
    [((155_000, 463_000), CRS_RD), ((463_000, 155_000), CRS_RD), (AMERSFOORT_GRADEN, CRS_WGS84),
     ((52.1, 5.4), CRS_WGS84)],
)  # fmt: skip
def test_stelsel_uit_de_ligging(punt, stelsel):
    undefined = pyproj.CRS.from_wkt(
        'ENGCRS["Undefined",EDATUM["?"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],'
        'LENGTHUNIT["metre",1]]'
    )
    for genoemd in (None, undefined):
        gekozen, (melding,) = kies_stelsel(_vormen(punt, None), genoemd, stilzwijgend=False)
        assert gekozen == stelsel
        assert "het bestand noemt geen coördinaatstelsel; uit de coördinaten" in melding.wat


@pytest.mark.parametrize("punten", [[(1, 1)], [(155_000, 463_000), AMERSFOORT_GRADEN]])
def test_onduidelijk_stelsel(punten):
    with pytest.raises(BestandFout, match="noemt geen coördinaatstelsel"):
        kies_stelsel(_vormen(*punten), None, stilzwijgend=False)


def test_zonder_vormen_maakt_het_stelsel_niet_uit():
    assert kies_stelsel(_vormen(None), None, stilzwijgend=False) == (CRS_RD, [])
