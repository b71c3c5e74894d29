import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
import shapely
import streamlit as st

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.netwerk.geladen import GeladenNet
from locatieplanner.netwerk.stratennet import bouw
from locatieplanner.scherm import bereik, gegevens
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import kandidaat, maak_kandidaten, maak_lagen, maak_omgeving

WEST = shapely.box(100_000, 400_000, 120_000, 410_000)


@pytest.fixture(scope="module")
def lagen_met_straten():
    x = np.arange(100_000.0, 120_000.0, 100.0)
    rij = np.arange(len(x))
    straten = pd.DataFrame(
        {
            "van": rij[:-1], "naar": rij[1:],
            "x_van": x[:-1], "y_van": 405_000.0, "x_naar": x[1:], "y_naar": 405_000.0,
            "lengte_m": 100.0, "fietsen": True,
        }
    )  # fmt: skip
    net = GeladenNet(bouw(straten, "fietsen"), WEST, datetime(2026, 11, 2, tzinfo=UTC))
    return maak_lagen(opgehaald=Opgehaald(straten={"fietsen": net}))


@pytest.fixture
def scherm(monkeypatch, tmp_path, lagen_met_straten):
    """Een scherm met twee kandidaten: K1 aan de straat, K2 buiten de straten."""
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(gegevens, "lagen", lambda: lagen_met_straten)
    monkeypatch.setattr(bereik, "kandidatenmap", lambda: tmp_path)
    omgeving = maak_omgeving(opgehaald=lagen_met_straten.opgehaald)
    kandidaten = maak_kandidaten(
        kandidaat("K1", 114_000, 405_020), kandidaat("K2", 125_000, 415_000)
    )
    toestand = Toestand(kandidaten, "proef", False, "proef", gekozen="K1", versie="1")
    return toestand, beoordeel(kandidaten, omgeving), tmp_path


def _met(toestand, **anders):
    return replace(toestand, **anders)


def _soorten(map_, naam):
    inhoud = json.loads((map_ / naam).read_text(encoding="utf-8"))
    return [ding["properties"]["soort"] for ding in inhoud["features"]]


def test_staat_er_niets_aan_dan_is_er_geen_bestand(scherm):
    toestand, beoordeling, map_ = scherm
    assert bereik.bereiklaag(toestand, beoordeling) == ""
    assert not list(map_.iterdir())


def test_bereik_en_route_komen_in_een_bestand_met_een_geheime_naam(scherm):
    toestand, beoordeling, map_ = scherm
    aan = _met(toestand, bereik=True, route_naar="treinstation")
    naam = bereik.bereiklaag(aan, beoordeling)
    assert "K1" not in naam
    assert len(naam) > 40
    assert _soorten(map_, naam) == ["isochroon"] * 3 + ["route", "voorziening"]
    assert bereik.bereiklaag(aan, beoordeling) == naam


def test_een_andere_keuze_ruimt_het_vorige_bestand_op(scherm):
    toestand, beoordeling, map_ = scherm
    eerste = bereik.bereiklaag(_met(toestand, bereik=True), beoordeling)
    tweede = bereik.bereiklaag(_met(toestand, route_naar="treinstation"), beoordeling)
    assert [pad.name for pad in map_.iterdir()] == [tweede] != [eerste]
    assert bereik.bereiklaag(_met(toestand, gekozen=None, bereik=True), beoordeling) == ""
    assert not list(map_.iterdir())


def test_buiten_de_straten_is_er_geen_bereik(scherm):
    toestand, beoordeling, _ = scherm
    assert bereik.bereiklaag(_met(toestand, gekozen="K2", bereik=True), beoordeling) == ""


def test_de_tabel_noemt_onbekend_en_laat_tekst_tekst(scherm):
    _, beoordeling, _ = scherm
    maten = beoordeling.maten["nabijheid"].loc["K1"].to_dict()
    maten |= {"afstand_dorpskern_m": np.nan, "dichtstbijzijnde_treinstation": "<b>x</b>"}
    html = bereik.voorzieningen_html(maten, beoordeling.omgeving)
    assert "<th scope=row>dorpskern<td>onbekend<td>" in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "binnen bereik" in html
