import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.herkomst import Status
from locatieplanner.portefeuille.maten import meet, naaste_afstand, ongelijkheid
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

UTRECHT = Opdracht(provincies=("Utrecht",))
getallen = st.lists(st.floats(0, 1e4), min_size=2, max_size=30).filter(lambda rij: sum(rij) > 1e-3)


def probleem(*rijen, opdracht=UTRECHT, **anders):
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 80, 80)], **anders)
    return stel_probleem(beoordeling, opdracht)


RIJEN = (
    kandidaat("aardam", x=105_000, capaciteit=20),
    kandidaat("beekdal", x=115_000, capaciteit=60),
    kandidaat("ook", x=105_000, y=405_300, type="azc", capaciteit=40),
)


def test_evenveel_per_inwoner_is_geen_ongelijkheid():
    maten = meet(probleem(*RIJEN), pd.Series({"aardam": 20, "beekdal": 60}))
    assert maten.theil == pytest.approx(0, abs=1e-12)
    assert maten.gini == pytest.approx(0, abs=1e-12)
    assert maten.boven_evenredig == 0
    assert (maten.locaties, maten.plaatsen, maten.gemeenten, maten.grootste) == (2, 80, 2, 60)
    assert maten.naaste_m == pytest.approx(10_000)
    assert maten.status_spreiding is Status.AFGELEID


def test_alles_in_een_gemeente_is_de_grootste_ongelijkheid():
    maten = meet(probleem(*RIJEN), pd.Series({"aardam": 20}))
    # Theil van alles bij één van twee is ln 2, Gini is 1 − 1/2.
    assert maten.theil == pytest.approx(math.log(2))
    assert maten.gini == pytest.approx(0.5)
    assert math.isnan(maten.naaste_m)


def test_wat_er_staat_en_gepland_is_telt_in_de_spreiding():
    plan = kandidaat("plan", x=115_500, status="besluit", capaciteit=60)
    dit = probleem(*RIJEN[:1], plan)
    maten = meet(dit, pd.Series({"aardam": 20}))
    assert maten.theil == pytest.approx(0, abs=1e-12)
    assert (maten.locaties, maten.plaatsen) == (1, 20)
    assert maten.naaste_m == pytest.approx(10_500)
    met_bestaand = meet(probleem(*RIJEN, bestaand=True), pd.Series({"aardam": 0})[:0])
    assert met_bestaand.theil > 0
    assert met_bestaand.status_spreiding is Status.GESCHAT


def test_score_per_plaats_zonder_wie_geen_score_heeft():
    rijen = (*RIJEN[:1], kandidaat("weg", x=106_000, status="afgevallen", capaciteit=50))
    dit = probleem(*rijen)
    maten = meet(dit, pd.Series({"aardam": 10, "weg": 50}))
    score = dit.kandidaten["score"]["aardam"]
    assert maten.punten == pytest.approx(10 * score)
    assert maten.gemiddelde_score == pytest.approx(score)
    assert maten.zonder_score == 1


def test_kosten_per_jaar():
    bedragen = {"behoefte.kosten_regulier_euro": 20_000, "behoefte.kosten_noodopvang_euro": 50_000}
    maten = meet(probleem(*RIJEN, parameters=bedragen), pd.Series({"aardam": 2, "ook": 3}))
    assert maten.kosten_euro == 2 * 50_000 + 3 * 20_000
    # Wat een gebruiker zelf instelt, is een aanname.
    assert maten.status_kosten is Status.GESCHAT


def test_een_lege_keuze_heeft_geen_score_en_geen_afstand():
    maten = meet(probleem(*RIJEN), pd.Series([], index=pd.Index([], dtype="str"), dtype="int64"))
    assert (maten.locaties, maten.plaatsen, maten.grootste, maten.kosten_euro) == (0, 0, 0, 0)
    for waarde in (maten.gemiddelde_score, maten.theil, maten.gini, maten.naaste_m):
        assert math.isnan(waarde)


@given(getallen)
def test_ongelijkheid_ligt_tussen_niets_en_alles_bij_een(rij):
    theil, gini = ongelijkheid(np.array(rij))
    aantal = len(rij)
    assert -1e-9 <= theil <= math.log(aantal) + 1e-9
    assert -1e-9 <= gini <= 1 - 1 / aantal + 1e-9


@given(getallen, st.floats(0.5, 100))
def test_ongelijkheid_hangt_niet_van_de_schaal_af(rij, factor):
    een, ander = ongelijkheid(np.array(rij)), ongelijkheid(np.array(rij) * factor)
    assert een == pytest.approx(ander, abs=1e-9)


@given(getallen)
def test_theil_volgens_haar_formule(rij):
    waarden = np.array(rij)
    deel = waarden / waarden.sum()
    verwacht = sum(d * math.log(len(rij) * d) for d in deel if d > 0)
    assert ongelijkheid(waarden)[0] == pytest.approx(max(verwacht, 0), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=2, max_size=20))
def test_naaste_afstand_als_elk_tweetal_gemeten_wordt(rij):
    xy = np.array(rij, dtype=np.float64)
    alle = np.hypot(*(xy[:, np.newaxis] - xy[np.newaxis]).transpose(2, 0, 1))
    np.fill_diagonal(alle, np.inf)
    assert naaste_afstand(xy) == pytest.approx(alle.min(axis=1).mean())
