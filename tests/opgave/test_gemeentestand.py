import numpy as np
import pandas as pd
import pytest

from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from tests.omgeving import maak_omgeving


@pytest.fixture
def stand(omgeving):
    return stand_per_gemeente(omgeving, pd.Series({"GM0001": 50.0}))


def test_delen_tellen_op_tot_het_doel_van_de_provincie(stand, omgeving):
    for grens, doelkolom in (("laag", "minimum"), ("midden", "midden"), ("hoog", "maximum")):
        som = stand.groupby("provincie")[f"deel_{grens}"].sum()
        for provincie, deel in som.items():
            assert deel == pytest.approx(omgeving.doelen.loc[provincie, doelkolom])


def test_deel_naar_rato_van_inwoners(stand):
    # Utrecht: 300 tot 400 plaatsen over 20.000 en 60.000 inwoners.
    assert stand.loc["GM0001", "deel_laag"] == pytest.approx(75)
    assert stand.loc["GM0002", "deel_hoog"] == pytest.approx(300)
    assert set(stand["deel_status"]) == {Status.AFGELEID}


def test_zonder_doel_is_het_deel_onbekend_en_niet_nul():
    omgeving = maak_omgeving(vul_aan=False)
    stand = stand_per_gemeente(omgeving, pd.Series(dtype="float64"))
    assert np.isnan(stand.loc["GM0006", "deel_midden"])
    assert stand.loc["GM0006", "deel_status"] == Status.ONBEKEND
    assert np.isnan(stand.loc["GM0006", "verhouding"])


def test_niets_bekend_en_niets_gepland_is_onbekend(stand):
    assert np.isnan(stand.loc["GM0006", "bekend_en_gepland"])
    assert stand.loc["GM0006", "bestaand_geschat"] > 0


def test_gepland_telt_ook_waar_niets_bekend_is(stand):
    assert stand.loc["GM0001", "bekend_en_gepland"] == 50
    assert stand.loc["GM0001", "plaatsen_per_1000"] == pytest.approx(2.5)
