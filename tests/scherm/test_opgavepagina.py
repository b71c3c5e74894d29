import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.opgavepagina import SECTIES


def _pagina() -> None:
    from locatieplanner.scherm.opgavepagina import opgavepagina

    opgavepagina()


@pytest.mark.parametrize("sectie", SECTIES, ids=lambda sectie: sectie.naam)
@pytest.mark.parametrize("provincie", [None, "Utrecht"])
def test_elk_onderdeel_is_er_voor_land_en_provincie(sectie, provincie):
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.session_state["opgave_sectie"] = sectie.naam
    test.run()
    if provincie:
        test.selectbox(key="opgave_provincie").select(provincie).run()
    assert not test.exception
    assert not test.error
    assert sectie.vraag in [tekst.value for tekst in test.caption]


def test_namen_van_onderdelen_zijn_uniek():
    assert len({sectie.naam for sectie in SECTIES}) == len(SECTIES)
