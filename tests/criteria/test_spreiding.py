import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locatieplanner.beoordeling.omgeving import bouw_omgeving
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.criteria.spreiding import nabij, spreiding, verwachting
from locatieplanner.domein.herkomst import Status
from tests.omgeving import (
    DOELSET,
    doel,
    kandidaat,
    maak_doelset,
    maak_kandidaten,
    maak_omgeving,
    maak_opvang,
    punten,
)
from tests.trekkingen import kandidatenlijsten

HALF_M = 3000 * math.log(2)
"""Afstand waarop iets bij λ = 3 km voor de helft meetelt."""


def _maten(omgeving, *rijen):
    return spreiding(met_ligging(maak_kandidaten(*rijen), omgeving.gemeenten), omgeving)


def _verwacht_evenredigheid(verhouding):
    return 100 * (1 - math.log10(verhouding))


@pytest.fixture(scope="module")
def rond_aardam(omgeving):
    """De omgeving met één kern in Aardam en één, half zo zwaar wegend, ernaast."""
    xy = [(105_000, 405_000), (105_000, 405_000 + HALF_M)]
    return replace(
        omgeving,
        inwonerpunten=punten(xy, inwoners=[10_000.0, 20_000.0], plaatsen_verwacht=[0.0, 0.0]),
        opvang=punten(xy[1:], naam=["azc"], gemeentecode=["GM0001"], type="azc", plaatsen=[200.0]),
    )


def test_evenredigheid(omgeving):
    # Aardam: 100 plaatsen; deel 350 × 20.000 / 80.000 = 87,5. Verwacht worden er 150: een kans
    # van 0,3 op 500 plaatsen. Zonder 94,2008, met (600 / 87,5) 16,3853.
    maten = _maten(omgeving, kandidaat()).iloc[0]
    assert math.isnan(maten["plaatsen_bekend"])
    assert maten["plaatsen_verwacht"] == pytest.approx(150)
    assert maten["kans_op_opvang"] == pytest.approx(0.3)
    assert maten["plaatsen_evenredig_deel"] == pytest.approx(87.5)
    assert maten["verhouding_evenredig"] == pytest.approx(100 / 87.5)
    assert maten["score_zonder_verwacht"] == pytest.approx(94.2008, abs=1e-4)
    assert maten["score_evenredigheid"] == pytest.approx(70.8562, abs=1e-4)


def test_telt_bestaand_niet_mee_dan_telt_alleen_wat_erbij_komt():
    doelset = replace(DOELSET, bestaand_telt_mee=False)
    maten = _maten(maak_omgeving(doelset=doelset), kandidaat()).iloc[0]
    assert maten["kans_op_opvang"] == 0
    assert maten["score_evenredigheid"] == pytest.approx(94.2008, abs=1e-4)
    # Wat er vlakbij is, is er ook als de doelset het niet meetelt.
    assert maten["nabij_verwacht"] > 0


def test_boven_de_gebruikelijke_omvang_is_de_kans_een():
    zeker, onzeker = np.array([10.0, 10.0, 10.0]), np.array([0.0, 20.0, 70.0])
    uitkomst = verwachting(lambda plaatsen: 100 - plaatsen, zeker, onzeker, 50.0)
    # Geen kans; 0,4 × 50 minder; zeker 70 minder.
    assert uitkomst.tolist() == pytest.approx([90, 70, 20])


def test_nabije_opvang_en_de_som(rond_aardam):
    # (100 + 200 / 2) plaatsen op (10.000 + 20.000 / 2) inwoners: 10 per 1.000.
    # Landelijk 1.437,5 op 200.000 inwoners is 7,1875 per 1.000.
    maten = _maten(rond_aardam, kandidaat()).iloc[0]
    assert maten["nabij_plaatsen"] == pytest.approx(200)
    assert maten["nabij_inwoners"] == pytest.approx(20_000)
    assert maten["nabij_plaatsen_per_1000"] == pytest.approx(10)
    assert maten["score_nabij"] == pytest.approx(88.0890, abs=1e-4)
    assert maten["score"] == pytest.approx(0.6 * 70.85618 + 0.4 * 88.0890, abs=1e-4)


