import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.behoefte import behoefteverloop, met_buffer
from tests.domein.test_behoefte import scenario
from tests.omgeving import maak_lagen, maak_omgeving
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties, tijdlijnen

PARAMETERS = maak_lagen().parameters


def maand(behoefte, capaciteit, **parameters):
    """Eén maand met buffer, zoals `met_buffer` haar geeft."""
    tabel = pd.DataFrame({"behoefte": [behoefte], "capaciteit": [capaciteit]})
    return met_buffer(tabel, PARAMETERS.met(parameters)).iloc[0]


def test_te_weinig_plaatsen():
    rij = maand(1000.0, 900.0)
    assert (rij["tekort"], rij["tekort_buffer"], rij["leeg"]) == (100, 200, 0)
    assert (rij["buffer"], rij["buffer_leeg"]) == (100, 0)
    # 100 plaatsen × (48.000 − 24.000) / 12.
    assert rij["kosten_noodopvang"] == 200_000
    # 100 plaatsen buffer × de helft van 24.000 / 12.
    assert rij["kosten_volle_buffer"] == 100_000
    assert rij["kosten_buffer"] == 0


def test_te_veel_plaatsen_eerst_naar_anderen():
    rij = maand(1000.0, 1500.0)
    # Een vijfde van 1.500 kan naar anderen; van de 200 die leeg blijven zijn er 100 buffer.
    assert (rij["leeg"], rij["door_anderen"], rij["blijft_leeg"]) == (500, 300, 200)
    assert (rij["buffer_leeg"], rij["kosten_buffer"]) == (100, 100_000)
    assert rij["kosten_noodopvang"] == 0


def test_anderen_gebruiken_ook_de_buffer_als_er_niet_meer_leeg_staat():
    rij = maand(1000.0, 1050.0)
    assert (rij["leeg"], rij["door_anderen"], rij["buffer_leeg"]) == (50, 50, 0)
    rij = maand(1000.0, 1050.0, **{"behoefte.flexibel_aandeel": 0.0})
    assert (rij["door_anderen"], rij["buffer_leeg"]) == (0, 50)


def test_onbekende_behoefte_is_nergens_een_getal():
    rij = maand(math.nan, 900.0).drop("capaciteit")
    assert rij.isna().all()


@given(
    behoefte=st.floats(0, 1e5),
    capaciteit=st.floats(0, 1e5),
    buffer=st.floats(0, 0.5),
    flexibel=st.floats(0, 1),
)
def test_elke_plaats_is_bezet_of_leeg_en_elke_lege_door_een_ander_of_niet(
    behoefte, capaciteit, buffer, flexibel
):
    rij = maand(
        behoefte,
        capaciteit,
        **{"behoefte.buffer_aandeel": buffer, "behoefte.flexibel_aandeel": flexibel},
    )
    assert rij["leeg"] == 0 or rij["tekort"] == 0
    assert capaciteit - behoefte == pytest.approx(rij["leeg"] - rij["tekort"], abs=1e-6)
    assert rij["leeg"] == pytest.approx(rij["door_anderen"] + rij["blijft_leeg"], abs=1e-6)
    assert 0 <= rij["buffer_leeg"] <= min(rij["buffer"], rij["blijft_leeg"])
    assert rij["tekort"] <= rij["tekort_buffer"] <= rij["tekort"] + rij["buffer"] + 1e-6
    assert rij["kosten_buffer"] <= rij["kosten_volle_buffer"]


def test_het_gebied_krijgt_zijn_deel_naar_inwoners(omgeving):
    proef = scenario(("2027-01", 2000.0))
    utrecht = behoefteverloop(locaties(), omgeving, proef, "Utrecht", vanaf=BEGIN)
    # 80.000 van de 200.000 inwoners.
    assert utrecht.aandeel == pytest.approx(0.4)
    assert utrecht.maanden["behoefte"].iloc[0] == pytest.approx(800)
    assert utrecht.maanden["capaciteit"].iloc[0] == pytest.approx(650)
    assert utrecht.tekortmaanden() == [(BEGIN, utrecht.maanden.index[-1])]
    delen = [
        behoefteverloop(locaties(), omgeving, proef, None, code, vanaf=BEGIN).maanden["behoefte"]
        for code in omgeving.gemeenten.index
    ]
    land = behoefteverloop(locaties(), omgeving, proef, vanaf=BEGIN)
    assert np.allclose(sum(delen), land.maanden["behoefte"])
    assert (land.naam, land.aandeel) == ("Nederland", 1.0)


