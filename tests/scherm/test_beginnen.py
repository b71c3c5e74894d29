from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    import streamlit as st

    from locatieplanner.scherm.beginnen import toestand_van_sessie

    eerste = toestand_van_sessie()
    st.session_state["zelfde"] = toestand_van_sessie() is eerste


def test_wie_begint_heeft_het_voorbeeld_en_houdt_het():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert not test.exception
    toestand = test.session_state["toestand"]
    assert toestand.fictief
    assert len(toestand.kandidaten) == 60
    assert test.session_state["zelfde"]
    versie = toestand.versie
    assert test.run().session_state["toestand"].versie == versie
