from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from shapely.geometry import Point, Polygon

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.ogc_features import haal
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD
from locatieplanner.fouten import DienstFout, LaagFout
from tests.diensten.gegevens import DEEL, GRENZEN, HIER, LEEG, maak_dienst, maak_laag, vlakken
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten.ogcantwoord import collectie, met_fout
from tests.diensten.ogcdienst import CRS84_ADRES, RD_ADRES, ZONDER_RD, pygeoapi


@pytest.fixture(scope="module")
def _pygeoapi(tmp_path_factory):
    with pygeoapi(tmp_path_factory.mktemp("pygeoapi")) as open_:
        yield open_


@pytest.fixture
def echt(_pygeoapi):
    """Het loket voor pygeoapi, met een schone telling; hapert het, dan alleen in deze test."""
    antwoord = _pygeoapi.antwoord
    _pygeoapi.verzoeken.clear()
    yield _pygeoapi
    _pygeoapi.antwoord = antwoord


@pytest.fixture
def namaak():
    with loket(collectie()) as open_:
        yield open_


def laag_van(dienst, adres="", **anders):
    return maak_laag(maak_dienst(Dienstsoort.OGC_FEATURES, f"{dienst.adres}{adres}", **anders))


def doe(dienst, tmp_path, gebied=HIER, grenzen=GRENZEN, meld=lambda _: None, **anders):
    return haal(laag_van(dienst, **anders), gebied, tmp_path, meld, grenzen)


def test_alle_bladzijden_in_onze_kolommen(echt, tmp_path):
    stappen = []
    uit = doe(echt, tmp_path, HEEL_NEDERLAND, meld=stappen.append)
    assert list(uit.gegevens) == ["code", "naam", "inwoners", "geometry"]
    assert list(uit.gegevens["code"]) == [f"000{nummer}" for nummer in range(1, 8)]
    assert uit.gegevens["naam"][0] == "Buurt 1"
    np.testing.assert_array_equal(uit.gegevens["inwoners"], [np.nan, 200, 300, 400, 500, 600, 700])
    assert uit.gegevens.crs == RD
    assert uit.gegevens.geom_equals(vlakken().geometry).all()
    assert uit.dekking == HEEL_NEDERLAND.vlak
    assert (uit.peildatum, uit.toelichting) == ("", "")
    assert [(stap.gedaan, stap.totaal) for stap in stappen] == [
        (3, None),
        (6, None),
        (7, None),
    ]
    assert echt.aantal("/items") == 3
    assert echt.aantal("bbox") == 0


def test_een_dienst_die_telt_geeft_het_totaal(namaak, tmp_path):
    stappen = []
    doe(namaak, tmp_path, meld=stappen.append)
    assert [(stap.gedaan, stap.totaal) for stap in stappen] == [(3, 7), (6, 7), (7, 7)]


def test_een_gebied_wordt_in_rd_gevraagd(echt, tmp_path):
    uit = doe(echt, tmp_path, DEEL)
    assert list(uit.gegevens["code"]) == ["0001", "0002"]
    assert uit.dekking.equals(DEEL.vlak)
    vraag = echt.verzoeken[-1].vraag
    assert vraag["crs"] == vraag["bbox-crs"] == RD_ADRES
    assert vraag["bbox"] == "136001.00,455001.00,136199.00,455050.00"


@pytest.mark.parametrize(("gebied", "aantal"), [(HEEL_NEDERLAND, 7), (DEEL, 2), (LEEG, 0)])
def test_zonder_rd_wordt_uit_graden_omgerekend(echt, tmp_path, gebied, aantal):
    uit = doe(echt, tmp_path, gebied, onderdeel=ZONDER_RD)
    assert len(uit.gegevens) == aantal
    assert uit.gegevens.crs == RD
    verwacht = vlakken().geometry[:aantal].reset_index(drop=True)
    assert (uit.gegevens.hausdorff_distance(verwacht) < 0.5).all()
    assert echt.aantal("crs=") == 0


def test_een_leeg_gebied_wordt_nagetrokken(echt, tmp_path):
    uit = doe(echt, tmp_path, LEEG)
    assert uit.gegevens.empty
    assert list(uit.gegevens) == ["code", "naam", "inwoners", "geometry"]
    assert echt.aantal("limit=10&") == 2


def test_filter_gaat_als_vraag_mee(echt, tmp_path):
    uit = doe(echt, tmp_path, HEEL_NEDERLAND, filter="buurtcode=0003&buurtnaam= Buurt 3 ")
    assert list(uit.gegevens["code"]) == ["0003"]


def test_na_een_onderbreking_alleen_de_rest(echt, tmp_path):
    goed = echt.antwoord
    echt.antwoord = met_fout(goed, lambda _: Reactie(status=500), vanaf=3)
    with pytest.raises(DienstFout, match="code 500"):
        doe(echt, tmp_path)
    echt.antwoord = goed
    echt.verzoeken.clear()
    uit = doe(echt, tmp_path)
    assert len(uit.gegevens) == 7
    assert echt.aantal("/items") == 1
    assert "offset=6" in echt.verzoeken[-1].pad


def test_onbekende_collectie(echt, tmp_path):
    with pytest.raises(DienstFout, match=r"^Testdienst kent huizen niet op http.*catalogus"):
        doe(echt, tmp_path, onderdeel="huizen")


