from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.rondleiding import STAPPEN


def _pagina() -> None:
    from locatieplanner.scherm.rondleiding import rondleiding

    rondleiding()


def test_een_rondleiding_loopt_langs_elke_stap_en_komt_niet_terug():
    test = AppTest.from_function(_pagina).run()
    for kop, _ in STAPPEN:
        assert kop in test.markdown[0].value
        test.button(key="rondleiding_verder").click().run()
    assert not test.markdown
    assert not test.run().markdown


def test_sluiten_is_sluiten():
    test = AppTest.from_function(_pagina).run()
    test.button(key="rondleiding_sluit").click().run()
    assert not test.markdown
    assert not test.run().button
