import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.opdracht import Omvanggrens, Voorrang
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.scherm.opdrachtformulier import eigen_plan


def _pagina() -> None:
    import streamlit as st

    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.opdrachtformulier import opdrachtformulier
    from locatieplanner.scherm.planvergelijking import alle_plannen
    from locatieplanner.scherm.vangnet import vangnet

    toestand = toestand_van_sessie()
    with vangnet():
        vraag = opdrachtformulier(
            toestand, gegevens.beoordeling_van(toestand), alle_plannen(toestand)
        )
        if vraag is not None:
            st.session_state["vraag"] = vraag


def getalveld(test: AppTest, naam: str):
    (veld,) = [veld for veld in test.number_input if veld.label == naam]
    return veld


def test_wat_ingevuld_is_wordt_een_opdracht_en_staat_er_de_volgende_keer_weer():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert not test.exception
    getalveld(test, "Ten hoogste locaties per gemeente").set_value(2)
    getalveld(test, "Ten hoogste van het evenredige deel (%)").set_value(150)
    getalveld(test, "Ten minste tussen twee locaties (km)").set_value(1.5)
    getalveld(test, "Ten hoogste grote locaties").set_value(1)
    getalveld(test, "Kwetsbare groepen per gemeente, ten hoogste (%)").set_value(50)
    getalveld(test, "Budget (miljoen euro per jaar)").set_value(2.5)
    getalveld(test, "Andere keuzes erbij").set_value(3)
    test.text_input[0].set_value("2027-07")
    test.radio[0].set_value(Voorrang.SPREIDING)
    test.multiselect[0].set_value(["V01"])
    assert "vraag" not in test.session_state
    test.button[0].click().run()
    assert not test.error
    opdracht, vraag = test.session_state["vraag"].opdracht, test.session_state["vraag"].vraag
    assert opdracht.max_per_gemeente == 2
    assert opdracht.max_evenredig == 1.5
    assert opdracht.min_afstand_m == 1500
    assert opdracht.max_groot == Omvanggrens(1, 300)
    assert opdracht.mixband == (0.0, 0.5)
    assert opdracht.budget_euro == 2_500_000
    assert opdracht.maand == pd.Period("2027-07", "M")
    assert opdracht.voorrang is Voorrang.SPREIDING
    assert opdracht.vast == ("V01",)
    assert opdracht.min_afstand_opvang_m is None
    assert (vraag.portefeuilles, vraag.eigen_plan) == (4, None)
    assert test.session_state["toestand"].opdracht == opdracht
    test.run()
    assert getalveld(test, "Ten hoogste van het evenredige deel (%)").value == 150


def test_een_eis_die_niet_kan_wordt_een_melding():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.multiselect[0].set_value(["V01"])
    test.multiselect[1].set_value(["V01"])
    test.button[0].click().run()
    assert "staat zowel vast als uitgesloten" in test.error[0].value
    assert "vraag" not in test.session_state


def test_wat_geen_maand_is_wordt_een_melding():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.text_input[0].set_value("juli")
    test.button[0].click().run()
    assert "Schrijf haar als 2027-07" in test.error[0].value
    assert "vraag" not in test.session_state


def test_een_plan_met_vreemde_locaties_wordt_niet_stil_kleiner(beoordeling):
    plan = Gekozenplan("proef", pd.Series({"K1": 5}), "met de hand")
    assert eigen_plan(plan, beoordeling) == {"K1": 5}
    assert eigen_plan(None, beoordeling) is None
    vreemd = Gekozenplan("proef", pd.Series({"K1": 5, "X9": 5}), "met de hand")
    with pytest.raises(InvoerFout, match="1 locaties die niet bij de open"):
        eigen_plan(vreemd, beoordeling)
