from dataclasses import replace

import numpy as np
import pytest

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.wfs import haal
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD
from locatieplanner.fouten import DienstFout, LaagFout
from tests.diensten.gegevens import (
    AANTAL,
    DEEL,
    GRENZEN,
    HIER,
    LEEG,
    maak_dienst,
    maak_laag,
    vlakken,
)
from tests.diensten.loket import Reactie
from tests.diensten.mapserver import AFGEKAPT, mapserver

VERSLAG = b"""<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1">
<ows:Exception><ows:ExceptionText>schijf stuk</ows:ExceptionText></ows:Exception>
</ows:ExceptionReport>"""


@pytest.fixture(scope="module")
def _met_geojson(tmp_path_factory):
    with mapserver(tmp_path_factory.mktemp("geojson"), geojson=True) as open_:
        yield open_


@pytest.fixture(scope="module")
def _met_gml(tmp_path_factory):
    with mapserver(tmp_path_factory.mktemp("gml"), geojson=False) as open_:
        yield open_


@pytest.fixture
def geojson(_met_geojson):
    """Het loket voor MapServer, met een schone telling; hapert het, dan alleen in deze test."""
    antwoord = _met_geojson.antwoord
    _met_geojson.verzoeken.clear()
    yield _met_geojson
    _met_geojson.antwoord = antwoord


@pytest.fixture
def gml(_met_gml):
    """Hetzelfde voor een MapServer die alleen GML geeft."""
    antwoord = _met_gml.antwoord
    _met_gml.verzoeken.clear()
    yield _met_gml
    _met_gml.antwoord = antwoord


@pytest.fixture(params=["geojson", "gml"])
def dienst(request):
    return request.getfixturevalue(request.param)


def doe(dienst, tmp_path, gebied=HIER, grenzen=GRENZEN, meld=lambda _: None, **anders):
    laag = maak_laag(maak_dienst(Dienstsoort.WFS, f"{dienst.adres}/?", **anders))
    return haal(laag, gebied, tmp_path, meld, grenzen)


def bladzijden(dienst):
    """De verzoeken om rijen; niet die om te tellen of te tasten."""
    return [v for v in dienst.verzoeken if v.vraag.get("count") == str(GRENZEN.rijen)]


def bij_bladzijde(goed, nummer, fout):
    geteld = [0]

    def antwoord(verzoek):
        geteld[0] += verzoek.vraag.get("count") == str(GRENZEN.rijen)
        return fout(goed(verzoek)) if geteld[0] >= nummer else goed(verzoek)

    return antwoord


def test_alles_ook_als_de_dienst_minder_geeft_dan_gevraagd(dienst, tmp_path):
    assert AFGEKAPT < GRENZEN.rijen < AANTAL
    uit = doe(dienst, tmp_path, HEEL_NEDERLAND)
    assert list(uit.gegevens["code"]) == list(vlakken()["buurtcode"])
    assert list(uit.gegevens["naam"]) == [f"Buurt {nummer}" for nummer in range(1, 8)]
    np.testing.assert_array_equal(uit.gegevens["inwoners"], [np.nan, 200, 300, 400, 500, 600, 700])
    assert uit.gegevens.crs == RD
    assert uit.gegevens.geom_equals(vlakken().geometry).all()
    assert uit.dekking == HEEL_NEDERLAND.vlak
    assert dienst.aantal("bbox") == 0


def test_een_gebied_wordt_in_rd_gevraagd(geojson, tmp_path):
    uit = doe(geojson, tmp_path, DEEL)
    assert list(uit.gegevens["code"]) == ["0001", "0002"]
    assert uit.dekking.equals(DEEL.vlak)
    rd = "urn:ogc:def:crs:EPSG::28992"
    for verzoek in bladzijden(geojson):
        assert verzoek.vraag["bbox"] == f"136001.00,455001.00,136199.00,455050.00,{rd}"
        assert verzoek.vraag["srsName"] == rd


def test_een_leeg_gebied_wordt_nagetrokken(dienst, tmp_path):
    uit = doe(dienst, tmp_path, LEEG)
    assert uit.gegevens.empty
    assert list(uit.gegevens) == ["code", "naam", "inwoners", "geometry"]
    assert uit.gegevens["inwoners"].dtype == np.float64
    assert [v.vraag.get("count") for v in dienst.verzoeken].count("10") == 2


def test_een_filter_wordt_geweigerd_voor_er_iets_gevraagd_is(geojson, tmp_path):
    with pytest.raises(LaagFout, match="testlaag heeft in de catalogus een filter"):
        doe(geojson, tmp_path, filter="a=b")
    assert not geojson.verzoeken


