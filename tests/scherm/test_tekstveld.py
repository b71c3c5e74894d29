import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.fouten import ParameterFout
from locatieplanner.opgave.verdeelsleutel import BRON
from locatieplanner.scherm import tekstveld as module
from locatieplanner.scherm.tekstveld import met_tekst
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import maak_kandidaten


def _pagina() -> None:
    from locatieplanner.opgave.verdeelsleutel import BRON
    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.tekstveld import tekstveld

    toestand = toestand_van_sessie()
    tekstveld(gegevens.omgeving_van(toestand).parameters[BRON], "proef")


def test_wat_er_staat_geldt_overal():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.text_input(key="proef").set_value("Staatscourant 2026").run()
    assert not test.exception
    assert (BRON, "Staatscourant 2026") in test.session_state["toestand"].parameters


def test_te_lange_tekst_wordt_geweigerd(lagen, monkeypatch):
    monkeypatch.setattr(module.gegevens, "lagen", lambda: lagen)
    toestand = Toestand(maak_kandidaten(), bron="proef", fictief=False, doelset="proef")
    assert met_tekst(toestand, BRON, "kort").parameters == ((BRON, "kort"),)
    with pytest.raises(ParameterFout, match="tekens"):
        met_tekst(toestand, BRON, "x" * 10_000)


def test_gegevens_over_een_persoon_worden_geweigerd(lagen, monkeypatch):
    monkeypatch.setattr(module.gegevens, "lagen", lambda: lagen)
    toestand = Toestand(maak_kandidaten(), bron="proef", fictief=False, doelset="proef")
    with pytest.raises(ParameterFout, match="bron van de formule: in deze cel staat een e-mail"):
        met_tekst(toestand, BRON, "gekregen van iemand@voorbeeld.nl")
    assert met_tekst(toestand, BRON, "Stcrt. 2024, 3320").parameters


def test_een_geweigerde_tekst_laat_staan_wat_er_stond():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.text_input(key="proef").set_value("iemand@voorbeeld.nl").run()
    assert not test.exception
    assert "e-mailadres" in test.toast[0].value
    assert test.text_input(key="proef").value == ""
    assert test.session_state["toestand"].parameters == ()
