import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.parameterpaneel import GROEPEN, krommen


@pytest.mark.parametrize("groep", ["spreiding", "kleinschaligheid", "nabijheid", "mix"])
def test_elk_criterium_heeft_een_waardefunctie_tussen_0_en_100(lagen_echt, groep):
    getekend = krommen(lagen_echt.parameters, groep)
    assert getekend
    for naam, maten, scores in getekend:
        assert naam
        assert np.all(np.diff(maten) > 0)
        assert np.all((scores >= 0) & (scores <= 100))
        assert np.ptp(scores) > 50


def test_wat_geen_criterium_is_heeft_geen_kromme(lagen_echt):
    assert krommen(lagen_echt.parameters, "opgave") == []


def test_elke_parameter_staat_in_een_groep(lagen_echt):
    assert {parameter.groep for parameter in lagen_echt.parameters.alle.values()} <= set(GROEPEN)


def test_andere_parameter_geeft_een_andere_kromme(lagen_echt):
    anders = lagen_echt.parameters.met({"spreiding.verhouding_nul": 40})
    voor, na = krommen(lagen_echt.parameters, "spreiding")[0], krommen(anders, "spreiding")[0]
    assert na[1][-1] > voor[1][-1]


def _paneel() -> None:
    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.parameterpaneel import parameterpaneel

    parameterpaneel(toestand_van_sessie(), gegevens.lagen().parameters)


def test_vrije_tekst_is_te_veranderen_en_terug_te_zetten():
    test = AppTest.from_function(_paneel, default_timeout=120).run()
    test.selectbox[0].select("verdeling").run()
    sleutel = "parameter_verdeling.ses_formule"
    ingebouwd = test.text_input(key=sleutel).value
    test.text_input(key=sleutel).set_value("inwoners").run()
    assert dict(test.session_state["toestand"].parameters) == {"verdeling.ses_formule": "inwoners"}
    assert any("Ingebouwd: inwoners" in tekst.value for tekst in test.caption)
    test.button[0].click().run()
    assert not test.exception
    assert test.text_input(key=sleutel).value == ingebouwd
