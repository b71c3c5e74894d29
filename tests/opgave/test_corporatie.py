import pytest

from locatieplanner.opgave.corporatie import Selectie, per_eigenaar, per_groep, totaal
from tests.omgeving import AANDACHTSGROEPEN


def test_een_totaal_telt_het_onbekende_apart(locaties):
    som = totaal(locaties)
    assert (som.locaties, som.woningen, som.woningen_geschat) == (4, 60 + 40 + 10, 50)
    assert (som.woningen_onbekend, som.mix_onbekend, som.plaatsen_mix_onbekend) == (1, 1, 50)
    assert (som.plaatsen, som.plaatsen_geschat) == (250, 0)
    assert som.taakstelling == pytest.approx(40 + 80 + 20)
    assert som.taakstelling_gepland == pytest.approx(40)
    assert (som.opvang, som.opvang_gepland) == (0, 0)
    assert som.blijft == 40
    assert som.begin_onbekend == 1
    assert totaal(locaties.iloc[:0]).woningen == 0


def test_per_groep_van_groot_naar_klein_en_zonder_lege_groepen(locaties):
    groepen = per_groep(locaties, AANDACHTSGROEPEN)
    assert groepen.index.tolist() == ["statushouders", "studenten"]
    assert groepen["personen"].tolist() == pytest.approx([140, 60])
    assert groepen["aandeel"].tolist() == pytest.approx([0.7, 0.3])


def test_per_eigenaar(locaties):
    tabel = per_eigenaar(locaties, AANDACHTSGROEPEN)
    assert tabel.index.tolist() == ["De Brug", "Woonplus", "eigenaar onbekend"]
    assert tabel["locaties"].tolist() == [1, 2, 1]
    assert tabel["plaatsen"].sum() == locaties["plaatsen"].sum()
    assert tabel.loc["Woonplus", "personen_statushouders"] == pytest.approx(120)
    assert per_eigenaar(locaties.iloc[:0], AANDACHTSGROEPEN).empty


@pytest.mark.parametrize(
    ("selectie", "ids"),
    [
        (Selectie(), ["K1", "K2", "K3", "K4"]),
        (Selectie(eigenaar="Woonplus"), ["K1", "K2"]),
        (Selectie(statussen=frozenset({"besluit", "in gebruik"})), ["K1", "K3"]),
        (Selectie(provincie="Utrecht", gemeentecode="GM0002"), ["K3"]),
        (Selectie(eigenaar="Woonplus", gemeentecode="GM0002"), []),
    ],
)
def test_mijn_locaties(locaties, selectie, ids):
    assert selectie.uit(locaties).index.tolist() == ids
