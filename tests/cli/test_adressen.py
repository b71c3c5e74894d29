import pytest

from locatieplanner.cli.adressen import adreszoeker
from locatieplanner.fouten import LaagFout


def test_uit_is_er_geen_zoeker_en_wordt_er_niets_gelezen(monkeypatch, capsys):
    monkeypatch.setenv("LOCATIEPLANNER_DIENSTEN", "/nergens/diensten.toml")
    with adreszoeker(aan=False) as zoeker:
        assert zoeker is None
    assert capsys.readouterr().err == ""


def test_aan_zoekt_bij_de_dienst_die_genoemd_is(adresdienst, capsys):
    with adreszoeker(aan=True) as zoeker:
        assert zoeker.zoek("Riouwstraat 32 Amersfoort")[0].huisnummer == "32"
    assert "PDOK Locatieserver" in capsys.readouterr().err
    assert adresdienst.paden == ["/locatieserver/free"]


def test_een_eigen_bestand_dat_er_niet_is(monkeypatch):
    monkeypatch.setenv("LOCATIEPLANNER_DIENSTEN", "/nergens/diensten.toml")
    with pytest.raises(LaagFout, match="dat is er niet"), adreszoeker(aan=True):
        pass


@pytest.mark.parametrize("opdracht", ["beoordeel", "controleer"])
def test_de_hulp_zegt_wat_er_verstuurd_wordt(voer_uit, opdracht):
    hulp = " ".join(voer_uit(opdracht, "--help").stdout.split())
    assert "--zoek-adressen" in hulp
    assert "Alleen het adres gaat" in hulp
