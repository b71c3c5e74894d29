import pandas as pd

from locatieplanner.opgave.eigenaar import EIGENAAR_ONBEKEND, eigenaren, zoek_eigenaar


def test_dezelfde_naam_in_een_andere_schrijfwijze_is_dezelfde_eigenaar():
    kolom = pd.Series(["Woonplus", " woonplus", "Woonplus ", "De  Brug", "De Brug", "", None])
    assert eigenaren(kolom).tolist() == [
        *("Woonplus", "Woonplus", "Woonplus", "De Brug", "De Brug"),
        *(EIGENAAR_ONBEKEND, EIGENAAR_ONBEKEND),
    ]


def test_bij_gelijke_stand_de_eerste_op_het_alfabet_en_de_volgorde_maakt_niet_uit():
    kolom = pd.Series(["woonplus", "WoonPlus"])
    assert set(eigenaren(kolom)) == set(eigenaren(kolom[::-1])) == {"WoonPlus"}


def test_zonder_locaties_zijn_er_geen_eigenaren():
    assert eigenaren(pd.Series([], dtype="str")).tolist() == []


def test_een_eigenaar_zoeken():
    bekend = eigenaren(pd.Series(["Woonplus", ""]))
    assert zoek_eigenaar(bekend, "  woonPLUS ") == "Woonplus"
    assert zoek_eigenaar(bekend, "eigenaar onbekend") == EIGENAAR_ONBEKEND
    assert zoek_eigenaar(bekend, "Woon") is None
