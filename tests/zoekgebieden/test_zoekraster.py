"""Het zoekraster: in elke verdeling dezelfde bytes, hervatbaar, en heel of niet."""

from dataclasses import replace

import numpy as np
import pytest

from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.fouten import Afgebroken, BestandFout, InvoerFout, UitvoerFout
from locatieplanner.zoekgebieden import werkers
from locatieplanner.zoekgebieden.delen import reken_deel
from locatieplanner.zoekgebieden.instelling import EigenRaster, Instelling, Zoekgebied
from locatieplanner.zoekgebieden.rooster import Rooster
from locatieplanner.zoekgebieden.zoekraster import bereken, lees_zoekraster
from tests.zoekgebieden.proef import FLEX, aardam, schrijf_tif


@pytest.fixture(scope="module")
def in_een_stuk(omgeving_echt, tmp_path_factory):
    pad = tmp_path_factory.mktemp("heel") / "utrecht.tif"
    _reken_utrecht(omgeving_echt, pad, blok=4096, processen=1)
    return pad.read_bytes()


def _reken_utrecht(omgeving, pad, **hoe):
    gebied = Zoekgebied.provincie("Utrecht", omgeving.gemeenten)
    return bereken(omgeving, Instelling(150, "azc"), gebied, pad, **hoe)


@pytest.mark.parametrize(("blok", "processen"), [(128, 2), (512, 1)])
def test_elke_verdeling_in_blokken_geeft_dezelfde_bytes(
    omgeving_echt, in_een_stuk, tmp_path, blok, processen
):
    pad = tmp_path / "blokken.tif"
    _reken_utrecht(omgeving_echt, pad, blok=blok, processen=processen)
    assert pad.read_bytes() == in_een_stuk


def test_ook_met_alles_geladen(rijk, raster_rijk, tmp_path):
    pad = tmp_path / "blokken.tif"
    bereken(rijk, FLEX, aardam(rijk), pad, blok=16, processen=1)
    assert pad.read_bytes() == raster_rijk.pad.read_bytes()


@pytest.mark.parametrize("cel_m", [25, 10])
def test_ook_op_een_fijner_rooster(omgeving_echt, tmp_path, cel_m):
    gebied = Zoekgebied.gemeente("GM0339", omgeving_echt.gemeenten)
    paden = [tmp_path / f"{blok}.tif" for blok in (128, 4096)]
    for pad in paden:
        bereken(
            omgeving_echt, Instelling(150, "azc"), gebied, pad, rooster=Rooster(cel_m),
            blok=int(pad.stem), processen=1,
        )  # fmt: skip
    assert paden[0].read_bytes() == paden[1].read_bytes()


def test_een_cel_is_in_elk_gebied_dezelfde(rijk, raster_rijk, tmp_path):
    ruim = bereken(
        rijk, FLEX, Zoekgebied.provincie("Utrecht", rijk.gemeenten), tmp_path / "r.tif", processen=1
    )
    eigen = raster_rijk.lees_getallen("gemeente") == 1
    for band in ruim.banden:
        zelfde = ruim.lees_getallen(band.naam, raster_rijk.venster)
        assert np.array_equal(zelfde[eigen], raster_rijk.lees_getallen(band.naam)[eigen])


def test_wie_onderbroken_is_gaat_verder_met_wat_er_is(rijk, raster_rijk, tmp_path, monkeypatch):
    pad = tmp_path / "uit.tif"
    pad.write_bytes(b"het oude bestand")
    gerekend = []

    def tel(grond, venster):
        gerekend.append(venster)
        return reken_deel(grond, venster)

    monkeypatch.setattr(werkers, "reken_deel", tel)

    def stop(klaar, totaal):
        if klaar == 2:
            raise Afgebroken("gestopt")

    with pytest.raises(Afgebroken):
        bereken(rijk, FLEX, aardam(rijk), pad, blok=32, processen=1, voortgang=stop)
    assert pad.read_bytes() == b"het oude bestand"
    stappen = []
    bereken(
        rijk, FLEX, aardam(rijk), pad, blok=32, processen=1,
        voortgang=lambda *stap: stappen.append(stap),
    )  # fmt: skip
    assert len(gerekend) == len(set(gerekend)) == stappen[-1][1]
    assert stappen[0][0] == 2
    assert stappen[-1] == (16, 16)
    assert pad.read_bytes() == raster_rijk.pad.read_bytes()
    assert [ding.name for ding in tmp_path.iterdir()] == ["uit.tif"]


def test_een_andere_vraag_gebruikt_geen_oude_delen(rijk, tmp_path):
    pad = tmp_path / "uit.tif"

    def stop(klaar, totaal):
        if klaar == 2:
            raise Afgebroken("gestopt")

    with pytest.raises(Afgebroken):
        bereken(rijk, FLEX, aardam(rijk), pad, blok=32, processen=1, voortgang=stop)
    stappen = []
    ander = replace(FLEX, capaciteit=500)
    bereken(
        rijk, ander, aardam(rijk), pad, blok=32, processen=1,
        voortgang=lambda *stap: stappen.append(stap),
    )  # fmt: skip
    assert stappen[0][0] == 0


