from dataclasses import replace

import pytest

from locatieplanner.bronnen.beschrijving import gebreken
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.domein.toets import Gebruik, Predicaat, Regel

LAGEN = lees_catalogus()
NATUUR = LAGEN["natura2000"]
REGEL = Regel(Gebruik.AANDACHTSPUNT, Predicaat.NABIJ, "op {afstand}", "r", "b", afstand_m=500.0)


def met_dienst(laag, **anders):
    return replace(laag, dienst=replace(laag.dienst, **anders))


def met_regel(laag=NATUUR, **anders):
    return replace(laag, regels=(replace(REGEL, **anders),))


@pytest.mark.parametrize("laag", LAGEN.values(), ids=lambda laag: laag.id)
def test_de_lagen_van_de_catalogus_zijn_goed_beschreven(laag):
    assert gebreken(laag) == []


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"adres": "http://proef/ogc"}, "https"),
        ({"adres": "https:///ogc"}, "https"),
        ({"adres": "https://proef/{yaar}/ogc"}, "accolades"),
        ({"onderdeel": ""}, "geen onderdeel"),
        ({"naam": ""}, "geen naam"),
        ({"kolommen": {}}, "geen kolommen"),
        ({"kolommen": {"naam": ()}}, "geen naam voor naam"),
        ({"kolommen": {"naam": ("a", "")}}, "geen naam voor naam"),
        ({"sleutel": "code"}, "sleutel code"),
    ],
)
def test_een_dienst_die_niet_werken_kan(anders, melding):
    assert any(melding in gebrek for gebrek in gebreken(met_dienst(NATUUR, **anders)))


def test_het_jaar_in_een_adres_mag():
    assert gebreken(met_dienst(NATUUR, adres="https://proef/{jaar}/ogc")) == []


@pytest.mark.parametrize(
    ("laag", "melding"),
    [
        (replace(LAGEN["voorzieningen"], categorieen={}), "voorzieningen"),
        (replace(LAGEN["straten"], wijzen={}), "straten"),
        (
            replace(
                LAGEN["straten"],
                wijzen={"lopen": replace(LAGEN["straten"].wijzen["lopen"], wel=())},
            ),
            "lopen",
        ),
        (met_dienst(LAGEN["straten"], onderdeel="water"), "'water' kan niet"),
    ],
)
def test_openstreetmap_zonder_tags(laag, melding):
    gevonden = gebreken(laag)
    assert len(gevonden) == 1
    assert melding in gevonden[0]


@pytest.mark.parametrize(
    ("laag", "melding"),
    [
        (met_regel(waar={"zone": ("1",)}), "kijkt naar zone"),
        (met_regel(tekst="ligt in {gebied}"), "gebied; alleen naam en afstand"),
        (met_regel(tekst="ligt in {naam"), "accolade"),
        (met_regel(predicaat=Predicaat.BINNEN), "alleen binnen het vlak"),
        (met_regel(met_dienst(NATUUR, heel=False)), "rand_m"),
        (met_regel(LAGEN["overstroming"], tekst="ligt in {naam}"), "geen kolom naam"),
        (met_regel(LAGEN["geluid"], waar={"zone": ("1",)}), "kijkt naar zone"),
    ],
)
def test_een_regel_die_niet_werken_kan(laag, melding):
    gevonden = gebreken(laag)
    assert len(gevonden) == 1
    assert melding in gevonden[0]


def test_een_regel_binnen_de_rand_is_goed():
    deel = replace(met_dienst(NATUUR, heel=False), rand_m=500.0)
    assert gebreken(met_regel(deel)) == []
