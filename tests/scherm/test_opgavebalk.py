import math
import re
from dataclasses import replace

import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.opgave.stand import (
    landelijke_stand,
    provinciale_stand,
    stand_per_provincie,
)
from locatieplanner.scherm.opgavebalk import (
    Meetelling,
    balk_html,
    nog_niet_gepland,
    verantwoording,
)
from tests.omgeving import maak_omgeving

RIJ = {
    "doel_laag": 200.0, "doel_hoog": 300.0, "doel_status": "gepubliceerd",
    "bestaand_bekend": 400.0, "bestaand_geschat": 50.0, "gepland": 0.0,
    "nodig_laag": -250.0, "nodig_hoog": -150.0, "nodig_status": "geschat",
}  # fmt: skip


MEETELLING = Meetelling("met een besluit", "zonder besluit", 1234.0)


def balk(**anders):
    return balk_html(RIJ | anders, "Utrecht", "Proefdoelen", MEETELLING, "Bron.")


@pytest.mark.parametrize(
    ("laag", "hoog", "verwacht"),
    [
        (-250.0, -150.0, "<b>150–250</b> plaatsen meer dan het doel"),
        (-50.0, 50.0, "Nog nodig: <b>0–50</b>"),
        (1500.0, 1600.0, "Nog nodig: <b>1.500–1.600</b>"),
        (math.nan, math.nan, "Het doel is onbekend"),
        (1500.0, math.nan, "Nog nodig: <b>ten minste 1.500</b>"),
        (-20.0, math.nan, "Het doel is een ondergrens, en die is gehaald"),
        (math.nan, 80.0, "Nog nodig: <b>ten hoogste 80</b>"),
    ],
)
def test_oordeel_in_een_zin(laag, hoog, verwacht):
    assert verwacht in balk(nodig_laag=laag, nodig_hoog=hoog)


def test_delen_passen_in_de_balk():
    breedtes = [float(b) for b in re.findall(r"lp-deel [^>]*width:([\d.]+)%", balk())]
    assert len(breedtes) == 4
    assert 0 < sum(breedtes) <= 100


def test_onbekend_doel_heeft_geen_streep():
    html = balk(doel_laag=math.nan, doel_hoog=math.nan, nodig_laag=math.nan, nodig_hoog=math.nan)
    assert 'class="lp-doel"' not in html
    assert "doel <b>onbekend</b>" in html


@pytest.mark.parametrize("open_grens", ["doel_laag", "doel_hoog"])
def test_een_open_grens_geeft_een_streep_op_de_andere(open_grens):
    html = balk(**{open_grens: math.nan})
    assert 'class="lp-doel"' in html
    assert "nan" not in html


def test_onbekend_bestaand_breekt_niets():
    assert "nan" not in balk(bestaand_bekend=math.nan)


def test_namen_zijn_tekst_en_getallen_nederlands():
    html = balk_html(RIJ, "<i>", "<u>", MEETELLING, "<s>")
    assert not re.search("<i>Opgave|<u>|<s>", html)
    assert "1.234" in html
    assert 'role="img" aria-label="Opgave &lt;i&gt;: doel 200–300 plaatsen' in html


def test_nog_niet_gepland_telt_opvang_die_meedoet(beoordeling):
    # K1 is opvang zonder besluit; K2 heeft een besluit, K3 is wonen, K4 is afgevallen.
    assert nog_niet_gepland(beoordeling, None) == 100
    assert nog_niet_gepland(beoordeling, "Utrecht") == 100
    assert nog_niet_gepland(beoordeling, "Limburg") == 0


def test_wie_verder_moet_zijn_telt_nog_niet(kandidaten):
    omgeving = maak_omgeving({"opgave.gepland_vanaf": "vergund"})
    assert nog_niet_gepland(beoordeel(kandidaten, omgeving), None) == 500


def test_de_balk_noemt_wat_er_telt():
    html = balk_html(RIJ, "Utrecht", "Proef", Meetelling("in gebruik", "nog niet", 1.0), "Bron.")
    assert "gepland: in gebruik <b>0</b>" in html
    assert "kandidaten nog niet <b>1</b>" in html


def test_verantwoording_noemt_bron_en_beide_tijden(omgeving_echt):
    stand = stand_per_provincie(omgeving_echt, None)
    zin = verantwoording(provinciale_stand(stand, "Zuid-Holland"), omgeving_echt, "Zuid-Holland")
    assert zin.startswith("Doel: GS-besluit Zuid-Holland")
    assert "31-12-2023" in zin
    assert "juni 2025" in zin
    assert zin.endswith("geen stand op één dag.")


def test_zonder_tijdverschil_staat_er_alleen_de_bron(omgeving):
    rij = {"doel_herkomst": "proefbron"}
    doelen = omgeving.doelen.assign(peildatum="2025-06")
    assert verantwoording(rij, replace(omgeving, doelen=doelen), None) == "Doel: proefbron."


def test_echte_stand_past_erin(beoordeling, omgeving):
    stand = stand_per_provincie(omgeving, beoordeling.gepland_per_gemeente)
    for rij in (landelijke_stand(stand), provinciale_stand(stand, "Utrecht")):
        assert "<section" in balk_html(rij, "x", "d", MEETELLING, "v")


def test_wat_bij_het_oordeel_te_weten_is_staat_eronder_en_is_tekst():
    html = balk_html(RIJ, "Utrecht", "Proefdoelen", MEETELLING, "Bron.", "Een <oud> doel.")
    assert (
        "meer dan het doel. <em>geschat</em></p><p class=lp-let>Een &lt;oud&gt; doel.</p>" in html
    )
    assert "lp-let" not in balk()
