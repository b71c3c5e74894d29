"""De map van een doorgerekend gebied: alleen van deze gebruiker, en weg met de sessie."""

import gc
import stat

from locatieplanner.scherm.zoekmap import Zoekmap


def test_de_map_is_van_een_gebruiker_en_verdwijnt_met_het_object():
    map_ = Zoekmap()
    pad = map_.raster.parent
    map_.raster.write_bytes(b"raster")
    assert stat.S_IMODE(pad.stat().st_mode) == 0o700
    del map_
    gc.collect()
    assert not pad.exists()


def test_twee_mappen_delen_niets():
    een, ander = Zoekmap(), Zoekmap()
    assert een.raster != ander.raster