def test_een_volle_schijf_laat_het_oude_staan(rijk, tmp_path, monkeypatch):
    pad = tmp_path / "uit.tif"
    pad.write_bytes(b"oud")

    def vol(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("locatieplanner.zoekgebieden.zoekraster.schrijf_cog", vol)
    with pytest.raises(UitvoerFout, match="wat er stond, staat er nog"):
        bereken(rijk, FLEX, aardam(rijk), pad, processen=1)
    assert pad.read_bytes() == b"oud"


def test_een_raster_dat_niet_kan_verandert_niets(rijk, tmp_path):
    pad = tmp_path / "uit.tif"
    pad.write_bytes(b"oud")
    kapot = tmp_path / "kapot.tif"
    kapot.write_bytes(b"II*\x00")
    raster = EigenRaster(kapot, "kapot", "uitsluiting", "ja/nee")
    with pytest.raises(BestandFout, match="beschadigd"):
        bereken(rijk, replace(FLEX, rasters=(raster,)), aardam(rijk), pad, processen=1)
    assert pad.read_bytes() == b"oud"
    assert {ding.name for ding in tmp_path.iterdir()} == {"kapot.tif", "uit.tif"}


def test_eigen_rasters_als_uitsluiting_aandachtspunt_en_criterium(rijk, raster_rijk, tmp_path):
    half = np.zeros((200, 200), np.int16)
    half[:, :100] = 1
    half[150:] = -1
    geluid = np.tile(np.linspace(40, 70, 200, dtype=np.float32), (200, 1))
    rasters = (
        EigenRaster(
            schrijf_tif(tmp_path / "water.tif", half, nodata=-1), "water", "uitsluiting", "ja/nee"
        ),
        EigenRaster(
            schrijf_tif(tmp_path / "geluid.tif", geluid), "geluid", "criterium", "dB",
            ((45.0, 100.0), (65.0, 0.0)), 100.0,
        ),
    )  # fmt: skip
    met = bereken(
        rijk, replace(FLEX, rasters=rasters), aardam(rijk), tmp_path / "uit.tif", processen=1
    )
    assert met.regels[-1] == "water: uitsluiting"
    binnen = met.lees_getallen("gemeente") == 1
    bits = met.lees_getallen("regels")[binnen]
    x, y = met.venster.middens()[binnen.ravel()].T
    assert np.array_equal(bits & 4 > 0, (x < 105_000) & (y > 402_500))
    assert (met.lees_getallen("toetsing")[binnen][bits & 4 > 0] == 3).all()
    score = met.lees("score_geluid")[binnen]
    kolom = np.clip(((x - 100_000) // 50).astype(int), 0, 199)
    assert score == pytest.approx(np.interp(geluid[0][kolom], [45, 65], [100, 0]), abs=0.01)
    vier = np.stack([raster_rijk.lees(f"score_{naam}")[binnen] for naam in CRITERIA])
    bekend = ~np.isnan(vier)
    gewogen = 25 * np.where(bekend, vier, 0).sum(axis=0) + 100 * score
    totaal = gewogen / (25 * bekend.sum(axis=0) + 100)
    assert met.lees("totaal")[binnen] == pytest.approx(totaal, abs=0.02)


def test_opnieuw_wegen_uit_het_bestand_is_opnieuw_rekenen(rijk, raster_rijk, tmp_path):
    anders = FLEX.met_gewichten(Gewichten(10, 20, 0, 70))
    opnieuw = bereken(rijk, anders, aardam(rijk), tmp_path / "uit.tif", processen=1)
    gewogen = raster_rijk.stapel().weeg(anders.weging)
    assert opnieuw.lees("totaal").ravel() == pytest.approx(gewogen, abs=0.0051, nan_ok=True)


def test_het_bestand_is_weer_te_openen(raster_rijk):
    assert lees_zoekraster(raster_rijk.pad) == raster_rijk
    with pytest.raises(InvoerFout, match="Er is geen band 'geluk'"):
        raster_rijk.lees("geluk")


def test_een_ander_bestand_is_geen_zoekraster(tmp_path):
    with pytest.raises(BestandFout, match="niet te lezen"):
        lees_zoekraster(tmp_path / "weg.tif")
    ander = schrijf_tif(tmp_path / "ander.tif", np.ones((20, 20), np.uint16))
    with pytest.raises(BestandFout, match="geen zoekraster van dit programma"):
        lees_zoekraster(ander)


@pytest.mark.parametrize(
    ("naam", "zin"), [("uit.png", "geen GeoTIFF"), ("weg/uit.tif", "bestaat niet")]
)
def test_een_pad_dat_niet_kan_wordt_vooraf_gezegd(rijk, tmp_path, naam, zin):
    with pytest.raises(UitvoerFout, match=zin):
        bereken(rijk, FLEX, aardam(rijk), tmp_path / naam)
    (tmp_path / "map.tif").mkdir()
    with pytest.raises(UitvoerFout, match="is een map"):
        bereken(rijk, FLEX, aardam(rijk), tmp_path / "map.tif")
