import pandas as pd
import pytest

from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom


@pytest.fixture
def tabel():
    return Tabel(
        "Proef",
        pd.DataFrame(
            {
                "maand": pd.period_range("2027-06", periods=2, freq="M"),
                "plaatsen": [1234.0, float("nan")],
                "aandeel": [0.125, 0.5],
                "naam": ["Aardam", None],
                "weg": [1, 2],
            }
        ),
        (
            Tabelkolom("maand", "maand", Kolomsoort.MAAND),
            Tabelkolom("plaatsen", "capaciteit", Kolomsoort.GEHEEL, "plaatsen"),
            Tabelkolom("aandeel", "deel", Kolomsoort.PROCENT),
            Tabelkolom("naam", "gemeente"),
        ),
        "proefbron",
    )


def test_koppen_noemen_de_eenheid(tabel):
    assert tabel.koppen == ["maand", "capaciteit (plaatsen)", "deel", "gemeente"]


def test_tekst_is_nederlands_en_onbekend_heet_onbekend(tabel):
    tekst = tabel.als_tekst()
    assert tekst.iloc[0].tolist() == ["juni 2027", "1.234", "12 %", "Aardam"]
    assert tekst.iloc[1].tolist() == ["juli 2027", "onbekend", "50 %", "onbekend"]


def test_ruw_houdt_getallen_en_laat_onbekend_leeg(tabel):
    ruw = tabel.ruw()
    assert list(ruw.columns) == tabel.koppen
    assert ruw["maand"].tolist() == ["2027-06", "2027-07"]
    assert ruw["capaciteit (plaatsen)"].isna().tolist() == [False, True]
    assert ruw["deel"].tolist() == [0.125, 0.5]


@pytest.mark.parametrize(
    ("soort", "waarde", "verwacht"),
    [
        (Kolomsoort.GETAL, 2.25, "2,2"),
        (Kolomsoort.GEHEEL, pd.NA, "onbekend"),
        (Kolomsoort.TEKST, "", ""),
        (Kolomsoort.TEKST, 3, "3"),
        (Kolomsoort.MAAND, pd.NaT, "onbekend"),
    ],
)
def test_waarden(soort, waarde, verwacht):
    gegevens = pd.DataFrame({"x": pd.Series([waarde], dtype="object")})
    tekst = Tabel("Proef", gegevens, (Tabelkolom("x", "x", soort),), "proefbron").als_tekst()
    assert tekst["x"].tolist() == [verwacht]
