import math

import pandas as pd
import pytest

from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.scherm.overlegkaartje import GEHEIM, kaartje_html, score_in_woorden
from locatieplanner.scherm.overlegtafel import dek_tafel, gedeelde_rijen


@pytest.fixture
def rijen(beoordeling, omgeving):
    plan = pd.Series({"K1": 50, "K3": 40, "K4": 10})
    return dek_tafel(gedeelde_rijen(beoordeling, omgeving.gemeenten.index), plan, "A").rijen


def test_een_kaartje_zegt_alles_wat_een_zaal_vraagt(rijen, beoordeling, omgeving):
    html = kaartje_html(rijen.loc["K3"], uitleg(beoordeling, "K3"), omgeving)
    for kop in (
        *("Waar", "Wat", "Hoeveel", "Voor wie", "Hoe lang", "Hoe ver", "Wat de buurt krijgt"),
        *("Wat ervoor spreekt", "Wat ertegen spreekt", *CRITERIA),
    ):
        assert kop in html
    assert "statushouders 40 %" in html
    assert "40 plaatsen" in html


def test_tekst_van_gebruikers_blijft_tekst(rijen, beoordeling, omgeving):
    html = kaartje_html(rijen.loc["K1"], uitleg(beoordeling, "K1"), omgeving)
    assert "&lt;b&gt;Aardam&lt;/b&gt; &amp; co" in html
    assert "<b>Aardam" not in html


def test_een_uitgesloten_locatie_zegt_dat_voor_de_scores(rijen, beoordeling, omgeving):
    html = kaartje_html(rijen.loc["K4"], uitleg(beoordeling, "K4"), omgeving)
    assert html.index("te duur") < html.index("Vier scores")


def test_van_een_beschermde_locatie_is_er_geen_score(rijen, omgeving):
    html = kaartje_html(rijen.loc["K1"], None, omgeving)
    assert GEHEIM in html
    assert "Hoe lang" not in html
    assert "Vier scores" not in html


@pytest.mark.parametrize(
    ("score", "woord"),
    [
        *((100.0, "zeer gunstig"), (79.9, "gunstig"), (40.0, "gemiddeld"), (39.9, "ongunstig")),
        *((0.0, "zeer ongunstig"), (math.nan, "onbekend")),
    ],
)
def test_score_in_woorden(score, woord):
    assert score_in_woorden(score) == woord
