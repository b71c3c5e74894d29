from dataclasses import replace

import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from scipy.sparse.csgraph import dijkstra

from locatieplanner.fouten import LaagFout
from locatieplanner.netwerk.maat import EENHEID_M
from locatieplanner.netwerk.stratennet import Bouwverslag, bouw
from tests.netwerk.netten import graaf, helsinki, netten, raster, straat, straten

VIERKANT = {7: (0.0, 0.0), 8: (100.0, 0.0), 9: (100.0, 100.0), 10: (0.0, 100.0)}


def test_van_dubbele_wegvakken_blijft_het_kortste_en_een_lus_doet_niet_mee():
    net = bouw(straten(VIERKANT, [(7, 8, 150), (8, 7, 120), (8, 9, 100), (9, 9, 30)]), "lopen")
    assert sorted(net.lengte_m.tolist()) == [100, 120]
    assert (net.verslag.wegvakken_gelezen, net.verslag.dubbel, net.verslag.lussen) == (4, 1, 1)


def test_alleen_straten_van_de_reiswijze_doen_mee():
    tabel = straten(VIERKANT, [(7, 8), (8, 9), (9, 10)], lopen=True, fietsen=[True, True, False])
    assert (len(bouw(tabel, "lopen").van), len(bouw(tabel, "fietsen").van)) == (3, 2)


def test_een_wegvak_is_nooit_korter_dan_de_rechte_lijn():
    net = bouw(straten(VIERKANT, [(7, 8, 99.9), (8, 9, 100.1)]), "lopen")
    assert sorted(net.lengte_m.tolist()) == pytest.approx([100, 100.1], abs=EENHEID_M)
    assert (net.lengte_m / EENHEID_M % 1 == 0).all()


def test_kleine_losse_delen_vallen_af_en_een_eiland_blijft():
    vakken = [
        raster(6, 6),
        straat(500, y=5000.0, eerste_id=100),
        straat(100, y=9000.0, eerste_id=200),
    ]
    net = bouw(pd.concat(vakken), "lopen", kleinste_deel=6)
    assert len(net.knopen) == 36 + 6
    verslag = net.verslag
    assert (verslag.knopen_gelezen, verslag.delen, verslag.delen_weg) == (44, 3, 1)
    assert (verslag.knopen_weg, verslag.km_weg) == (2, pytest.approx(0.1))


def test_het_grootste_deel_blijft_ook_als_het_klein_is():
    assert len(bouw(straat(300), "lopen", kleinste_deel=1000).knopen) == 4


def test_zonder_straten_voor_de_reiswijze_is_het_net_leeg():
    net = bouw(straat().assign(lopen=False), "lopen")
    assert (net.knopen.shape, net.matrix.shape, len(net.van)) == ((0, 2), (0, 0), 0)


def test_knopen_staan_langs_een_z_kromme():
    net = bouw(raster(64, 64), "lopen")
    # Op een Z-kromme liggen opeenvolgende knopen meestal naast elkaar.
    stap_m = np.hypot(*np.diff(net.knopen, axis=0).T)
    assert np.median(stap_m) <= 150


def test_de_matrix_deelt_haar_getallen_en_is_symmetrisch():
    net = bouw(raster(5, 5, zaad=1), "lopen")
    assert (net.indptr.dtype, net.indices.dtype, net.van.dtype) == (np.int32,) * 3
    assert np.shares_memory(net.matrix.data, net.data)
    assert np.shares_memory(net.matrix.indices, net.indices)
    assert abs(net.matrix - net.matrix.T).max() == 0


def test_de_kolom_van_de_reiswijze_ontbreekt():
    with pytest.raises(LaagFout, match="fietsen"):
        bouw(straat(), "fietsen")


@pytest.mark.parametrize(("kolom", "waarde"), [("x_van", np.nan), ("lengte_m", 0.0)])
def test_een_stuk_zonder_ligging_of_lengte_is_een_fout(kolom, waarde):
    tabel = straat()
    tabel.loc[0, kolom] = waarde
    with pytest.raises(LaagFout, match="ververs straten"):
        bouw(tabel, "lopen")


@given(netten())
def test_elk_wegvak_staat_in_elke_cel_waar_het_doorheen_loopt(net):
    index = net.wegvakindex
    lijnen = shapely.linestrings(np.stack([net.knopen[net.van], net.knopen[net.naar]], axis=1))
    kolommen, rijen = index.vorm
    for kolom in range(kolommen):
        for rij in range(rijen):
            x, y = np.add(index.hoek, np.multiply((kolom, rij), index.cel_m))
            cel = shapely.box(x, y, x + index.cel_m - 1e-6, y + index.cel_m - 1e-6)
            begin, lengte = index.stukken(np.array([[kolom, rij]]))
            inhoud = set(index.inhoud[begin[0] : begin[0] + lengte[0]].tolist())
            assert set(np.flatnonzero(shapely.intersects(lijnen, cel))) <= inhoud


def test_alle_afstanden_in_helsinki_zijn_die_van_networkx():
    tabel = helsinki()
    net, g = bouw(tabel, "lopen"), graaf(tabel)
    assert net.verslag.knopen_gelezen == len(g)
    # Zelfde aantal knopen in hetzelfde deel, en vanuit één knoop dezelfde reeks afstanden.
    deel = max(nx.connected_components(g), key=len)
    assert len(net.knopen) == len(deel)
    x, y = net.knopen[0]
    rij = tabel[(tabel["x_van"] == x) & (tabel["y_van"] == y)]
    begin = rij["van"].iloc[0] if len(rij) else tabel[tabel["x_naar"] == x]["naar"].iloc[0]
    verwacht = nx.single_source_dijkstra_path_length(g, begin, weight="lengte")
    gemeten = np.sort(dijkstra(net.matrix, indices=0))
    np.testing.assert_allclose(gemeten, sorted(verwacht.values()), atol=0.1)


def test_het_verslag_in_woorden():
    leeg = Bouwverslag(1_000, 1_200, 0, 0, 1, 0, 0, 0.0)
    assert leeg.zin == "1.000 knopen"
    assert replace(leeg, delen_weg=1, knopen_weg=66, km_weg=0.93).zin == (
        "934 knopen; 1 los deel weggelaten (66 knopen, 0,9 km straat)"
    )
    assert "2 losse delen weggelaten" in replace(leeg, delen_weg=2).zin
