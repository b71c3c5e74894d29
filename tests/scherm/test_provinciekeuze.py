from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.provinciekeuze import provinciekeuze

    provinciekeuze(toestand_van_sessie(), "proef")


def test_kiezen_en_terug_naar_heel_nederland():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.selectbox(key="proef_provincie").select("Drenthe").run()
    assert test.session_state["toestand"].provincie == "Drenthe"
    assert test.session_state["toestand"].gemeente is None
    test.selectbox(key="proef_provincie").select("Heel Nederland").run()
    assert test.session_state["toestand"].provincie is None
