import pandas as pd
import pytest

from locatieplanner.invoer.codes import lees_codes, statuscodes, suggestie, typecodes


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("rol", "rol"), ("ROL", "rol"), ("Regionale opvanglocatie", "rol"), ("AZC", "azc"),
     ("asielzoekers-centrum", "azc"), ("crisisnoodopvang", "noodopvang"), ("Flexwoningen",
      "flexwonen"),
     ("gemengd wonen", "gemengd"), ("AMV-opvang", "amv"), ("Doorstroomlocatie", "doorstroom")],
)  # fmt: skip
def test_typen(tekst, code, locatietypen):
    codes, problemen = lees_codes(pd.Series([tekst]), "type", "wat", typecodes(locatietypen))
    assert codes.tolist() == [code]
    assert not problemen


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("Idee", "idee"), ("in_gebruik", "in gebruik"), ("INGEBRUIK", "in gebruik"), ("besloten",
     "besluit")],
)  # fmt: skip
def test_statussen(tekst, code):
    assert lees_codes(pd.Series([tekst]), "status", "wat", statuscodes())[0].tolist() == [code]


def test_onbekende_code_krijgt_een_suggestie(locatietypen):
    tekst = pd.Series(["flexwone", "", "kasteel"], index=[2, 3, 4])
    codes, problemen = lees_codes(
        tekst, "Soort", "dit locatietype bestaat niet", typecodes(locatietypen)
    )
    assert codes.tolist() == ["", "", ""]
    assert problemen[0].zin.startswith(
        "Rij 2, kolom Soort, waarde 'flexwone': dit locatietype bestaat niet. "
        "Herstel: bedoelt u 'flexwonen'? Kies uit "
    )
    assert problemen[1].herstel.startswith("kies uit ")
    assert [p.rij for p in problemen] == [2, 4]


def test_suggestie():
    assert suggestie("vergundd", statuscodes()) == "vergund"
    assert suggestie("xyz", statuscodes()) == ""


def test_alleen_typen_die_er_zijn(locatietypen):
    weinig = {"rol": locatietypen["rol"]}
    assert set(typecodes(weinig).values()) == {"rol"}
