"""De keten zonder browser: wat er staat, en dat een keuze doorwerkt."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.ketenschuiven import SCHUIVEN


def _pagina():
    import streamlit as st

    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.gebiedskeuze import gekozen_gebied
    from locatieplanner.scherm.ketensectie import ketensectie
    from locatieplanner.scherm.toestand import bewaar

    toestand = toestand_van_sessie()
    if st.session_state.get("proef_leeg"):
        toestand = bewaar(toestand.met_kandidaten(toestand.kandidaten.iloc[:0], bron="niets"))
    if st.session_state.get("proef_provincie"):
        toestand = bewaar(toestand.met_provincie(st.session_state["proef_provincie"]))
    ketensectie(toestand, gekozen_gebied(toestand, gegevens.lagen().gemeenten))


@pytest.fixture
def sectie():
    def draai(**staat):
        test = AppTest.from_function(_pagina, default_timeout=120)
        for naam, waarde in staat.items():
            test.session_state[naam] = waarde
        test.run()
        assert not test.exception
        return test

    return draai


def _tekst(test):
    return " ".join(deel.value for deel in (*test.markdown, *test.caption)).replace("\\", "")


def _verschil(test):
    """Het aantal plaatsen in de zin over het verschil."""
    return int(re.search(r"in dit plan ([\d.]+) opvangplaatsen minder", _tekst(test)).group(1))


def test_het_verschil_staat_er_als_zin_met_de_keten_in_woorden(sectie):
    test = sectie()
    assert _verschil(test) > 100
    tekst = _tekst(test)
    for stap in ("Instroom", "Besluit", "Nareis", "Woning", "Vertrek", "Samen in de opvang"):
        assert f"**{stap}.**" in tekst
    assert "Het voorspelt niet." in tekst
    assert "tellen er 2 van 11 mee" in tekst


def test_een_vroegere_stap_laat_meer_flexwoningen_meetellen(sectie):
    test = sectie()
    eerst = _verschil(test)
    test.selectbox(key="keten_gepland").select("idee").run()
    assert not test.exception
    assert _verschil(test) > eerst
    assert "tellen er 6 van 11 mee" in _tekst(test)


def test_een_ander_scenario_en_een_andere_horizon(sectie):
    test = sectie()
    midden = _tekst(test)
    test.selectbox(key="keten_scenario").select("hoog").run()
    assert "Meerjaren Productie Prognose" in _tekst(test)
    assert _tekst(test) != midden
    test.selectbox(key="keten_jaren").select(2).run()
    assert not test.exception
    assert "geen verschil" in _tekst(test)


def test_een_provincie_zonder_flexwoningen_zegt_wat_er_te_doen_is(sectie):
    test = sectie(proef_provincie="Limburg")
    (melding,) = [info.value.replace("\\", "") for info in test.info]
    assert "In dit plan staan geen flexwoningen of gemengd wonen in Limburg" in melding
    assert "laad een bestand" in melding
    assert "voor Limburg het evenredige deel" in _tekst(test)


def test_een_leeg_plan(sectie):
    test = sectie(proef_leeg=True)
    assert "geen flexwoningen die meetellen" in _tekst(test)
    assert len(test.info) == 1


def test_een_schuif_verandert_de_keten_en_is_terug_te_zetten(sectie):
    test = sectie(keten_schuiven=True)
    assert len(test.select_slider) == len(SCHUIVEN) + 1
    voor = _tekst(test)
    test.select_slider(key="schuif_keten.flex_bovenop_aandeel").set_value(0.0).run()
    assert not test.exception
    assert "geen verschil" in _tekst(test)
    assert "door de gebruiker ingesteld" in _tekst(test)
    test.button(key="keten_terug").click().run()
    assert _tekst(test) == voor
