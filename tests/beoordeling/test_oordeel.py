import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import uitleg
from tests.omgeving import kandidaat, maak_kandidaten


@pytest.fixture(scope="module")
def beoordeling(omgeving):
    return beoordeel(
        maak_kandidaten(
            kandidaat("K1"),
            kandidaat("K2", capaciteit=1500),
            kandidaat("K3", type="flex", aandeel_statushouders=0.4, aandeel_studenten=0.6),
        ),
        omgeving,
    )


def test_zwijgt_over_wat_onbekend_is(beoordeling):
    voor, tegen = voor_en_tegen(uitleg(beoordeling, "K1").criteria)
    assert len(voor) + len(tegen) <= 3
    assert not any("bewoners" in punt for punt in voor + tegen)


def test_noemt_wat_hoog_en_wat_laag_scoort(beoordeling):
    voor, _ = voor_en_tegen(uitleg(beoordeling, "K3").criteria)
    assert "de bewoners kunnen elkaar dragen" in voor
    _, tegen = voor_en_tegen(uitleg(beoordeling, "K2").criteria)
    assert "groot, op zichzelf of tegenover de omgeving" in tegen
