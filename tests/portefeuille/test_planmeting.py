import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planmeting import gepland_plan, meet_plan, stel_vergelijking
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

RIJEN = (
    kandidaat(
        "aardam", x=105_000, capaciteit=200, aandeel_statushouders=0.4, aandeel_studenten=0.6
    ),
    kandidaat("beekdal", x=115_000, capaciteit=60),
    kandidaat("besloten", x=105_000, y=402_000, capaciteit=40, status="besluit"),
    kandidaat("wonen", x=106_000, type="flex", capaciteit=30),
    kandidaat("elders", x=125_000, capaciteit=50),
    kandidaat("ook elders", x=126_000, capaciteit=500, status="vergund"),
    kandidaat("weg", x=114_000, capaciteit=80, status="afgevallen"),
)  # fmt: skip


@pytest.fixture(scope="module")
def probleem():
    beoordeling = maak_beoordeling(*RIJEN, doelen=[doel("Utrecht", 300, 300)])
    return stel_vergelijking(beoordeling, ("Utrecht",))


def plan(**plaatsen):
    return Gekozenplan("proef", pd.Series(plaatsen, dtype="int64"), "met de hand")


def test_wat_gepland_is_hoort_bij_elk_plan_en_telt_voor_het_doel(probleem):
    meting = meet_plan(probleem, plan(beekdal=60))
    assert meting.plaatsen.to_dict() == {"beekdal": 60, "besloten": 40}
    assert meting.erbij == 40
    (stand,) = meting.portefeuille.standen
    assert (stand.nodig.laag, stand.gekozen, stand.tekort) == (300, 100, 200)
    assert meting.portefeuille.maten.locaties == 2


def test_een_plan_kan_iets_geplands_weglaten(probleem):
    alleen = Gekozenplan("p", pd.Series({"beekdal": 60}), "met de hand", met_gepland=False)
    meting = meet_plan(probleem, alleen)
    assert meting.plaatsen.to_dict() == {"beekdal": 60}
    assert meting.erbij == 0
    assert meting.portefeuille.standen[0].tekort == 240


def test_het_plan_bepaalt_zelf_hoeveel_plaatsen_iets_geplands_krijgt(probleem):
    meting = meet_plan(probleem, plan(besloten=25))
    assert meting.plaatsen.to_dict() == {"besloten": 25}
    assert meting.erbij == 0
    alles = meet_plan(probleem, gepland_plan(probleem, "gepland"))
    assert alles.plaatsen.to_dict() == {"besloten": 40}
    assert alles.let_op == ()


def test_kleinschalig_en_mix_gaan_over_plaatsen(probleem):
    meting = meet_plan(probleem, plan(aardam=160, beekdal=40))
    # Van 240 plaatsen staan er 160 op een locatie boven de 100.
    assert meting.klein == pytest.approx(80 / 240)
    assert meting.kwetsbaar == pytest.approx(0.4)
    assert meting.mix_bekend == pytest.approx(160 / 240)


def test_wonen_en_elders_tellen_niet_en_dat_staat_er(probleem):
    meting = meet_plan(probleem, plan(wonen=30, elders=50, weg=90, nergens=5))
    assert meting.portefeuille.plaatsen.to_dict() == {"besloten": 40, "weg": 90}
    assert meting.wonen == 30
    # Wonen hoort bij het plan, ook al telt het niet als opvang.
    assert set(meting.plaatsen.index) == {"besloten", "weg", "wonen"}
    zinnen = " ".join(meting.let_op)
    for deel in (
        "Niet meer bij de kandidaten, en dus niet geteld: nergens",
        "Woonlocaties tellen niet als opvangplaatsen: Locatie wonen",
        "Buiten het gekozen gebied, en dus niet geteld: Locatie elders",
        "Uitgesloten, maar wel in het plan en dus wel geteld: Locatie weg",
        "Meer plaatsen dan de capaciteit van nu: Locatie weg",
    ):
        assert deel in zinnen


def test_een_leeg_plan_heeft_onbekende_delen():
    beoordeling = maak_beoordeling(RIJEN[1], doelen=[doel("Utrecht", 300, 300)])
    meting = meet_plan(stel_vergelijking(beoordeling, ()), plan())
    assert math.isnan(meting.klein)
    assert math.isnan(meting.kwetsbaar)
    assert meting.let_op == ()


@given(st.dictionaries(st.sampled_from(["aardam", "beekdal", "besloten"]), st.integers(1, 300)))
def test_de_plaatsen_in_de_maten_zijn_die_van_het_plan_en_wat_gepland_is(probleem, keuze):
    meting = meet_plan(probleem, plan(**keuze))
    verwacht = sum(keuze.values()) + (0 if "besloten" in keuze else 40)
    assert meting.portefeuille.maten.plaatsen == verwacht
    assert 0 <= meting.klein <= 1
