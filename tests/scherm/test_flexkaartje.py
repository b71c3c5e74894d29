from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely

from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import RD
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.scherm.flexkaartje import flexkaartje_html
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


@pytest.fixture(scope="module")
def met_buurt(omgeving):
    vlakken = gpd.GeoDataFrame(
        {
            "buurt": ["Oost"],
            "inwoners": [2000.0],
            "sociale_huur": [0.4],
            "sociale_huur_gemeente": [np.nan],
        },
        geometry=[shapely.box(100_000, 400_000, 110_000, 410_000)],
        crs=RD,
    )
    return replace(omgeving, buurten=Buurten(vlakken, "2025"))


def _kaartje(omgeving, *rijen):
    tabel = woonlocaties(plan(*rijen), omgeving, PEIL)
    return flexkaartje_html("Haven", tabel.to_dict("records")[0], omgeving)


def test_alles_over_een_locatie_staat_erop(omgeving):
    html = _kaartje(
        omgeving,
        woning("K1", capaciteit=100, woningen=60, status="besluit", eigenaar="Woonplus",
               beschikbaar_van="2028-07-01", beschikbaar_tot="2043-06-30",
               aandeel_statushouders=0.4, aandeel_studenten=0.6),
    )  # fmt: skip
    for tekst in (
        "flexwonen · Aardam · besluit · Woonplus",
        "60 (volgens het plan)",
        "van 1-7-2028 tot en met 30-6-2043",
        "15 jaar",
        "niets (er is een einddatum: daarna blijft er niets)",
        "studenten 60 plaatsen in ongeveer 45 woningen; statushouders 40 plaatsen in ongeveer 15 "
        "woningen. Kwetsbare groepen samen: 40 %.",
        "niet geladen",
        "40 statushouders (gepland)",
        "<td>0 plaatsen</td>",
    ):
        assert tekst in html


def test_onbekend_heet_onbekend(omgeving):
    html = _kaartje(omgeving, zonder_mix("K1", status="idee"))
    assert '<th scope="row">Woningen</th><td>onbekend</td>' in html
    assert "van onbekend tot en met onbekend" in html
    assert "de mix is onbekend" in html
    assert "onbekend, want de mix is onbekend" in html
    assert "nan" not in html


def test_de_buurt_met_wie_er_woont_en_wie_erbij_komt(met_buurt):
    html = _kaartje(met_buurt, woning("K1", capaciteit=50))
    assert (
        "Oost, 2.000 inwoners. Uit dit plan komen er 50 mensen in kwetsbare groepen bij (25 per "
        "1.000 inwoners); sociale huur 40 % in de buurt, onbekend in de gemeente."
    ) in html
    met_onbekend = _kaartje(met_buurt, woning("K1"), zonder_mix("K2"))
    assert "van 1 locatie in de buurt is de mix onbekend" in met_onbekend
    assert "per 1.000" not in met_onbekend
    assert "geen buurt bekend" in _kaartje(met_buurt, woning("K1", 125_000))


def test_tekst_van_gebruikers_is_nooit_opmaak(omgeving):
    html = _kaartje(omgeving, woning("K1", eigenaar="<script>kraak()</script>"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
