import pandas as pd
import pytest

from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.rapport.standtabel import gemeentetabel, provincietabel


@pytest.fixture
def stand(omgeving):
    return stand_per_gemeente(omgeving, pd.Series({"GM0002": 40.0}))


def test_provincietabel_noemt_alle_provincies_met_status(omgeving):
    tabel = provincietabel(stand_per_provincie(omgeving, None), omgeving)
    tekst = tabel.als_tekst().set_index("provincie")
    assert len(tekst) == 12
    assert tekst.loc["Utrecht", "doel, laag (plaatsen)"] == "300"
    assert tekst.loc["Zeeland", "bestaand bekend (plaatsen)"] == "onbekend"
    assert tekst["status doel"].ne("").all()
    assert omgeving.doelset.naam in tabel.herkomst


def test_gemeentetabel_van_een_provincie_heeft_de_grootste_bovenaan(stand, omgeving):
    tabel = gemeentetabel(stand, omgeving, "Utrecht")
    assert tabel.titel == "Opvang per gemeente in Utrecht"
    assert tabel.als_tekst()["gemeente"].tolist() == ["Beekdal", "Aardam"]
    assert tabel.als_tekst()["gepland (plaatsen)"].tolist() == ["40", "0"]


def test_gemeentetabel_van_het_land_heeft_elke_gemeente(stand, omgeving):
    tabel = gemeentetabel(stand, omgeving)
    assert tabel.titel == "Opvang per gemeente in Nederland"
    assert set(tabel.gegevens["gemeente"]) == set(omgeving.gemeenten["gemeente"])