def test_verwachte_opvang_ligt_waar_de_inwoners_wonen(rond_aardam):
    punten_ = rond_aardam.inwonerpunten.assign(plaatsen_verwacht=[100.0, 50.0])
    met = replace(rond_aardam, inwonerpunten=punten_)
    zonder, maten = (_maten(o, kandidaat()).iloc[0] for o in (rond_aardam, met))
    # 100 hier en 50 op de halve afstand: een kans van 125 / 500 op 500 plaatsen.
    assert maten["nabij_verwacht"] == pytest.approx(125)
    assert maten["nabij_plaatsen"] == pytest.approx(zonder["nabij_plaatsen"])
    # Met die 500: 700 plaatsen op 20.000 inwoners is 35 per 1.000; log16 van 35 / 7,1875 is 0,571.
    assert maten["score_nabij"] == pytest.approx(0.75 * 88.0890 + 0.25 * 42.9037, abs=1e-3)


def test_onbekende_opvang_is_iets_anders_dan_geen_opvang(omgeving):
    geen = maak_omgeving({"opgave.onbekende_opvang": "geen opvang"})
    onbekend, nul = (_maten(o, kandidaat()).iloc[0] for o in (omgeving, geen))
    assert math.isnan(onbekend["plaatsen_bekend"])
    assert nul["plaatsen_bekend"] == 0
    assert nul["plaatsen_verwacht"] == 0
    assert nul["score_evenredigheid"] == pytest.approx(_verwacht_evenredigheid(100 / 87.5))
    assert nul["score"] > onbekend["score"]


def test_andere_geplande_plaatsen_tellen_mee_en_de_kandidaat_zelf_een_keer(omgeving):
    maten = _maten(
        omgeving,
        kandidaat("idee", capaciteit=100),
        kandidaat("besluit", capaciteit=200, status="besluit"),
        kandidaat("gebruik", capaciteit=40, status="in gebruik"),
        kandidaat("flex", capaciteit=999, status="besluit", type="flex"),
        kandidaat("weg", capaciteit=999, status="afgevallen"),
    )
    assert maten["plaatsen_gepland"].tolist() == [240, 40, 200, 240, 240]
    assert maten.loc["idee", "verhouding_evenredig"] == pytest.approx((240 + 100) / 87.5)
    assert maten.loc["besluit", "verhouding_evenredig"] == pytest.approx((40 + 200) / 87.5)
    # Alles ligt op dezelfde plek: elke geplande plaats weegt 1.
    verschil = maten.loc["idee", "nabij_plaatsen"] - maten.loc["besluit", "nabij_plaatsen"]
    assert verschil == pytest.approx((240 + 100) - (40 + 200))


def test_zonder_bekend_doel_van_de_provincie_is_evenredigheid_onbekend():
    omgeving = maak_omgeving(vul_aan=False)
    maten = _maten(omgeving, kandidaat("K", 125_000, 415_000)).iloc[0]
    assert math.isnan(maten["score_evenredigheid"])
    assert maten["score"] == pytest.approx(maten["score_nabij"])
    assert maten["score"] > 0


def test_zonder_enig_bekend_doel_is_spreiding_onbekend_en_geen_nul():
    doelset = maak_doelset(doel("Utrecht", None, None), doel("Limburg", None, None))
    for vul_aan in (True, False):
        maten = _maten(maak_omgeving(doelset=doelset, vul_aan=vul_aan), kandidaat()).iloc[0]
        assert np.isnan(maten[["score", "score_evenredigheid", "score_nabij"]].astype(float)).all()
        assert maten["status"] == Status.ONBEKEND


@pytest.mark.filterwarnings("error")
def test_een_doel_van_nul_is_geen_onbekend_doel():
    doelset = maak_doelset(doel("Utrecht", 0, 0), doel("Gelderland", 1000, 1000))
    maten = _maten(maak_omgeving(doelset=doelset, vul_aan=False), kandidaat()).iloc[0]
    assert maten["score_evenredigheid"] == 0
    assert maten["verhouding_evenredig"] == math.inf


