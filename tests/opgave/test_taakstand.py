import numpy as np
import pandas as pd
import pytest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.taakoverzicht import NIETS
from locatieplanner.opgave.taakstand import taakstand
from tests.omgeving import HERKOMST

INWONERS = pd.Series({"GM1": 20_000.0, "GM2": 60_000.0})
H = [Halfjaar(2025, 1), Halfjaar(2025, 2), Halfjaar(2026, 1), Halfjaar(2026, 2)]


def landelijk(*aantallen):
    return {
        halfjaar: Landelijk(halfjaar, aantal, HERKOMST)
        for halfjaar, aantal in zip(H, aantallen, strict=True)
    }


def gedaan(*rijen):
    return pd.DataFrame(rijen, columns=["gemeentecode", "halfjaar", "aantal"])


def van(tabel, code):
    return tabel[tabel["gemeentecode"] == code].set_index("halfjaar")


def test_achterstand_en_voorsprong_tellen_op():
    tabel = taakstand(
        INWONERS,
        landelijk(80, 80, 80, 80),
        gedaan(
            ("GM1", "2025-I", 15), ("GM1", "2025-II", 25), ("GM1", "2026-I", 30),
            ("GM2", "2025-II", 50), ("GM2", "2026-I", 55),
        ),
        H[2],
    )  # fmt: skip
    een, twee = van(tabel, "GM1"), van(tabel, "GM2")
    assert list(een.index) == ["2025-I", "2025-II", "2026-I"]
    assert een["taakstelling"].tolist() == [20, 20, 20]
    assert een["verschil"].tolist() == [-5, 5, 10]
    assert een["stand"].tolist() == [-5, 0, 10]
    # De stand begint bij het eerste halfjaar dat de gemeente zelf invulde.
    np.testing.assert_array_equal(twee["stand"], [np.nan, -10, -15])


def test_een_onbekend_halfjaar_maakt_de_stand_daarna_onbekend():
    invoer = gedaan(("GM1", "2025-I", 15), ("GM1", "2026-I", 30), ("GM2", "2025-I", 60))
    tabel = taakstand(INWONERS, landelijk(80, 80, 80, 80), invoer, H[2])
    np.testing.assert_array_equal(van(tabel, "GM1")["stand"], [-5, np.nan, np.nan])
    zonder_landelijk = gedaan(("GM1", "2025-I", 15), ("GM1", "2025-II", 30))
    tabel = taakstand(INWONERS, landelijk(80, None, 80, 80), zonder_landelijk, H[1])
    np.testing.assert_array_equal(van(tabel, "GM1")["taakstelling"], [20, np.nan])
    np.testing.assert_array_equal(van(tabel, "GM1")["stand"], [-5, np.nan])


def test_wat_later_is_dan_gevraagd_telt_niet():
    tabel = taakstand(
        INWONERS, landelijk(80, 80, 80, 80), gedaan(("GM1", "2026-I", 9), ("GM1", "2026-II", 9)),
        H[2],
    )  # fmt: skip
    assert van(tabel, "GM1")["stand"].tolist() == [-11]


@pytest.mark.parametrize("halfjaar", H)
def test_zonder_invoer_is_er_een_taakstelling_en_geen_stand(halfjaar):
    tabel = taakstand(INWONERS, landelijk(80, 80, 80, 80), NIETS, halfjaar)
    assert tabel["halfjaar"].unique().tolist() == [str(halfjaar)]
    assert tabel["taakstelling"].tolist() == [20, 60]
    assert tabel[["gerealiseerd", "verschil", "stand"]].isna().all(axis=None)
