import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.opgave.beschikbaarheid import ALTIJD, NOOIT, beschikbaar
from locatieplanner.opgave.looptijd import (
    Afloop,
    looptijd,
    plekken_in_tijd,
    tel_op,
    termijn_maanden,
)
from tests.omgeving import LOCATIETYPEN
from tests.opgave.plannen import PEIL, plan, plannen, woning

MAANDEN = pd.period_range(PEIL, periods=60, freq="M", name="maand")


def _looptijd(**anders):
    return looptijd(plan(woning("K1", **anders)), LOCATIETYPEN, PEIL).loc["K1"]


@pytest.mark.parametrize(
    ("type_", "tot", "status", "afloop"),
    [
        ("flex", "2037-06-30", "besluit", Afloop.EINDIGT),
        ("flex", None, "besluit", Afloop.ONBEKEND),
        ("gemengd", None, "besluit", Afloop.BLIJVEND),
        ("gemengd", "2037-06-30", "besluit", Afloop.EINDIGT),
        ("gemengd", None, "gesloten", Afloop.GESLOTEN),
        ("flex", "2025-06-30", "gesloten", Afloop.GESLOTEN),
    ],
)
def test_een_einddatum_gaat_voor_en_anders_zegt_het_type_wat_er_blijft(type_, tot, status, afloop):
    gevonden = _looptijd(type=type_, beschikbaar_tot=tot, status=status)
    assert gevonden["afloop"] == afloop
    assert gevonden["einde_onbekend"] == (
        afloop is Afloop.ONBEKEND or (status == "gesloten" and tot is None)
    )
    assert Afloop(gevonden["afloop"]).uitleg


@pytest.mark.parametrize(
    ("van", "tot", "maanden"),
    [
        ("2028-07-01", "2043-06-30", 180),
        ("2028-07-01", "2043-07-01", 180),
        ("2028-01-15", "2029-01-14", 12),
        ("2028-02-01", "2028-02-29", 1),
        (None, "2043-06-30", None),
        ("2028-07-01", None, None),
    ],
)
def test_termijn_in_maanden_en_onbekend_blijft_onbekend(van, tot, maanden):
    termijn = termijn_maanden(plan(woning("K1", beschikbaar_van=van, beschikbaar_tot=tot)))
    assert termijn.tolist() == [maanden if maanden is not None else pd.NA]


def test_zonder_begindatum_telt_alleen_wat_in_gebruik_is_of_was():
    assert _looptijd()["begin"] == ALTIJD
    assert not _looptijd()["begin_onbekend"]
    assert _looptijd(status="besluit")["begin"] == NOOIT
    assert _looptijd(status="besluit")["begin_onbekend"]
    assert _looptijd(status="gesloten", beschikbaar_tot="2026-06-30")["begin"] == ALTIJD


@pytest.mark.parametrize("tot", [None, "2026-07-31", "2040-01-01"])
def test_wat_gesloten_is_zonder_bruikbare_datum_is_er_nooit(tot):
    gevonden = _looptijd(status="gesloten", beschikbaar_van="2020-01-01", beschikbaar_tot=tot)
    assert gevonden["begin"] == gevonden["eind"] == NOOIT
    assert gevonden["einde_onbekend"]


def test_wat_afgevallen_is_komt_er_nooit_en_dat_is_geen_onbekende_datum():
    gevonden = _looptijd(status="afgevallen")
    assert gevonden["begin"] == NOOIT
    assert not gevonden["begin_onbekend"]
    assert not gevonden["einde_onbekend"]


@given(kandidaten=plannen())
def test_plekken_in_tijd_zijn_de_maanden_waarin_een_locatie_beschikbaar_is(kandidaten):
    gewoon = kandidaten[~kandidaten["status"].isin(["gesloten", "afgevallen"])]
    eerste, voorbij = plekken_in_tijd(looptijd(gewoon, LOCATIETYPEN, PEIL), MAANDEN)
    assert (eerste <= voorbij).all()
    nummers = np.arange(len(MAANDEN))
    er = (eerste[:, None] <= nummers) & (nummers < voorbij[:, None])
    assert np.array_equal(er, beschikbaar(gewoon, MAANDEN))


@given(kandidaten=plannen())
def test_optellen_over_maanden_is_hetzelfde_als_per_maand_tellen(kandidaten):
    eerste, voorbij = plekken_in_tijd(looptijd(kandidaten, LOCATIETYPEN, PEIL), MAANDEN)
    aantallen = kandidaten[["capaciteit"]].to_numpy(dtype=float)
    per_maand = [
        aantallen[(eerste <= maand) & (maand < voorbij)].sum() for maand in range(len(MAANDEN))
    ]
    assert tel_op(aantallen, eerste, voorbij, len(MAANDEN))[:, 0].tolist() == per_maand
