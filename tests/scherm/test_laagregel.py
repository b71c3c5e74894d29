from dataclasses import replace
from datetime import UTC, datetime

import pytest

from locatieplanner.bronnen.cache import Manifest
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.scherm import laagregel

NU = datetime(2026, 11, 24, 12, tzinfo=UTC)
PROVINCIE = "Utrecht (provincie)"


def _deel(opgehaald, gebied=PROVINCIE, rijen=1234, toelichting=""):
    return Manifest(
        *("x", gebied, "s", "https://x", opgehaald, "2025", "", rijen, "CC0", "POLYGON EMPTY"),
        toelichting,
    )


@pytest.fixture(scope="module")
def lagen():
    return lees_catalogus()


@pytest.mark.parametrize(
    ("opgehaald", "tekst"),
    [
        ("2026-11-24T08:00:00+00:00", "vandaag (24-11-2026)"),
        ("2026-11-23T08:00:00+00:00", "gisteren (23-11-2026)"),
        ("2025-11-24T08:00:00+00:00", "365 dagen geleden (24-11-2025)"),
    ],
)
def test_leeftijd(opgehaald, tekst):
    assert laagregel.leeftijd(_deel(opgehaald), NU) == tekst


def test_stand_noemt_elk_deel_en_zonder_delen_of_de_laag_ingebouwd_is(lagen):
    delen = (_deel("2026-11-24T08:00:00+00:00"), _deel("2026-11-23T08:00:00+00:00", "Zeist", 5))
    assert laagregel.stand(lagen["gemeenten"], delen, NU) == (
        "Utrecht (provincie): 1.234 rijen, opgehaald vandaag (24-11-2026) en Zeist: 5 rijen, "
        "opgehaald gisteren (23-11-2026)"
    )
    assert laagregel.stand(lagen["gemeenten"], (), NU) == "ingebouwd, niet ververst"
    assert laagregel.stand(lagen["natura2000"], (), NU) == "niet geladen"


@pytest.mark.parametrize(
    ("laag", "gebied", "waar"),
    [
        ("gemeenten", None, "Nederland"),
        ("sociale_huur", PROVINCIE, "Nederland"),
        ("buurten", PROVINCIE, PROVINCIE),
        ("buurten", None, None),
    ],
)
def test_een_laag_die_altijd_heel_komt_vraagt_geen_gebied(lagen, laag, gebied, waar):
    assert laagregel.waarvoor(lagen[laag], gebied) == waar


def test_verversen_heet_het_alleen_waar_de_laag_al_is(lagen):
    utrecht = (_deel("2026-11-24T08:00:00+00:00"),)
    assert laagregel.knoptekst(lagen["buurten"], utrecht, PROVINCIE) == "Verversen"
    assert laagregel.knoptekst(lagen["buurten"], utrecht, "Zeeland (provincie)") == "Ophalen"
    assert laagregel.knoptekst(lagen["buurten"], utrecht, None) == "Ophalen"
    heel = (_deel("2026-11-24T08:00:00+00:00", "Nederland"),)
    assert laagregel.knoptekst(lagen["gemeenten"], heel, None) == "Verversen"


def test_stand_en_status_staan_in_de_kop_en_de_rest_eronder(lagen):
    delen = (_deel("2026-11-24T08:00:00+00:00", toelichting="1 × vlak hersteld"),)
    html = laagregel.regel_html(lagen["straten"], delen, ["Net voor lopen: 9 knopen."], NU)
    kop, _, rest = html.partition("</summary>")
    assert "opgehaald vandaag (24-11-2026)" in kop
    assert "<em>gepubliceerd</em>" in kop
    assert "licentie ODbL" in rest
    assert "peildatum 2025" in rest
    assert "Net voor lopen: 9 knopen." in rest
    assert "Bij het inlezen van Utrecht (provincie): 1 × vlak hersteld." in rest


def test_zonder_gegevens_geen_status(lagen):
    assert "<em>" not in laagregel.regel_html(lagen["natura2000"], (), (), NU)
    assert "<em>afgeleid</em>" in laagregel.regel_html(lagen["gemeenten"], (), (), NU)


def test_alle_tekst_is_ontsnapt(lagen):
    vijandig = replace(lagen["gemeenten"], naam="<b>x</b>", let_op="<script>", licentie="<i>")
    html = laagregel.regel_html(vijandig, (), ["<u>"], NU)
    for teken in ("<b>x", "<script", "<i>", "<u>"):
        assert teken not in html
