import numpy as np
import pytest
from hypothesis import given

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.robuustheid.scorespeling import Scorespeling, scorespeling, spelingen
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving
from tests.robuustheid.proef import NAN, PARAMETERS, maak_beoordeling
from tests.trekkingen import kandidatenlijsten

KLEIN = CRITERIA.index("kleinschaligheid")


@pytest.fixture(scope="module")
def wereld():
    return maak_omgeving(PARAMETERS)


@pytest.mark.parametrize(
    ("status", "punten"),
    [(Status.GESCHAT, 15), (Status.AFGELEID, 5), (Status.SECUNDAIR, 0), (Status.GEPUBLICEERD, 0)],
)
def test_de_speling_hangt_af_van_de_status(status, punten):
    speling = scorespeling(maak_beoordeling([[50, 60, 70, 40]], status=status))
    scores = np.array([[50, 60, 70, 40]])
    np.testing.assert_array_equal(speling.laag, scores - punten)
    np.testing.assert_array_equal(speling.hoog, scores + punten)


def test_de_punten_komen_uit_de_parametertabel(wereld):
    anders = wereld.parameters.met({"robuustheid.speling_geschat_punten": 30})
    assert spelingen(anders) == {Status.GESCHAT: 30, Status.AFGELEID: 5}


def test_een_score_gaat_nooit_onder_nul_of_boven_honderd():
    speling = scorespeling(maak_beoordeling([[3, 98, 0, 100]]))
    assert speling.laag.tolist() == [[0, 83, 0, 85]]
    assert speling.hoog.tolist() == [[18, 100, 15, 100]]


def test_wat_onbekend_is_blijft_onbekend():
    beoordeling = maak_beoordeling([[NAN, 50, NAN, 50]])
    speling = scorespeling(beoordeling)
    for deel in (speling.laag, speling.hoog, speling.plafond):
        assert deel[0, [0, 2]].tolist() == [0, 0]


def test_zonder_speling_ligt_elke_score_vast():
    beoordeling = maak_beoordeling([[10, 20, 30, 40], [NAN, 0, 100, 50]])
    speling = Scorespeling.geen(beoordeling.weegschaal)
    np.testing.assert_array_equal(speling.laag, beoordeling.weegschaal.scores)
    np.testing.assert_array_equal(speling.hoog, speling.laag)
    np.testing.assert_array_equal(speling.rijen(np.array([1])).laag, speling.laag[[1]])


def test_het_aantal_plaatsen_ligt_vast_en_is_het_plafond_van_kleinschaligheid(wereld):
    # 600 plaatsen is absoluut 20; bij Beekdal wonen er zoveel dat relatief hoger uitkomt.
    beoordeling = beoordeel(
        maak_kandidaten(kandidaat("K1", 115_000, 405_000, capaciteit=600)), wereld
    )
    maten = beoordeling.maten["kleinschaligheid"].iloc[0]
    assert maten["score_absoluut"] == 20 < maten["score_relatief"] - 15
    speling = scorespeling(beoordeling)
    assert speling.plafond[0, KLEIN] == 20
    assert speling.laag[0, KLEIN] == pytest.approx(maten["score_relatief"] - 15, abs=1e-6)


def test_zonder_relatief_deel_heeft_de_score_zelf_de_speling():
    wereld = maak_omgeving(PARAMETERS, kernen=maak_omgeving().kernen.iloc[:0])
    beoordeling = beoordeel(maak_kandidaten(kandidaat(capaciteit=300)), wereld)
    assert np.isnan(beoordeling.maten["kleinschaligheid"]["score_relatief"].iloc[0])
    speling = scorespeling(beoordeling)
    delen = (speling.laag, speling.hoog, speling.plafond)
    assert [deel[0, KLEIN] for deel in delen] == [35, 65, 50]


def test_spreiding_loopt_ten_minste_over_de_bandbreedte_van_het_doel(wereld):
    krap = maak_omgeving(PARAMETERS | {"robuustheid.speling_geschat_punten": 0})
    beoordeling = beoordeel(maak_kandidaten(kandidaat("K1", 115_000, 405_000)), krap)
    maten = beoordeling.maten["spreiding"].iloc[0]
    assert maten["score_laag"] < maten["score"] < maten["score_hoog"]
    speling = scorespeling(beoordeling)
    assert speling.laag[0, 0] == pytest.approx(maten["score_laag"], abs=1e-6)
    assert speling.hoog[0, 0] == pytest.approx(maten["score_hoog"], abs=1e-6)
    ruim = scorespeling(beoordeel(maak_kandidaten(kandidaat("K1", 115_000, 405_000)), wereld))
    assert ruim.laag[0, 0] == pytest.approx(maten["score"] - 15, abs=1e-6)


@given(kandidatenlijsten(1))
def test_de_score_zelf_ligt_er_altijd_tussen(kandidaten):
    beoordeling = beoordeel(kandidaten, maak_omgeving(PARAMETERS))
    speling = scorespeling(beoordeling)
    scores = beoordeling.weegschaal.scores
    assert np.all(np.minimum(speling.laag, speling.plafond) <= scores + 1e-6)
    assert np.all(scores <= np.minimum(speling.hoog, speling.plafond) + 1e-6)
    assert np.all((speling.laag >= 0) & (speling.laag <= speling.hoog) & (speling.hoog <= 100))
    assert np.all(speling.hoog[beoordeling.weegschaal.bekend == 0] == 0)
