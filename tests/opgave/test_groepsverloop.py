import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.opgave.bewoners import MIX_ONBEKEND
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.opgave.groepsverloop import groepsverloop, per_halfjaar
from locatieplanner.opgave.looptijd import plekken_in_tijd
from tests.omgeving import AANDACHTSGROEPEN
from tests.opgave.plannen import PEIL, plan, plannen, woning, zonder_mix

MAANDEN = pd.period_range(PEIL, periods=120, freq="M", name="maand")


def test_een_groep_verliest_haar_plaatsen_als_het_contract_eindigt(omgeving):
    kandidaten = plan(
        woning("K1", capaciteit=100, woningen=50, beschikbaar_tot="2030-06-30"),
        woning("K2", type="gemengd", capaciteit=30, status="besluit",
               beschikbaar_van="2029-01-01", aandeel_regulier=1.0),
        zonder_mix("K3", capaciteit=20),
    )  # fmt: skip
    verloop = groepsverloop(woonlocaties(kandidaten, omgeving, PEIL), AANDACHTSGROEPEN, MAANDEN)
    plaatsen = verloop.plaatsen
    assert list(plaatsen.columns) == ["statushouders", "regulier", MIX_ONBEKEND]
    assert plaatsen.loc["2030-06"].tolist() == [100, 30, 20]
    assert plaatsen.loc["2030-07"].tolist() == [0, 30, 20]
    assert plaatsen.loc["2028-12", "regulier"] == 0
    # Van K3 is het aantal woningen niet bekend: dat telt niet als nul woningen van een groep.
    assert MIX_ONBEKEND not in verloop.woningen
    assert verloop.woningen.loc["2029-01"].tolist() == [50, 15]


def test_wat_een_onbekend_einde_heeft_telt_tot_het_laatst_en_staat_apart(omgeving):
    kandidaten = plan(woning("K1", woningen=50), woning("K2", type="gemengd", woningen=7))
    verloop = groepsverloop(woonlocaties(kandidaten, omgeving, PEIL), AANDACHTSGROEPEN, MAANDEN)
    assert verloop.woningen.sum(axis=1).unique().tolist() == [57]
    assert verloop.einde_onbekend.unique().tolist() == [50]


@given(kandidaten=plannen())
def test_over_de_groepen_opgeteld_staat_er_wat_er_die_maand_is(omgeving, kandidaten):
    locaties = woonlocaties(kandidaten, omgeving, PEIL)
    verloop = groepsverloop(locaties, AANDACHTSGROEPEN, MAANDEN)
    eerste, voorbij = plekken_in_tijd(locaties, MAANDEN)
    for maat, stand in (("plaatsen", verloop.plaatsen), ("woningen", verloop.woningen)):
        aantal = locaties[maat].fillna(0.0).to_numpy()
        er = [aantal[(eerste <= m) & (m < voorbij)].sum() for m in range(len(MAANDEN))]
        assert np.allclose(stand.sum(axis=1), er)


def test_per_halfjaar_begin_en_einde():
    maanden = pd.period_range("2026-10", "2027-07", freq="M", name="maand")
    verloop = pd.DataFrame({"studenten": np.arange(10.0), "regulier": 1.0}, index=maanden)
    tabel = per_halfjaar(verloop)
    assert tabel.index.tolist() == ["2026-II", "2027-I", "2027-II"]
    assert tabel["studenten_begin"].tolist() == [0, 3, 9]
    assert tabel["studenten_einde"].tolist() == [2, 8, 9]
    assert tabel["totaal_begin"].tolist() == [1, 4, 10]
    assert list(tabel.columns)[:2] == ["totaal_begin", "totaal_einde"]


def test_zonder_locaties_is_er_een_leeg_verloop(omgeving):
    locaties = woonlocaties(plan(woning("K1")), omgeving, PEIL).iloc[:0]
    verloop = groepsverloop(locaties, AANDACHTSGROEPEN, MAANDEN)
    assert verloop.woningen.shape == (120, 0)
    assert per_halfjaar(verloop.woningen)["totaal_einde"].tolist() == pytest.approx([0] * 20)
