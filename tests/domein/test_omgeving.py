import math
from dataclasses import FrozenInstanceError

import pytest

from locatieplanner.domein.herkomst import Status
from tests.omgeving import doel, maak_doelset, maak_omgeving


def test_inwoners(omgeving):
    assert omgeving.inwoners_nederland == 200_000


def test_landelijk_doel_per_1000(omgeving):
    # Utrecht 300–400, Gelderland 1.000, Limburg naar rato 75–100; op 200.000 inwoners.
    assert omgeving.landelijk_doel_per_1000("minimum") == pytest.approx(1375 / 200)
    assert omgeving.landelijk_doel_per_1000() == pytest.approx(1437.5 / 200)
    assert omgeving.landelijk_doel_per_1000("maximum") == pytest.approx(1500 / 200)


def test_landelijk_doel_gaat_over_de_inwoners_van_wie_het_doel_bekend_is():
    omgeving = maak_omgeving(vul_aan=False)
    assert omgeving.landelijk_doel_per_1000() == pytest.approx(1350 / 180)


def test_zonder_een_bekend_doel_is_het_landelijke_doel_onbekend_en_niet_nul():
    omgeving = maak_omgeving(doelset=maak_doelset(doel("Utrecht", None, None)))
    assert math.isnan(omgeving.landelijk_doel_per_1000())


def test_status_bestaand_is_de_zwakste(omgeving):
    assert omgeving.status_bestaand is Status.GESCHAT


def test_een_schatting_van_nul_blijft_een_schatting():
    omgeving = maak_omgeving({"opgave.plaatsen_landelijk": 0})
    assert omgeving.status_bestaand is Status.GESCHAT


def test_een_omgeving_verandert_nooit(omgeving):
    with pytest.raises(FrozenInstanceError):
        omgeving.doelset = None
