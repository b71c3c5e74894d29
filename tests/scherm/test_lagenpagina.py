from datetime import UTC, datetime

import pytest

from locatieplanner.bronnen.cache import Manifest
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.scherm import lagenpagina
from locatieplanner.scherm.ophalen import Beurt

NU = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _deel(opgehaald, gebied="Utrecht (provincie)", rijen=1234):
    return Manifest(
        "x", gebied, "s", "https://x", opgehaald, "2025", "", rijen, "CC0", "POLYGON EMPTY"
    )


@pytest.fixture(scope="module")
def lagen():
    return lees_catalogus()


@pytest.mark.parametrize(
    ("opgehaald", "tekst"),
    [
        ("2026-11-24T08:00:00+00:00", "opgehaald vandaag (24-11-2026)"),
        ("2026-11-23T08:00:00+00:00", "opgehaald gisteren (23-11-2026)"),
        ("2025-11-24T08:00:00+00:00", "opgehaald 365 dagen geleden (24-11-2025)"),
    ],
)
def test_leeftijd(opgehaald, tekst):
    assert lagenpagina.leeftijd(_deel(opgehaald), NU) == tekst


def test_stand_noemt_elk_deel_en_zonder_delen_of_de_laag_ingebouwd_is(lagen):
    delen = (_deel("2026-11-24T08:00:00+00:00"), _deel("2026-11-23T08:00:00+00:00", "Zeist", 5))
    assert lagenpagina.stand(lagen["gemeenten"], delen, NU) == (
        "Utrecht (provincie): 1.234 rijen, opgehaald vandaag (24-11-2026) en Zeist: 5 rijen, "
        "opgehaald gisteren (23-11-2026)"
    )
    assert lagenpagina.stand(lagen["gemeenten"], (), NU) == "ingebouwd, niet ververst"
    assert lagenpagina.stand(lagen["natura2000"], (), NU) == "niet geladen"


def test_elke_laag_met_een_dienst_staat_in_precies_een_groep(lagen):
    groepen = lagenpagina.groepen(lagen.values())
    namen = [laag.id for groep in groepen.values() for laag in groep]
    assert sorted(namen) == sorted(id_ for id_, laag in lagen.items() if laag.dienst)
    assert all(groepen.values())


def test_ingebouwde_lagen_als_tabel_met_alle_tekst_ontsnapt(lagen):
    html = lagenpagina.ingebouwd_html([lagen["kernen"]])
    assert "GeoNames" in html
    assert "<script" not in html


def test_bezig_tekst_telt_lagen_en_stappen():
    beurt = Beurt(("a", "b"), "Utrecht", laag="b", stap="bladzijde", gedaan=1000, totaal=2000,
                  klaar=(("a", 5),))  # fmt: skip
    assert lagenpagina.bezig_tekst(beurt) == "Laag 2 van 2 · b: bladzijde (1.000 van 2.000)"
