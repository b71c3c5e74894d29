import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.csvbestand import lees_csv
from locatieplanner.invoer.tabel import Schrijfwijze


def _lees(tekst, codering="utf-8", grenzen=STANDAARDGRENZEN):
    return lees_csv(tekst.encode(codering), grenzen)


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_coderingen(codering):
    tabel = _lees("naam;x\nCafé é;1\n", codering)
    assert tabel.gegevens.iloc[0].tolist() == ["Café é", "1"]
    assert list(tabel.gegevens.columns) == ["naam", "x"]


@pytest.mark.parametrize(
    ("tekst", "wijze"),
    [("a;b,c\n1;2", Schrijfwijze.KOMMA), ("a,b\n1,2", Schrijfwijze.PUNT), ("a\tb\n1\t2",
     Schrijfwijze.KOMMA),
     ('"a,x,y";b\n1;2', Schrijfwijze.KOMMA), ("sep=,\na,b\n1,2", Schrijfwijze.PUNT)],
)  # fmt: skip
def test_scheidingstekens(tekst, wijze):
    tabel = _lees(tekst)
    assert tabel.gegevens.shape == (1, 2)
    assert tabel.schrijfwijze is wijze


def test_rijnummers_zijn_die_van_een_rekenblad():
    tabel = _lees('\na;b\n1;"twee\nregels"\n\n;\n3;4\n')
    assert list(tabel.gegevens.index) == [3, 6]
    assert tabel.gegevens.loc[3, "b"] == "twee\nregels"


def test_korte_rij_wordt_aangevuld_en_lange_gemeld():
    tabel = _lees("a,b\n1\n1,2,3\n1,2,,\n")
    assert tabel.gegevens.loc[2].tolist() == ["1", ""]
    (probleem,) = tabel.problemen
    assert probleem.zin == (
        "Rij 3: de rij heeft 3 velden en de kop 2. Herstel: zet tekst met een scheidingsteken erin "
        "tussen aanhalingstekens; staat er een decimale komma, gebruik dan een punt of sla op met "
        "puntkomma's."
    )


def test_geen_tekst_leeg_en_te_veel():
    with pytest.raises(BestandFout, match="geen tekst"):
        lees_csv(b"a;b\n\x00\x01", STANDAARDGRENZEN)
    with pytest.raises(BestandFout, match="leeg"):
        _lees("\n \n;;\n")
    with pytest.raises(BestandFout, match="meer dan 2 rijen"):
        _lees("a\n1\n2\n3\n", grenzen=Bestandsgrenzen(rijen=2))
    with pytest.raises(BestandFout, match="aanhalingsteken dat niet gesloten"):
        _lees('a;b\n"' + "x" * 200_000)
