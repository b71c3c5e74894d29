import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.domein.gebied import HEEL_NEDERLAND, Gebied
from locatieplanner.fouten import LaagFout
from locatieplanner.netwerk import geladen
from locatieplanner.netwerk.bewaring import open_net
from locatieplanner.netwerk.geladen import net_van_cache
from tests.netwerk.netten import raster, straat

WEST = Gebied("West", "west", shapely.box(0, -100, 1000, 100))
OOST = Gebied("Oost", "oost", shapely.box(900, -100, 2000, 100))


@pytest.fixture
def cache(tmp_path):
    return Lagencache(tmp_path / "lagen")


def _zet(cache, gebied, straten):
    return cache.bewaar("straten", gebied, straten, adres="", licentie="ODbL", dekking=gebied.vlak)


def _netten(cache):
    return sorted(pad.name for pad in (cache.map / "straten" / ".netwerk").iterdir())


def test_zonder_straten_in_de_cache_is_er_geen_net(cache):
    assert net_van_cache(cache, "lopen") is None


def test_delen_worden_een_net_en_wat_dubbel_is_telt_een_keer(cache):
    heel = straat(2000)
    _zet(cache, WEST, heel[heel["x_van"] < 1000])
    _zet(cache, OOST, heel[heel["x_van"] >= 900])
    uitkomst = net_van_cache(cache, "lopen")
    assert (len(uitkomst.net.knopen), len(uitkomst.net.van)) == (21, 20)
    assert uitkomst.dekking.equals(shapely.union(WEST.vlak, OOST.vlak))
    assert uitkomst.opgehaald == min(deel.tijdstip for deel in cache.delen("straten"))


def test_heel_nederland_heeft_geen_rand(cache):
    _zet(cache, HEEL_NEDERLAND, straat())
    assert net_van_cache(cache, "lopen").dekking is None


def test_de_tweede_keer_wordt_het_net_geopend_en_niet_gebouwd(cache, monkeypatch):
    _zet(cache, WEST, raster(10, 10))
    gebouwd = net_van_cache(cache, "lopen").net
    monkeypatch.setattr(geladen, "bouw", lambda *_: pytest.fail("bouwt opnieuw"))
    geopend = net_van_cache(cache, "lopen").net
    assert isinstance(geopend.data.base, np.memmap)
    np.testing.assert_array_equal(geopend.data, gebouwd.data)


def test_het_net_is_geen_deel_van_de_laag(cache):
    _zet(cache, WEST, straat())
    voor = cache.delen("straten")
    net_van_cache(cache, "lopen")
    assert cache.delen("straten") == voor


def test_na_verversen_komt_er_een_nieuw_net_en_gaat_het_vorige_weg(cache):
    tabel = straat().assign(fietsen=True)
    _zet(cache, WEST, tabel)
    for wijze in ("lopen", "fietsen"):
        net_van_cache(cache, wijze)
    vorige = _netten(cache)
    _zet(cache, WEST, tabel.iloc[:10])
    assert len(net_van_cache(cache, "lopen").net.knopen) == 11
    assert [naam.partition("-")[0] for naam in _netten(cache)] == ["fietsen", "lopen"]
    assert len(set(vorige) & set(_netten(cache))) == 1


def test_ander_kleinste_deel_is_een_ander_net(cache):
    _zet(cache, WEST, pd.concat([straat(), straat(300, y=900.0, eerste_id=100)]))
    groottes = [len(net_van_cache(cache, "lopen", kleinste).net.knopen) for kleinste in (1000, 2)]
    assert groottes == [21, 25]


def test_een_beschadigd_bewaard_net_wordt_opnieuw_gebouwd(cache):
    _zet(cache, WEST, raster(10, 10))
    eerst = net_van_cache(cache, "lopen").net
    (map_,) = (cache.map / "straten" / ".netwerk").iterdir()
    (map_ / "data.npy").write_bytes(b"stuk")
    weer = net_van_cache(cache, "lopen").net
    np.testing.assert_array_equal(weer.data, eerst.data)
    np.testing.assert_array_equal(open_net(map_).data, eerst.data)


def test_zonder_plaats_om_te_bewaren_werkt_het_uit_het_geheugen(cache):
    _zet(cache, WEST, straat())
    (cache.map / "straten" / ".netwerk").write_text("hier kan geen map komen")
    assert len(net_van_cache(cache, "lopen").net.knopen) == 21


def test_een_beschadigd_deel_van_de_laag_is_een_fout_met_uitleg(cache):
    manifest = _zet(cache, WEST, straat())
    cache.pad(manifest).write_bytes(b"stuk")
    with pytest.raises(LaagFout, match="ververs straten"):
        net_van_cache(cache, "lopen")


def test_wie_ondertussen_ververst_zit_niet_in_de_weg(cache, monkeypatch):
    _zet(cache, WEST, straat())
    echte = Lagencache.lees

    def lees(zelf, manifest):
        # Tussen het zien van het deel en het lezen ervan komt er een nieuw.
        monkeypatch.setattr(Lagencache, "lees", echte)
        _zet(cache, WEST, straat(500))
        return echte(zelf, manifest)

    monkeypatch.setattr(Lagencache, "lees", lees)
    assert len(net_van_cache(cache, "lopen").net.knopen) == 6


def test_wat_een_afgebroken_bouw_liet_liggen_gaat_na_een_dag_weg(cache):
    _zet(cache, WEST, straat())
    map_ = cache.map / "straten" / ".netwerk"
    for naam in (".oud", ".bezig"):
        (map_ / naam).mkdir(parents=True)
    os.utime(map_ / ".oud", (0, 0))
    net_van_cache(cache, "lopen")
    assert [naam for naam in _netten(cache) if naam.startswith(".")] == [".bezig"]


_BOUW = """
import sys
from pathlib import Path
from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.netwerk.geladen import net_van_cache
print("klaar om te beginnen", flush=True)
sys.stdin.readline()
print(net_van_cache(Lagencache(Path(sys.argv[1])), "lopen").net.data.sum())
"""


def test_twee_processen_bouwen_tegelijk_zonder_elkaar_te_storen(cache):
    _zet(cache, replace(WEST, naam="Alles"), raster(60, 60, zaad=2))
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", _BOUW, str(cache.map)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for proces in processen:
        proces.stdout.readline()
    for proces in processen:
        proces.stdin.write("nu\n")
        proces.stdin.flush()
    uitkomsten = [proces.communicate(timeout=60) for proces in processen]
    assert [fout for _, fout in uitkomsten] == [""] * 3
    assert len({som for som, _ in uitkomsten}) == 1
    (naam,) = _netten(cache)
    som = open_net(cache.map / "straten" / ".netwerk" / naam).data.sum()
    assert float(uitkomsten[0][0]) == som
