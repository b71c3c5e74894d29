import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm import flexwoonpagina
from locatieplanner.scherm.flexsecties import SECTIES


def _pagina():
    import streamlit as st

    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.flexwoonpagina import flexwoonpagina
    from locatieplanner.scherm.toestand import bewaar

    toestand = toestand_van_sessie()
    if st.session_state.pop("proef_zonder", False):
        opvang = toestand.kandidaten[~toestand.kandidaten["type"].isin(["flexwonen", "gemengd"])]
        bewaar(toestand.met_kandidaten(opvang, bron="proef"))
    flexwoonpagina()


@pytest.fixture
def pagina(monkeypatch):
    monkeypatch.setattr(flexwoonpagina, "deze_maand", lambda: pd.Period("2026-11", "M"))

    def draai(**staat):
        test = AppTest.from_function(_pagina, default_timeout=120)
        for naam, waarde in staat.items():
            test.session_state[naam] = waarde
        test.run()
        assert not test.exception
        assert not test.error
        return test

    return draai


def _tekst(test):
    delen = [*test.markdown, *test.caption, *test.info, *test.get("html")]
    tekst = " ".join(str(getattr(deel, "value", "") or deel.proto.body) for deel in delen)
    return tekst.replace("\\", "")


def test_het_voorbeeld_begint_met_verdringing_en_dan_de_woningen(pagina):
    tekst = _tekst(pagina())
    assert "1 keer verdringing gevonden" in tekst
    assert "Vijfheerenlanden, in de hele gemeente" in tekst
    assert "Samen 699 woningen voor ongeveer 1.112 mensen, op 11 locaties" in tekst
    assert "404 woningen blijven" in tekst


@pytest.mark.parametrize("naam", list(SECTIES))
def test_elk_onderdeel_voor_een_eigenaar_in_een_provincie(pagina, naam):
    test = pagina(flex_sectie=naam)
    test.selectbox(key="flex_provincie").select("Utrecht").run()
    test.selectbox(key="flex_eigenaar_veld").select("corporatie Midden (fictief)").run()
    assert not test.exception
    assert not test.error
    assert "Samen 68 woningen voor ongeveer 109 mensen, op 2 locaties" in _tekst(test)


def test_verdringing_verandert_met_het_gebied_en_niet_met_de_eigenaar(pagina):
    test = pagina()
    test.selectbox(key="flex_eigenaar_veld").select("corporatie Noord (fictief)").run()
    assert "1 keer verdringing gevonden" in _tekst(test)
    test.selectbox(key="flex_provincie").select("Drenthe").run()
    assert "Geen verdringing gevonden" in _tekst(test)


def test_een_lege_keuze_zegt_wat_te_doen(pagina):
    test = pagina()
    test.selectbox(key="flex_provincie").select("Limburg").run()
    assert "Bij deze keuze horen geen woonlocaties in Limburg" in _tekst(test)


def test_een_plan_zonder_woonlocaties_zegt_wat_te_doen(pagina):
    test = pagina(proef_zonder=True)
    assert "Er zijn nog geen woonlocaties in dit plan" in _tekst(test)
    assert [knop.label for knop in test.button] == ["Kandidaten laden"]
