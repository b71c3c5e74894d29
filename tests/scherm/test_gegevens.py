from dataclasses import replace

import pytest
import streamlit as st

from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import doel, maak_lagen


@pytest.fixture
def toestand(monkeypatch, kandidaten, omgeving):
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(gegevens, "omgeving", lambda *_: omgeving)
    return Toestand(kandidaten, "proef", False, "proef")


def test_ander_gewicht_rekent_niets_opnieuw(toestand, monkeypatch):
    eerst = gegevens.beoordeling_van(toestand)
    monkeypatch.setattr(gegevens, "beoordeel", None)
    anders = gegevens.beoordeling_van(replace(toestand, gewichten=Gewichten(spreiding=90)))
    assert anders.maten is eerst.maten
    assert anders.gewichten.spreiding == 90


def test_onthouden_geldt_tot_kandidaten_of_omgeving_veranderen(toestand, kandidaten):
    gemaakt = []

    def maak(beoordeling):
        gemaakt.append(len(beoordeling.kandidaten))
        return len(gemaakt)

    assert gegevens.onthoud(toestand, "x", maak) == 1
    assert gegevens.onthoud(replace(toestand, gewichten=Gewichten(mix=1)), "x", maak) == 1
    assert gegevens.onthoud(toestand, "y", maak) == 2
    minder = toestand.met_kandidaten(kandidaten.iloc[:2], bron="b")
    assert gegevens.onthoud(minder, "x", maak) == 3
    assert gemaakt == [4, 4, 2]


def test_stand_hoort_bij_de_kandidaten(toestand, kandidaten):
    assert gegevens.stand_van(toestand)["gepland"].sum() == 400
    zonder = toestand.met_kandidaten(kandidaten.drop(index="K2"), bron="b")
    assert gegevens.stand_van(zonder)["gepland"].sum() == 0


def test_voorbeeld_is_in_orde():
    assert len(gegevens.voorbeeld()) == 60


def test_andere_eigen_doelen_geven_een_andere_omgeving_en_beoordeling(monkeypatch, kandidaten):
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(gegevens, "_lagen", lambda merk: maak_lagen())
    toestand = Toestand(kandidaten, "proef", False, "proef")
    eigen = Eigendoelen((("proef", doel("Utrecht", 9_000, 9_000)),))
    anders = replace(toestand, eigen_doelen=eigen)
    assert gegevens.omgeving_van(anders).doelen.loc["Utrecht", "midden"] == 9_000
    assert gegevens.omgeving_van(toestand).doelen.loc["Utrecht", "midden"] == 350
    # Gelijke eigen doelen zijn dezelfde omgeving.
    gelijk = Eigendoelen((("proef", doel("Utrecht", 9_000, 9_000)),))
    assert gegevens.omgeving_van(replace(toestand, eigen_doelen=gelijk)) is gegevens.omgeving_van(
        anders
    )
    voor = gegevens.beoordeling_van(toestand).deelscores["spreiding"]
    assert (voor != gegevens.beoordeling_van(anders).deelscores["spreiding"]).any()
    assert gegevens.stand_van(anders).loc["Utrecht", "doel_midden"] == 9_000
    assert gegevens.doelsets_van(anders)["proef"].eigen_provincies == ("Utrecht",)


def test_alleen_het_laatste_blijft_bewaard(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    gemaakt = iter(range(10))
    assert [gegevens.laatste("x", (s,), lambda: next(gemaakt)) for s in "aaba"] == [0, 0, 1, 2]
    assert gegevens.laatste("y", ("a",), lambda: next(gemaakt)) == 3
    assert len(st.session_state) == 2
