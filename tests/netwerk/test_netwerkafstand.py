import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.reisafstand import Reisafstand
from locatieplanner.netwerk import netwerkafstand
from locatieplanner.netwerk.netwerkafstand import Netwerkafstand
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import (
    afstanden,
    graaf,
    grootste_deel,
    helsinki,
    ligging,
    netten,
    punten,
    raster,
    straat,
    straten,
)

STRAAT = Netwerkafstand(bouw(straat(), "lopen"), 500.0)


def test_de_afstand_is_toegang_straat_en_toegang():
    gemeten = STRAAT.dichtstbij(
        np.array([[510.0, 20.0]]), np.array([[1900.0, 5.0], [1130.0, -30.0]]), 700.0
    )
    assert gemeten.afstand_m.tolist() == [20 + 620 + 30]
    assert gemeten.dichtstbijzijnde.tolist() == [1]
    assert gemeten.aantal_binnen_bereik.tolist() == [1]
    assert gemeten.status is Status.AFGELEID


def test_om_een_blok_heen_is_verder_dan_de_rechte_lijn():
    meter = Netwerkafstand(bouw(raster(2, 2, 200.0), "lopen"), 500.0)
    gemeten = meter.dichtstbij(np.array([[50.0, 0.0]]), np.array([[50.0, 200.0]]), 0.0)
    assert gemeten.afstand_m.tolist() == [50 + 200 + 50]


def test_aan_hetzelfde_wegvak_gaat_het_rechtstreeks():
    meter = Netwerkafstand(
        bouw(straten({1: (0.0, 0.0), 2: (9000.0, 0.0)}, [(1, 2)]), "lopen"), 500.0
    )
    gemeten = meter.dichtstbij(
        np.array([[4000.0, 10.0]]), np.array([[4300.0, 0.0], [3900.0, 0.0]]), 310.0
    )
    assert gemeten.afstand_m.tolist() == [110]
    assert gemeten.dichtstbijzijnde.tolist() == [1]
    assert gemeten.aantal_binnen_bereik.tolist() == [2]


def test_een_omweg_kan_korter_zijn_dan_het_eigen_wegvak():
    # Het wegvak van A naar B is een bochtige dijk van 4 km; eromheen is het 1,2 km.
    knopen = {1: (0.0, 0.0), 2: (1000.0, 0.0), 3: (500.0, -300.0)}
    net = bouw(straten(knopen, [(1, 2, 4000), (1, 3, 600), (3, 2, 600)]), "lopen")
    gemeten = Netwerkafstand(net, 500.0).dichtstbij(
        np.array([[0.0, 0.0]]), np.array([[1000.0, 0.0]]), 0.0
    )
    assert gemeten.afstand_m.tolist() == [1200]


def test_onbereikbaar_of_los_is_onbekend():
    delen = [straat(), straat(y=5000.0, eerste_id=100)]
    net = bouw(pd.concat(delen), "lopen", kleinste_deel=5)
    plekken = np.array([[0.0, 0.0], [0.0, 5000.0], [0.0, 1000.0], [np.nan, np.nan]])
    gemeten = Netwerkafstand(net, 500.0).dichtstbij(plekken, np.array([[300.0, 0.0]]), 1e6)
    np.testing.assert_array_equal(gemeten.afstand_m, [300, np.nan, np.nan, np.nan])
    assert gemeten.dichtstbijzijnde.tolist() == [0, -1, -1, -1]
    assert gemeten.aantal_binnen_bereik.tolist() == [1, 0, 0, 0]


@pytest.mark.parametrize(
    ("plekken", "voorzieningen"), [(0, 2), (2, 0), (0, 0)], ids=["geen plek", "geen doel", "niets"]
)
def test_zonder_plekken_of_voorzieningen_is_er_een_leeg_of_onbekend_antwoord(
    plekken, voorzieningen
):
    gemeten = STRAAT.dichtstbij(np.zeros((plekken, 2)), np.zeros((voorzieningen, 2)), 100.0)
    assert np.isnan(gemeten.afstand_m).tolist() == [True] * plekken
    assert gemeten.dichtstbijzijnde.tolist() == [-1] * plekken
    assert gemeten.dichtstbijzijnde.dtype == gemeten.aantal_binnen_bereik.dtype == np.int64


def test_van_gelijke_afstanden_wint_de_eerste_voorziening():
    plekken = np.column_stack([np.arange(0, 2001, 50.0), np.zeros(41)])
    voorzieningen = np.array([[1400.0, 0.0], [600.0, 0.0], [600.0, 0.0], [1400.0, 0.0]])
    for volgorde in ([0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]):
        gemeten = STRAAT.dichtstbij(plekken, voorzieningen[volgorde], 0.0)
        alle = np.abs(plekken[:, :1] - voorzieningen[volgorde][:, 0])
        assert gemeten.dichtstbijzijnde.tolist() == np.argmin(alle, axis=1).tolist()


def test_omschrijving_noemt_de_reiswijze():
    meter: Reisafstand = Netwerkafstand(bouw(straat().assign(fietsen=True), "fietsen"), 500.0)
    assert meter.omschrijving == "fietsen over straten"


@given(netten(), punten(), punten())
def test_afstand_en_rij_zijn_die_van_alle_afstanden(net, plekken, voorzieningen):
    gemeten = Netwerkafstand(net, 100.0).dichtstbij(plekken, voorzieningen, 0.0)
    alle = afstanden(net, plekken, voorzieningen, 100.0)
    bereikt = np.isfinite(alle).any(axis=1)
    assert (np.isnan(gemeten.afstand_m) == ~bereikt).all()
    np.testing.assert_allclose(gemeten.afstand_m[bereikt], alle.min(axis=1)[bereikt], atol=1e-6)
    verwacht = np.where(bereikt, np.argmin(alle, axis=1), -1)
    assert gemeten.dichtstbijzijnde.tolist() == verwacht.tolist()