def test_een_te_groot_gebied_wordt_in_vieren_gedeeld(geojson, tmp_path):
    uit = doe(
        geojson,
        tmp_path,
        replace(HIER, vlak=vlakken().union_all()),
        replace(GRENZEN, bladeren_tot=4),
    )
    # Een vlak op de grens van twee delen komt twee keer; verversen houdt er een.
    assert set(uit.gegevens["code"]) == set(vlakken()["buurtcode"])
    assert len({v.vraag["bbox"] for v in bladzijden(geojson)}) > 1
    assert max(int(v.vraag.get("startIndex", 0)) for v in bladzijden(geojson)) <= 4


def test_na_een_onderbreking_alleen_de_rest(geojson, tmp_path):
    goed = geojson.antwoord
    geojson.antwoord = bij_bladzijde(goed, 3, lambda _: Reactie(status=500))
    with pytest.raises(DienstFout, match=r"code 500\), ook na 3 pogingen"):
        doe(geojson, tmp_path)
    geojson.antwoord = goed
    geojson.verzoeken.clear()
    assert len(doe(geojson, tmp_path).gegevens) == AANTAL
    assert [v.vraag["startIndex"] for v in bladzijden(geojson)] == ["4", "6", "7"]


def test_onbekende_laag(geojson, tmp_path):
    with pytest.raises(DienstFout, match=r"heeft geen laag huizen; zij heeft wel test:buurten\."):
        doe(geojson, tmp_path, onderdeel="huizen")


def test_adres_dat_er_niet_is(geojson, tmp_path):
    geojson.antwoord = lambda _: Reactie(status=404)
    with pytest.raises(DienstFout, match=r"^Testdienst kent buurten niet op http"):
        doe(geojson, tmp_path)


@pytest.mark.parametrize("nummer", [1, 2])
def test_foutverslag_met_code_200(dienst, tmp_path, nummer):
    dienst.antwoord = bij_bladzijde(dienst.antwoord, nummer, lambda _: Reactie(VERSLAG))
    with pytest.raises(DienstFout, match=r"wijst het verzoek af en zegt: schijf stuk\. .*blijft"):
        doe(dienst, tmp_path)
    assert len(bladzijden(dienst)) == nummer


def test_webpagina_in_plaats_van_mogelijkheden(geojson, tmp_path):
    geojson.antwoord = lambda _: Reactie(b"<!DOCTYPE html><html>onderhoud</html>")
    with pytest.raises(DienstFout, match="met een webpagina in plaats van gegevens"):
        doe(geojson, tmp_path)


def test_half_antwoord(dienst, tmp_path):
    def half(reactie):
        return replace(reactie, inhoud=reactie.inhoud[: len(reactie.inhoud) // 2])

    dienst.antwoord = bij_bladzijde(dienst.antwoord, 2, half)
    with pytest.raises(DienstFout, match=r"niet te lezen is .*ook na 3 pogingen"):
        doe(dienst, tmp_path)


def test_een_bladzijde_die_zich_herhaalt(dienst, tmp_path):
    goed = dienst.antwoord
    dienst.antwoord = lambda v: goed(replace(v, pad=v.pad.partition("&startIndex")[0]))
    with pytest.raises(DienstFout, match="valt in herhaling"):
        doe(dienst, tmp_path)
    assert len(bladzijden(dienst)) == 2


def test_veranderde_kolommen(dienst, tmp_path):
    def anders(reactie):
        return replace(reactie, inhoud=reactie.inhoud.replace(b"buurtcode", b"bu_code"))

    dienst.antwoord = bij_bladzijde(dienst.antwoord, 1, anders)
    with pytest.raises(DienstFout, match=r"niet meer de kolom code .*zij heeft wel .*bu_code"):
        doe(dienst, tmp_path)


def test_assen_verwisseld(dienst, tmp_path):
    def verwissel(reactie):
        om = reactie.inhoud.replace(b"455", b"@").replace(b"136", b"455").replace(b"@", b"136")
        return replace(reactie, inhoud=om)

    dienst.antwoord = bij_bladzijde(dienst.antwoord, 1, verwissel)
    with pytest.raises(DienstFout, match="coördinaten die niet in RD"):
        doe(dienst, tmp_path)


def test_ander_stelsel_in_geojson(geojson, tmp_path):
    def anders(reactie):
        return replace(reactie, inhoud=reactie.inhoud.replace(b"EPSG::28992", b"EPSG::3857"))

    geojson.antwoord = bij_bladzijde(geojson.antwoord, 1, anders)
    with pytest.raises(DienstFout, match="in het stelsel urn:ogc:def:crs:EPSG::3857, terwijl"):
        doe(geojson, tmp_path)
