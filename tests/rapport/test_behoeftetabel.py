from locatieplanner.opgave.behoefte import behoefteverloop
from locatieplanner.rapport.behoeftetabel import behoeftejaartabel, behoeftetabel
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx
from tests.domein.test_behoefte import scenario
from tests.opgave.tijdlijnen import BEGIN, locaties


def utrecht(omgeving):
    proef = scenario(("2028-01", 2000.0))
    return behoefteverloop(locaties(), omgeving, proef, "Utrecht", vanaf=BEGIN)


def test_per_maand(omgeving):
    tabel = behoeftetabel(utrecht(omgeving))
    tekst = tabel.als_tekst().set_index("maand")
    assert tekst.loc["januari 2027", "behoefte (plaatsen)"] == "onbekend"
    assert tekst.loc["januari 2028", "tekort (plaatsen)"] == "150"
    assert tekst.loc["januari 2028", "tekort met volle buffer (plaatsen)"] == "230"
    assert "Scenario Proef" in tabel.herkomst
    assert "geschat" in tabel.herkomst


def test_per_jaar(omgeving):
    tekst = behoeftejaartabel(utrecht(omgeving)).als_tekst().set_index("jaar")
    assert tekst.loc["2027", "tekort (plaatsmaanden)"] == "onbekend"
    assert tekst.loc["2028", "tekort (plaatsmaanden)"] == "1.800"
    # 80 plaatsen buffer × 12 maanden × de helft van 24.000 / 12.
    assert tekst.loc["2028", "kosten volle buffer (euro)"] == "960.000"
    assert tekst.loc["2028", "meerkosten noodopvang (euro)"] == "3.600.000"


def test_alles_is_mee_te_nemen(omgeving):
    for tabel in (behoeftetabel(utrecht(omgeving)), behoeftejaartabel(utrecht(omgeving))):
        assert len(set(tabel.koppen)) == len(tabel.koppen)
        assert tabel_als_csv(tabel)
        assert tabel_als_xlsx(tabel)
