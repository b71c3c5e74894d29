from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import box

from locatieplanner.bronnen import pbf
from locatieplanner.bronnen.overpass import GROOTST_KM2, haal
from locatieplanner.bronnen.verzoek import Verzoekgrenzen
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD, Gebied
from locatieplanner.fouten import DienstFout, LaagFout, UitvoerFout
from tests.osm.bestand import Pbf
from tests.osm.lagen import osm_lagen
from tests.osm.overpass import Storing, overpassdienst
from tests.osm.stad import stad_pbf

HAAST = Verzoekgrenzen(
    lezen_s=10.0, pogingen=2, wacht_s=0.0, wacht_hoogstens_s=0.0, spreiding_s=0.0
)
BUURT = Gebied("Proefbuurt", "proefbuurt", box(154_700, 462_700, 155_300, 463_300))


def negeer(stap):
    pass


@pytest.fixture(scope="module")
def stad(tmp_path_factory):
    return stad_pbf(tmp_path_factory.mktemp("stad"))


@pytest.fixture(scope="module")
def _draaiend(stad):
    with overpassdienst(stad) as dienst:
        yield dienst


@pytest.fixture
def dienst(_draaiend):
    _draaiend.vragen.clear()
    _draaiend.storingen.clear()
    return _draaiend


@pytest.fixture
def lagen(dienst, tmp_path):
    return osm_lagen(tmp_path / "lagen", dienst.adres, rand_m=100.0)


def test_straten_zijn_gelijk_aan_die_uit_het_bestand(lagen, stad, tmp_path):
    uit_bestand = pbf.haal(lagen["straten"], BUURT, tmp_path, negeer, stad).gegevens
    opgehaald = haal(lagen["straten"], BUURT, tmp_path, negeer, HAAST).gegevens
    assert len(opgehaald) > 2_000
    assert opgehaald.dtypes.equals(uit_bestand.dtypes)
    gelijk = ["van", "naar", "lopen", "fietsen"]
    assert opgehaald[gelijk].equals(uit_bestand[gelijk])
    meters = [kolom for kolom in uit_bestand if kolom not in gelijk]
    np.testing.assert_allclose(opgehaald[meters], uit_bestand[meters], atol=1e-3)


def test_voorzieningen_zijn_gelijk_aan_die_uit_het_bestand(lagen, stad, tmp_path):
    uit_bestand = pbf.haal(lagen["voorzieningen"], BUURT, tmp_path, negeer, stad).gegevens
    opgehaald = haal(lagen["voorzieningen"], BUURT, tmp_path, negeer, HAAST).gegevens
    assert len(opgehaald) > 50
    assert opgehaald.crs == RD
    namen = ["osm_id", "categorie", "naam"]
    assert opgehaald[namen].equals(uit_bestand[namen])
    assert opgehaald.geometry.distance(uit_bestand.geometry).max() < 1e-3


def test_elke_soort_voorziening_komt_ook_langs_deze_weg_mee(tmp_path):
    proef = Pbf()
    proef.straat([(0, 0), (100, 0)])
    proef.knoop(0, 0, shop="supermarket", name="Jumbo", sport="yes;no")
    proef.blok(200, 0, 20, amenity="pharmacy", area="no")
    buiten, gat = proef.blok(0, 200, 90), proef.blok(10, 210, 20)
    proef.vlak([buiten], [gat], amenity="school", isced__level="1;2", name="De Brug")
    proef.weg([proef.knoop(0, 290), proef.knoop(90, 290)], shop="supermarket")
    proef.knoop(250, 250, amenity="school", isced__level="3")
    pad = proef.schrijf(tmp_path / "proef.osm.pbf")
    with overpassdienst(pad) as dienst:
        laag = osm_lagen(tmp_path / "lagen", dienst.adres)["voorzieningen"]
        opgehaald = haal(laag, BUURT, tmp_path, negeer, HAAST).gegevens
    uit_bestand = pbf.haal(laag, BUURT, tmp_path, negeer, pad).gegevens
    assert opgehaald["osm_id"].tolist() == ["way/2", "relation/1", "node/3", "node/3"]
    namen = ["osm_id", "categorie", "naam"]
    assert opgehaald[namen].equals(uit_bestand[namen])
    assert opgehaald.geometry.distance(uit_bestand.geometry).max() < 1e-3


