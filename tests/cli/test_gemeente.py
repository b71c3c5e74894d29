import pytest

from locatieplanner.cli.gemeente import lees_gemeente
from locatieplanner.fouten import GebiedFout
from tests.omgeving import maak_gemeenten


@pytest.mark.parametrize("tekst", ["Beekdal", " beekdal ", "GM0002", "gm0002"])
def test_naam_of_code(tekst):
    assert lees_gemeente(tekst, maak_gemeenten()) == "GM0002"


def test_geen_gemeente():
    with pytest.raises(GebiedFout, match="Bedoelt u Beekdal"):
        lees_gemeente("Beekdaal", maak_gemeenten())
