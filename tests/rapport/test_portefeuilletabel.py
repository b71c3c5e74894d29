import pytest

from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.rapport.portefeuilletabel import (
    EIGEN,
    UITLEG,
    doelentabel,
    fronttabel,
    keuzetabel,
    niet_te_kiezen,
    vergelijkingstabel,
)
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling


@pytest.fixture(scope="module")
def uitkomst():
    rijen = (
        kandidaat("A", x=102_000, capaciteit=10),
        kandidaat("B", x=106_000, capaciteit=20),
        kandidaat("C", x=116_000, capaciteit=30),
        kandidaat("D", x=113_000, y=402_000, capaciteit=40),
        kandidaat("weg", x=108_000, status="afgevallen", toelichting="te duur"),
    )
    vraag = Vraag(portefeuilles=2, met_front=True, eigen_plan={"A": None})
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 40, 40)])
    return stel_samen(beoordeling, Opdracht(provincies=("Utrecht",)), vraag)


def test_gekozen_locaties(uitkomst):
    tabel = keuzetabel(uitkomst, uitkomst.beste, "portefeuille 1")
    tekst = tabel.als_tekst()
    assert tabel.titel == "Gekozen locaties, portefeuille 1"
    assert tekst["id"].tolist() == list(uitkomst.beste.plaatsen.index)
    assert tabel.gegevens["plaatsen"].sum() == 40
    assert "bewezen" in tabel.herkomst


def test_doelen(uitkomst):
    rij = doelentabel(uitkomst, uitkomst.beste, "1").gegevens.iloc[0]
    assert (rij["doel"], rij["laag"], rij["hoog"], rij["bereikbaar"]) == ("Utrecht", 40, 40, 40)
    assert (rij["gekozen"], rij["tekort"], rij["status"]) == (40, 0, "gepubliceerd")


def test_portefeuilles_en_het_eigen_plan_naast_elkaar(uitkomst):
    tabel = vergelijkingstabel(uitkomst)
    assert tabel.gegevens["portefeuille"].tolist() == ["1", "2", EIGEN]
    assert tabel.gegevens["verschil"].tolist()[0] == 0
    eigen = tabel.als_tekst().iloc[-1]
    assert eigen["te weinig (plaatsen)"] == "30"
    assert eigen["naaste andere locatie (km)"] == "–"
    assert "Spreiding: afgeleid" in tabel.herkomst
    for woorden in UITLEG:
        for woord in woorden.split(" en "):
            assert any(kop.startswith(woord) for kop in tabel.koppen)


def test_het_front(uitkomst):
    tabel = fronttabel(uitkomst)
    assert len(tabel.gegevens) == len(uitkomst.front.portefeuilles) > 1
    assert tabel.gegevens["portefeuille"].tolist()[0] == "F1"


def test_zonder_front_en_eigen_plan(uitkomst):
    kaal = stel_samen(uitkomst.probleem.beoordeling, uitkomst.probleem.opdracht)
    assert fronttabel(kaal).gegevens.empty
    assert fronttabel(kaal).als_tekst().empty
    assert vergelijkingstabel(kaal).gegevens["portefeuille"].tolist() == ["1"]


def test_wie_niet_te_kiezen_is_met_de_reden(uitkomst):
    tekst = niet_te_kiezen(uitkomst.probleem).als_tekst()
    assert tekst[["id", "reden"]].to_numpy().tolist() == [
        ["weg", "uitgesloten: status afgevallen: te duur"]
    ]
