import networkx as nx
import numpy as np
import osmnx as ox
import pandas as pd
import pytest
from shapely.geometry import LineString

from locatieplanner.bronnen.osmstraten import LIGGING, lengte_m, straten, straten_van_graaf
from locatieplanner.domein.gebied import RD, WGS84
from tests.osm.bestand import graden
from tests.osm.lagen import osm_lagen

WIJZEN = ("lopen", "fietsen")
KOLOMMEN = ["van", "naar", *LIGGING, "lengte_m", *WIJZEN]


@pytest.fixture(scope="module")
def wijzen(tmp_path_factory):
    return osm_lagen(tmp_path_factory.mktemp("lagen"))["straten"].wijzen


def stukken(*rijen):
    """Stukken op een lijn: knoop n ligt op x = 10·n."""
    tabel = pd.DataFrame(rijen, columns=["van", "naar", *WIJZEN])
    tabel["x_van"], tabel["x_naar"] = 10.0 * tabel["van"], 10.0 * tabel["naar"]
    tabel["y_van"] = tabel["y_naar"] = 0.0
    tabel["lengte_m"] = (tabel["x_naar"] - tabel["x_van"]).abs()
    return tabel


def test_elk_stuk_een_keer_met_alle_wijzen_die_er_mogen():
    tabel = straten(stukken((2, 1, True, False), (1, 2, False, True), (2, 3, True, False)), WIJZEN)
    assert list(tabel) == KOLOMMEN
    assert tabel[["van", "naar", *WIJZEN]].to_numpy().tolist() == [
        [1, 2, True, True],
        [2, 3, True, False],
    ]


def test_een_omgedraaid_stuk_houdt_zijn_ligging():
    rij = straten(stukken((5, 3, True, False)), WIJZEN).iloc[0]
    assert (rij["van"], rij["x_van"]) == (3, 30.0)
    assert (rij["naar"], rij["x_naar"]) == (5, 50.0)


def test_lussen_en_dichte_stukken_vervallen():
    tabel = straten(stukken((1, 1, True, True), (1, 2, False, False)), WIJZEN)
    assert tabel.empty
    assert list(tabel) == KOLOMMEN


def test_knopen_op_dezelfde_plek_blijven_verbonden():
    lengte = lengte_m(*(np.array([waarde, waarde]) for waarde in (0.0, 0.0, 0.0, 0.0)))
    assert (lengte == 0.01).all()
    assert lengte_m(*np.array([[0.0], [0.0], [3.0], [4.0]])) == [5.0]


def graaf(*takken, crs=RD):
    """Een graaf van osmnx met knopen 1, 2, … op (0, 0), (100, 0), (200, 0), …"""
    uit = nx.MultiDiGraph(crs=crs)
    for u, v, tags in takken:
        for knoop in (u, v):
            x, y = 155_000.0 + 100 * (knoop - 1), 463_000.0
            uit.add_node(knoop, x=x, y=y)
        uit.add_edge(u, v, **{"length": 100.0, **tags})
    return uit


def test_heen_en_terug_is_een_stuk_met_de_lengte_van_osmnx(wijzen):
    weg = {"highway": "residential", "length": 101.5}
    tabel = straten_van_graaf(graaf((1, 2, weg), (2, 1, weg)), wijzen)
    assert tabel.to_dict("records") == [
        {
            "van": 1,
            "naar": 2,
            "x_van": 155_000.0,
            "y_van": 463_000.0,
            "x_naar": 155_100.0,
            "y_naar": 463_000.0,
            "lengte_m": 101.5,
            "lopen": True,
            "fietsen": True,
        }
    ]


def test_een_vorm_wordt_geknipt_en_de_lengte_naar_rato_verdeeld(wijzen):
    vorm = LineString([(155_000, 463_000), (155_000, 463_100), (155_100, 463_000)])
    weg = {"highway": "footway", "length": 300.0}
    heen, terug = {**weg, "geometry": vorm}, {**weg, "geometry": vorm.reverse()}
    tabel = straten_van_graaf(graaf((1, 2, heen), (2, 1, terug)), wijzen)
    assert len(tabel) == 2
    assert tabel["lengte_m"].sum() == pytest.approx(300.0)
    assert sorted(tabel["lengte_m"]) == pytest.approx(
        [300 / (1 + 2**0.5), 300 * 2**0.5 / (1 + 2**0.5)]
    )
    assert sorted({*tabel["van"], *tabel["naar"]})[1:] == [1, 2]
    assert min(tabel["van"]) < 0
    assert tabel["lopen"].all()
    assert not tabel["fietsen"].any()


