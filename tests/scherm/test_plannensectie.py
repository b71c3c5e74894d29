from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.scherm.plannensectie import keuzetabel
from locatieplanner.scherm.planvergelijking import GEPLAND


def _pagina() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.plannensectie import plannensectie
    from locatieplanner.scherm.planvergelijking import vergelijking_van
    from locatieplanner.scherm.vangnet import vangnet

    toestand = toestand_van_sessie()
    with vangnet():
        plannensectie(toestand, vergelijking_van(toestand))


def pagina(**sessie):
    test = AppTest.from_function(_pagina, default_timeout=120)
    for naam, waarde in sessie.items():
        test.session_state[naam] = waarde
    test.run()
    assert not test.exception
    return test


def test_een_keuze_met_de_hand_wordt_een_plan_en_staat_klaar_als_b():
    test = pagina(plan_hand=True)
    test.text_input[0].set_value("Plan Zuid")
    test.button[0].click().run()
    assert not test.exception
    toestand = test.session_state["toestand"]
    (plan,) = toestand.plannen
    assert (plan.naam, plan.herkomst) == ("Plan Zuid", "met de hand")
    # Wie een vinkje weghaalt, haalt de locatie weg.
    assert not plan.met_gepland
    # Begonnen is met wat gepland is.
    assert len(plan.plaatsen) > 5
    assert toestand.vergeleken[1] == "Plan Zuid"
    assert "staat nu als plan B klaar" in test.success[0].value


def test_de_naam_van_het_vaste_plan_kan_niet_en_er_verandert_niets():
    test = pagina(plan_hand=True)
    test.text_input[0].set_value(GEPLAND)
    test.button[0].click().run()
    assert "kies een andere naam" in test.error[0].value
    assert test.session_state["toestand"].plannen == ()


def test_een_plan_is_weg_te_halen():
    test = pagina()
    toestand = test.session_state["toestand"]
    plan = Gekozenplan("weg", pd.Series({"V08": 10}), "met de hand")
    test.session_state["toestand"] = replace(toestand, plannen=(plan,))
    test.run()
    test.button(key="plan_haal_weg").click().run()
    assert not test.exception
    assert test.session_state["toestand"].plannen == ()


def test_beginnen_met_een_plan_waar_het_geplande_bij_hoort_vinkt_dat_ook_aan():
    test = pagina(plan_hand=True)
    toestand = test.session_state["toestand"]
    gepland = int(toestand.kandidaten["status"].isin(["besluit", "vergund", "in gebruik"]).sum())
    idee = toestand.kandidaten.index[toestand.kandidaten["status"] == "idee"][0]
    test.session_state["toestand"] = toestand.met_plan(
        Gekozenplan("samen", pd.Series({idee: 10}), "samengesteld")
    )
    test.run()
    test.selectbox(key="plan_begin").select("samen").run()
    test.text_input[0].set_value("met de hand verder")
    test.button[-1].click().run()
    assert not test.exception
    plan = test.session_state["toestand"].plannen[-1]
    assert plan.naam == "met de hand verder"
    assert plan.plaatsen[idee] == 10
    assert 1 < len(plan.plaatsen) <= gepland + 1


def test_wie_al_in_het_plan_staat_staat_bovenaan_met_zijn_plaatsen(beoordeling):
    tabel = keuzetabel(beoordeling.kandidaten, pd.Series({"K3": 25}))
    assert tabel.index[0] == "K3"
    assert tabel.loc["K3", ["kies", "plaatsen", "capaciteit"]].tolist() == [True, 25, 40]
    assert not tabel["kies"].iloc[1:].any()
    assert tabel["plaatsen"]["K2"] == 400


@pytest.mark.parametrize("uitklap", ["plan_bestand", "plan_hand"])
def test_zonder_kandidaten_blijft_de_pagina_heel(uitklap):
    test = pagina(**{uitklap: True})
    toestand = test.session_state["toestand"]
    test.session_state["toestand"] = toestand.geladen(toestand.kandidaten.iloc[:0], bron="niets")
    test.run()
    assert not test.exception