def test_nieuwste_jaar_dat_er_is(tmp_path):
    jaar = datetime.now(UTC).year - 1

    def antwoord(verzoek):
        begin = f"/{jaar}"
        if not verzoek.pad.startswith(begin):
            return Reactie(status=404)
        return collectie()(replace(verzoek, pad=verzoek.pad.removeprefix(begin)))

    with loket(antwoord) as dienst:
        laag = laag_van(dienst, "/{jaar}")
        # De links in de namaak noemen het jaar niet; één bladzijde is genoeg.
        uit = haal(laag, HEEL_NEDERLAND, tmp_path, lambda _: None, replace(GRENZEN, rijen=10))
    assert uit.peildatum == str(jaar)
    assert f"/{jaar}/collections" in uit.adres
    assert len(uit.gegevens) == 7


def test_stelsels_staan_soms_bij_alle_collecties(tmp_path):
    def antwoord(verzoek):
        if verzoek.pad == "/collections/buurten":
            return als_json({"crs": ["#/crs"]})
        if verzoek.pad == "/collections":
            return als_json({"crs": [CRS84_ADRES, RD_ADRES]})
        return collectie()(verzoek)

    with loket(antwoord) as dienst:
        doe(dienst, tmp_path)
        assert dienst.verzoeken[-1].vraag["crs"] == RD_ADRES


def test_vormen_worden_hersteld_en_lege_genoemd(tmp_path):
    gegevens = vlakken(3)
    vlinder = Polygon(
        [(136_000, 455_000), (136_100, 455_100), (136_100, 455_000), (136_000, 455_100)]
    )
    gegevens.geometry = [vlinder, None, Point(136_000, 455_000, 5)]
    with loket(collectie(gegevens)) as dienst:
        uit = doe(dienst, tmp_path, HEEL_NEDERLAND)
    assert list(uit.gegevens["code"]) == ["0001", "0003"]
    assert uit.gegevens.is_valid.all()
    assert not uit.gegevens.has_z.any()
    assert uit.toelichting.startswith("1 × vlak hersteld")
    assert "1 × rij zonder ligging weggelaten" in uit.toelichting


@pytest.mark.parametrize(
    ("kop", "melding"),
    [
        (CRS84_ADRES, "in het stelsel .*CRS84, terwijl om .*28992 gevraagd is"),
        ("http://www.opengis.net/def/crs/EPSG/0/4326", "in het stelsel .*4326, terwijl om"),
    ],
)
def test_ander_stelsel_dan_gevraagd(namaak, tmp_path, kop, melding):
    goed = collectie()
    namaak.antwoord = met_fout(goed, lambda v: replace(goed(v), koppen={"Content-Crs": f"<{kop}>"}))
    with pytest.raises(DienstFout, match=melding):
        doe(namaak, tmp_path)


@pytest.mark.parametrize("vorm", [Point(5.1, 52.1), Point(52.1, 5.1), Point(455_000, 136_000)])
def test_zonder_kop_verraadt_de_ligging_het_stelsel(tmp_path, vorm):
    gegevens = vlakken(3)
    gegevens.geometry = [vorm] * 3
    goed = collectie(gegevens)
    with (
        loket(met_fout(goed, lambda v: replace(goed(v), koppen={}))) as dienst,
        pytest.raises(DienstFout, match="coördinaten die niet in RD"),
    ):
        doe(dienst, tmp_path, HEEL_NEDERLAND)


def test_een_dienst_die_bbox_anders_leest_lijkt_niet_leeg(tmp_path):
    goed = collectie()

    def antwoord(verzoek):
        if "bbox" in verzoek.vraag:
            return als_json({"type": "FeatureCollection", "features": [], "links": []})
        return goed(verzoek)

    with loket(antwoord) as dienst, pytest.raises(DienstFout, match="zoekt niet op ligging in RD"):
        doe(dienst, tmp_path, DEEL)


def test_een_bladzijde_die_zich_herhaalt(namaak, tmp_path):
    goed = collectie()

    def altijd_de_eerste(verzoek):
        return goed(replace(verzoek, pad=verzoek.pad.partition("&offset")[0]))

    namaak.antwoord = altijd_de_eerste
    with pytest.raises(DienstFout, match="valt in herhaling"):
        doe(namaak, tmp_path)
    assert namaak.aantal("/items") == 2


def test_een_vervolg_dat_zoek_is(namaak, tmp_path):
    def antwoord(verzoek):
        reactie = collectie()(verzoek)
        return replace(reactie, inhoud=reactie.inhoud.replace(b'"next"', b'"prev"'))

    namaak.antwoord = antwoord
    with pytest.raises(DienstFout, match="gaf 3 van de 7 rijen"):
        doe(namaak, tmp_path)


def test_veranderde_kolommen(tmp_path):
    with (
        loket(collectie(vlakken().rename(columns={"buurtcode": "code_2030"}))) as dienst,
        pytest.raises(DienstFout, match=r"niet meer de kolom code .* heeft wel code_2030, buurt"),
    ):
        doe(dienst, tmp_path)


@pytest.mark.parametrize("inhoud", [b"{}", b'{"features": 1}', b"[]"])
def test_json_die_iets_anders_is(namaak, tmp_path, inhoud):
    namaak.antwoord = met_fout(collectie(), lambda _: Reactie(inhoud))
    with pytest.raises(DienstFout, match="antwoordt met JSON"):
        doe(namaak, tmp_path)


def test_kenmerken_hoeven_niet(tmp_path):
    goed = collectie()

    def zonder_id(verzoek):
        reactie = goed(verzoek)
        return replace(reactie, inhoud=reactie.inhoud.replace(b'"id"', b'"nummer"'))

    with loket(zonder_id) as dienst:
        uit = doe(dienst, tmp_path)
    pd.testing.assert_index_equal(uit.gegevens.index, pd.RangeIndex(7))


def test_zonder_dienst(tmp_path):
    with pytest.raises(LaagFout):
        haal(maak_laag(None), HIER, tmp_path, lambda _: None)
