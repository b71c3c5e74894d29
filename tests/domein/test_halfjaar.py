import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.fouten import InvoerFout

halfjaren = st.builds(Halfjaar, st.integers(1950, 2099), st.sampled_from([1, 2]))


@given(halfjaren)
def test_schrijven_en_lezen_is_hetzelfde(halfjaar):
    assert Halfjaar.lees(str(halfjaar)) == halfjaar


@pytest.mark.parametrize("tekst", ["2026-II", "2026-2", "2026 H2", "2026/ii", " 2026-h2 "])
def test_schrijfwijzen(tekst):
    assert Halfjaar.lees(tekst) == Halfjaar(2026, 2)


@pytest.mark.parametrize("tekst", ["", "2026", "2026-III", "2026-3", "26-I", "12026-I", "2026-I-I"])
def test_wat_geen_halfjaar_is_zegt_hoe_het_wel_moet(tekst):
    with pytest.raises(InvoerFout, match=r"is geen halfjaar\. Schrijf 2026-I"):
        Halfjaar.lees(tekst)


def test_een_jaar_heeft_twee_helften():
    with pytest.raises(InvoerFout, match="twee helften"):
        Halfjaar(2026, 3)


@given(halfjaren)
def test_zes_maanden_die_er_alle_in_vallen(halfjaar):
    maanden = halfjaar.maanden
    assert len(maanden) == 6
    assert maanden.name == "maand"
    assert {Halfjaar.van(maand) for maand in maanden} == {halfjaar}
    assert Halfjaar.van(maanden[-1] + 1) == halfjaar.volgende


def test_van_een_datum():
    assert Halfjaar.van(datetime.date(2026, 6, 30)) == Halfjaar(2026, 1)
    assert Halfjaar.van(pd.Timestamp("2026-07-01")) == Halfjaar(2026, 2)
    assert Halfjaar(2026, 2).naam == "tweede helft van 2026"


def test_een_reeks_loopt_door_over_de_jaren():
    reeks = Halfjaar(2025, 2).tot_en_met(Halfjaar(2027, 1))
    assert [str(halfjaar) for halfjaar in reeks] == ["2025-II", "2026-I", "2026-II", "2027-I"]
    assert list(reeks) == sorted(reeks)
    assert Halfjaar(2026, 1).tot_en_met(Halfjaar(2025, 2)) == ()
