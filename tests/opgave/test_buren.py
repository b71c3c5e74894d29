import pytest

from locatieplanner.fouten import GebiedFout
from locatieplanner.opgave.buren import buurgemeenten
from tests.omgeving import maak_gemeenten


def test_buren_raken_elkaar_ook_over_een_provinciegrens():
    gemeenten = maak_gemeenten()
    buren = buurgemeenten(gemeenten, "GM0001")
    # Ook een hoek raakt; de grootste staat vooraan.
    assert list(buren) == ["GM0002", "GM0005", "GM0004"]


def test_wie_een_buur_heeft_is_er_een_van():
    gemeenten = maak_gemeenten()
    for code in gemeenten.index:
        assert all(
            code in buurgemeenten(gemeenten, buur) for buur in buurgemeenten(gemeenten, code)
        )


def test_een_onbekende_gemeente_is_een_melding():
    with pytest.raises(GebiedFout, match="GM9999"):
        buurgemeenten(maak_gemeenten(), "GM9999")
