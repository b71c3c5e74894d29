from streamlit.testing.v1 import AppTest

GOED = b"gemeentecode;plaatsen\nGM0307;40\n"
FOUT = b"gemeentecode;plaatsen\nGM9999;40\nGM0307;-3\n"


def _pagina() -> None:
    import streamlit as st

    from locatieplanner.invoer.gemeentetabel import VASTE_PLAATSEN, gemeentesjabloon
    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.gemeentebestand import gemeenteveld

    gemeenten = gegevens.lagen().gemeenten
    invoer = gemeenteveld(
        gemeenten, VASTE_PLAATSEN, gemeentesjabloon(gemeenten, VASTE_PLAATSEN), "proef"
    )
    if invoer is not None:
        st.session_state["kreeg"] = (*st.session_state.get("kreeg", ()), invoer.per_gemeente)


def _met(inhoud: bytes) -> AppTest:
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.file_uploader[0].set_value(("tabel.csv", inhoud, "text/csv")).run()
    assert not test.exception
    return test


def test_een_goed_bestand_komt_precies_een_keer():
    test = _met(GOED)
    test.run()
    assert test.session_state["kreeg"] == ({"GM0307": 40},)


def test_een_fout_bestand_toont_alle_problemen_en_verandert_niets():
    test = _met(FOUT)
    assert "Er is niets veranderd" in test.error[0].value
    tekst = test.get("html")[0].proto.body
    assert "GM9999" in tekst
    assert "-3" in tekst
    assert "kreeg" not in test.session_state