@given(netten(), punten(), punten())
def test_nooit_korter_dan_de_rechte_lijn(net, plekken, voorzieningen):
    gemeten = Netwerkafstand(net, 200.0).dichtstbij(plekken, voorzieningen, 0.0)
    gevonden = np.flatnonzero(gemeten.dichtstbijzijnde >= 0)
    doel = voorzieningen[gemeten.dichtstbijzijnde[gevonden]]
    lijn_m = np.hypot(*(plekken[gevonden] - doel).T)
    assert (gemeten.afstand_m[gevonden] >= lijn_m).all()


@given(netten(), punten(max_size=1), punten(max_size=1))
def test_heen_is_even_ver_als_terug(net, een, ander):
    meter = Netwerkafstand(net, 200.0)
    heen, terug = meter.dichtstbij(een, ander, 0.0), meter.dichtstbij(ander, een, 0.0)
    np.testing.assert_array_equal(heen.afstand_m, terug.afstand_m)


@given(st.floats(0, 2000), st.floats(0, 2000), st.floats(0, 1000))
def test_een_voorziening_die_verder_van_de_plek_gaat_komt_niet_dichterbij(plek_x, x, verder):
    richting = 1 if x >= plek_x else -1
    verder_x = np.clip(x + richting * verder, 0, 2000)
    plek, dichtbij, ver = (np.array([[waarde, 0.0]]) for waarde in (plek_x, x, verder_x))
    voor, na = (STRAAT.dichtstbij(plek, doel, 0.0).afstand_m[0] for doel in (dichtbij, ver))
    assert na >= voor


@given(st.randoms(use_true_random=False))
def test_de_volgorde_van_plekken_en_hoeveel_er_tegelijk_gaan_maakt_niets_uit(toeval):
    meter = Netwerkafstand(bouw(raster(30, 30, zaad=6, weg=0.2), "lopen"), 500.0)
    trekking = np.random.default_rng(7)
    plekken, voorzieningen = (trekking.uniform(0, 2900, (n, 2)) for n in (60, 9))
    alle = meter.dichtstbij(plekken, voorzieningen, 800.0)
    volgorde = np.array(toeval.sample(range(60), toeval.randint(1, 60)))
    deel = meter.dichtstbij(plekken[volgorde], voorzieningen, 800.0)
    for veld in ("afstand_m", "dichtstbijzijnde", "aantal_binnen_bereik"):
        np.testing.assert_array_equal(getattr(deel, veld), getattr(alle, veld)[volgorde])


def test_veel_voorzieningen_aan_een_wegvak_gaan_in_stukken(monkeypatch):
    monkeypatch.setattr(netwerkafstand, "_PAREN_TEGELIJK", 10)
    plekken = np.column_stack([np.linspace(0, 99, 25), np.zeros(25)])
    voorzieningen = np.column_stack([np.linspace(0, 99, 12), np.zeros(12)])
    gemeten = STRAAT.dichtstbij(plekken, voorzieningen, 0.0)
    alle = np.abs(plekken[:, :1] - voorzieningen[:, 0])
    np.testing.assert_allclose(gemeten.afstand_m, alle.min(axis=1), atol=0.001)


def _vergelijk(tabel, g, gewicht, tolerantie_m):
    """Leg tweehonderd paren knopen naast networkx."""
    toeval = np.random.default_rng(8)
    plek = ligging(tabel)
    meter = Netwerkafstand(bouw(tabel, "lopen"), 500.0)
    paren = toeval.choice(grootste_deel(nx.Graph(g)), (200, 2)).tolist()
    for van, naar in paren:
        gemeten = meter.dichtstbij(np.array([plek[van]]), np.array([plek[naar]]), 0.0)
        verwacht = nx.shortest_path_length(g, van, naar, weight=gewicht)
        assert gemeten.afstand_m[0] == pytest.approx(verwacht, abs=tolerantie_m)


def test_een_raster_geeft_de_afstanden_van_networkx():
    tabel = raster(40, 40, zaad=9, weg=0.2)
    _vergelijk(tabel, graaf(tabel), "lengte", 0.1)


def test_helsinki_geeft_de_afstanden_van_networkx():
    tabel = helsinki()
    _vergelijk(tabel, graaf(tabel), "lengte", 0.1)


def test_een_graaf_in_de_vorm_van_osmnx_geeft_de_afstanden_van_networkx():
    # Zo levert osmnx een graaf: gericht, met dubbele wegen, lussen, x, y en length.
    los = raster(20, 20, zaad=10, weg=0.1)
    g = nx.MultiDiGraph(crs="EPSG:28992")
    for knoop, (x, y) in ligging(los).items():
        g.add_node(knoop, x=x, y=y)
    toeval = np.random.default_rng(11)
    for rij in los.itertuples():
        for omweg in toeval.uniform(1.0, 1.5, toeval.integers(1, 3)):
            g.add_edge(rij.van, rij.naar, length=rij.lengte_m * omweg)
            g.add_edge(rij.naar, rij.van, length=rij.lengte_m * omweg)
    g.add_edge(0, 0, length=50.0)
    knopen = {knoop: (gegevens["x"], gegevens["y"]) for knoop, gegevens in g.nodes(data=True)}
    vakken = [(u, v, gegevens["length"]) for u, v, gegevens in g.edges(data=True)]
    _vergelijk(straten(knopen, vakken), g, "length", 0.1)
