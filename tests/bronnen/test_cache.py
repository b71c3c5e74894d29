import json
import os
from datetime import UTC, datetime

import geopandas as gpd
import pandas as pd
import pytest

from locatieplanner.bronnen.cache import MAP_VARIABELE, Lagencache
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import LaagFout, UitvoerFout
from tests.diensten.gegevens import DEEL, HIER, vlakken


@pytest.fixture
def cache(tmp_path):
    return Lagencache(tmp_path / "cache")


def bewaar(cache, gegevens=None, gebied=HIER, **anders):
    velden = {"adres": "https://a.nl", "licentie": "CC0", "dekking": gebied.vlak, **anders}
    return cache.bewaar("laag", gebied, vlakken() if gegevens is None else gegevens, **velden)


def test_bewaart_en_leest_vormen(cache):
    manifest = bewaar(cache, peildatum="2024", toelichting="x")
    assert cache.delen("laag") == (manifest,)
    gelezen = cache.lees(manifest)
    assert isinstance(gelezen, gpd.GeoDataFrame)
    assert gelezen.crs == "EPSG:28992"
    pd.testing.assert_frame_equal(pd.DataFrame(gelezen), pd.DataFrame(vlakken()))
    assert (manifest.rijen, manifest.peildatum, manifest.toelichting) == (7, "2024", "x")
    assert manifest.vlak.equals(HIER.vlak)
    assert manifest.tijdstip <= datetime.now(UTC)


def test_bewaart_en_leest_een_tabel(cache):
    tabel = pd.DataFrame({"code": ["0363", ""], "aantal": [1.5, None]})
    gelezen = cache.lees(bewaar(cache, tabel))
    assert not isinstance(gelezen, gpd.GeoDataFrame)
    pd.testing.assert_frame_equal(gelezen, tabel)


def test_een_lege_laag_is_ook_een_laag(cache):
    assert cache.lees(bewaar(cache, vlakken().head(0))).empty


def test_het_nieuwe_vervangt_het_oude(cache):
    bewaar(cache)
    merk = cache.merk()
    manifest = bewaar(cache, vlakken(3))
    assert cache.delen("laag") == (manifest,)
    assert len(cache.lees(manifest)) == 3
    assert cache.merk() != merk
    map_ = cache.pad(manifest).parent
    assert sorted(pad.name for pad in map_.iterdir()) == sorted(
        ["manifest.json", f"{manifest.sha256}.parquet"]
    )


def test_wie_het_oude_manifest_nog_heeft_leest_het_nieuwe(cache):
    oud = bewaar(cache)
    bewaar(cache, vlakken(3))
    assert len(cache.lees(oud)) == 3


def test_gebieden_staan_naast_elkaar_tot_heel_nederland_er_is(cache):
    deel, hier = bewaar(cache, gebied=DEEL), bewaar(cache, gebied=HIER)
    assert set(cache.delen("laag")) == {deel, hier}
    bezig = cache.werkmap("laag", DEEL)
    heel = bewaar(cache, gebied=HEEL_NEDERLAND)
    assert cache.delen("laag") == (heel,)
    # Wie intussen een deel ophaalt, houdt zijn bladzijden.
    assert bezig.is_dir()


def test_bewaren_ruimt_de_werkmap_op(cache):
    werkmap = cache.werkmap("laag", HIER)
    (werkmap / "x").write_text("x")
    bewaar(cache)
    assert not werkmap.exists()


def test_lege_cache(cache):
    assert cache.delen("laag") == ()
    assert cache.merk() == Lagencache(cache.map / "elders").merk()


@pytest.mark.parametrize("inhoud", [b"", b"kapot", None])
def test_beschadigd_gegevensbestand(cache, inhoud):
    manifest = bewaar(cache)
    pad = cache.pad(manifest)
    pad.write_bytes(pad.read_bytes()[:-1] + b"x" if inhoud is None else inhoud)
    with pytest.raises(LaagFout, match=r"laag voor Testgebied is niet te lezen .*lagen ververs la"):
        cache.lees(manifest)


def test_ontbrekend_gegevensbestand(cache):
    manifest = bewaar(cache)
    cache.pad(manifest).unlink()
    assert cache.delen("laag") == ()
    with pytest.raises(LaagFout, match=r"niet te lezen \(het bestand is weg\)"):
        cache.lees(manifest)


def test_ander_aantal_rijen_dan_beloofd(cache):
    manifest = bewaar(cache)
    velden = json.loads((cache.pad(manifest).parent / "manifest.json").read_text())
    (cache.pad(manifest).parent / "manifest.json").write_text(json.dumps(velden | {"rijen": 9}))
    with pytest.raises(LaagFout, match="beschadigd"):
        cache.lees(cache.delen("laag")[0])


@pytest.mark.parametrize(
    "anders",
    [
        {"dekking": "geen vlak"},
        {"dekking": 1},
        {"dekking": "POLYGON EMPTY"},
        {"opgehaald": "ooit"},
        {"opgehaald": "2024-01-01"},
        {"laag": None},
    ],
)
def test_onbruikbaar_manifest_telt_niet_mee(cache, anders):
    pad = cache.pad(bewaar(cache)).parent / "manifest.json"
    velden = {**json.loads(pad.read_text()), **anders}
    pad.write_text(json.dumps({naam: velden[naam] for naam in velden if velden[naam] is not None}))
    assert cache.delen("laag") == ()


@pytest.mark.parametrize("inhoud", ["", "[]", "null", "{}"])
def test_beschadigd_manifest_telt_niet_mee(cache, inhoud):
    (cache.pad(bewaar(cache)).parent / "manifest.json").write_text(inhoud)
    assert cache.delen("laag") == ()


@pytest.mark.parametrize("stap", ["bewaar", "werkmap", "slotpad"])
def test_map_die_niet_te_maken_is(tmp_path, stap):
    (tmp_path / "cache").write_text("hier staat een bestand")
    cache = Lagencache(tmp_path / "cache")
    with pytest.raises(UitvoerFout, match=f"laag kan niet bewaard worden.*{MAP_VARIABELE}"):
        bewaar(cache) if stap == "bewaar" else getattr(cache, stap)("laag", HIER)


def test_mislukt_bewaren_laat_het_oude_staan(cache, monkeypatch):
    manifest = bewaar(cache)

    def vol(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(UitvoerFout, match="No space left on device"):
        bewaar(cache, vlakken(3))
    assert cache.delen("laag") == (manifest,)
    assert len(cache.lees(manifest)) == 7
    assert len(list(cache.pad(manifest).parent.iterdir())) == 2


def test_map_van_de_gebruiker(monkeypatch, tmp_path):
    monkeypatch.setenv(MAP_VARIABELE, str(tmp_path))
    assert Lagencache.van_gebruiker().map == tmp_path
    monkeypatch.delenv(MAP_VARIABELE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "eigen"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path in Lagencache.van_gebruiker().map.parents
