import math

import pandas as pd
import pytest

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import GebiedFout
from locatieplanner.opgave.gebiedsdoel import doel_van_gebied, eerste_maand, gemeenten_in
from tests.omgeving import doel, maak_doelset, maak_omgeving


@pytest.mark.parametrize(
    ("peildatum", "maand"),
    [
        ("2024-01-01", "2024-01"),
        ("2023-12-31", "2024-01"),
        ("2027-07-02", "2027-08"),
        ("2025-06", "2025-06"),
        ("2027", "2027-01"),
    ],
)
def test_een_doel_geldt_vanaf_de_eerste_dag_die_er_niet_voor_ligt(peildatum, maand):
    assert eerste_maand(peildatum) == pd.Period(maand, freq="M")


@pytest.mark.parametrize("tekst", ["", "onbekend", "half 2027", "2025-13-01"])
def test_wat_geen_datum_is_geeft_geen_maand(tekst):
    assert eerste_maand(tekst) is None


def test_gemeenten_van_een_gebied(omgeving):
    assert gemeenten_in(omgeving, "Utrecht").tolist() == ["GM0001", "GM0002"]
    assert gemeenten_in(omgeving, None, "GM0004").tolist() == ["GM0004"]
    assert len(gemeenten_in(omgeving)) == 6


@pytest.mark.parametrize(("provincie", "code"), [("Atlantis", None), (None, "GM9999")])
def test_een_gebied_dat_er_niet_is(omgeving, provincie, code):
    with pytest.raises(GebiedFout, match="Kies"):
        gemeenten_in(omgeving, provincie, code)


def test_doel_van_een_provincie(omgeving):
    utrecht = doel_van_gebied(omgeving, "Utrecht")
    assert (utrecht.laag, utrecht.midden, utrecht.hoog) == (300, 350, 400)
    assert utrecht.vanaf == pd.Period("2026-01", freq="M")
    assert utrecht.status is Status.GEPUBLICEERD
    assert utrecht.herkomst.startswith("proefbron (1-1-2026)")


def test_het_deel_van_een_gemeente_is_naar_rato_en_afgeleid(omgeving):
    aardam = doel_van_gebied(omgeving, "Utrecht", "GM0001")
    beekdal = doel_van_gebied(omgeving, None, "GM0002")
    # 20.000 van de 80.000 inwoners van Utrecht.
    assert (aardam.laag, aardam.midden, aardam.hoog) == (75, 87.5, 100)
    assert aardam.midden + beekdal.midden == pytest.approx(350)
    assert aardam.status is Status.AFGELEID
    assert aardam.naam == "de gemeente Aardam"
    assert "deel van het doel van Utrecht naar rato van inwoners" in aardam.herkomst


def test_onbekend_blijft_onbekend():
    omgeving = maak_omgeving(vul_aan=False)
    for gebied in ((None, None), ("Limburg", None), (None, "GM0006")):
        uitkomst = doel_van_gebied(omgeving, *gebied)
        assert not uitkomst.bekend
        assert uitkomst.status is Status.ONBEKEND


def test_het_land_heeft_het_gepubliceerde_totaal_en_zijn_datum():
    omgeving = maak_omgeving(
        doelset=maak_doelset(
            doel(NEDERLAND, 2000, 2000, peildatum="2027-07-01"), doel("Utrecht", 900, None)
        )
    )
    land = doel_van_gebied(omgeving)
    assert (land.naam, land.laag, land.hoog) == (NEDERLAND, 2000, 2000)
    assert land.vanaf == pd.Period("2027-07", freq="M")
    utrecht = doel_van_gebied(omgeving, "Utrecht")
    assert utrecht.laag == 900
    assert math.isnan(utrecht.hoog)


def test_zonder_totaal_geldt_het_land_vanaf_de_laatste_provincie():
    omgeving = maak_omgeving(
        doelset=maak_doelset(
            doel("Utrecht", 300, 400, peildatum="2026-06-01"),
            doel("Gelderland", 1000, 1000, peildatum="2028-01-01"),
        )
    )
    assert doel_van_gebied(omgeving).vanaf == pd.Period("2028-01", freq="M")


def test_zonder_totaal_is_het_land_de_som_van_de_provincies(omgeving_echt):
    land = doel_van_gebied(omgeving_echt)
    assert land.laag == pytest.approx(omgeving_echt.doelen["minimum"].sum())
    assert land.vanaf == pd.Period("2024-01", freq="M")
    assert land.status is Status.AFGELEID
