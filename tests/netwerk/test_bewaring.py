import json
import resource
from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import given

from locatieplanner.fouten import LaagFout, UitvoerFout
from locatieplanner.netwerk.bewaring import bewaar, open_net
from locatieplanner.netwerk.netwerkafstand import Netwerkafstand
from locatieplanner.netwerk.stratennet import bouw
from tests.netwerk.netten import netten, punten, raster, straat

NET = bouw(raster(20, 20, zaad=1, weg=0.1), "lopen")


@given(netten(), punten(), punten())
def test_van_schijf_zijn_de_antwoorden_die_uit_het_geheugen(tmp_path_factory, net, een, ander):
    map_ = tmp_path_factory.mktemp("net") / "lopen"
    bewaar(net, map_)
    geopend = open_net(map_)
    assert (geopend.wijze, geopend.verslag) == (net.wijze, net.verslag)
    np.testing.assert_array_equal(geopend.matrix.toarray(), net.matrix.toarray())
    antwoorden = [Netwerkafstand(n, 100.0).dichtstbij(een, ander, 150.0) for n in (net, geopend)]
    for veld in ("afstand_m", "dichtstbijzijnde", "aantal_binnen_bereik"):
        np.testing.assert_array_equal(*(getattr(antwoord, veld) for antwoord in antwoorden))


def test_de_getallen_blijven_op_schijf_en_zijn_niet_te_veranderen(tmp_path):
    bewaar(NET, tmp_path / "net")
    geopend = open_net(tmp_path / "net")
    assert isinstance(geopend.data.base, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        geopend.data[0] = 1.0


def test_er_blijft_niets_halfs_staan_en_een_volgend_net_komt_ervoor_in_de_plaats(tmp_path):
    bewaar(NET, tmp_path / "net")
    bewaar(bouw(straat(), "lopen"), tmp_path / "net")
    assert len(open_net(tmp_path / "net").knopen) == 21
    assert [pad.name for pad in tmp_path.iterdir()] == ["net"]


def _kort_in(map_):
    pad = map_ / "data.npy"
    pad.write_bytes(pad.read_bytes()[:-100])


def _keer_een_bit_om(map_):
    pad = map_ / "indices.npy"
    inhoud = bytearray(pad.read_bytes())
    inhoud[-3] ^= 4
    pad.write_bytes(inhoud)


def _andere_versie(map_):
    pad = map_ / "net.json"
    pad.write_text(json.dumps(json.loads(pad.read_text()) | {"versie": 0}))


BESCHADIGINGEN = [
    _kort_in,
    _keer_een_bit_om,
    _andere_versie,
    lambda map_: (map_ / "net.json").write_text("{"),
    lambda map_: (map_ / "net.json").write_text("[1]"),
    lambda map_: (map_ / "net.json").write_bytes(b"\xff\xfe"),
    lambda map_: (map_ / "net.json").unlink(),
    lambda map_: (map_ / "van.npy").unlink(),
    lambda map_: (map_ / "van.npy").write_bytes(b""),
    lambda map_: (map_ / "knopen.npy").write_bytes(b"PK\x03\x04 geen net"),
]


@pytest.mark.parametrize("beschadig", BESCHADIGINGEN)
def test_een_beschadigd_net_is_een_fout_met_uitleg(tmp_path, beschadig):
    bewaar(NET, tmp_path / "net")
    beschadig(tmp_path / "net")
    with pytest.raises(LaagFout, match="opnieuw gebouwd"):
        open_net(tmp_path / "net")


def test_een_map_die_er_niet_is_is_een_fout_met_uitleg(tmp_path):
    with pytest.raises(LaagFout, match="niet te lezen"):
        open_net(tmp_path / "net")


@contextmanager
def _volle_schijf():
    """Laat geen bestand groter worden dan 2 kB, zoals op een schijf die volraakt."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def test_op_een_volle_schijf_blijft_staan_wat_er_stond(tmp_path):
    bewaar(bouw(straat(), "lopen"), tmp_path / "net")
    with _volle_schijf(), pytest.raises(UitvoerFout, match="Maak ruimte vrij"):
        bewaar(NET, tmp_path / "net")
    assert len(open_net(tmp_path / "net").knopen) == 21
    assert [pad.name for pad in tmp_path.iterdir()] == ["net"]
