import math

import pandas as pd
import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.domein.herkomst import Status
from locatieplanner.scherm.overlegmeting import Overlegmeting, herbeoordeel, na_ingreep
from locatieplanner.scherm.overlegstand import Ingreep, Watals
from locatieplanner.scherm.overlegtafel import dek_tafel, gedeelde_rijen
from locatieplanner.scherm.overlegwatals import KOPPEN, nog_nodig, rangtabel, verschil_html
from tests.omgeving import kandidaat, maak_kandidaten


def meting(laag: float, hoog: float, **anders: float) -> Overlegmeting:
    vast = {"locaties": 2, "plaatsen": 150, "wonen": 0, "boven_evenredig": 10.0, "gini": 0.25}
    return Overlegmeting(
        **{**vast, **anders},
        doel_laag=1000.0,
        doel_hoog=1200.0,
        er_is=500.0,
        nodig_laag=laag,
        nodig_hoog=hoog,
        status=Status.GESCHAT,
    )


@pytest.mark.parametrize(
    ("laag", "hoog", "tekst"),
    [
        (350.0, 550.0, "350–550 plaatsen (geschat)"),
        (-50.0, 150.0, "0–150 plaatsen (geschat)"),
        (-250.0, -50.0, "niets: 250 meer dan het doel (geschat)"),
        (math.nan, math.nan, "onbekend"),
    ],
)
def test_nog_nodig_blijft_een_bandbreedte_en_wordt_nooit_negatief(laag, hoog, tekst):
    assert nog_nodig(meting(laag, hoog)) == tekst


def test_voor_en_na_staan_naast_elkaar_en_onbekend_heet_onbekend():
    html = verschil_html(
        meting(350, 550), meting(400, 600, locaties=1, gini=math.nan), "doel van Utrecht"
    )
    for tekst in (*KOPPEN[1:], "150 op 2 locaties", "150 op 1 locatie", "0,250", "onbekend"):
        assert tekst in html


def test_de_tabel_laat_zien_wat_een_ingreep_doet(omgeving):
    kandidaten = maak_kandidaten(
        kandidaat("A", 104_000, 405_000, capaciteit=400),
        kandidaat("B", 115_000, 405_000, capaciteit=60),
        kandidaat("GEHEIM", 106_000, 405_000, type="amv", capaciteit=30),
    )
    voor = beoordeel(kandidaten, omgeving)
    gemeenten = omgeving.gemeenten.index
    tafel = dek_tafel(gedeelde_rijen(voor, gemeenten))
    watals = Watals().met_ingreep("A", Ingreep.HALF).met_ingreep("B", Ingreep.WEG)
    na = herbeoordeel(voor, kandidaten, watals)
    tabel = rangtabel(tafel, na, gemeenten, na_ingreep(tafel.plaatsen, watals)).gegevens
    assert tabel.loc["A", ["plaatsen", "plaatsen_na"]].tolist() == [400, 200]
    assert tabel.loc["A", "score_na"] > tabel.loc["A", "score"]
    assert tabel.loc["B", "plaatsen_na"] == 0
    assert pd.isna(tabel.loc["B", "rang_na"])
    geheim = tabel[tabel["naam"].str.startswith("Beschermde")]
    assert len(geheim) == 1
    assert geheim[["score", "score_na", "rang", "rang_na"]].isna().all(axis=None)
