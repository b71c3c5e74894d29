"""De pagina Zoekgebieden zonder browser: leeg, doorgerekend, verouderd en geweigerd."""

import time
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

WACHTEN_S = 60


def _pagina() -> None:
    from locatieplanner.scherm.zoekpagina import zoekpagina

    zoekpagina()


def meldingen(test: AppTest) -> str:
    return " ".join(deel.value for deel in (*test.info, *test.warning, *test.error))


@pytest.fixture(scope="module")
def gerekend() -> AppTest:
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert "Kies hiernaast eerst een provincie of gemeente" in test.info[0].value
    test.selectbox(key="zoekgebieden_provincie").select("Utrecht").run()
    test.selectbox(key="zoekgebieden_gemeente_Utrecht").select("GM0632").run()
    test.button(key="zoekgebieden_reken").click().run()
    einde = time.monotonic() + WACHTEN_S
    while "zoekgebieden_gerekend" not in test.session_state:
        assert time.monotonic() < einde
        test.run()
    assert not test.exception
    assert not test.error
    return test


def test_zonder_uitkomst_staat_er_wat_eerst_moet_en_wat_niet_meetelt():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    (uitleg,) = test.info
    assert "Reken het gebied door" in uitleg.value
    assert "Water is niet uitgesloten" in uitleg.value
    assert "Wat gepland is telt niet mee" in uitleg.value
    # Zonder keuze is het heel Nederland: dat kan, met een waarschuwing.
    assert "kan enkele minuten duren" in test.warning[0].value


def test_heel_nederland_op_tien_meter_begint_niet():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.selectbox(key="zoekgebieden_cel").select(10).run()
    test.button(key="zoekgebieden_reken").click().run()
    assert "Heel Nederland kan hier met cellen van 100 m" in test.error[0].value
    assert "zoekgebieden_lopend" not in test.session_state


def test_gewichten_en_drempel_werken_zonder_opnieuw_te_rekenen(gerekend):
    raster = gerekend.session_state["zoekgebieden_gerekend"]
    (kop,) = [deel.value for deel in gerekend.markdown if "van ten minste 3 ha" in deel.value]
    gerekend.slider(key="zoekgebieden_gewicht_nabijheid").set_value(0).run()
    gerekend.slider(key="zoekgebieden_drempel").set_value(95).run()
    (nieuw,) = [deel.value for deel in gerekend.markdown if "van ten minste 3 ha" in deel.value]
    assert nieuw != kop
    assert gerekend.session_state["zoekgebieden_gerekend"] is raster
    assert "reken opnieuw" not in meldingen(gerekend)
    gerekend.slider(key="zoekgebieden_gewicht_nabijheid").set_value(25).run()
    gerekend.slider(key="zoekgebieden_drempel").set_value(60).run()


def test_een_andere_vraag_maakt_de_uitkomst_van_eerder(gerekend):
    gerekend.number_input(key="zoekgebieden_capaciteit").set_value(400).run()
    assert "reken opnieuw" in meldingen(gerekend)
    gerekend.number_input(key="zoekgebieden_capaciteit").set_value(150).run()
    assert "reken opnieuw" not in meldingen(gerekend)


def test_een_zoekgebied_wordt_een_keer_kandidaat(gerekend):
    voor = len(gerekend.session_state["toestand"].kandidaten)
    gerekend.button(key="zoekgebied_kandidaat").click().run()
    toestand = gerekend.session_state["toestand"]
    assert len(toestand.kandidaten) == voor + 1
    erbij = toestand.kandidaten.loc[toestand.gekozen]
    assert erbij["naam"] == "Zoekgebied 1, Woerden"
    assert erbij.geometry.area >= 30_000
    assert any(
        "Toegevoegd: Zoekgebied 1" in deel.value.replace("\\", "") for deel in gerekend.success
    )
    gerekend.run()
    assert gerekend.button(key="zoekgebied_kandidaat").disabled
    # Een kandidaat erbij maakt het raster niet van eerder.
    assert "reken opnieuw" not in meldingen(gerekend)


def test_wie_alleen_leest_maakt_geen_kandidaat(gerekend):
    toestand = gerekend.session_state["toestand"]
    gerekend.session_state["toestand"] = replace(toestand, alleen_lezen=True)
    gerekend.run()
    assert not [knop for knop in gerekend.button if knop.key == "zoekgebied_kandidaat"]
    assert any("alleen te lezen" in deel.value for deel in gerekend.caption)
    gerekend.session_state["toestand"] = toestand
