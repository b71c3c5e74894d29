import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opgave.bewoners import MIX_ONBEKEND
from locatieplanner.opgave.corporatie import per_groep
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.scherm.flexgrafiek import (
    ANDERE,
    groepgrafiek,
    verloopgrafiek,
    verloopreeksen,
)
from locatieplanner.scherm.grafiek import KLEUREN
from tests.omgeving import AANDACHTSGROEPEN
from tests.opgave.plannen import PEIL, plan, woning

MAANDEN = pd.period_range("2027-01", periods=3, freq="M", name="maand")


@given(aantal=st.integers(1, 13), onbekend=st.booleans())
def test_nooit_meer_reeksen_dan_kleuren_en_samen_alles(lagen_echt, aantal, onbekend):
    groepen = lagen_echt.aandachtsgroepen
    codes = [*list(groepen)[:aantal], *([MIX_ONBEKEND] if onbekend else [])]
    stand = np.arange(1.0, 3 * len(codes) + 1).reshape(3, len(codes))
    verloop = pd.DataFrame(stand, index=MAANDEN, columns=codes)
    reeksen = verloopreeksen(verloop, groepen)
    assert len(reeksen) <= len(KLEUREN)
    assert sum(reeksen.values()).tolist() == pytest.approx(verloop.sum(axis=1).tolist())
    assert ("mix onbekend" in reeksen) == onbekend
    assert (ANDERE in reeksen) == (len(codes) > len(KLEUREN))


def test_de_grootste_groep_ligt_onderop(omgeving):
    verloop = pd.DataFrame({"studenten": [1.0, 2, 3], "regulier": [9.0, 9, 9]}, index=MAANDEN)
    assert list(verloopreeksen(verloop, AANDACHTSGROEPEN)) == ["regulier", "studenten"]
    beschrijving = verloopgrafiek(verloop, AANDACHTSGROEPEN, "woningen").to_dict()
    assert beschrijving["encoding"]["y"]["axis"]["title"] == "woningen"


def test_eerst_de_kwetsbare_groepen_dan_de_dragende(omgeving):
    kandidaten = plan(
        woning("K1", capaciteit=100, aandeel_statushouders=0.3, aandeel_studenten=0.7)
    )
    groepen = per_groep(woonlocaties(kandidaten, omgeving, PEIL), AANDACHTSGROEPEN)
    beschrijving = groepgrafiek(groepen).to_dict()
    assert beschrijving["encoding"]["y"]["sort"] == ["statushouders", "studenten"]
    assert "kwetsbare groepen" in json.dumps(beschrijving)
