import tracemalloc

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
    [("x;%y,c\n1;2", Schrijfwijze.KOMMA), ("x,y\n1,2", Schrijfwijze.PUNT), ("x\ty\n1\t2",
     Schrijfwijze.KOMMA),
     ('"x%,x,y";y\n1;2', Schrijfwijze.KOMMA), ("sep=,\nx,y\n1,2", Schrijfwijze.PUNT)],
)  # fmt: skip
def test_scheidingstekens(tekst, wijze):
    tabel = _lees(tekst)
    assert tabel.gegevens.shape == (1, 2)
    assert tabel.schrijfwijze is wijze


def test_rijnummers_zijn_die_van_een_rekenblad():
    tabel = _lees('\nx;naam\n1;"twee\nregels"\n\n;\n3;4\n')
    assert list(tabel.gegevens.index) == [3, 6]
    assert tabel.gegevens.loc[3, "naam"] == "twee\nregels"


def test_korte_rij_wordt_aangevuld_en_lange_gemeld():
    tabel = _lees("x,y\n1\n1,2,3\n1,2,,\n")
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


def test_cellen_tellen_en_onbekende_kolommen_worden_niet_gelezen():
    tekst = "naam;a;;b;\n" + "n;1;;2;3\n" * 10
    tabel = _lees(tekst)
    assert list(tabel.gegevens.columns) == ["naam"]
    assert tabel.overige == ("a", "b", "(zonder naam)")
    with pytest.raises(BestandFout, match="meer dan 49 cellen"):
        _lees(tekst, grenzen=Bestandsgrenzen(cellen=49))


def test_rij_met_alleen_onbekende_kolommen_blijft():
    assert list(_lees("naam;a\nn;1\n;2\n;\n").gegevens.index) == [2, 3]


def test_breed_bestand_blijft_klein_in_het_geheugen():
    kop = ";".join(["naam", *(f"m{i}" for i in range(499))])
    inhoud = (kop + "\n" + (";".join(["123456789"] * 500) + "\n") * 2_000).encode()
    tracemalloc.start()
    try:
        assert lees_csv(inhoud, STANDAARDGRENZEN).gegevens.shape == (2_000, 1)
        assert tracemalloc.get_traced_memory()[1] < 8 * len(inhoud)
    finally:
        tracemalloc.stop()


def test_beschermende_apostrof_gaat_eraf():
    tabel = _lees("naam;bron\n'-5 graden;'+31 erbij\n't Gooi;'=1+1\n'@home;'\n")
    assert tabel.gegevens["naam"].tolist() == ["-5 graden", "'t Gooi", "'@home"]
    assert tabel.gegevens["bron"].tolist() == ["+31 erbij", "'=1+1", "'"]


def test_aantallen_in_een_melding_zijn_nederlands():
    (probleem,) = _lees("x;y\n" + ";".join(["1"] * 1_200)).problemen
    assert probleem.wat == "de rij heeft 1.200 velden en de kop 2"
