import pandas as pd
import pytest

from locatieplanner.domein.notatie import datum
from locatieplanner.invoer.peildatums import lees_peildatums


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("2023-12-31", "2023-12-31"),
        ("31-12-2023", "2023-12-31"),
        (pd.Timestamp("2023-12-31").to_pydatetime(), "2023-12-31"),
        ("2022-12", "2022-12"),
        ("12-2022", "2022-12"),
        ("december 2022", "2022-12"),
        ("Dec. 2022", "2022-12"),
        ("dec-22", "2022-12"),
        ("2023", "2023"),
        (2023, "2023"),
        (2023.0, "2023"),
        (45000, "2023-03-15"),
        ("", ""),
        ("onbekend", ""),
        (None, ""),
    ],
)
def test_dag_maand_of_jaar(waarde, verwacht):
    gelezen, problemen = lees_peildatums(pd.Series([waarde], index=[2], dtype=object), "peildatum")
    assert gelezen.tolist() == [verwacht]
    assert not problemen


@pytest.mark.parametrize(
    "waarde", ["2022-13", "13-2022", "1800", "gisteren", "31-2-2024", "1-5-26", "mrt. 1800"]
)
def test_wat_geen_peildatum_is(waarde):
    gelezen, (probleem,) = lees_peildatums(pd.Series([waarde], index=[7]), "peildatum")
    assert gelezen.tolist() == [""]
    assert (probleem.rij, probleem.kolom, probleem.waarde) == (7, "peildatum", waarde)


def test_een_kolom_met_datums_van_een_rekenblad():
    kolom = pd.Series(pd.to_datetime(["2023-12-31", None]), index=[2, 3])
    gelezen, problemen = lees_peildatums(kolom, "peildatum")
    assert gelezen.tolist() == ["2023-12-31", ""]
    assert not problemen


@pytest.mark.parametrize("iso", ["2023-12-31", "2022-12", "2023", ""])
def test_wat_wij_schrijven_lezen_wij_terug(iso):
    gelezen, problemen = lees_peildatums(pd.Series([datum(iso)]), "peildatum")
    assert gelezen.tolist() == [iso]
    assert not problemen
