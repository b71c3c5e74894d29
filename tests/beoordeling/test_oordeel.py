from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import uitleg


def test_voor_en_tegen_zwijgt_over_wat_onbekend_is(beoordeling):
    tekst = uitleg(beoordeling, "K1")
    voor, tegen = voor_en_tegen(tekst.criteria)
    assert len(voor) + len(tegen) <= 3
    assert not any("bewoners" in punt for punt in voor + tegen)
    voor, _ = voor_en_tegen(uitleg(beoordeling, "K3").criteria)
    assert "de bewoners kunnen elkaar dragen" in voor
