import pandas as pd
import pytest

from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.scherm.toestand import Toestand


@pytest.fixture
def toestand(kandidaten):
    return Toestand(kandidaten, "proef", False, "proef", gekozen="K2")


def test_andere_kandidaten_geven_een_andere_versie(toestand, kandidaten):
    nieuw = toestand.met_kandidaten(kandidaten.drop(index="K1"), bron="b")
    assert nieuw.versie != toestand.versie
    assert nieuw.gekozen == "K2"
    assert nieuw.beeld == toestand.beeld


def test_keuze_die_er_niet_meer_is_vervalt(toestand, kandidaten):
    assert toestand.met_kandidaten(kandidaten.drop(index="K2"), bron="b").gekozen is None


def test_geladen_kandidaten_zijn_niet_gekozen_ook_niet_met_hetzelfde_id(toestand, kandidaten):
    nieuw = toestand.geladen(kandidaten, bron="bestand.csv")
    assert nieuw.gekozen is None
    assert nieuw.beeld == f"kandidaten {nieuw.versie}"


def test_alleen_uit_de_lijst_springt_de_kaart(toestand):
    assert toestand.met_keuze("K1", spring=False).beeld == toestand.beeld
    assert "K1" in toestand.met_keuze("K1", spring=True).beeld
    assert toestand.met_keuze(None, spring=True).beeld == toestand.beeld


def test_een_andere_provincie_verplaatst_de_kaart(toestand):
    assert toestand.met_provincie("Zeeland").beeld == "provincie Zeeland"
    assert toestand.met_provincie(None).provincie is None


def test_een_plan_vervangt_een_plan_met_dezelfde_naam(toestand):
    def plan(naam, plaatsen):
        return Gekozenplan(naam, pd.Series({"K1": plaatsen}), "met de hand")

    met = toestand.met_plan(plan("een", 1)).met_plan(plan("twee", 2)).met_plan(plan("een", 3))
    assert [(p.naam, int(p.plaatsen["K1"])) for p in met.plannen] == [("twee", 2), ("een", 3)]
    assert [p.naam for p in met.zonder_plan("twee").plannen] == ["een"]
    assert toestand.plannen == ()
    assert met.vergeleken == ("", "een")
