import pytest
from streamlit.testing.v1 import AppTest


def _pagina():
    import streamlit as st

    from locatieplanner.opgave.flexwonen import woonlocaties
    from locatieplanner.scherm.flexkeuze import flexkeuze
    from locatieplanner.scherm.gebiedskeuze import Gekozengebied
    from tests.omgeving import maak_omgeving
    from tests.opgave.plannen import PEIL, plan, woning

    locaties = woonlocaties(
        plan(
            woning("K1", eigenaar="Woonplus"),
            woning("K2", eigenaar="De Brug", status="idee"),
            woning("K3", eigenaar="De Brug", status="gesloten", beschikbaar_tot="2026-01-31"),
        ),
        maak_omgeving(),
        PEIL,
    )
    if st.session_state.get("weg"):
        locaties = locaties.iloc[:1]
    gebied = Gekozengebied("Utrecht", None, "Utrecht")
    if not st.session_state.get("andere_pagina"):
        st.caption(" ".join(flexkeuze(locaties, gebied).uit(locaties).index))


@pytest.fixture
def test():
    return AppTest.from_function(_pagina, default_timeout=60).run()


def test_het_begint_met_alles_wat_niet_vervallen_is(test):
    assert test.caption[0].value == "K1 K2"
    assert test.selectbox[0].options == ["Alle eigenaren", "De Brug", "Woonplus"]


def test_kiezen_op_eigenaar_en_status(test):
    test.selectbox[0].select("De Brug").run()
    assert test.caption[0].value == "K2"
    test.button_group[0].set_value(["gesloten"]).run()
    assert test.caption[0].value == "K3"


def test_de_keuze_blijft_na_een_andere_pagina(test):
    test.selectbox[0].select("De Brug").run()
    test.button_group[0].set_value(["gesloten"]).run()
    test.session_state["andere_pagina"] = True
    test.run()
    test.session_state["andere_pagina"] = False
    test.run()
    assert not test.exception
    assert test.caption[0].value == "K3"


def test_een_eigenaar_die_er_niet_meer_is_vervalt(test):
    test.selectbox[0].select("De Brug").run()
    test.session_state["weg"] = True
    test.run()
    assert not test.exception
    assert test.selectbox[0].value == "Alle eigenaren"
