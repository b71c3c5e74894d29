from dataclasses import replace
from datetime import UTC, datetime

import pytest

from locatieplanner.bronnen.cache import Manifest
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.scherm import lagenpagina
from locatieplanner.scherm.ophalen import Beurt

NU = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _deel(laag, opgehaald):
    return Manifest(
        *(laag, "Utrecht (provincie)", "s", "https://x", opgehaald, "2025", "", 9, "CC0"),
        "POLYGON EMPTY",
    )


@pytest.fixture(scope="module")
def lagen():
    return lees_catalogus()


def test_samenvatting_noemt_hoeveel_hoe_oud_en_wat_niet_getoetst_wordt(lagen):
    delen = {
        "gemeenten": (_deel("gemeenten", "2026-11-24T08:00:00+00:00"),),
        "buurten": (_deel("buurten", "2026-11-12T08:00:00+00:00"),),
        "natura2000": (),
        "overstroming": (),
    }
    assert lagenpagina.samenvatting(lagen, delen, NU) == (
        "Opgehaald: 2 van de 4 lagen. Het oudste daarvan is Buurten, opgehaald 12 dagen geleden "
        "(12-11-2026). 2 lagen om aan te toetsen zijn nog niet geladen."
    )


def test_samenvatting_zonder_iets(lagen):
    assert lagenpagina.samenvatting(lagen, {"gemeenten": (), "natura2000": ()}, NU) == (
        "Opgehaald: 0 van de 2 lagen. 1 laag om aan te toetsen is nog niet geladen."
    )


def test_elke_laag_met_een_dienst_staat_in_precies_een_groep(lagen):
    groepen = lagenpagina.groepen(lagen.values())
    namen = [laag.id for groep in groepen.values() for laag in groep]
    assert sorted(namen) == sorted(id_ for id_, laag in lagen.items() if laag.dienst)
    assert all(groepen.values())


def test_ingebouwde_lagen_als_tabel_met_alle_tekst_ontsnapt(lagen):
    html = lagenpagina.ingebouwd_html([lagen["kernen"]])
    assert "GeoNames" in html
    assert "<script" not in html


def test_bezig_tekst_telt_lagen_en_stappen_en_noemt_de_laag_bij_naam(lagen):
    beurt = Beurt(("a", "b"), "Utrecht", laag="natura2000", stap="bladzijde", gedaan=1000,
                  totaal=2000, klaar=(("a", 5),))  # fmt: skip
    tekst = "Laag 2 van 2 · Natura 2000: bladzijde (1.000 van 2.000)"
    assert lagenpagina.bezig_tekst(beurt, lagen) == tekst
    onbekend = replace(beurt, laag="weg")
    assert "· weg: bladzijde" in lagenpagina.bezig_tekst(onbekend, lagen)
