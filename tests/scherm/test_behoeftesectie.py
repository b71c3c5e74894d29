from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.behoeftesectie import beschikbare_scenarios, gekozen_scenario
from locatieplanner.scherm.toestand import Toestand
from tests.domein.test_behoefte import scenario
from tests.omgeving import maak_kandidaten

EIGEN = replace(scenario(("2027-01", 5.0)), id="eigen")


@pytest.fixture
def toestand():
    return Toestand(maak_kandidaten(), "proef", False, "proef")


def test_de_eigen_reeks_staat_naast_de_ingebouwde(toestand, omgeving_echt):
    zonder = beschikbare_scenarios(toestand, omgeving_echt)
    assert list(zonder) == ["laag", "midden", "hoog"]
    met = beschikbare_scenarios(replace(toestand, eigen_behoefte=EIGEN), omgeving_echt)
    assert list(met) == ["laag", "midden", "hoog", "eigen"]


def test_een_reeks_die_er_niet_meer_is_wordt_de_standaard(toestand, omgeving_echt):
    scenarios = beschikbare_scenarios(toestand, omgeving_echt)
    assert gekozen_scenario(toestand, scenarios).id == "midden"
    eigen = replace(toestand, behoeftescenario="eigen")
    assert gekozen_scenario(eigen, scenarios).id == "midden"
    assert gekozen_scenario(replace(eigen, eigen_behoefte=EIGEN), scenarios | {"eigen": EIGEN}) is (
        EIGEN
    )


def _pagina() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.behoeftesectie import behoeftesectie
    from locatieplanner.scherm.gebiedskeuze import Gekozengebied

    behoeftesectie(toestand_van_sessie(), Gekozengebied("Utrecht", None, "Utrecht"))


def test_een_schuif_en_een_scenario_gelden_meteen():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert not test.exception
    zinnen = [tekst.value for tekst in test.markdown]
    assert any("plaatsen te kort" in zin for zin in zinnen)
    voor = next(zin for zin in zinnen if "volle buffer" in zin)
    test.slider(key="behoefte_buffer").set_value(20.0).run()
    na = next(tekst.value for tekst in test.markdown if "volle buffer" in tekst.value)
    assert na != voor
    assert dict(test.session_state["toestand"].parameters) == {"behoefte.buffer_aandeel": 0.2}
    test.session_state["toestand"] = replace(
        test.session_state["toestand"], behoeftescenario="laag"
    )
    test.run()
    assert any("zakt in vier jaar" in tekst.value for tekst in test.caption)
    assert not test.exception
