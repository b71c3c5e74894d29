import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.behoefte import Behoeftescenario, Knoop
from locatieplanner.domein.herkomst import Herkomst, Status


def scenario(*knopen, statussen=None):
    statussen = statussen or [Status.GEPUBLICEERD] * len(knopen)
    return Behoeftescenario(
        "proef",
        "Proef",
        "Om te toetsen.",
        tuple(
            Knoop(pd.Period(maand, freq="M"), plaatsen, Herkomst("proef", "", status))
            for (maand, plaatsen), status in zip(knopen, statussen, strict=True)
        ),
    )


def test_recht_tussen_knopen_gelijk_erna_en_onbekend_ervoor():
    maanden = pd.period_range("2026-12", periods=6, freq="M")
    reeks = scenario(("2027-01", 100.0), ("2027-03", 200.0)).reeks(maanden)
    assert math.isnan(reeks.iloc[0])
    assert reeks.iloc[1:].tolist() == [100, 150, 200, 200, 200]
    assert reeks.index.equals(maanden)


def test_een_knoop_is_een_vast_aantal():
    maanden = pd.period_range("2027-01", periods=3, freq="M")
    assert scenario(("2026-01", 70.0)).reeks(maanden).tolist() == [70, 70, 70]


def test_de_status_is_die_van_de_zwakste_knoop():
    knopen = [("2027-01", 1.0), ("2028-01", 2.0)]
    assert scenario(*knopen).status is Status.GEPUBLICEERD
    half = scenario(*knopen, statussen=[Status.GESCHAT, Status.GEPUBLICEERD])
    assert half.status is Status.GESCHAT


@given(
    waarden=st.lists(st.integers(0, 100_000), min_size=1, max_size=6),
    stap=st.integers(1, 24),
)
def test_de_reeks_gaat_door_haar_knopen_en_blijft_ertussen(waarden, stap):
    begin = pd.Period("2027-01", freq="M")
    knopen = [(str(begin + stap * plek), float(waarde)) for plek, waarde in enumerate(waarden)]
    maanden = pd.period_range(begin, periods=stap * len(waarden) + 3, freq="M")
    reeks = scenario(*knopen).reeks(maanden)
    for maand, waarde in knopen:
        assert reeks[maand] == pytest.approx(waarde)
    assert reeks.between(min(waarden) - 1e-6, max(waarden) + 1e-6).all()
    assert reeks.iloc[-1] == waarden[-1]
