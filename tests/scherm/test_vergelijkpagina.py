import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.planvergelijking import GEPLAND
from locatieplanner.scherm.vergelijkpagina import SECTIES


def _pagina() -> None:
    import pandas as pd

    from locatieplanner.portefeuille.plan import Gekozenplan
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.toestand import bewaar
    from locatieplanner.scherm.vergelijkpagina import vergelijkpagina

    toestand = toestand_van_sessie()
    if not toestand.plannen:
        plaatsen = pd.Series(50, index=toestand.kandidaten.index[:6])
        bewaar(toestand.met_plan(Gekozenplan("proef", plaatsen, "met de hand")))
    vergelijkpagina()


def _leeg() -> None:
    from locatieplanner.scherm.vergelijkpagina import vergelijkpagina

    vergelijkpagina()


@pytest.mark.parametrize("sectie", SECTIES, ids=lambda sectie: sectie.naam)
def test_elk_onderdeel_is_er_voor_land_en_provincie(sectie):
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.session_state["vergelijk_sectie"] = sectie.naam
    test.run()
    for provincie in ("Heel Nederland", "Utrecht"):
        test.selectbox(key="vergelijk_provincie").select(provincie).run()
        assert not test.exception
        assert not test.error
        assert sectie.vraag in [tekst.value for tekst in test.caption]


def test_een_andere_keuze_voor_a_blijft_staan():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert test.session_state["toestand"].vergeleken == (GEPLAND, "proef")
    test.selectbox(key="vergelijk_plan_A").select("proef").run()
    assert test.session_state["toestand"].vergeleken == ("proef", "proef")
    assert any("zijn gelijk" in tekst.value for tekst in test.markdown)


def test_zonder_tweede_plan_staat_er_wat_eerst_moet():
    test = AppTest.from_function(_leeg, default_timeout=120).run()
    assert not test.exception
    assert "Maak er een tweede bij" in test.info[0].value
    assert pd.Series([tabel.proto.body for tabel in test.get("html")]).str.contains(GEPLAND).any()
