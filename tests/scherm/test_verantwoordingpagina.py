import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.bronnen.begrippen import lees_verantwoording
from locatieplanner.scherm.verantwoordingpagina import SECTIES


def _pagina() -> None:
    from locatieplanner.scherm.verantwoordingpagina import verantwoordingpagina

    verantwoordingpagina()


@pytest.mark.parametrize("sectie", SECTIES, ids=lambda sectie: sectie.naam)
def test_elk_onderdeel_is_er(sectie):
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.session_state["verantwoording_sectie"] = sectie.naam
    test.run()
    assert not test.exception
    assert not test.error
    assert sectie.vraag in [tekst.value for tekst in test.caption]


def test_elke_rubriek_heeft_een_kop():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    koppen = [kop.value for kop in test.subheader]
    assert koppen == [rubriek.naam for rubriek in lees_verantwoording()]
