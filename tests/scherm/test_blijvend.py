"""Een veld houdt zijn waarde, ook als het een beurt lang niet op het scherm stond."""

from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    import streamlit as st

    from locatieplanner.scherm.blijvend import blijvend

    if st.checkbox("toon", value=True, key="toon"):
        st.number_input("getal", 0, 100, key=blijvend("veld", 7))


def test_een_veld_dat_wegging_komt_terug_met_zijn_waarde():
    test = AppTest.from_function(_pagina).run()
    assert test.number_input[0].value == 7
    test.number_input[0].set_value(42).run()
    test.checkbox(key="toon").uncheck().run()
    assert not test.number_input
    test.checkbox(key="toon").check().run()
    assert test.number_input[0].value == 42
