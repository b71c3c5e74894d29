import pandas as pd
import pytest

from locatieplanner.scherm.grafiek import (
    KLEUREN,
    STREPEN,
    gestapeld,
    in_stijl,
    lijnen,
    reeksen,
    staven,
    streepjes,
)

MAANDEN = pd.period_range("2027-01", periods=3, freq="M")


def test_reeksen_staan_onder_elkaar_en_onbekend_is_geen_nul():
    tabel = reeksen(MAANDEN, {"a": pd.Series([1.0, float("nan"), 3.0])}, "plaatsen")
    assert list(tabel.columns) == ["maand", "reeks", "plaatsen"]
    assert tabel["maand"].dt.day.eq(1).all()
    assert tabel["plaatsen"].isna().tolist() == [False, True, False]


def test_elke_reeks_heeft_een_eigen_kleur_en_streep():
    spec = lijnen(
        MAANDEN, {naam: pd.Series([1.0, 2.0, 3.0]) for naam in "abc"}, "plaatsen", trap=True
    ).to_dict()
    kleuren = spec["encoding"]["color"]["scale"]
    strepen = spec["encoding"]["strokeDash"]["scale"]["range"]
    assert kleuren["domain"] == ["a", "b", "c"]
    assert len(set(kleuren["range"])) == 3
    assert len({tuple(streep) for streep in strepen}) == 3
    assert spec["mark"]["interpolate"] == "step-after"


def test_strepen_zijn_er_voor_elke_kleur():
    assert len(STREPEN) == len(KLEUREN) == len(set(STREPEN)) == len(set(KLEUREN))


@pytest.mark.parametrize("naast", [False, True])
def test_staven_houden_de_volgorde(naast):
    spec = staven(
        ["Zeeland", "Utrecht"],
        {"bekend": pd.Series([1.0, 2.0]), "geschat": pd.Series([3.0, float("nan")])},
        "plaatsen",
        naast=naast,
    ).to_dict()
    assert spec["encoding"]["y"]["sort"] == ["Zeeland", "Utrecht"]
    assert ("yOffset" in spec["encoding"]) is naast
    assert spec["encoding"]["x"]["axis"]["title"] == "plaatsen"


def test_streepje_alleen_waar_het_doel_bekend_is():
    spec = streepjes(["a", "b"], pd.Series([5.0, float("nan")]), "doel", "plaatsen").to_dict()
    (rijen,) = spec["datasets"].values()
    assert [rij["naam"] for rij in rijen] == ["a"]


def test_stijl_schrijft_getallen_en_maanden_op_zijn_nederlands():
    spec = in_stijl(gestapeld(MAANDEN, {"a": pd.Series([1.0, 2.0, 3.0])}, "plaatsen")).to_dict()
    assert spec["config"]["locale"]["number"]["thousands"] == "."
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert spec["config"]["locale"]["time"]["shortMonths"][2] == "mrt"
    assert spec["width"] == "container"
