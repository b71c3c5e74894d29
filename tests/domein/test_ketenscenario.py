import pandas as pd
import pytest

from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.ketenscenario import PER_MAAND, Ketenscenario, parameter_id
from locatieplanner.fouten import ParameterFout

PAR = lees_parameters()
BRON = Herkomst("proefbron", "2026", Status.SECUNDAIR)


def scenario(waarden=None, **anders):
    return Ketenscenario("Proef", "", pd.Period("2026-01", "M"), BRON, waarden or {}, **anders)


def test_ingebouwd_dan_scenario_dan_gebruiker():
    gezet = scenario({"instroom_per_maand": 1_500.0, "nareis_per_maand": 900.0})
    par = gezet.parameters(PAR, {"keten.nareis_per_maand": 700.0})
    assert par.getal("keten.instroom_per_maand") == 1_500
    assert par.getal("keten.nareis_per_maand") == 700
    assert par["keten.procedure_maanden"] is PAR["keten.procedure_maanden"]


def test_elk_getal_houdt_de_bron_van_wie_het_zette():
    gezet = scenario({"instroom_per_maand": 1_500.0, "nareis_per_maand": 900.0})
    par = gezet.parameters(PAR, {"keten.nareis_per_maand": 700.0})
    assert par["keten.instroom_per_maand"].herkomst == BRON
    assert par["keten.nareis_per_maand"].herkomst.bron == "door de gebruiker ingesteld"
    zelfde = scenario({"instroom_per_maand": PAR.getal("keten.instroom_per_maand")})
    assert zelfde.parameters(PAR, {})["keten.instroom_per_maand"] is PAR["keten.instroom_per_maand"]


def test_wat_de_gebruiker_elders_instelde_doet_hier_niet_mee():
    par = scenario().parameters(PAR, {"spreiding.lambda_m": 5_000.0})
    assert par.getal("spreiding.lambda_m") == PAR.getal("spreiding.lambda_m")


def test_buiten_de_grenzen_is_een_fout():
    with pytest.raises(ParameterFout, match="buiten de grenzen"):
        scenario({"inwilliging_aandeel": 1.5}).parameters(PAR, {})


def test_reeks_geldt_in_haar_maanden_en_daarbuiten_het_vaste_getal():
    maanden = pd.period_range("2026-01", periods=4, freq="M")
    reeks = pd.Series([5.0, 0.0], index=pd.PeriodIndex(["2026-02", "2030-01"], freq="M"))
    met = scenario(reeksen={"instroom_per_maand": reeks})
    assert met.per_maand("instroom_per_maand", maanden, 9.0).tolist() == [9, 5, 9, 9]
    assert met.per_maand("nareis_per_maand", maanden, 2.0).tolist() == [2] * 4


def test_nul_in_een_reeks_is_nul():
    maanden = pd.period_range("2026-01", periods=1, freq="M")
    met = scenario(reeksen={"instroom_per_maand": pd.Series([0.0], index=maanden)})
    assert met.per_maand("instroom_per_maand", maanden, 9.0).tolist() == [0]


def test_wat_per_maand_kan_verschillen_is_een_parameter():
    assert {parameter_id(veld) for veld in PER_MAAND} <= set(PAR.alle)
