import pytest

from locatieplanner.scherm.aanmelding import bezwaar

LOKAAL = {"Host": "127.0.0.1:8501"}


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501", "localhost"])
def test_op_de_eigen_computer_hoeft_er_geen_aanmelding(host):
    assert bezwaar("127.0.0.1", {"Host": host}, vrij=False) == ""


@pytest.mark.parametrize(
    ("adres", "koppen", "waarom"),
    [
        ("", LOKAAL, "in het netwerk"),
        ("0.0.0.0", LOKAAL, "in het netwerk"),
        ("192.168.1.4", LOKAAL, "in het netwerk"),
        ("127.0.0.1", LOKAAL | {"X-Forwarded-For": "192.0.2.1"}, "achter een proxy"),
        ("127.0.0.1", LOKAAL | {"Forwarded": "for=192.0.2.1"}, "achter een proxy"),
        ("127.0.0.1", {"host": "kwaad.example"}, "andere naam"),
        ("127.0.0.1", {"host": "127.kwaad.example:80"}, "andere naam"),
        ("127.0.0.1", {"host": ""}, "andere naam"),
    ],
)
def test_wie_verder_te_bereiken_is_toont_niets_zonder_aanmelding(adres, koppen, waarom):
    tekst = bezwaar(adres, koppen, vrij=False)
    assert waarom in tekst
    assert "--aanmelding" in tekst
    assert bezwaar(adres, koppen, vrij=True) == ""


def test_zonder_koppen_is_het_de_eigen_computer():
    assert bezwaar("127.0.0.1", {}, vrij=False) == ""
