import numpy as np
import pandas as pd
import pytest

from locatieplanner.opgave.beschikbaarheid import NOOIT
from locatieplanner.opgave.keten import INSTROMEN, OPVANG
from locatieplanner.opgave.ketenuitkomst import inwonersdeel
from tests.ketens import landelijk, plan, reken, scenario


def test_met_en_zonder_plan():
    uit = reken(plan((84, "2027-06", NOOIT)))
    assert [str(uit.maanden[0]), str(uit.maanden[-1])] == ["2026-01", "2028-12"]
    assert uit.minder[:"2027-05"].abs().max() < 1e-6
    assert uit.minder["2027-09":].to_numpy() == pytest.approx(84)
    assert uit.flex["flexwoning"].iloc[-1] == pytest.approx(84)
    assert (uit.zonder["flexwoning"] == 0).all()
    assert np.allclose(uit.opvang_met, uit.zonder["opvang"] - uit.minder)


def test_plaatsruimte_is_taakstelling_maal_realisatie():
    uit = reken(plan())
    assert uit.zonder["naar_woning"].to_numpy() == pytest.approx(13_000 / 6 * 0.76)
    assert (uit.taakstelling["status"] == "geschat").all()


def test_taakstelling_van_het_scenario_gaat_voor_en_krijgt_zijn_status():
    uit = reken(plan(), scenario(taakstelling=landelijk(2026, 2, 6_000)), 12)
    assert uit.zonder["naar_woning"].iloc[5] == pytest.approx(13_000 / 6 * 0.76)
    assert uit.zonder["naar_woning"].iloc[6] == pytest.approx(1_000 * 0.76)
    assert uit.taakstelling["bron"].unique().tolist() == ["2025-II", "2026-II"]
    assert uit.taakstelling["status"].unique().tolist() == ["geschat", "gepubliceerd"]


def test_reeksen_van_het_scenario():
    maanden = pd.PeriodIndex(["2026-02"], freq="M")
    reeksen = {
        "instroom_per_maand": pd.Series([5_000.0], index=maanden),
        "inwilliging_aandeel": pd.Series([1.0], index=maanden),
        "realisatie_aandeel": pd.Series([0.0], index=maanden),
        "nareis_per_maand": pd.Series([7.0], index=maanden),
    }
    uit = reken(plan(), scenario(reeksen=reeksen), 3).zonder
    assert uit["instroom"].tolist() == [2_000, 5_000, 2_000]
    assert uit["nareis"].tolist() == [1_333, 7, 1_333]
    assert (uit["afgewezen_besluit"] == 0).tolist() == [False, True, False]
    assert (uit["naar_woning"] == 0).tolist() == [False, True, False]


def test_een_gebied_is_de_landelijke_keten_verkleind():
    land, deel = reken(plan()), reken(plan(), deel=0.05)
    pd.testing.assert_frame_equal(deel.zonder, land.zonder * 0.05)
    assert deel.deel == 0.05


def test_wat_een_plan_scheelt_is_in_een_klein_gebied_niet_kleiner():
    """De flexwoningen van een gemeente maken plaatsen vrij in de opvang van het hele land."""
    rij = plan((84, "2027-06", NOOIT))
    land, deel = reken(rij), reken(rij, deel=0.0001)
    pd.testing.assert_frame_equal(land.flex, deel.flex)
    assert deel.opvang_met.iloc[-1] < 0 < land.opvang_met.iloc[-1]


def test_wie_er_al_woont_zou_zonder_de_flexwoningen_in_de_opvang_wachten():
    juni = pd.Period("2026-06", "M").ordinal
    uit = reken(plan((60, "2020-01", juni), (90, "2025-12", NOOIT)))
    # 60 en een derde van 90 wonen er al; de rest van de 90 komt erbij in de vultijd.
    assert uit.minder.iloc[:3].to_numpy() == pytest.approx([120, 150, 150])
    assert uit.flex["flex_terug"].loc["2026-07"] == pytest.approx(30)
    assert uit.minder.loc["2026-07"] == pytest.approx(120)


@pytest.mark.parametrize("deel", [1.0, 0.2])
def test_niemand_raakt_zoek_in_een_gebied(deel):
    uit = reken(plan((60, "2020-01", NOOIT), (84, "2027-06", NOOIT)), deel=deel)
    erbij = uit.zonder[list(INSTROMEN)].sum(axis=1).cumsum()
    samen = uit.zonder[[*OPVANG, "woning", "vertrokken"]].sum(axis=1)
    assert np.allclose(samen, deel * (50_000 + 18_420 + 4_300) + 60 + erbij)
    assert (uit.zonder >= 0).all().all()


def test_ruilen_met_gewone_woningen_is_te_zien():
    ruil = scenario()
    ruil.waarden["flex_bovenop_aandeel"] = 0.0
    uit = reken(plan((84, "2027-06", NOOIT)), ruil)
    assert np.allclose(uit.minder, 0)
    assert uit.flex["minder_woning"].sum() == pytest.approx(84)


def test_deel_van_de_inwoners():
    gemeenten = pd.DataFrame({"inwoners": [10, 30, 60]}, index=["A", "B", "C"])
    assert inwonersdeel(gemeenten, gemeenten.index) == 1.0
    assert inwonersdeel(gemeenten, pd.Index(["B"])) == pytest.approx(0.3)
