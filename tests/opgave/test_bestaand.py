import math

import pytest

from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.bestaand import bestaand_per_gemeente, met_plaatsen
from tests.omgeving import maak_gemeenten, maak_lagen, maak_opvang


def _bestaand(opvang=None, **parameters):
    lagen = maak_lagen()
    waarden = {f"opgave.{naam}": waarde for naam, waarde in parameters.items()}
    return bestaand_per_gemeente(
        met_plaatsen(lagen.opvang if opvang is None else opvang, lagen.parameters),
        lagen.gemeenten,
        lagen.parameters.met(waarden),
    )


def test_onbekende_omvang_wordt_de_mediaan_van_het_type_en_heet_geschat():
    opvang = maak_opvang()
    opvang.loc[4, "capaciteit"] = 120
    gevuld = met_plaatsen(opvang, maak_lagen().parameters)
    assert gevuld["plaatsen"].tolist() == [400, 120, 120, 600, 120]
    assert gevuld["status"].tolist() == [
        "secundair",
        "geschat",
        "geschat",
        "secundair",
        "secundair",
    ]
    assert gevuld["capaciteit"].isna().tolist() == [False, True, True, False, False]


def test_zonder_bekende_omvang_van_het_type_telt_de_mediaan_van_alles():
    opvang = maak_opvang().assign(type=["azc", "gvl", "azc", "azc", "azc"])
    assert met_plaatsen(opvang, maak_lagen().parameters)["plaatsen"].tolist() == [
        400,
        400,
        400,
        600,
        100,
    ]


def test_een_onzekere_locatie_telt_als_schatting():
    opvang = maak_opvang()
    opvang.loc[3, "zekerheid"] = "onzeker"
    bestaand = _bestaand(opvang=opvang).loc["GM0004"]
    assert math.isnan(bestaand["plaatsen_bekend"])
    assert bestaand["plaatsen_geschat"] == 600
    assert bestaand["status"] == Status.GESCHAT


def test_een_lijst_zonder_enige_omvang_krijgt_de_gebruikelijke():
    opvang = maak_opvang().assign(capaciteit=math.nan)
    assert met_plaatsen(opvang, maak_lagen().parameters)["plaatsen"].tolist() == [500] * 5


def test_bekend_en_geschat_per_gemeente():
    bestaand = _bestaand()
    assert bestaand["locaties"].tolist() == [0, 2, 1, 1, 1, 0]
    verwacht = [math.nan, 400, math.nan, 600, 100, math.nan]
    assert bestaand["plaatsen_bekend"].tolist() == pytest.approx(verwacht, nan_ok=True)
    # 1.600 − 1.300 in de lijst: 300 naar rato over Aardam en Fluitmeer.
    assert bestaand["plaatsen_verwacht"].tolist() == pytest.approx([150, 0, 0, 0, 0, 150])
    # De mediaan van de noodopvang, tweemaal.
    assert bestaand["plaatsen_geschat"].tolist() == pytest.approx([0, 100, 100, 0, 0, 0])


def test_alles_samen_is_het_landelijke_aantal():
    bestaand = _bestaand(plaatsen_landelijk=72_728)
    som = bestaand[["plaatsen_bekend", "plaatsen_geschat", "plaatsen_verwacht"]].sum().sum()
    assert som == pytest.approx(72_728)


def test_geen_opvang_is_een_bekende_nul():
    bestaand = _bestaand(onbekende_opvang="geen opvang")
    assert bestaand.loc["GM0001", ["plaatsen_bekend", "plaatsen_verwacht"]].tolist() == [0, 0]
    assert bestaand.loc["GM0001", "status"] == Status.SECUNDAIR
    # Een locatie waarvan alleen de omvang onbekend is, blijft een schatting.
    assert bestaand.loc["GM0003", "plaatsen_geschat"] == 100


def test_laat_de_lijst_niets_over_dan_is_onbekend_nog_steeds_geen_bekende_nul():
    bestaand = _bestaand(plaatsen_landelijk=1000)
    assert math.isnan(bestaand.loc["GM0001", "plaatsen_bekend"])
    assert bestaand.loc["GM0001", "plaatsen_verwacht"] == 0
    assert bestaand.loc["GM0001", "status"] == Status.GESCHAT


def test_zonder_bestaande_opvang_is_alles_geschat():
    bestaand = _bestaand(opvang=maak_opvang().iloc[:0])
    assert bestaand["plaatsen_bekend"].isna().all()
    assert bestaand["plaatsen_verwacht"].sum() == pytest.approx(1600)
    assert bestaand.index.tolist() == maak_gemeenten().index.tolist()


def test_echte_opvang_telt_op_tot_het_landelijke_aantal(omgeving_echt):
    bestaand = omgeving_echt.bestaand
    som = bestaand[["plaatsen_bekend", "plaatsen_geschat", "plaatsen_verwacht"]].sum().sum()
    assert som == pytest.approx(omgeving_echt.parameters.getal("opgave.plaatsen_landelijk"))
    assert bestaand["plaatsen_bekend"].isna().sum() > 250
