import pandas as pd
import pytest

from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.scherm.overzichtsectie import (
    KAARTKEUZES,
    gemeentetabel,
    gemeentezin,
    provincietabel,
)


@pytest.fixture
def stand(omgeving):
    return stand_per_gemeente(omgeving, pd.Series({"GM0002": 40.0}))


def test_elke_kaartkeuze_is_een_kolom_van_de_stand(stand):
    assert all(keuze.kolom in stand for keuze in KAARTKEUZES)


def test_provincietabel_noemt_alle_provincies_met_status(omgeving):
    tabel, namen = provincietabel(stand_per_provincie(omgeving, None), omgeving)
    assert len(namen) == 12
    tekst = tabel.als_tekst().set_index("provincie")
    assert tekst.loc["Utrecht", "doel, laag (plaatsen)"] == "300"
    assert tekst.loc["Zeeland", "bestaand bekend (plaatsen)"] == "onbekend"
    assert tekst["status doel"].ne("").all()
    assert omgeving.doelset.naam in tabel.herkomst


def test_gemeentetabel_heeft_de_grootste_bovenaan(stand, omgeving):
    tabel, namen = gemeentetabel(stand, "Utrecht", omgeving)
    assert namen == ["Beekdal", "Aardam"]
    assert tabel.als_tekst()["gepland (plaatsen)"].tolist() == ["40", "0"]


def test_zin_over_een_gemeente_zegt_wat_niet_bekend_is(stand):
    assert "Of er opvang is, is niet bekend" in gemeentezin(stand.loc["GM0001"])
    assert "Bekend zijn er 400" in gemeentezin(stand.loc["GM0002"])
    zonder = stand.loc["GM0002"].copy()
    zonder["deel_midden"] = float("nan")
    assert "in deze doelset onbekend" in gemeentezin(zonder)
