from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.scherm import gegevens, zekerheid
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.zekerheid import robuustheid_van


@pytest.fixture
def toestand(monkeypatch, kandidaten, omgeving):
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(gegevens, "omgeving", lambda *_: omgeving)
    return Toestand(kandidaten, "proef", False, "proef")


def test_getrokken_wordt_pas_opnieuw_bij_andere_gewichten_of_instellingen(toestand, monkeypatch):
    eerst = robuustheid_van(toestand, gegevens.beoordeling_van(toestand))
    monkeypatch.setattr(zekerheid, "robuustheid", lambda *_: "opnieuw")
    assert robuustheid_van(toestand, gegevens.beoordeling_van(toestand)) is eerst
    vast = robuustheid_van(toestand, gegevens.beoordeling_van(toestand), vaste_scores=True)
    assert vast == "opnieuw"
    anders = replace(toestand, gewichten=Gewichten(spreiding=90))
    assert robuustheid_van(anders, gegevens.beoordeling_van(anders)) == "opnieuw"


def _paneel() -> None:
    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.zekerheid import zekerheidpaneel

    toestand = toestand_van_sessie()
    beoordeling = gegevens.beoordeling_van(toestand)
    eerste = beoordeling.kandidaten.index[beoordeling.volgorde()[0]]
    zekerheidpaneel(toestand, beoordeling, str(eerste))


def test_het_paneel_zegt_het_in_woorden_en_dat_het_geschat_is():
    test = AppTest.from_function(_paneel, default_timeout=120).run()
    assert not test.exception
    assert "trekkingen bij de eerste tien" in test.markdown[0].value
    assert test.caption[0].value.startswith("Geschat")
