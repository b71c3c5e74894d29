from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout
from locatieplanner.opgave.taakstelling import (
    EIGEN,
    inwonerszin,
    met_eigen,
    overschot,
    taakstelling,
)
from tests.omgeving import HERKOMST

INWONERS = pd.Series({"GM1": 20_000.0, "GM2": 60_000.0, "GM3": 120_000.0})


def test_dertienduizend_over_342_gemeenten_is_overal_naar_boven(omgeving_echt):
    inwoners = omgeving_echt.gemeenten["inwoners"]
    taken = taakstelling(inwoners, 13_000)
    assert len(taken) == 342
    for code, taak in taken.items():
        precies = Fraction(13_000 * int(inwoners[code]), int(inwoners.sum()))
        assert taak - 1 < precies <= taak
    over = overschot(taken, 13_000)
    assert (over.samen, over.personen) == (13_166, 166)
    assert over.zin == (
        "Landelijk 13.000 vergunninghouders; de taakstellingen van de 342 gemeenten tellen op tot "
        "13.166: 166 meer, doordat elke gemeente naar boven afrondt."
    )


@given(st.integers(0, 1_000_000), st.lists(st.integers(1, 1_000_000), min_size=1, max_size=400))
def test_naar_boven_zonder_afrondingsfout(vergunninghouders, aantallen):
    inwoners = pd.Series(aantallen, dtype="float64")
    taken = taakstelling(inwoners, vergunninghouders)
    som = sum(aantallen)
    for aantal, taak in zip(aantallen, taken, strict=True):
        precies = Fraction(vergunninghouders * aantal, som)
        assert taak - 1 < precies <= taak
    assert 0 <= overschot(taken, vergunninghouders).personen < len(aantallen)


def test_wat_precies_uitkomt_wordt_niet_opgehoogd():
    assert taakstelling(INWONERS, 200).to_dict() == {"GM1": 20, "GM2": 60, "GM3": 120}
    assert taakstelling(INWONERS, 201).to_dict() == {"GM1": 21, "GM2": 61, "GM3": 121}
    assert taakstelling(INWONERS, 0).sum() == 0


@pytest.mark.parametrize("aantal", [-1, 1_000_001])
def test_een_onmogelijk_aantal(aantal):
    with pytest.raises(InvoerFout, match=r"kan niet\. Geef een aantal van 0 tot en met"):
        taakstelling(INWONERS, aantal)


def test_een_eigen_aantal_gaat_voor_en_zegt_wat_er_stond():
    landelijk = {
        Halfjaar(2025, 2): Landelijk(Halfjaar(2025, 2), 13_000, HERKOMST),
        Halfjaar(2026, 1): Landelijk(Halfjaar(2026, 1), None, Herkomst("", "", Status.ONBEKEND)),
    }
    eigen = {Halfjaar(2027, 1): 9_000, Halfjaar(2026, 1): 12_000, Halfjaar(2025, 2): 14_000}
    samen = met_eigen(landelijk, eigen)
    assert [(str(h), rij.vergunninghouders) for h, rij in samen.items()] == [
        ("2025-II", 14_000),
        ("2026-I", 12_000),
        ("2027-I", 9_000),
    ]
    assert {rij.herkomst.bron for rij in samen.values()} == {EIGEN}
    assert samen[Halfjaar(2025, 2)].herkomst.toelichting == "in plaats van 13.000"
    assert samen[Halfjaar(2026, 1)].herkomst.status is Status.GESCHAT
    # Wie hetzelfde invult als er stond, verandert niets aan de bron.
    assert met_eigen(landelijk, {Halfjaar(2025, 2): 13_000}) == landelijk


def test_de_inwoners_van_een_ander_jaar_worden_genoemd():
    herkomst = Herkomst("CBS", "1-1-2026, niet bevestigd", Status.SECUNDAIR)
    assert inwonerszin(Halfjaar(2026, 2), herkomst) == (
        "De regel vraagt inwoners op 1 januari 2025. Dit programma heeft één jaargang: CBS, "
        "1-1-2026, niet bevestigd (secundair)."
    )
