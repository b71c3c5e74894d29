import errno

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from locatieplanner.bronnen.landing import (
    afdruk,
    bewaarfouten,
    laat_landen,
    lees_parquet,
    schrijf_parquet,
)
from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import UitvoerFout


def test_landt_in_een_stap(tmp_path):
    pad = tmp_path / "a.txt"
    pad.write_text("oud")

    def schrijf(tussen):
        tussen.write_text("nieuw")
        assert pad.read_text() == "oud"

    laat_landen(pad, schrijf)
    assert pad.read_text() == "nieuw"
    assert list(tmp_path.iterdir()) == [pad]


def test_mislukt_dan_blijft_het_oude_en_niets_halfs(tmp_path):
    pad = tmp_path / "a.txt"
    pad.write_text("oud")

    def schrijf(tussen):
        tussen.write_text("half")
        raise OSError(errno.ENOSPC, "vol")

    with pytest.raises(OSError, match="vol"):
        laat_landen(pad, schrijf)
    assert pad.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [pad]


def test_schijffout_wordt_een_melding():
    melding = r"^De laag a kan niet bewaard worden: vol\. .*met MAP een andere map.*is er nog\.$"
    with pytest.raises(UitvoerFout, match=melding), bewaarfouten("a", "MAP"):
        raise OSError(errno.ENOSPC, "vol")


@pytest.mark.parametrize(
    "tabel",
    [
        pd.DataFrame({"a": [1.5, None], "b": ["x", ""]}),
        gpd.GeoDataFrame({"a": [1.5]}, geometry=[Point(1, 2)], crs=RD),
        gpd.GeoDataFrame({"a": [1.5]}, geometry=[None], crs=RD),
    ],
)
def test_parquet_heen_en_terug(tmp_path, tabel):
    schrijf_parquet(tabel, tmp_path / "a.parquet")
    terug = lees_parquet(tmp_path / "a.parquet")
    assert type(terug) is type(tabel)
    pd.testing.assert_frame_equal(pd.DataFrame(terug), pd.DataFrame(tabel), check_dtype=False)


def test_beschadigd_parquet(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 kapot")
    with pytest.raises(ValueError, match=r"."):
        lees_parquet(tmp_path / "a.parquet")


def test_afdruk_volgt_de_inhoud(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    assert afdruk(tmp_path / "a").startswith("ba7816bf8f01cfea")
