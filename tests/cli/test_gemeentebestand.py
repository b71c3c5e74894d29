import pytest

from locatieplanner.cli.gemeentebestand import lees_gemeentebestand
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.gemeentetabel import VASTE_PLAATSEN
from tests.omgeving import maak_gemeenten


def test_een_goed_bestand(tmp_path, capsys):
    pad = tmp_path / "vast.csv"
    pad.write_text("gemeente;plaatsen;kleur\nAardam;5;rood\n")
    assert lees_gemeentebestand(pad, maak_gemeenten(), VASTE_PLAATSEN).per_gemeente == {"GM0001": 5}
    assert "niet gebruikt: 'kleur'" in capsys.readouterr().err


def test_fouten_worden_allemaal_gemeld(tmp_path, capsys):
    pad = tmp_path / "vast.csv"
    pad.write_text("gemeente;plaatsen\nAardam;x\nNergens;1\n")
    with pytest.raises(BestandFout, match=r"vast\.csv: 2 fouten"):
        lees_gemeentebestand(pad, maak_gemeenten(), VASTE_PLAATSEN)
    assert capsys.readouterr().err.count("Herstel:") == 2


def test_een_bestand_dat_er_niet_is(tmp_path):
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_gemeentebestand(tmp_path / "x.csv", maak_gemeenten(), VASTE_PLAATSEN)
