"""Eigen rasters: elke cel haar waarde, en een raster dat niet kan wordt met reden geweigerd."""

import numpy as np
import pyproj
import pytest
import rasterio
from rasterio import Affine

from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.fouten import BestandFout
from locatieplanner.zoekgebieden.eigenraster import lees_op, open_rasters
from locatieplanner.zoekgebieden.instelling import EigenRaster
from tests.bench.geheugen import piek_mb
from tests.zoekgebieden.proef import schrijf_tif

_PUNTEN = np.random.default_rng(1).uniform((99_000, 399_000), (111_000, 411_000), (500, 2))


def _open(pad, gebruik="uitsluiting"):
    return open_rasters([EigenRaster(pad, "proef", gebruik, "ja/nee")], lees_parameters())[0]


def _geweigerd(pad):
    with pytest.raises(BestandFout) as fout:
        _open(pad)
    return str(fout.value)


def test_een_punt_krijgt_de_waarde_van_de_cel_waar_het_in_ligt(tmp_path):
    waarden = np.arange(200 * 200, dtype=np.float32).reshape(200, 200)
    waarden[50:60] = -9999
    bron = _open(schrijf_tif(tmp_path / "r.tif", waarden, nodata=-9999))
    gelezen = lees_op(bron, _PUNTEN)
    for (x, y), waarde in zip(_PUNTEN, gelezen, strict=True):
        rij, kolom = int((410_000 - y) // 50), int((x - 100_000) // 50)
        buiten = not (0 <= rij < 200 and 0 <= kolom < 200)
        if buiten or 50 <= rij < 60:
            assert np.isnan(waarde)
        else:
            assert waarde == waarden[rij, kolom]
    assert np.isnan(gelezen).any()
    assert not np.isnan(gelezen).all()


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035"])
def test_een_raster_in_een_ander_stelsel_ligt_op_dezelfde_plek(tmp_path, crs):
    naar = pyproj.Transformer.from_crs("EPSG:28992", crs, always_xy=True)
    x, y = naar.transform(_PUNTEN[:, 0], _PUNTEN[:, 1])
    cel = (x.max() - x.min()) / 80
    hoek = (x.min() - 0.7 * cel, y.max() + 0.6 * cel)
    rijen = int((y.max() - y.min()) / cel) + 3
    waarden = np.arange(rijen * 83, dtype=np.float64).reshape(rijen, 83)
    bron = _open(schrijf_tif(tmp_path / "r.tif", waarden, hoek=hoek, cel_m=cel, crs=crs))
    rij, kolom = ((hoek[1] - y) // cel).astype(int), ((x - hoek[0]) // cel).astype(int)
    assert np.array_equal(lees_op(bron, _PUNTEN), waarden[rij, kolom])


def test_een_oneindige_waarde_en_een_masker_zijn_geen_gegevens(tmp_path):
    waarden = np.ones((240, 240), dtype=np.float32)
    waarden[:, ::2] = np.nan
    waarden[::2] = np.inf
    gelezen = lees_op(_open(schrijf_tif(tmp_path / "r.tif", waarden)), _PUNTEN)
    assert set(gelezen[~np.isnan(gelezen)]) == {1.0}
    pad = schrijf_tif(tmp_path / "m.tif", np.ones((240, 240), dtype=np.uint8))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(pad, "r+") as bestand:
        masker = np.zeros((240, 240), dtype=np.uint8)
        masker[:120] = 255
        bestand.write_mask(masker)
    onder = np.array([[105_000.0, 401_000.0], [105_000.0, 409_000.0]])
    assert np.isnan(lees_op(_open(pad), onder)).tolist() == [True, False]


def test_een_fijn_raster_wordt_in_stukken_gelezen(tmp_path, monkeypatch):
    waarden = np.arange(400 * 400, dtype=np.float64).reshape(400, 400)
    bron = _open(
        schrijf_tif(
            tmp_path / "r.tif", waarden, cel_m=25.0, tiled=True, blockxsize=64, blockysize=64
        )
    )
    heel = lees_op(bron, _PUNTEN)
    monkeypatch.setattr("locatieplanner.zoekgebieden.eigenraster._BLOK_BYTES", 10_000)
    assert np.array_equal(lees_op(bron, _PUNTEN), heel, equal_nan=True)


def test_een_beschadigd_of_ander_bestand_wordt_geweigerd(tmp_path):
    goed = schrijf_tif(tmp_path / "goed.tif", np.ones((300, 300), dtype=np.float32))
    half = tmp_path / "half.tif"
    half.write_bytes(goed.read_bytes()[: goed.stat().st_size // 2])
    leeg = tmp_path / "leeg.tif"
    leeg.write_bytes(b"")
    tekst = tmp_path / "tekst.tif"
    tekst.write_text("naam;x;y\n")
    verwijst = tmp_path / "vrt.tif"
    verwijst.write_text(
        '<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1">'
        f"<SimpleSource><SourceFilename>{goed}</SourceFilename></SimpleSource></VRTRasterBand>"
        "</VRTDataset>"
    )
    for pad in (leeg, tekst, verwijst):
        assert "geen GeoTIFF, of het is beschadigd" in _geweigerd(pad)
    bron = _open(half)
    with pytest.raises(BestandFout, match="beschadigd"):
        lees_op(bron, np.array([[100_100.0, 395_100.0]]))


@pytest.mark.parametrize(
    "pad", ["/vsicurl/http://127.0.0.1:9/r.tif", "/vsizip/x.zip/r.tif", "bestaat-niet.tif", "."]
)
def test_alleen_een_gewoon_bestand_wordt_geopend(pad):
    assert "er is geen bestand" in _geweigerd(pad)


def test_een_leeg_raster_wordt_geweigerd(tmp_path):
    leeg = np.full((200, 200), -1, dtype=np.int16)
    assert "nergens in Nederland een waarde" in _geweigerd(
        schrijf_tif(tmp_path / "r.tif", leeg, nodata=-1)
    )
    elders = schrijf_tif(
        tmp_path / "e.tif", np.ones((9, 9), np.uint8), hoek=(20.0, 10.0), cel_m=0.1, crs="EPSG:4326"
    )
    assert "nergens in Nederland een waarde" in _geweigerd(elders)


def test_een_raster_zonder_ligging_of_met_een_draai_wordt_geweigerd(tmp_path):
    waarden = np.ones((20, 20), dtype=np.uint8)
    assert "heeft geen ligging" in _geweigerd(schrijf_tif(tmp_path / "z.tif", waarden, crs=None))
    scheef = Affine(47.0, 17.1, 100_000, 17.1, -47.0, 410_000)
    assert "is gedraaid" in _geweigerd(schrijf_tif(tmp_path / "s.tif", waarden, transform=scheef))
    banden = np.ones((3, 20, 20), dtype=np.uint8)
    assert "heeft 3 banden" in _geweigerd(schrijf_tif(tmp_path / "b.tif", banden))
    complex_ = waarden.astype(np.complex64)
    assert "geen gewone getallen" in _geweigerd(schrijf_tif(tmp_path / "c.tif", complex_))


def test_een_raster_dat_een_miljoen_bij_een_miljoen_zegt_te_zijn(tmp_path):
    pad = tmp_path / "groot.tif"
    with rasterio.open(
        pad, "w", driver="GTiff", width=1_000_000, height=1_000_000, count=1, dtype="uint8",
        crs="EPSG:28992", transform=Affine(0.3, 0, 0, 0, -0.3, 600_000), tiled=True,
        sparse_ok=True, bigtiff="yes", blockxsize=4096, blockysize=4096,
    ):  # fmt: skip
        pass
    voor = piek_mb()
    assert "te groot: 1.000.000 bij 1.000.000 cellen" in _geweigerd(pad)
    assert piek_mb() - voor < 100


def test_een_raster_in_een_stuk_van_honderden_mb_wordt_geweigerd(tmp_path):
    pad = tmp_path / "stuk.tif"
    with rasterio.open(
        pad, "w", driver="GTiff", width=20_000, height=20_000, count=1, dtype="uint8",
        crs="EPSG:28992", transform=Affine(10, 0, 0, 0, -10, 600_000), tiled=True,
        blockxsize=16_384, blockysize=16_384, sparse_ok=True, compress="deflate",
    ):  # fmt: skip
        pass
    voor = piek_mb()
    assert "te grote stukken" in _geweigerd(pad)
    assert piek_mb() - voor < 100


def test_de_afdruk_volgt_de_inhoud(tmp_path):
    een = _open(schrijf_tif(tmp_path / "r.tif", np.ones((20, 20), np.uint8)))
    ander = _open(schrijf_tif(tmp_path / "r.tif", np.full((20, 20), 2, np.uint8)))
    assert een.raster == ander.raster
    assert een.afdruk != ander.afdruk


def test_een_raster_dat_intussen_weg_is_geeft_een_melding(tmp_path):
    pad = schrijf_tif(tmp_path / "r.tif", np.ones((20, 20), np.uint8))
    bron = _open(pad)
    pad.unlink()
    with pytest.raises(BestandFout, match="er is geen bestand"):
        lees_op(bron, _PUNTEN)
