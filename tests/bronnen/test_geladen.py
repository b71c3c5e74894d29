from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.geladen import dekking_van, lees_geladen
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD, Gebied
from locatieplanner.fouten import LaagFout

WEST = Gebied("West", "west", shapely.box(100_000, 400_000, 110_000, 410_000))
OOST = Gebied("Oost", "oost", shapely.box(110_000, 400_000, 120_000, 410_000))


@pytest.fixture
def cache(tmp_path):
    return Lagencache(tmp_path)


@pytest.fixture(scope="module")
def laag():
    """Een laag uit de catalogus met een sleutel om rijen aan te herkennen."""
    met_dienst = next(laag for laag in lees_catalogus().values() if laag.dienst is not None)
    return replace(met_dienst, id="proef", dienst=replace(met_dienst.dienst, sleutel="code"))


def _punten(codes, x=105_000):
    plekken = [shapely.Point(x + i, 405_000) for i, _ in enumerate(codes)]
    return gpd.GeoDataFrame({"code": codes}, geometry=plekken, crs=RD)


def _bewaar(cache, laag, gebied, gegevens):
    return cache.bewaar(
        laag.id, gebied, gegevens, adres="https://proef", licentie="CC0", dekking=gebied.vlak
    )


def test_niets_in_de_cache_is_niet_geladen(cache, laag):
    assert lees_geladen(laag, cache) is None


def test_delen_komen_samen_en_elke_rij_staat_er_een_keer(cache, laag):
    _bewaar(cache, laag, WEST, _punten(["a", "b"]))
    _bewaar(cache, laag, OOST, _punten(["b", "c"]))
    geladen = lees_geladen(laag, cache)
    assert sorted(geladen.gegevens["code"]) == ["a", "b", "c"]
    assert geladen.dekking.equals(shapely.box(100_000, 400_000, 120_000, 410_000))
    assert geladen.vormen.crs == RD
    assert geladen.opgehaald == min(m.tijdstip for m in geladen.manifesten)


def test_zonder_sleutel_is_een_gelijke_vorm_dezelfde_rij(cache, laag):
    zonder = replace(laag, dienst=replace(laag.dienst, sleutel=""))
    _bewaar(cache, zonder, WEST, _punten(["a", "b"]))
    _bewaar(cache, zonder, OOST, _punten(["a", "x"]))
    assert len(lees_geladen(zonder, cache).gegevens) == 2


def test_een_plek_met_twee_voorzieningen_blijft_twee(cache, laag):
    tabel = _punten(["n", "n"]).assign(osm_id="node/1", categorie=["school", "sport"])
    _bewaar(cache, laag, WEST, tabel)
    _bewaar(cache, laag, OOST, tabel)
    assert sorted(lees_geladen(laag, cache).gegevens["categorie"]) == ["school", "sport"]


def test_een_tabel_zonder_vormen(cache, laag):
    _bewaar(cache, laag, HEEL_NEDERLAND, pd.DataFrame({"code": ["a"], "waarde": [1.0]}))
    geladen = lees_geladen(laag, cache)
    assert geladen.dekking is None
    assert geladen.vormen.crs == RD


def test_een_beschadigd_bestand_is_een_fout_met_herstel(cache, laag):
    manifest = _bewaar(cache, laag, WEST, _punten(["a"]))
    cache.pad(manifest).write_bytes(b"kapot")
    with pytest.raises(LaagFout, match="Haal haar opnieuw op"):
        lees_geladen(laag, cache)


def test_dekking_van_heel_nederland_is_geen_grens(cache, laag):
    manifest = _bewaar(cache, laag, HEEL_NEDERLAND, _punten(["a"]))
    assert dekking_van((manifest,)) is None
