import pytest

from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.fouten import LaagFout


def tabel(**velden):
    return Tomltabel("x.toml.t", velden)


def test_velden_van_elk_soort():
    t = tabel(a="tekst", b=2, c=2.5, d=True, e=["x", "y"], f={"g": "h"})
    assert t.tekst("a") == "tekst"
    assert t.tekst("z", "") == ""
    assert t.getal("b") == 2.0
    assert t.geheel_of_niets("b") == 2
    assert t.getal_of_niets("z") is None
    assert t.geheel_of_niets("z") is None
    assert t.vlag("d") is True
    assert t.teksten("e") == ("x", "y")
    assert t.teksten("z") == ()
    assert t.tabel("f").tekst("g") == "h"
    assert list(t.tabellen()) == ["f"]


@pytest.mark.parametrize(
    ("velden", "lees"),
    [
        ({}, lambda t: t.tekst("v")),
        ({"v": 1}, lambda t: t.tekst("v")),
        ({}, lambda t: t.getal("v")),
        ({"v": "1"}, lambda t: t.getal("v")),
        ({"v": True}, lambda t: t.getal("v")),
        ({"v": 1.5}, lambda t: t.geheel_of_niets("v")),
        ({}, lambda t: t.vlag("v")),
        ({"v": 1}, lambda t: t.vlag("v")),
        ({"v": [1]}, lambda t: t.teksten("v")),
        ({"v": "x"}, lambda t: t.teksten("v")),
        ({"v": "x"}, lambda t: t.tabel("v")),
        ({"v": "x"}, lambda t: t.keuze("v", Status)),
    ],
)
def test_wat_niet_klopt_noemt_plek_en_veld(velden, lees):
    with pytest.raises(LaagFout, match=r"x\.toml\.t: 'v'"):
        lees(tabel(**velden))


def test_herkomst():
    gelezen = tabel(status="geschat", bron="b", peildatum="2025").herkomst()
    assert gelezen == Herkomst("b", "2025", Status.GESCHAT)


def test_bestand_ontbreekt(tmp_path):
    with pytest.raises(LaagFout, match=r"weg\.toml ontbreekt"):
        lees_toml(tmp_path / "weg.toml")


@pytest.mark.parametrize("inhoud", [b"a = ", b"\xff\xfe"])
def test_bestand_is_stuk(tmp_path, inhoud):
    pad = tmp_path / "stuk.toml"
    pad.write_bytes(inhoud)
    with pytest.raises(LaagFout, match=r"stuk\.toml is niet te lezen"):
        lees_toml(pad)
