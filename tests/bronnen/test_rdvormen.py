import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping

from locatieplanner.bronnen.rdvormen import (
    eigenschappen,
    eis_nederland,
    kolomnamen,
    lees_objecten,
    lees_vormen,
    maak_bruikbaar,
    naar_rd,
)
from locatieplanner.fouten import DienstFout

VLINDER = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
DOM = Point(136_800, 455_900)


def vormen(*delen):
    uit = np.empty(len(delen), dtype=object)
    uit[:] = delen
    return uit


def objecten(*delen):
    return [{"geometry": mapping(deel) if deel else None} for deel in delen]


def test_objecten():
    assert lees_objecten("Testdienst", {"features": [{"id": 1}]}) == [{"id": 1}]


@pytest.mark.parametrize("velden", [{}, {"features": None}, {"features": [1]}])
def test_geen_objecten(velden):
    with pytest.raises(DienstFout, match="JSON zonder objecten"):
        lees_objecten("Testdienst", velden)


def test_eigenschappen_en_kolomnamen():
    rijen = eigenschappen([{"properties": {"a": 1}}, {"properties": None}, {}])
    assert rijen == [{"a": 1}, {}, {}]
    assert kolomnamen([{"b": 1}, {"a": 2, "b": 3}]) == ["b", "a"]


def test_leest_vormen_en_laat_leeg_wat_niet_klopt():
    gelezen = lees_vormen([*objecten(DOM, None), {"geometry": {"type": "Onzin"}}, {}])
    assert gelezen[0] == DOM
    assert list(gelezen[1:]) == [None, None, None]
    assert len(lees_vormen([])) == 0


def test_graden_worden_rd():
    (punt,) = naar_rd(vormen(Point(5.387_206, 52.155_174)))
    assert punt.distance(Point(155_000, 463_000)) < 1.0


def test_drie_dimensies_worden_twee():
    (punt,), hersteld = maak_bruikbaar(vormen(Point(1, 2, 3)))
    assert not shapely.has_z(punt)
    assert hersteld == 0


def test_ongeldige_vlakken_worden_hersteld_en_geteld():
    (heel, vlak, lijn), hersteld = maak_bruikbaar(
        vormen(VLINDER, box(0, 0, 1, 1), LineString([(0, 0), (1, 1), (0, 1), (1, 0)]))
    )
    assert hersteld == 1
    assert heel.is_valid
    assert isinstance(heel, MultiPolygon)
    assert heel.area == pytest.approx(0.5)
    assert vlak == box(0, 0, 1, 1)
    assert lijn.geom_type == "LineString"


def test_wat_niets_is_wordt_leeg():
    bruikbaar, _ = maak_bruikbaar(
        vormen(None, Polygon(), Point(float("nan"), 1), Polygon([(0, 0), (1, 1), (0, 0)]))
    )
    assert list(bruikbaar) == [None] * 4


@pytest.mark.parametrize(
    "goed",
    [
        vormen(),
        vormen(None),
        vormen(DOM, None),
        # Twee op het land en een op het Nederlandse deel van de Doggersbank.
        vormen(DOM, DOM, Point(50_000, 800_000)),
        vormen(box(-50_000, 200_000, 400_000, 700_000)),
    ],
)
def test_in_nederland(goed):
    eis_nederland("Testdienst", goed)


@pytest.mark.parametrize(
    "fout",
    [
        vormen(Point(5.1, 52.1)),
        vormen(Point(52.1, 5.1)),
        vormen(Point(455_900, 136_800)),
        vormen(Point(570_000, 6_810_000), None),
        vormen(DOM, Point(0, 0), Point(1, 1)),
    ],
    ids=["graden", "graden verwisseld", "rd verwisseld", "webmercator", "meeste fout"],
)
def test_niet_in_nederland(fout):
    with pytest.raises(DienstFout, match=r"^Testdienst .*niet in RD.*zoals .*catalogus"):
        eis_nederland("Testdienst", fout)