def test_buiten_elke_gemeente_is_spreiding_onbekend(omgeving):
    maten = _maten(omgeving, kandidaat("K", 99_000, 405_000)).iloc[0]
    assert math.isnan(maten["score"])
    assert math.isnan(maten["score_nabij"])


@pytest.mark.filterwarnings("error")
def test_zonder_inwoners_in_de_omgeving_is_nabije_opvang_onbekend(omgeving):
    leeg = replace(omgeving, inwonerpunten=omgeving.inwonerpunten.iloc[:0])
    maten = _maten(leeg, kandidaat()).iloc[0]
    assert math.isnan(maten["score_nabij"])
    assert maten["score"] == pytest.approx(maten["score_evenredigheid"])


@pytest.mark.filterwarnings("error")
def test_zonder_bestaande_opvang_telt_alleen_de_verwachting():
    omgeving = maak_omgeving(opvang=maak_opvang().iloc[:0])
    maten = _maten(omgeving, kandidaat()).iloc[0]
    # 1.600 plaatsen naar rato van 20.000 op 200.000 inwoners.
    assert maten["plaatsen_verwacht"] == pytest.approx(160)
    assert maten["kans_op_opvang"] == pytest.approx(0.32)


def test_de_score_is_zo_zeker_als_opvang_en_doelen_samen():
    geen = {"opgave.onbekende_opvang": "geen opvang"}
    opvang = maak_opvang().dropna(subset="capaciteit")
    for vul_aan, status in ((True, Status.AFGELEID), (False, Status.SECUNDAIR)):
        omgeving = maak_omgeving(geen, opvang=opvang, vul_aan=vul_aan)
        assert _maten(omgeving, kandidaat())["status"].tolist() == [status]


def test_bandbreedte_van_het_doel(omgeving):
    maten = _maten(omgeving, kandidaat()).iloc[0]
    laag = 0.7 * _verwacht_evenredigheid(100 / 75) + 0.3 * _verwacht_evenredigheid(600 / 75)
    hoog = 0.7 * 100 + 0.3 * _verwacht_evenredigheid(600 / 100)
    assert maten["score_laag"] < maten["score"] < maten["score_hoog"]
    assert maten["score_hoog"] - maten["score_laag"] > 0.6 * (hoog - laag)


@pytest.mark.parametrize("gewicht", [0.0, 1.0])
def test_gewicht_op_zijn_grens_laat_het_andere_deel_weg(gewicht):
    omgeving = maak_omgeving({"spreiding.gewicht_evenredigheid": gewicht})
    maten = _maten(omgeving, kandidaat()).iloc[0]
    deel = "score_evenredigheid" if gewicht else "score_nabij"
    assert maten["score"] == pytest.approx(maten[deel])


@pytest.mark.parametrize("lambda_m", [1_500, 15_000])
@pytest.mark.parametrize("veelvoud", [2, 50])
@settings(max_examples=20)
@given(kandidaten=kandidatenlijsten(max_size=6), erbij=st.integers(1, 1000))
def test_meer_plaatsen_is_nooit_beter_voor_spreiding(lambda_m, veelvoud, kandidaten, erbij):
    omgeving = _op_de_grens(lambda_m, veelvoud)
    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    klein = spreiding(gelegen, omgeving)
    groot = spreiding(gelegen.assign(capaciteit=gelegen["capaciteit"] + erbij), omgeving)
    for kolom in ("score", "score_evenredigheid", "score_nabij"):
        bekend = klein[kolom].notna()
        assert klein[kolom][bekend].between(0, 100).all()
        assert (groot[kolom][bekend] <= klein[kolom][bekend] + 1e-9).all()
    assert (klein["score_laag"].dropna() <= klein["score"].dropna() + 1e-9).all()
    assert (klein["score"].dropna() <= klein["score_hoog"].dropna() + 1e-9).all()


_GRENZEN = {}