def test_herkomst_en_dekking(lagen, dienst, tmp_path):
    stappen = []
    opbrengst = haal(lagen["voorzieningen"], BUURT, tmp_path, stappen.append, HAAST)
    assert (opbrengst.adres, opbrengst.peildatum) == (dienst.adres, "2026-01-02")
    assert opbrengst.dekking.equals(box(*BUURT.omvang(100.0)))
    assert [stap.gedaan for stap in stappen] == [1]
    assert stappen[0].tekst.startswith("Overpass (proef)")


@pytest.mark.parametrize("id_", ["voorzieningen", "straten"])
def test_een_groot_gebied_gaat_in_delen_met_dezelfde_uitkomst(lagen, dienst, stad, tmp_path, id_):
    ruim = replace(lagen[id_], rand_m=16_000.0)
    uit_bestand = pbf.haal(ruim, BUURT, tmp_path, negeer, stad).gegevens
    opgehaald = haal(ruim, BUURT, tmp_path, negeer, HAAST).gegevens
    assert len(dienst.vragen) > 3
    sleutel = list(uit_bestand)[:2]
    assert opgehaald[sleutel].equals(uit_bestand[sleutel])


def test_wat_er_al_is_wordt_na_een_onderbreking_niet_weer_gevraagd(lagen, dienst, tmp_path):
    # Vier delen; na het eerste antwoord valt de dienst weg.
    ruim = replace(lagen["voorzieningen"], rand_m=16_000.0)
    goed = []

    def na_het_eerste(stap):
        goed.append(stap)
        dienst.storingen[:] = [Storing(504)] * HAAST.pogingen

    with pytest.raises(DienstFout, match="storing"):
        haal(ruim, BUURT, tmp_path, na_het_eerste, HAAST)
    eerste = dienst.vragen[0]
    dienst.storingen.clear()
    dienst.vragen.clear()
    assert not haal(ruim, BUURT, tmp_path, negeer, HAAST).gegevens.empty
    assert len(goed) == 1
    assert eerste not in dienst.vragen
    assert dienst.vragen


@pytest.mark.parametrize("gebied", [HEEL_NEDERLAND, replace(BUURT, vlak=BUURT.vlak.buffer(40_000))])
def test_een_te_groot_gebied_wordt_niet_gevraagd(lagen, dienst, tmp_path, gebied):
    assert gebied.vlak.area > GROOTST_KM2 * 1e6
    with pytest.raises(DienstFout) as gevangen:
        haal(lagen["straten"], gebied, tmp_path, negeer, HAAST)
    for deel in ("Overpass (proef)", gebied.naam, "5.000 km²", ".osm.pbf", "geofabrik.de"):
        assert deel in str(gevangen.value)
    assert not dienst.vragen


def test_een_gebied_zonder_iets_is_een_fout(lagen, tmp_path):
    leeg = Gebied("Leegveld", "leegveld", box(140_000, 440_000, 140_500, 440_500))
    for id_, laag in lagen.items():
        with pytest.raises(DienstFout, match=rf"Overpass \(proef\) heeft geen {id_} in Leegveld"):
            haal(laag, leeg, tmp_path, negeer, HAAST)


def test_een_gebied_met_alleen_iets_anders_is_een_fout(lagen, tmp_path):
    school = next(c for c in lagen["voorzieningen"].categorieen.values() if c.id == "basisschool")
    ander = replace(lagen["voorzieningen"], categorieen={"basisschool": school})
    with pytest.raises(DienstFout, match="heeft geen voorzieningen in Proefbuurt"):
        haal(ander, BUURT, tmp_path, negeer, HAAST)


def test_een_volle_schijf_is_een_melding(lagen, tmp_path):
    (tmp_path / "overpass").write_text("hier past geen map")
    with pytest.raises(UitvoerFout, match="kan niet bewaard worden"):
        haal(lagen["straten"], BUURT, tmp_path, negeer, HAAST)


def test_een_laag_zonder_dienst(lagen, tmp_path):
    for anders in (None, replace(lagen["straten"].dienst, onderdeel="gebouwen")):
        with pytest.raises(LaagFout):
            haal(replace(lagen["straten"], dienst=anders), BUURT, tmp_path, negeer, HAAST)
