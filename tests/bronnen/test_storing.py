from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from locatieplanner.bronnen.antwoord import Afgewezen, Antwoord
from locatieplanner.bronnen.storing import Voorbijgaand, opnieuw, storing
from locatieplanner.fouten import DienstFout


def oordeel(code, koppen=None):
    return storing(Antwoord("Testdienst", "https://a.nl", code, koppen or {}, b""), 60.0)


def test_goed():
    assert oordeel(200) is None


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_voorbijgaand(code):
    assert isinstance(oordeel(code), Voorbijgaand)


@pytest.mark.parametrize("code", [400, 404, 410])
def test_afgewezen(code):
    assert isinstance(oordeel(code), Afgewezen)


@pytest.mark.parametrize("code", [204, 304, 401, 403, 407, 501])
def test_blijvend(code):
    assert isinstance(oordeel(code), DienstFout)


def test_gevraagde_pauze_wordt_nagekomen():
    assert opnieuw(oordeel(429, {"retry-after": "7"})) == 7.0
    straks = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 0 < opnieuw(oordeel(503, {"retry-after": straks})) <= 30


@pytest.mark.parametrize("kop", ["", "0", "straks", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_zonder_bruikbare_pauze_de_gewone(kop):
    assert opnieuw(oordeel(429, {"retry-after": kop})) is True


def test_te_lange_pauze_wordt_gemeld():
    with pytest.raises(DienstFout, match="vraagt 61 seconden te wachten"):
        raise oordeel(429, {"retry-after": "61"})


def test_alleen_wat_voorbijgaat_wordt_herhaald():
    assert opnieuw(ValueError()) is False
