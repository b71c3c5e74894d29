from streamlit.testing.v1 import AppTest


def _pagina():
    import streamlit as st

    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.geplandkeuze import geplandkeuze

    geplandkeuze(toestand_van_sessie(), "proef")
    st.text(str(dict(toestand_van_sessie().parameters)))


def test_de_keuze_begint_bij_een_besluit_en_komt_in_de_toestand():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    keuze = test.selectbox(key="proef")
    assert keuze.value == "besluit"
    assert keuze.options[0] == "idee"
    keuze.select("haalbaar").run()
    assert not test.exception
    assert test.text[0].value == "{'opgave.gepland_vanaf': 'haalbaar'}"
    assert test.selectbox(key="proef").value == "haalbaar"
