import pytest

from locatieplanner.domein.herkomst import Herkomst, Status, zwakste


def test_een_som_is_zo_zeker_als_haar_zwakste_deel():
    assert zwakste(Status.GEPUBLICEERD, Status.GESCHAT, Status.SECUNDAIR) is Status.GESCHAT
    assert zwakste(Status.AFGELEID, Status.ONBEKEND) is Status.ONBEKEND
    assert zwakste(Status.SECUNDAIR, Status.AFGELEID) is Status.AFGELEID


@pytest.mark.parametrize("status", Status)
def test_elke_status_heeft_uitleg(status):
    assert status.uitleg
    assert status.value not in status.uitleg


def test_onbekend_telt_niet_als_nul():
    assert "niet als nul" in Status.ONBEKEND.uitleg


def test_zin_noemt_alleen_wat_er_is():
    assert Herkomst("", "", Status.GESCHAT).zin == "geschat"
    assert (
        Herkomst("CBS", "2026", Status.GEPUBLICEERD, "voorlopig").zin
        == "gepubliceerd · CBS · peildatum 2026 · voorlopig"
    )