def test_een_deel_van_het_land_is_afgeleid():
    omgeving = maak_omgeving({"opgave.onbekende_opvang": "geen opvang"})
    proef = scenario(("2027-01", 2000.0))
    # Van Duinrand is alles bekend; Eemwoud en Duinrand zijn zonder schatting.
    duinrand = behoefteverloop(locaties(), omgeving, proef, None, "GM0004", vanaf=BEGIN)
    assert duinrand.status is Status.AFGELEID
    assert behoefteverloop(locaties(), omgeving, proef, vanaf=BEGIN).status is Status.GESCHAT


def test_bestaande_opvang_telt_ook_als_de_doelset_haar_niet_telt():
    from tests.omgeving import DOELSET, maak_doelset

    omgeving = maak_omgeving(doelset=maak_doelset(*DOELSET.doelen, bestaand_telt_mee=False))
    uitkomst = behoefteverloop(locaties(), omgeving, scenario(("2027-01", 1.0)), vanaf=BEGIN)
    assert uitkomst.maanden["capaciteit"].iloc[0] == pytest.approx(1600)


def test_tekortmaanden_zijn_aaneengesloten_tijdvakken(omgeving):
    kandidaten = locaties(
        locatie("A", 200, "2027-03-01", "2027-04-30"), locatie("B", 200, "2027-06-01")
    )
    uitkomst = behoefteverloop(
        kandidaten, omgeving, scenario(("2027-01", 2000.0)), "Utrecht", vanaf=BEGIN
    )
    vakken = [(str(van), str(tot)) for van, tot in uitkomst.tekortmaanden()]
    assert vakken == [("2027-01", "2027-02"), ("2027-05", "2027-05")]


def test_per_jaar_telt_alleen_maanden_met_een_behoefte(omgeving):
    uitkomst = behoefteverloop(
        locaties(),
        omgeving,
        scenario(("2028-07", 2000.0)),
        "Utrecht",
        vanaf=BEGIN,
        aantal_maanden=30,
    )
    tabel = uitkomst.per_jaar
    assert tabel["maanden"].to_dict() == {2027: 0, 2028: 6, 2029: 6}
    assert math.isnan(tabel.loc[2027, "plaatsmaanden_tekort"])
    assert tabel.loc[2028, "plaatsmaanden_tekort"] == pytest.approx(6 * 150)
    assert tabel.loc[2028, "kosten_noodopvang_euro"] == pytest.approx(6 * 150 * 2000)


def test_het_tijdvak_loopt_tot_het_eind_van_het_jaar_van_de_laatste_knoop(omgeving):
    proef = scenario(("2027-01", 1.0), ("2031-03", 2.0))
    uitkomst = behoefteverloop(locaties(), omgeving, proef, vanaf=BEGIN)
    assert uitkomst.maanden.index[-1] == pd.Period("2031-12", freq="M")


@given(kandidaten=tijdlijnen())
def test_de_volgorde_van_de_rijen_doet_niet_mee_en_jaren_tellen_op(omgeving, kandidaten):
    proef = scenario(("2027-01", 1500.0), ("2028-06", 3000.0))
    een = behoefteverloop(kandidaten, omgeving, proef, vanaf=BEGIN)
    ander = behoefteverloop(kandidaten[::-1], omgeving, proef, vanaf=BEGIN)
    pd.testing.assert_frame_equal(een.maanden, ander.maanden)
    assert een.per_jaar["plaatsmaanden_tekort"].sum() == pytest.approx(een.maanden["tekort"].sum())
    assert een.per_jaar["kosten_buffer_euro"].sum() == pytest.approx(
        een.maanden["kosten_buffer"].sum()
    )
