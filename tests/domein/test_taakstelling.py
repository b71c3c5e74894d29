from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.taakstelling import Landelijk
from tests.omgeving import HERKOMST


def test_onbekend_is_geen_nul():
    onbekend = Landelijk(Halfjaar(2026, 2), None, HERKOMST)
    assert onbekend != Landelijk(Halfjaar(2026, 2), 0, HERKOMST)
