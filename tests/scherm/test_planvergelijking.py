from dataclasses import replace

import pandas as pd
import pytest
import streamlit as st

from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planverschil import Waar
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.planvergelijking import (
    GEPLAND,
    alle_plannen,
    beoordeling_met_plannen,
    gekozen_namen,
    probleem_van,
    vergelijking_van,
    wat_erbij_hoort,
)
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import kandidaat, maak_kandidaten


@pytest.fixture
def toestand(monkeypatch, kandidaten, omgeving):
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(gegevens, "omgeving", lambda *_: omgeving)
    return Toestand(kandidaten, "proef", False, "proef")


def plan(naam="mijn", meegebracht=None, **plaatsen):
    return Gekozenplan(naam, pd.Series(plaatsen, dtype="int64"), "met de hand", meegebracht)


def test_er_is_altijd_een_plan_met_wat_gepland_is(toestand):
    (gepland,) = alle_plannen(toestand).values()
    assert (gepland.naam, gepland.plaatsen.to_dict()) == (GEPLAND, {"K2": 400})
    assert gekozen_namen(toestand) == (GEPLAND, GEPLAND)


def test_het_nieuwste_plan_staat_klaar_als_b_tot_iemand_kiest(toestand):
    met = toestand.met_plan(plan("een", K1=10)).met_plan(plan("twee", K1=20))
    assert gekozen_namen(met) == (GEPLAND, "twee")
    assert gekozen_namen(replace(met, vergeleken=("twee", "een"))) == ("twee", "een")
    # Een plan dat weg is, kan niet gekozen blijven.
    weg = replace(met, vergeleken=("twee", "een")).zonder_plan("twee")
    assert gekozen_namen(weg) == (GEPLAND, "een")


def test_plannen_worden_gemeten_en_hun_verschil_staat_erbij(toestand):
    vergelijking = vergelijking_van(toestand.met_plan(plan(K1=60)))
    assert vergelijking.verschil["waar"].to_dict() == {"K1": Waar.ALLEEN_B, "K2": Waar.GELIJK}
    assert [m.portefeuille.maten.plaatsen for m in vergelijking.metingen] == [400, 460]
    alleen_utrecht = replace(toestand.met_plan(plan(K1=60)), provincie="Utrecht")
    utrecht = vergelijking_van(alleen_utrecht)
    assert [m.portefeuille.maten.plaatsen for m in utrecht.metingen] == [0, 60]


def test_het_staat_erbij_als_wat_gepland_is_meetelt(toestand):
    zin = wat_erbij_hoort(vergelijking_van(toestand.met_plan(plan(K1=60))))
    assert zin == ("In plan B telt ook mee wat gepland is en niet in het plan staat: 400 plaatsen.")
    zonder = replace(plan(K1=60), met_gepland=False)
    vergelijking = vergelijking_van(toestand.met_plan(zonder))
    assert wat_erbij_hoort(vergelijking) == ""
    assert vergelijking.verschil["waar"].to_dict() == {"K2": Waar.ALLEEN_A, "K1": Waar.ALLEEN_B}


def test_een_meegebrachte_locatie_krijgt_haar_eigen_beoordeling(toestand):
    nieuw = maak_kandidaten(kandidaat("N1 (b)", x=114_000, capaciteit=30))
    met = toestand.met_plan(plan(meegebracht=nieuw, **{"N1 (b)": 30}))
    beoordeling = beoordeling_met_plannen(met)
    assert list(beoordeling.kandidaten.index) == [*toestand.kandidaten.index, "N1 (b)"]
    vergelijking = vergelijking_van(met)
    assert vergelijking.metingen[1].portefeuille.plaatsen.to_dict() == {"K2": 400, "N1 (b)": 30}
    assert vergelijking.probleem.kandidaten["score"].notna()["N1 (b)"]


def test_hetzelfde_wordt_niet_twee_keer_klaargezet(toestand):
    assert probleem_van(toestand) is probleem_van(toestand)
    assert probleem_van(toestand) is not probleem_van(replace(toestand, provincie="Utrecht"))
