from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.tijdvakkeuze import TIJDVAKKEN, tijdvaknaam


def _pagina() -> None:
    import streamlit as st

    from locatieplanner.scherm.tijdvakkeuze import tijdvakkeuze

    st.text(repr(tijdvakkeuze("proef")))


def test_de_namen_zijn_uit_elkaar_te_houden():
    assert [tijdvaknaam(maanden) for maanden in TIJDVAKKEN] == [
        "tot de laatste datum",
        "2 jaar",
        "5 jaar",
        "10 jaar",
    ]


def test_zonder_keuze_tot_de_laatste_datum_en_anders_zoveel_maanden():
    test = AppTest.from_function(_pagina).run()
    assert test.text[0].value == "None"
    test.selectbox(key="proef_tijdvak").select(60).run()
    assert test.text[0].value == "60"