def test_twee_wegen_tussen_dezelfde_knopen_houden_elk_hun_punten(wijzen):
    noord = LineString([(155_000, 463_000), (155_050, 463_100), (155_100, 463_000)])
    zuid = LineString([(155_000, 463_000), (155_050, 462_900), (155_100, 463_000)])
    takken = [(1, 2, {"highway": "path", "geometry": vorm}) for vorm in (noord, zuid)]
    tabel = straten_van_graaf(graaf(*takken), wijzen)
    assert len(tabel) == 4
    assert len({*tabel["van"], *tabel["naar"]}) == 4


@pytest.mark.parametrize(
    ("tags", "lopen", "fietsen"),
    [
        ({"highway": ["residential", "footway"]}, True, False),
        ({"highway": ["residential", "cycleway"]}, False, True),
        ({"highway": ["residential", "footway"], "bicycle": "yes"}, True, True),
        ({"highway": "residential", "access": ["yes", "private"]}, False, False),
    ],
)
def test_een_samengevoegde_weg_is_open_als_elk_deel_dat_is(wijzen, tags, lopen, fietsen):
    takken = [(1, 2, tags), (2, 3, {"highway": "residential"})]
    tabel = straten_van_graaf(graaf(*takken), wijzen).set_index(["van", "naar"])
    if not (lopen or fietsen):
        assert list(tabel.index) == [(2, 3)]
        return
    assert (tabel.loc[(1, 2), "lopen"], tabel.loc[(1, 2), "fietsen"]) == (lopen, fietsen)


def test_een_lus_in_een_vereenvoudigde_graaf_blijft(wijzen):
    ring = [(155_000, 463_000), (155_100, 463_000), (155_100, 463_100), (155_000, 463_000)]
    tak = {"highway": "residential", "length": 341.4, "geometry": LineString(ring)}
    tabel = straten_van_graaf(graaf((1, 1, tak)), wijzen)
    assert len(tabel) == 3
    assert tabel["lengte_m"].sum() == pytest.approx(341.4)


def test_een_lege_graaf_geeft_een_lege_tabel(wijzen):
    tabel = straten_van_graaf(graaf(), wijzen)
    assert tabel.empty
    assert list(tabel) == KOLOMMEN


def test_vereenvoudigen_door_osmnx_verandert_lengte_en_ligging_niet(wijzen):
    uit = nx.MultiDiGraph(crs=WGS84)
    for nummer, (x, y) in enumerate([(0, 0), (60, 20), (130, 0), (200, 90), (300, 0)], start=1):
        lengte, breedte = graden(x, y)
        uit.add_node(nummer, x=lengte, y=breedte)
    for u, v in [(1, 2), (2, 3), (3, 4), (4, 5), (3, 1)]:
        for van, naar in ((u, v), (v, u)):
            uit.add_edge(van, naar, osmid=1, highway="residential")
    uit = ox.distance.add_edge_lengths(uit)
    heel = straten_van_graaf(uit, wijzen)
    eenvoudig = ox.simplify_graph(uit)
    assert len(eenvoudig) < len(uit)
    geknipt = straten_van_graaf(eenvoudig, wijzen)
    assert len(geknipt) == len(heel) == 5
    assert geknipt["lengte_m"].sum() == pytest.approx(heel["lengte_m"].sum())
    np.testing.assert_allclose(sorted(geknipt["lengte_m"]), sorted(heel["lengte_m"]), rtol=2e-3)
    # osmnx meet over de bol, de ligging is in RD: dat scheelt een paar promille.
    recht = lengte_m(*(heel[kolom].to_numpy() for kolom in LIGGING))
    np.testing.assert_allclose(heel["lengte_m"], recht, rtol=5e-3)
