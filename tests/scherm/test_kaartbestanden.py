import gc

import pytest
import streamlit as st

from locatieplanner.scherm import kaartbestanden
from locatieplanner.scherm.kaartbestanden import Kandidaatlaag, kandidaatlaag


@pytest.fixture
def map_(tmp_path, monkeypatch):
    monkeypatch.setattr(kaartbestanden, "kandidatenmap", lambda: tmp_path)
    monkeypatch.setattr(st, "session_state", {})
    return tmp_path


def test_dezelfde_versie_houdt_hetzelfde_bestand(map_, kandidaten):
    naam = kandidaatlaag("a", kandidaten, {})
    assert kandidaatlaag("a", kandidaten, {}) == naam
    assert [pad.name for pad in map_.iterdir()] == [naam]


def test_andere_kandidaten_ruimen_het_oude_bestand_op(map_, kandidaten):
    oud = kandidaatlaag("a", kandidaten, {})
    nieuw = kandidaatlaag("b", kandidaten, {})
    assert nieuw != oud
    assert [pad.name for pad in map_.iterdir()] == [nieuw]


def test_zonder_kandidaten_blijft_er_niets_staan(map_, kandidaten):
    kandidaatlaag("a", kandidaten, {})
    assert kandidaatlaag("b", kandidaten.iloc[:0], {}) == ""
    assert not list(map_.iterdir())


def test_met_de_sessie_verdwijnt_het_bestand(map_, kandidaten):
    laag = Kandidaatlaag("a", kandidaten, {})
    sessie = {"laag": laag}
    del laag
    assert list(map_.iterdir())
    sessie.clear()
    gc.collect()
    assert not list(map_.iterdir())


def test_naam_verraadt_niets(map_, kandidaten):
    namen = {kandidaatlaag(str(nummer), kandidaten, {}) for nummer in range(5)}
    assert len(namen) == 5
    assert all(len(naam) == 48 for naam in namen)


def test_elke_kaart_heeft_haar_eigen_laag(map_, kandidaten):
    een = kandidaatlaag("a", kandidaten, {})
    ander = kandidaatlaag("a", kandidaten, {}, waarvoor=" plan A")
    assert {pad.name for pad in map_.iterdir()} == {een, ander}
    assert kandidaatlaag("a", kandidaten, {}) == een
