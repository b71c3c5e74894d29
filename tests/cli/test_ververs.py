import json

import pytest

from locatieplanner.bronnen.cache import Lagencache
from tests.osm.stad import stad_pbf


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("LOCATIEPLANNER_CACHE", str(tmp_path / "cache"))
    return Lagencache.van_gebruiker()


@pytest.fixture(scope="module")
def pbf(tmp_path_factory):
    return stad_pbf(tmp_path_factory.mktemp("stad"))


def test_uit_een_osm_bestand_komen_voorzieningen_straten_en_een_net(voer_uit, cache, pbf):
    uit = voer_uit("lagen", "ververs", "voorzieningen", "straten", "--pbf", pbf)
    assert uit.exit_code == 0, uit.output
    assert "Voorzieningen: " in uit.stdout
    assert "knopen" in uit.stdout
    [winkels], [straten] = cache.delen("voorzieningen"), cache.delen("straten")
    assert winkels.rijen > 0
    assert straten.rijen > 1000
    netten = sorted(
        pad.name.split("-")[0] for pad in (cache.map / "straten" / ".netwerk").iterdir()
    )
    assert netten == ["fietsen", "lopen"]


def test_met_json_is_elke_stap_een_regel(voer_uit, cache, pbf):
    uit = voer_uit("lagen", "ververs", "voorzieningen", "--pbf", pbf, "--json")
    regels = [json.loads(regel) for regel in uit.stdout.splitlines()]
    assert all(regel["laag"] == "voorzieningen" for regel in regels)
    assert regels[-1]["klaar"] == cache.delen("voorzieningen")[0].rijen
    assert all({"tekst", "gedaan", "totaal"} <= set(regel) for regel in regels[:-1])


@pytest.mark.parametrize(
    ("naam", "melding"),
    [
        ("natura200", "Bedoelt u natura2000?"),
        ("kernen", "is niet op te halen"),
        ("geluid", "is niet op te halen"),
    ],
)
def test_een_laag_die_niet_op_te_halen_is(voer_uit, cache, naam, melding):
    uit = voer_uit("lagen", "ververs", naam)
    assert uit.exit_code == 1
    assert melding in uit.stderr
    assert not cache.map.exists()


def test_een_onbekend_gebied(voer_uit, cache):
    uit = voer_uit("lagen", "ververs", "natura2000", "--gebied", "Utrcht")
    assert uit.exit_code == 1
    assert "Bedoelt u Utrecht?" in uit.stderr


def test_wat_niet_lukt_houdt_de_rest_niet_tegen_en_de_melding_zegt_wat_blijft_werken(
    voer_uit, cache, pbf, tmp_path, monkeypatch
):
    eigen = tmp_path / "eigen.toml"
    eigen.write_text(
        """
        [proef]
        naam = "Proeflaag"
        soort = "vector"
        bron = "proef"
        status = "gepubliceerd"
        licentie = "CC0"
        [proef.kolommen]
        naam = { betekenis = "Naam." }
        [proef.dienst]
        soort = "ogc_features"
        naam = "Proefdienst"
        adres = "http://127.0.0.1:9/ogc"
        onderdeel = "proef"
        [proef.dienst.kolommen]
        naam = ["naam"]
        """,
        encoding="utf-8",
    )
    monkeypatch.setenv("LOCATIEPLANNER_CATALOGUS", str(eigen))
    uit = voer_uit("lagen", "ververs", "proef", "voorzieningen", "--pbf", pbf)
    assert uit.exit_code == 1
    assert "Proefdienst" in uit.stderr
    assert "blijft werken" in uit.stderr
    assert "1 laag van 2 niet ververst" in uit.stderr
    assert cache.delen("voorzieningen")
    assert not cache.delen("proef")
