import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.opgave.beschikbaarheid import beschikbaar
from locatieplanner.opgave.capaciteit import capaciteit_per_maand
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties, tijdlijnen

MAANDEN = pd.period_range(BEGIN, periods=30, freq="M")


def test_bestaand_is_elke_maand_gelijk_en_gepland_zolang_het_beschikbaar_is(omgeving):
    geplande = locaties(locatie("K1", 100, "2027-03-01", "2027-05-31"), locatie("K2", 7))
    tabel = capaciteit_per_maand(geplande, omgeving, pd.Index(["GM0001", "GM0002"]), MAANDEN)
    assert tabel["bestaand_bekend"].tolist() == [400.0] * 30
    # 100 in Beekdal (omvang onbekend) en 150 in Aardam (niets bekend).
    assert tabel["bestaand_geschat"].iloc[0] == pytest.approx(250)
    assert tabel["gepland"].iloc[:6].tolist() == [0, 0, 100, 100, 100, 0]
    assert tabel["capaciteit"].iloc[2] == pytest.approx(750)
    assert tabel.index.name == "maand"


def test_zonder_bestaand_is_het_nul(omgeving):
    leeg = locaties()
    tabel = capaciteit_per_maand(leeg, omgeving, omgeving.gemeenten.index, MAANDEN)
    assert tabel["capaciteit"].iloc[0] == pytest.approx(1600)
    zonder = capaciteit_per_maand(
        leeg, omgeving, omgeving.gemeenten.index, MAANDEN, met_bestaand=False
    )
    assert (zonder == 0).all(axis=None)


def test_niets_bekend_is_onbekend_en_geen_nul(omgeving):
    tabel = capaciteit_per_maand(locaties(), omgeving, pd.Index(["GM0001"]), MAANDEN)
    assert math.isnan(tabel["bestaand_bekend"].iloc[0])
    assert tabel["capaciteit"].iloc[0] == pytest.approx(150)


@given(kandidaten=tijdlijnen())
def test_capaciteit_is_de_som_van_de_delen_en_de_volgorde_doet_niet_mee(omgeving, kandidaten):
    codes = omgeving.gemeenten.index
    tabel = capaciteit_per_maand(kandidaten, omgeving, codes, MAANDEN)
    delen = tabel[["bestaand_bekend", "bestaand_geschat", "gepland"]].sum(axis=1)
    assert np.allclose(tabel["capaciteit"], delen)
    plaatsmaanden = (beschikbaar(kandidaten, MAANDEN).sum(axis=1) * kandidaten["capaciteit"]).sum()
    assert tabel["gepland"].sum() == plaatsmaanden
    anders = capaciteit_per_maand(kandidaten[::-1], omgeving, codes[::-1], MAANDEN)
    pd.testing.assert_frame_equal(anders, tabel)