def _op_de_grens(lambda_m, veelvoud):
    sleutel = (lambda_m, veelvoud)
    if sleutel not in _GRENZEN:
        _GRENZEN[sleutel] = maak_omgeving(
            {
                "spreiding.lambda_m": lambda_m,
                "spreiding.verhouding_nul": veelvoud,
                "spreiding.nabij_veelvoud_nul": veelvoud,
            }
        )
    return _GRENZEN[sleutel]


def test_nabij_weegt_met_de_afstand():
    uitkomst = nabij(
        np.array([[0.0, 0.0]]),
        np.array([[0.0, 0.0], [HALF_M, 0.0], [0.0, 2 * HALF_M]]),
        np.array([[1.0, 10.0], [1.0, 20.0], [1.0, 40.0]]),
        3000.0,
    )
    assert uitkomst.tolist() == [pytest.approx([1.75, 30])]


def test_nabij_in_brokken_geeft_hetzelfde(monkeypatch):
    toeval = np.random.default_rng(1)
    punten_, bronnen = toeval.random((50, 2)) * 1e4, toeval.random((30, 2)) * 1e4
    hoeveel = toeval.random((30, 2))
    heel = nabij(punten_, bronnen, hoeveel, 3000.0)
    monkeypatch.setattr("locatieplanner.criteria.spreiding._AFSTANDEN_TEGELIJK", 70)
    np.testing.assert_allclose(nabij(punten_, bronnen, hoeveel, 3000.0), heel, rtol=1e-13)


def test_nabij_zonder_bronnen_is_nul():
    uitkomst = nabij(np.zeros((2, 2)), np.empty((0, 2)), np.empty((0, 1)), 3000.0)
    assert uitkomst.tolist() == [[0], [0]]


@pytest.fixture(scope="module")
def ijkplekken(lagen_echt):
    """720 kandidaten tot 3 km van echte kernen, daar waar mensen wonen; vaste trekking."""
    toeval = np.random.default_rng(2026)
    inwoners = lagen_echt.kernen["inwoners"].to_numpy(dtype=float)
    kern = toeval.choice(len(inwoners), 720, p=inwoners / inwoners.sum())
    xy = lagen_echt.kernen.get_coordinates().to_numpy()[kern]
    xy += toeval.uniform(-2100, 2100, (720, 2))
    plaatsen = toeval.choice([50, 100, 200, 300, 600], 720)
    return maak_kandidaten(
        *(
            kandidaat(f"K{n}", x, y, capaciteit=int(aantal))
            for n, ((x, y), aantal) in enumerate(zip(xy, plaatsen, strict=True))
        )
    )


@pytest.mark.parametrize("onbekende_opvang", ["schatten", "geen opvang"])
@pytest.mark.parametrize("doelset", ["uitvoeringsagenda-2020", "spreidingswet-2026"])
def test_op_echte_plekken_lopen_de_scores_uiteen(lagen_echt, ijkplekken, doelset, onbekende_opvang):
    par = lagen_echt.parameters.met({"opgave.onbekende_opvang": onbekende_opvang})
    omgeving = bouw_omgeving(lagen_echt, doelset, par)
    maten = spreiding(met_ligging(ijkplekken, omgeving.gemeenten), omgeving)
    for kolom in ("score_evenredigheid", "score_nabij"):
        scores = maten[kolom].dropna()
        assert len(scores) > 700
        assert scores.min() == 0
        # Waar opvang te verwachten is, is een volle 100 onder lage doelen niet te halen.
        assert scores.max() > 85
        laag, hoog = np.percentile(scores, [25, 75])
        assert hoog - laag > 20


def test_ijking_van_het_ontwerp_op_de_bekende_opvang(lagen_echt, ijkplekken):
    # Het ontwerp noemt kwartielen 8/41/84 en 13/43/67, met alleen de bekende opvang.
    par = lagen_echt.parameters.met({"opgave.onbekende_opvang": "geen opvang"})
    omgeving = bouw_omgeving(lagen_echt, "uitvoeringsagenda-2020", par)
    maten = spreiding(met_ligging(ijkplekken, omgeving.gemeenten), omgeving)
    assert maten["score_evenredigheid"].median() == pytest.approx(41, abs=10)
    assert maten["score_nabij"].median() == pytest.approx(43, abs=10)
