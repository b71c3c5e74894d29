import pandas as pd
import pytest

from locatieplanner.portefeuille.keuzemodel import bouw
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.portefeuille import maak_portefeuille, uit_waarden
from locatieplanner.portefeuille.probleem import stel_probleem
from locatieplanner.portefeuille.samenstellen import stel_samen
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling, trek

DOELEN = (doel("Utrecht", 10, 12), doel("Utrecht", 3, 4, "waarvan_amv"))


@pytest.fixture(scope="module")
def probleem():
    rijen = (
        kandidaat("a", capaciteit=6),
        kandidaat("b", x=106_000, type="amv", capaciteit=5),
        kandidaat("c", x=107_000, capaciteit=4),
    )
    return stel_probleem(maak_beoordeling(*rijen, doelen=DOELEN), Opdracht())


def test_wat_er_per_doel_gehaald_is(probleem):
    dit = maak_portefeuille(probleem, pd.Series({"c": 4, "b": 2, "a": 0}))
    assert dit.plaatsen.to_dict() == {"b": 2, "c": 4}
    assert [(s.nodig.onderdeel, s.gekozen, s.tekort) for s in dit.standen] == [
        ("totaal", 6, 4),
        ("waarvan_amv", 2, 1),
    ]
    assert dit.tekort == 5
    assert dit.bewijzen == ()


def test_verschil_is_wie_maar_in_een_van_beide_staat(probleem):
    een = maak_portefeuille(probleem, pd.Series({"a": 6, "b": 5}))
    ander = maak_portefeuille(probleem, pd.Series({"a": 3, "c": 4}))
    assert een.verschil(ander) == ander.verschil(een) == 2
    assert een.verschil(een) == 0


def test_meer_dan_het_doel_is_geen_negatief_tekort(probleem):
    assert maak_portefeuille(probleem, pd.Series({"a": 6, "b": 5, "c": 4})).tekort == 0


def test_uit_de_waarden_van_een_model(probleem):
    keuze = bouw(probleem)
    waarden = keuze.waarden(pd.Series([6.0, 0.0, 4.0]).to_numpy()) + 1e-7
    assert uit_waarden(keuze, waarden, ()).plaatsen.to_dict() == {"a": 6, "c": 4}


@pytest.mark.parametrize("zaad", range(800, 812))
def test_de_standen_tellen_op_tot_wat_gekozen_is(zaad):
    dit = stel_samen(*trek(zaad)).beste
    geheel = [stand for stand in dit.standen if stand.nodig.onderdeel == "totaal"]
    assert sum(stand.gekozen for stand in geheel) == dit.plaatsen.sum() == dit.maten.plaatsen
    assert all(stand.gekozen <= stand.nodig.hoog for stand in dit.standen)
