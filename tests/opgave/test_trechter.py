import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.kandidaat import VERVALLEN, VOORTGANG, Kandidaatstatus
from locatieplanner.opgave.trechter import (
    GEEN_REDEN,
    MATEN,
    trechter,
    trechter_per_gebied,
    vervallen_met_reden,
)
from tests.omgeving import LOCATIETYPEN, kandidaat, maak_gemeenten, maak_kandidaten
from tests.trekkingen import kandidatenlijsten


@pytest.fixture
def kandidaten():
    return met_ligging(
        maak_kandidaten(
            kandidaat("K1", status="idee", capaciteit=100),
            kandidaat("K2", status="idee", capaciteit=50, type="flex", woningen=30),
            kandidaat("K3", status="besluit", capaciteit=80, type="flex", woningen=None),
            kandidaat("K4", 125_000, 405_000, status="besluit", capaciteit=400, type="azc"),
            kandidaat("K5", status="in gebruik", capaciteit=20),
            kandidaat("K6", status="afgevallen", capaciteit=70, toelichting=" te duur "),
            kandidaat("K7", status="gesloten", capaciteit=10, type="flex", woningen=5),
        ),
        maak_gemeenten(),
    )


def test_per_stap_opvang_en_wonen_apart(kandidaten):
    tabel = trechter(kandidaten, LOCATIETYPEN)
    assert tabel.index.tolist() == [str(status) for status in Kandidaatstatus]
    assert tabel.loc["idee", list(MATEN)].tolist() == [2, 100, 50, 30, 0]
    assert tabel.loc["besluit", ["locaties", "plaatsen_opvang", "plaatsen_wonen"]].tolist() == [
        *(2, 400, 80),
    ]
    assert tabel.loc["vergund", list(MATEN)].tolist() == [0, 0, 0, 0, 0]
    assert tabel.loc["afgevallen", "plaatsen_opvang"] == 70


def test_onbekende_woningen_zijn_geen_nul(kandidaten):
    tabel = trechter(kandidaten, LOCATIETYPEN)
    assert tabel.loc["besluit", "woningen"] is pd.NA
    assert tabel.loc["besluit", "woningen_onbekend"] == 1
    # Van een deel bekend: dat deel staat er, met hoeveel locaties er nog bij horen.
    assert tabel.loc["idee", "tenminste_woningen"] == 30
    assert tabel.loc["idee", "tenminste_woningen_onbekend"] == 1
    assert tabel.loc["haalbaar", "tenminste_woningen"] is pd.NA
    # Opvang zonder woningen is niet onbekend.
    assert tabel.loc["in gebruik", ["woningen", "woningen_onbekend"]].tolist() == [0, 0]


def test_ten_minste_zo_ver_is_deze_stap_en_alle_latere(kandidaten):
    tabel = trechter(kandidaten, LOCATIETYPEN)
    assert tabel["tenminste_locaties"].tolist()[:6] == [5, 3, 3, 3, 1, 1]
    assert tabel["tenminste_plaatsen_opvang"].tolist()[:6] == [520, 420, 420, 420, 20, 20]
    assert tabel.loc[sorted(VERVALLEN), "tenminste_locaties"].isna().all()


def test_per_gebied_ook_waar_niets_is(kandidaten):
    tabel = trechter_per_gebied(
        kandidaten, LOCATIETYPEN, "provincie", ["Utrecht", "Gelderland", "Limburg"]
    )
    assert tabel.loc[("Gelderland", "besluit"), "plaatsen_opvang"] == 400
    assert tabel.loc[("Utrecht", "idee"), "locaties"] == 2
    assert (tabel.loc["Limburg", "locaties"] == 0).all()
    assert trechter_per_gebied(kandidaten, LOCATIETYPEN, "gemeentecode", []).empty


def test_vervallen_met_reden(kandidaten):
    tabel = vervallen_met_reden(kandidaten)
    assert tabel["reden"].to_dict() == {"K6": "te duur", "K7": GEEN_REDEN}
    assert tabel["plaatsen"].tolist() == [70, 10]
    assert tabel.loc["K6", "gemeente"] == "Aardam"


def test_zonder_kandidaten_is_alles_nul():
    leeg = maak_kandidaten()
    tabel = trechter(leeg, LOCATIETYPEN)
    assert (tabel[list(MATEN)] == 0).all(axis=None)


@given(kandidaten=kandidatenlijsten())
def test_elke_kandidaat_staat_op_een_stap_en_de_gebieden_tellen_op(kandidaten):
    gelegen = met_ligging(kandidaten, maak_gemeenten())
    tabel = trechter(gelegen, LOCATIETYPEN)
    assert tabel["locaties"].sum() == len(gelegen)
    assert (
        tabel["plaatsen_opvang"].sum() + tabel["plaatsen_wonen"].sum()
        == gelegen["capaciteit"].sum()
    )
    verder = tabel.loc[list(map(str, VOORTGANG)), "tenminste_locaties"]
    assert verder.is_monotonic_decreasing
    binnen = gelegen[gelegen["provincie"].notna()]
    namen = ["Utrecht", "Gelderland", "Limburg"]
    per = trechter_per_gebied(gelegen, LOCATIETYPEN, "provincie", namen)
    samen = per.groupby(level="status").sum()["locaties"]
    assert samen.equals(trechter(binnen, LOCATIETYPEN)["locaties"].sort_index())
    anders = trechter(gelegen[::-1], LOCATIETYPEN)
    pd.testing.assert_frame_equal(anders, tabel)
