import pandas as pd
import pytest

from locatieplanner.opgave.beschikbaarheid import ALTIJD, NOOIT
from locatieplanner.rapport.ketentabel import (
    FLEXNAMEN,
    STANDNAMEN,
    STROOMNAMEN,
    aannamentabel,
    flextabel,
    herkomst,
    verlooptabel,
)
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx
from tests.ketens import plan, reken


@pytest.fixture
def uitkomst():
    uit = reken(plan((84, "2027-06", NOOIT), (10, "2024-01", pd.Period("2030-01", "M").ordinal)))
    uit.plan.telt_niet.loc["X"] = ["Complex X", 7.0, "einddatum onbekend", "vul in"]
    return uit


def test_verloop_per_maand_met_het_verschil(uitkomst):
    tabel = verlooptabel(uitkomst, "heel Nederland")
    tekst = tabel.als_tekst().set_index("maand")
    rij = tekst.loc["oktober 2027"]
    assert rij["minder nodig door plan (plaatsen)"] == "94"
    assert len(tekst) == 36
    assert rij["status taakstelling"] == "geschat"
    ruw = tabel.ruw()
    verschil = ruw["opvang zonder plan (personen)"] - ruw["opvang met plan (personen)"]
    pd.testing.assert_series_equal(
        verschil, ruw["minder nodig door plan (plaatsen)"], check_names=False
    )
    in_opvang = sum(ruw[f"{naam} (personen)"] for naam in STANDNAMEN.values())
    pd.testing.assert_series_equal(
        in_opvang, ruw["opvang zonder plan (personen)"], check_names=False
    )
    assert {f"{naam} (personen)" for naam in (STROOMNAMEN | FLEXNAMEN).values()} <= set(ruw.columns)


def test_uitkomst_heet_geschat_en_noemt_scenario_en_verkleining():
    assert herkomst(reken(plan())).startswith("geschat · scenario Proef · ")
    assert "naar rato van inwoners verkleind (afgeleid)" in herkomst(reken(plan(), deel=0.5))


def test_flexwoningen_die_wel_en_niet_meetellen(uitkomst):
    tekst = flextabel(uitkomst).als_tekst()
    assert tekst["telt mee"].tolist() == ["ja", "ja", "nee"]
    assert tekst["eerste maand"].tolist() == ["juni 2027", "januari 2024", ""]
    assert tekst["laatste maand"].tolist() == ["blijft", "januari 2030", ""]
    assert tekst["waarom niet"].iloc[2] == "einddatum onbekend"
    assert tekst["plaatsen voor vergunninghouders"].tolist() == ["84,0", "10,0", "7,0"]


def test_al_open_zonder_begindatum():
    uit = reken(plan((84, "2027-06", NOOIT)))
    uit.plan.telt["begin"] = ALTIJD
    assert flextabel(uit).als_tekst()["eerste maand"].tolist() == ["al open"]


def test_zonder_flexwoningen():
    assert flextabel(reken(plan())).als_tekst().empty


def test_aannamen(uitkomst):
    assert len(aannamentabel(uitkomst).als_tekst()) == 15


def test_mee_te_nemen(uitkomst):
    for tabel in (verlooptabel(uitkomst, "x"), flextabel(uitkomst), aannamentabel(uitkomst)):
        assert tabel_als_csv(tabel)
        assert tabel_als_xlsx(tabel)[:2] == b"PK"
