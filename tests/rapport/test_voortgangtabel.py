import pandas as pd
import pytest

from locatieplanner.opgave.trechter import trechter, trechter_per_gebied, vervallen_met_reden
from locatieplanner.opgave.verloop import verloop
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx
from locatieplanner.rapport.voortgangtabel import (
    NOG_GEEN_DOEL,
    deeltrechtertabel,
    doorlooptabel,
    gebeurtenistabel,
    niet_in_beeld_tabel,
    trechtertabel,
    verlooptabel,
    vervallentabel,
)
from tests.omgeving import LOCATIETYPEN, doel, maak_doelset, maak_omgeving
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties

NAMEN = {code: soort.naam for code, soort in LOCATIETYPEN.items()}


@pytest.fixture
def kandidaten():
    return locaties(
        locatie("A", 100, "2027-01-01", "2027-06-30", type="azc"),
        locatie("B", 60, "2027-01-01"),
        locatie("C", 40),
        locatie("D", 30, type="flex", woningen=None),
        locatie("E", 20, status="afgevallen", toelichting="te duur"),
    )


def utrecht(kandidaten, *doelen, bestaand_telt_mee=True):
    omgeving = maak_omgeving(
        doelset=maak_doelset(*doelen, bestaand_telt_mee=bestaand_telt_mee), vul_aan=False
    )
    return verloop(kandidaten, omgeving, "Utrecht", vanaf=BEGIN)


def test_verloop_per_maand(kandidaten):
    tabel = verlooptabel(utrecht(kandidaten, doel("Utrecht", 900, None, peildatum="2027-03-01")))
    tekst = tabel.als_tekst()
    assert tekst["maand"].iloc[0] == "januari 2027"
    assert tekst["doel, laag (plaatsen)"].iloc[:3].tolist() == [NOG_GEEN_DOEL, NOG_GEEN_DOEL, "900"]
    assert set(tekst["doel, hoog (plaatsen)"]) == {"onbekend"}
    assert tekst["capaciteit (plaatsen)"].iloc[0] == "810"
    assert tekst["loopt deze maand af (plaatsen)"].iloc[5] == "100"
    assert "gepubliceerd" in tabel.herkomst
    assert "geschat" in tabel.herkomst


def test_zonder_bestaande_opvang_staan_haar_kolommen_er_niet(kandidaten):
    uitkomst = utrecht(kandidaten, doel("Utrecht", 900, 900), bestaand_telt_mee=False)
    assert not any("bestaand" in kop for kop in verlooptabel(uitkomst).koppen)


def test_aflopend_doorlopend_en_niet_in_beeld(kandidaten):
    uitkomst = utrecht(kandidaten, doel("Utrecht", 900, 900))
    gebeurd = gebeurtenistabel(uitkomst, NAMEN).als_tekst()
    assert gebeurd[["maand", "wat", "id", "type"]].to_numpy().tolist() == [
        ["januari 2027", "begint", "A", "azc"],
        ["januari 2027", "begint", "B", "noodopvang"],
        ["juni 2027", "loopt af", "A", "azc"],
    ]
    assert doorlooptabel(uitkomst, NAMEN).als_tekst()["id"].tolist() == ["B"]
    buiten = niet_in_beeld_tabel(uitkomst, NAMEN).als_tekst()
    assert buiten[["id", "waarom"]].to_numpy().tolist() == [["C", "zonder begindatum"]]


def test_trechter_nu_en_ten_minste(kandidaten):
    stappen = trechter(kandidaten, LOCATIETYPEN)
    nu = trechtertabel(stappen, "Utrecht").als_tekst().set_index("stap")
    assert nu.loc["besluit"].tolist() == ["4", "200", "30", "onbekend", "1"]
    assert nu.loc["afgevallen", "opvang (plaatsen)"] == "20"
    ver = trechtertabel(stappen, "Utrecht", tenminste=True).als_tekst().set_index("stap")
    assert ver.index.tolist() == [
        *("idee", "verkenning", "haalbaar", "besluit", "vergund", "in gebruik"),
    ]
    assert ver.loc["idee", "opvang (plaatsen)"] == "200"
    assert ver.loc["vergund", "woningen"] == "0"


def test_trechter_per_gebied_met_namen(kandidaten):
    per = trechter_per_gebied(kandidaten, LOCATIETYPEN, "gemeentecode", ["GM0001", "GM0002"])
    tabel = deeltrechtertabel(per, "Per gemeente", {"GM0001": "Aardam"}).als_tekst()
    assert tabel[["gebied", "stap"]].to_numpy().tolist() == [
        ["Aardam", "besluit"],
        ["Aardam", "afgevallen"],
    ]


def test_vervallen_met_reden(kandidaten):
    tabel = vervallentabel(vervallen_met_reden(kandidaten), "Utrecht", NAMEN).als_tekst()
    assert tabel[["id", "type", "reden"]].to_numpy().tolist() == [["E", "noodopvang", "te duur"]]


def test_alles_is_mee_te_nemen(kandidaten):
    uitkomst = utrecht(kandidaten, doel("Utrecht", 900, 900))
    stappen = trechter(kandidaten, LOCATIETYPEN)
    for tabel in (
        verlooptabel(uitkomst),
        gebeurtenistabel(uitkomst, NAMEN),
        doorlooptabel(uitkomst, NAMEN),
        niet_in_beeld_tabel(uitkomst, NAMEN),
        trechtertabel(stappen, "Utrecht"),
        trechtertabel(stappen, "Utrecht", tenminste=True),
        vervallentabel(vervallen_met_reden(kandidaten), "Utrecht", NAMEN),
    ):
        assert len(set(tabel.koppen)) == len(tabel.koppen)
        assert tabel_als_csv(tabel)
        assert tabel_als_xlsx(tabel)
        assert len(tabel.ruw()) == len(tabel.gegevens)


def test_lege_tabellen_zijn_leeg_en_geen_fout():
    uitkomst = utrecht(locaties(), doel("Utrecht", 900, 900))
    for tabel in (gebeurtenistabel(uitkomst, NAMEN), niet_in_beeld_tabel(uitkomst, NAMEN)):
        assert tabel.als_tekst().empty
        assert pd.isna(tabel.gegevens["plaatsen"]).sum() == 0
