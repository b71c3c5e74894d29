import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen


def test_standaard():
    assert STANDAARDGRENZEN.bytes == 50_000_000
    assert STANDAARDGRENZEN.uitgepakt_bytes == 250_000_000
    assert STANDAARDGRENZEN.rijen == 200_000
    assert STANDAARDGRENZEN.adressen == 500


def test_op_de_grens_mag_en_erboven_niet():
    grenzen = Bestandsgrenzen(rijen=2, kolommen=3, uitgepakt_bytes=10)
    grenzen.toets_omvang(2, 3)
    grenzen.toets_uitgepakt(10)
    with pytest.raises(BestandFout, match="meer dan 2 rijen"):
        grenzen.toets_omvang(3, 3)
    with pytest.raises(BestandFout, match="meer dan 3 kolommen"):
        grenzen.toets_omvang(2, 4)
    with pytest.raises(BestandFout, match="uitgepakt groter"):
        grenzen.toets_uitgepakt(11)


def test_cellen_zijn_rijen_maal_kolommen():
    grenzen = Bestandsgrenzen(cellen=6)
    grenzen.toets_omvang(2, 3)
    with pytest.raises(BestandFout, match="meer dan 6 cellen"):
        grenzen.toets_omvang(7, 1)
    assert STANDAARDGRENZEN.cellen == 10_000_000
