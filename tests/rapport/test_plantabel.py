import pandas as pd
import pytest

from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planmeting import meet_plan, stel_vergelijking
from locatieplanner.portefeuille.planverschil import verschil
from locatieplanner.rapport.plantabel import (
    kantel,
    maatuitleg,
    matentabel,
    plandoelentabel,
    verschiltabel,
)
from tests.omgeving import doel, kandidaat, maak_kandidaten
from tests.portefeuille.proef import maak_beoordeling


@pytest.fixture(scope="module")
def probleem():
    rijen = (
        kandidaat("groot", x=102_000, capaciteit=200),
        kandidaat("klein", x=116_000, capaciteit=50),
        kandidaat("besloten", x=106_000, capaciteit=40, status="besluit"),
        kandidaat("N1 (B)", x=113_000, capaciteit=30),
    )
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 240, 240)])
    return stel_vergelijking(beoordeling, ("Utrecht",))


@pytest.fixture(scope="module")
def metingen(probleem):
    meegebracht = maak_kandidaten(kandidaat("N1 (B)", x=113_000, capaciteit=30))
    a = Gekozenplan("een", pd.Series({"groot": 200}), "met de hand")
    b = Gekozenplan("twee", pd.Series({"klein": 50, "N1 (B)": 30}), "bestand b.csv", meegebracht)
    return meet_plan(probleem, a), meet_plan(probleem, b)


def test_elk_plan_is_een_rij_met_getallen(metingen):
    tabel = matentabel(metingen).gegevens.set_index("plan")
    assert tabel["naam"].to_dict() == {"A": "een", "B": "twee"}
    assert tabel["plaatsen"].to_dict() == {"A": 240, "B": 120}
    assert tabel["tekort"].to_dict() == {"A": 0, "B": 120}
    assert tabel["erbij"].to_dict() == {"A": 40, "B": 40}
    assert tabel["klein"]["B"] == 1


def test_gekanteld_staat_elke_maat_op_een_regel_met_haar_verschil(metingen):
    breed = matentabel(metingen)
    rijen = kantel(breed).gegevens.set_index("maat")
    assert len(rijen) == len(breed.kolommen) - 3
    assert rijen.loc["plaatsen"].tolist() == ["240", "120", "−120"]
    assert rijen.loc["te weinig (plaatsen)"].tolist() == ["0", "120", "+120"]
    assert rijen.loc["op kleinschalige locaties (van de plaatsen)", "verschil"] == (
        "+83 procentpunt"
    )
    assert rijen.loc["locaties zonder score", "verschil"] == "gelijk"
    # Wat in een van beide onbekend is, heeft geen verschil.
    assert rijen.loc["kwetsbare groepen (waar de mix bekend is)"].tolist() == [
        *("onbekend", "onbekend", "–")
    ]


def test_de_doelen_zeggen_wat_elk_plan_haalt(metingen):
    (rij,) = plandoelentabel(metingen).gegevens.to_dict("records")
    assert rij == {
        "doel": "Utrecht",
        "laag": 240,
        "gekozen_A": 240,
        "tekort_A": 0,
        "gekozen_B": 120,
        "tekort_B": 120,
        "status": "gepubliceerd",
    }


def test_elke_locatie_zegt_waar_zij_staat_en_wat_er_bijzonder_aan_is(probleem, metingen):
    anders = verschil(*(meting.plaatsen for meting in metingen))
    tabel = verschiltabel(anders, probleem, metingen)
    tekst = tabel.als_tekst().set_index("id")
    assert tekst["waar"].to_dict() == {
        "groot": "alleen in A",
        "N1 (B)": "alleen in B",
        "klein": "alleen in B",
        "besloten": "in beide, evenveel",
    }
    assert tekst["bijzonder"].to_dict() == {
        "groot": "",
        "N1 (B)": "alleen in bestand b.csv",
        "klein": "",
        "besloten": "gepland",
    }
    assert tekst.loc["groot", "plaatsen in B"] == "–"
    assert "een (met de hand)" in tabel.herkomst


def test_de_uitleg_noemt_de_grens_die_ingesteld_is(probleem):
    assert "ten hoogste 100 plaatsen" in maatuitleg(probleem)["kleinschalig"]
