import math

import pandas as pd
import pytest

from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.stand import stand_per_provincie
from tests.omgeving import DOELSET, maak_doelset, maak_omgeving

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
        "proefbron, peildatum 2026-01-01; som van rol en gvl/satelliet"
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
