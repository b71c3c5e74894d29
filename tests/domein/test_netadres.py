import pytest

from locatieplanner.domein.netadres import is_lokaal


@pytest.mark.parametrize("adres", ["127.0.0.1", "127.8.9.1", "localhost", "::1"])
def test_alleen_deze_computer(adres):
    assert is_lokaal(adres)


@pytest.mark.parametrize(
    "adres", ["", "0.0.0.0", "::", "192.168.1.4", "127.voorbeeld.nl", "localhost.voorbeeld.nl"]
)
def test_ook_een_ander(adres):
    assert not is_lokaal(adres)
