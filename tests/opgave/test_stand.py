import math

import pandas as pd
import pytest

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.stand import landelijke_stand, stand_per_provincie
from tests.omgeving import DOELSET, doel, maak_doelset, maak_omgeving

NIETS = pd.Series(dtype="float64")


def test_stand_per_provincie(omgeving):
    stand = stand_per_provincie(omgeving, pd.Series({"GM0001": 30.0, "GM0004": 20.0}))
    utrecht = stand.loc["Utrecht"]
    assert (utrecht["doel_laag"], utrecht["doel_midden"], utrecht["doel_hoog"]) == (300, 350, 400)
    assert utrecht["bestaand_bekend"] == 400
    # 100 in Beekdal (omvang onbekend) en 150 in Aardam (niets bekend).
    assert utrecht["bestaand_geschat"] == pytest.approx(250)
    assert utrecht["gepland"] == 30
    assert utrecht["locaties"] == 2
    assert utrecht["nodig_laag"] == pytest.approx(300 - 650 - 30)
    assert utrecht["nodig_hoog"] == pytest.approx(400 - 650 - 30)
    assert utrecht["nodig_status"] == Status.GESCHAT
    assert utrecht["doel_herkomst"] == (
        "proefbron (1-1-2026); te realiseren uiterlijk op 1-1-2026; som van rol en gvl/satelliet"
    )
    assert stand.loc["Gelderland", "nodig_laag"] == pytest.approx(1000 - 700 - 100 - 20)


def test_telt_bestaand_niet_mee_dan_is_het_hele_doel_nog_nodig():
    omgeving = maak_omgeving(doelset=maak_doelset(*DOELSET.doelen, bestaand_telt_mee=False))
    utrecht = stand_per_provincie(omgeving, NIETS).loc["Utrecht"]
    assert utrecht["nodig_laag"] == 300
    assert utrecht["nodig_status"] == Status.GEPUBLICEERD


def test_van_een_onbekend_doel_is_ook_onbekend_wat_nodig_is():
    limburg = stand_per_provincie(maak_omgeving(vul_aan=False), NIETS).loc["Limburg"]
    assert math.isnan(limburg["nodig_laag"])
    assert limburg["nodig_status"] == Status.ONBEKEND


def test_een_provincie_zonder_gemeenten_is_onbekend_en_niet_nul(omgeving):
    zeeland = stand_per_provincie(omgeving, NIETS).loc["Zeeland"]
    assert math.isnan(zeeland["nodig_laag"])
    assert zeeland["bestaand_status"] == Status.ONBEKEND
    assert zeeland["nodig_status"] == Status.ONBEKEND


def test_een_schatting_van_nul_maakt_het_beeld_niet_zeker():
    omgeving = maak_omgeving({"opgave.plaatsen_landelijk": 0})
    limburg = stand_per_provincie(omgeving, NIETS).loc["Limburg"]
    assert math.isnan(limburg["bestaand_bekend"])
    assert limburg["bestaand_status"] == Status.GESCHAT


def test_elke_echte_provincie_heeft_een_stand(omgeving_echt):
    stand = stand_per_provincie(omgeving_echt, NIETS)
    assert len(stand) == 12
    assert stand[["nodig_laag", "nodig_hoog"]].notna().all(axis=None)
    assert (stand["nodig_laag"] <= stand["nodig_hoog"]).all()


def test_herkomst_houdt_verschijnen_en_realiseren_uit_elkaar(omgeving_echt):
    herkomst = stand_per_provincie(omgeving_echt, NIETS)["doel_herkomst"]
    assert herkomst["Zuid-Holland"].startswith("GS-besluit Zuid-Holland")
    assert (
        "(15-9-2020); te realiseren uiterlijk op 31-12-2023; som van rol en gvl/satelliet"
        in herkomst["Zuid-Holland"]
    )
    assert "(december 2022); te realiseren uiterlijk op 30-9-2022" in herkomst["Utrecht"]


def test_zonder_plannen_is_gepland_onbekend_en_nodig_zonder_gepland(omgeving):
    zonder, leeg = stand_per_provincie(omgeving, None), stand_per_provincie(omgeving, NIETS)
    assert zonder["gepland"].isna().all()
    assert zonder["nodig_laag"].equals(leeg["nodig_laag"])
    assert math.isnan(landelijke_stand(zonder)["gepland"])


def test_een_ondergrens_blijft_een_ondergrens():
    doelset = maak_doelset(doel(NEDERLAND, 2000, 2000), doel("Utrecht", 1300, None))
    stand = stand_per_provincie(maak_omgeving(doelset=doelset), NIETS)
    assert stand.loc["Utrecht", "doel_laag"] == 1300
    assert stand.loc["Utrecht", ["doel_hoog", "nodig_hoog"]].isna().all()
    assert stand.loc["Utrecht", "nodig_midden"] == stand.loc["Utrecht", "nodig_laag"]


def _rijk(*doelen, provincies=("Utrecht", "Gelderland", "Limburg")):
    omgeving = maak_omgeving(doelset=maak_doelset(*doelen))
    return omgeving, stand_per_provincie(omgeving, NIETS).loc[list(provincies)]


def test_landelijk_is_de_som_of_het_gepubliceerde_totaal():
    omgeving, stand = _rijk(
        doel(NEDERLAND, 2000, 2000),
        doel("Utrecht", 900, 900, status=Status.SECUNDAIR),
        doel("Gelderland", 999, 999),
        doel("Limburg", 100, 100),
    )
    som = landelijke_stand(stand)
    assert som["doel_laag"] == som["doel_hoog"] == 1999
    assert som["doel_status"] == Status.SECUNDAIR
    gepubliceerd = landelijke_stand(stand, omgeving.doelset)
    assert [gepubliceerd[f"doel_{grens}"] for grens in ("laag", "midden", "hoog")] == [2000] * 3
    assert gepubliceerd["nodig_laag"] == pytest.approx(som["nodig_laag"] + 1)
    assert gepubliceerd["doel_status"] == Status.GEPUBLICEERD
    assert gepubliceerd["doel_herkomst"].startswith("proefbron (1-1-2026)")


def test_landelijk_blijft_bekend_als_provincies_uit_de_rest_zijn_aangevuld():
    _, stand = _rijk(doel(NEDERLAND, 2000, 2000), doel("Utrecht", 1300, None))
    assert stand["doel_laag"].isna().any()
    assert stand["doel_hoog"].isna().any()
    som = landelijke_stand(stand)
    assert som["doel_laag"] == som["doel_hoog"] == pytest.approx(2000)
    assert som["nodig_hoog"] == pytest.approx(2000 - stand["telt_mee"].sum())


def test_landelijk_zonder_aanvullen_is_onbekend():
    omgeving = maak_omgeving(vul_aan=False)
    som = landelijke_stand(stand_per_provincie(omgeving, NIETS), omgeving.doelset)
    assert math.isnan(som["doel_laag"])
    assert math.isnan(som["nodig_hoog"])
