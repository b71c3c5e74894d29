import pytest

from locatieplanner.kaart.adressen import Adressen


def test_onderdelen_staan_naast_de_kaart():
    adressen = Adressen.van_onderdelen("pakket.module")
    assert adressen.lagen == "../pakket.module.lagen/"
    assert adressen.kandidaten == "../pakket.module.kandidaten/"


@pytest.mark.parametrize(
    "adres",
    [
        "https://elders.example/",
        "//elders.example/",
        "/elders/",
        "javascript:alert(1)/",
        "../lagen",
        "",
        "../la gen/",
        '../"lagen/',
    ],
)
def test_een_adres_elders_wordt_geweigerd(adres):
    with pytest.raises(ValueError, match="betrekkelijk adres"):
        Adressen(lagen=adres, kandidaten="../k/")
