"""Straten om mee te proberen: met de hand gemaakt, getrokken, en het centrum van Helsinki."""

from itertools import pairwise
from pathlib import Path

import networkx as nx
import numpy as np
import osmium
import pandas as pd
import pyrosm
from hypothesis import strategies as st

from locatieplanner.netwerk.aanhechting import hecht_aan, langs_wegvak_m
from locatieplanner.netwerk.stratennet import bouw

_AARDE_M = 6_371_000.0


def straten(knopen, vakken, **wijzen):
    """Maak de tabel van knopen (id → ligging) en vakken (van, naar, en lengte als die afwijkt)."""
    rijen = []
    for van, naar, *lengte in vakken:
        (x1, y1), (x2, y2) = knopen[van], knopen[naar]
        rijen.append((van, naar, x1, y1, x2, y2, *(lengte or [np.hypot(x2 - x1, y2 - y1)])))
    kolommen = ["van", "naar", "x_van", "y_van", "x_naar", "y_naar", "lengte_m"]
    tabel = pd.DataFrame(rijen, columns=kolommen).astype({"van": np.int64, "naar": np.int64})
    return tabel.astype(dict.fromkeys(kolommen[2:], float)).assign(**(wijzen or {"lopen": True}))


def straat(lengte_m=2000, stap_m=100, y=0.0, eerste_id=0):
    """Eén rechte straat naar het oosten, met knopen op gelijke afstand."""
    x = np.arange(0, lengte_m + 1, stap_m)
    knopen = {eerste_id + i: (float(waarde), y) for i, waarde in enumerate(x)}
    return straten(knopen, list(pairwise(knopen)))


def raster(rijen, kolommen, stap_m=100.0, zaad=None, weg=0.0):
    """Een raster van straten; met een zaad schuiven de knopen, en verdwijnt een deel `weg`."""
    toeval = np.random.default_rng(zaad)
    schuif = 0.0 if zaad is None else 0.3 * stap_m
    xy = np.stack(np.meshgrid(np.arange(kolommen), np.arange(rijen)), axis=-1) * stap_m
    xy = xy.reshape(-1, 2) + toeval.uniform(-schuif, schuif, (rijen * kolommen, 2))
    nummer = np.arange(rijen * kolommen).reshape(rijen, kolommen)
    van = np.concatenate([nummer[:, :-1].ravel(), nummer[:-1].ravel()])
    naar = np.concatenate([nummer[:, 1:].ravel(), nummer[1:].ravel()])
    blijft = toeval.random(len(van)) >= weg
    vakken = list(zip(van[blijft].tolist(), naar[blijft].tolist(), strict=True))
    return straten(dict(enumerate(map(tuple, xy))), vakken)


def helsinki():
    """De straten van het fragment van Helsinki dat met pyrosm meekomt, op een plat vlak."""
    bestand = Path(pyrosm.__file__).parent / "data" / "Helsinki.osm.pbf"
    plek, vakken = {}, set()
    for ding in osmium.FileProcessor(bestand).with_locations():
        if not (ding.is_way() and "highway" in ding.tags):
            continue
        knopen = [k for k in ding.nodes if k.location.valid()]
        plek |= {k.ref: (k.lon, k.lat) for k in knopen}
        vakken |= {tuple(sorted(paar)) for paar in pairwise(k.ref for k in knopen)}
    graden = np.radians(list(plek.values()))
    midden = graden.mean(axis=0)
    xy = _AARDE_M * (graden - midden) * [np.cos(midden[1]), 1.0]
    knopen = dict(zip(plek, map(tuple, xy), strict=True))
    return straten(knopen, sorted(paar for paar in vakken if knopen[paar[0]] != knopen[paar[1]]))


def graaf(tabel):
    """Dezelfde straten als graaf van networkx; van dubbele wegvakken het kortste."""
    uitkomst = nx.Graph()
    for rij in tabel.itertuples():
        if not uitkomst.has_edge(rij.van, rij.naar) or (
            uitkomst.edges[rij.van, rij.naar]["lengte"] > rij.lengte_m
        ):
            uitkomst.add_edge(rij.van, rij.naar, lengte=rij.lengte_m)
    return uitkomst


def grootste_deel(net_graaf):
    """De knopen van het grootste samenhangende deel, gesorteerd."""
    return sorted(max(nx.connected_components(net_graaf), key=len))


def ligging(tabel):
    """Van elke knoop de ligging."""
    van = zip(tabel["van"], zip(tabel["x_van"], tabel["y_van"], strict=True), strict=True)
    naar = zip(tabel["naar"], zip(tabel["x_naar"], tabel["y_naar"], strict=True), strict=True)
    return dict(van) | dict(naar)


def afstanden(net, plekken, voorzieningen, verst_m):
    """Alle afstanden met networkx: elke plek is een knoop aan het wegvak waar zij aan vastzit."""
    g = nx.Graph()
    g.add_weighted_edges_from(
        zip(net.van.tolist(), net.naar.tolist(), net.lengte_m.tolist(), strict=True)
    )
    van, naar = hecht_aan(net, plekken, verst_m), hecht_aan(net, voorzieningen, verst_m)
    uitkomst = np.full((len(plekken), len(voorzieningen)), np.inf)
    for i in np.flatnonzero(van.vast):
        g.add_weighted_edges_from(
            ("plek", int(k), float(m)) for k, m in zip(van.knopen[i], van.benen_m[i], strict=True)
        )
        lengtes = nx.single_source_dijkstra_path_length(g, "plek")
        g.remove_node("plek")
        for j in np.flatnonzero(naar.vast):
            paren = zip(naar.knopen[j], naar.benen_m[j], strict=True)
            via = min(lengtes.get(int(k), np.inf) + m for k, m in paren)
            if van.wegvak[i] == naar.wegvak[j]:
                een, ander = van.neem(np.array([i])), naar.neem(np.array([j]))
                via = min(via, langs_wegvak_m(net, een, ander)[0])
            uitkomst[i, j] = via
    return uitkomst


@st.composite
def netten(draw):
    """Een klein net op hele tientallen meters, met losse delen, lussen en omwegen."""
    aantal = draw(st.integers(2, 12))
    maat = st.integers(-20, 20).map(lambda getal: 10.0 * getal)
    knopen = {i: (draw(maat), draw(maat)) for i in range(aantal)}
    knoop = st.integers(0, aantal - 1)
    vakken = draw(
        st.lists(st.tuples(knoop, knoop, st.sampled_from([1.0, 1.1, 2.0])), min_size=1, max_size=25)
    )
    paren = [
        (u, v, max(1.0, om * np.hypot(*np.subtract(knopen[u], knopen[v])))) for u, v, om in vakken
    ]
    return bouw(straten(knopen, paren), "lopen", kleinste_deel=draw(st.sampled_from([1, 1000])))


def punten(min_size=1, max_size=6):
    """Plekken in en om zo'n net, vaak precies op een knoop of wegvak."""
    maat = st.one_of(st.integers(-25, 25).map(lambda getal: 10.0 * getal), st.floats(-300, 300))
    return st.lists(st.tuples(maat, maat), min_size=min_size, max_size=max_size).map(
        lambda lijst: np.array(lijst, dtype=float).reshape(-1, 2)
    )
