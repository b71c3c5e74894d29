import pytest
import typer

from locatieplanner.cli.portefeuillewaarden import lees_plan, lees_tweetal, lees_voorrang
from locatieplanner.portefeuille.opdracht import Voorrang


@pytest.mark.parametrize("tekst", ["spreiding", " Spreiding "])
def test_voorrang(tekst):
    assert lees_voorrang(tekst) is Voorrang.SPREIDING


def test_een_voorrang_die_er_niet_is():
    with pytest.raises(typer.BadParameter, match="kies uit score en spreiding"):
        lees_voorrang("mooi")


@pytest.mark.parametrize(
    ("tekst", "waarden"), [("2:300", (2, 300)), ("30:50", (30, 50)), ("0,5:1", (0.5, 1))]
)
def test_twee_getallen(tekst, waarden):
    assert lees_tweetal(tekst, "--optie", "2:300") == waarden


@pytest.mark.parametrize("tekst", ["", "2", "2:", "twee:300", "1:2:3"])
def test_geen_twee_getallen(tekst):
    with pytest.raises(typer.BadParameter, match="schrijf bijvoorbeeld 2:300"):
        lees_tweetal(tekst, "--optie", "2:300")


def test_een_plan():
    assert lees_plan(["K1", "K2=120", " K3 = 5 "]) == {"K1": None, "K2": 120, "K3": 5}


@pytest.mark.parametrize("tekst", ["K1=", "K1=veel", "K1=-3", "K1=1,5"])
def test_een_plan_zonder_heel_getal(tekst):
    with pytest.raises(typer.BadParameter, match="K001=120"):
        lees_plan([tekst])
