import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.opgave.provincieverdeling import verdeel_provincie
from locatieplanner.opgave.verdeelsleutel import Sleutel
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.verdeelsectie import met_vast, reeksen, vast_in
from tests.omgeving import maak_kandidaten


@pytest.fixture
def toestand(omgeving):
    return Toestand(maak_kandidaten(), bron="proef", fictief=False, doelset=omgeving.doelset.id)


def test_vast_geldt_voor_deze_doelset_en_provincie(toestand, omgeving):
    nieuw = met_vast(toestand, "Utrecht", omgeving, {"GM0001": 40})
    nieuw = met_vast(nieuw, "Gelderland", omgeving, {"GM0003": 7})
    assert vast_in(nieuw, "Utrecht", omgeving) == {"GM0001": 40}
    assert vast_in(nieuw, "Gelderland", omgeving) == {"GM0003": 7}
    weg = met_vast(nieuw, "Utrecht", omgeving, {})
    assert vast_in(weg, "Utrecht", omgeving) == {}
    assert vast_in(weg, "Gelderland", omgeving) == {"GM0003": 7}


def test_een_andere_doelset_houdt_wat_daar_vaststond(toestand, omgeving):
    from dataclasses import replace

    nieuw = met_vast(toestand, "Utrecht", omgeving, {"GM0001": 40})
    ander = replace(nieuw, doelset="ander")
    assert vast_in(ander, "Utrecht", omgeving) == {}
    assert vast_in(met_vast(ander, "Utrecht", omgeving, {"GM0002": 1}), "Utrecht", omgeving) == {
        "GM0002": 1
    }
    assert ("proef", "GM0001", 40) in met_vast(ander, "Utrecht", omgeving, {}).vaste_plaatsen


def test_zonder_scores_staat_er_een_reeks_en_met_de_hand_twee(omgeving):
    assert list(reeksen(verdeel_provincie(omgeving, "Utrecht"))) == ["naar inwoners"]
    met_hand = verdeel_provincie(omgeving, "Utrecht", vast={"GM0001": 10})
    uit = reeksen(met_hand)
    assert list(uit) == ["verdeeld, met de hand erbij", "naar inwoners"]
    assert all(reeks.sum() == met_hand.doel.plaatsen for reeks in uit.values())


def test_met_scores_staan_beide_sleutels_naast_elkaar(omgeving):
    from dataclasses import replace

    ses = Seswoa(
        pd.Series({"GM0001": 0.2, "GM0002": -0.1}), Herkomst("CBS", "2024", Status.GEPUBLICEERD)
    )
    met_ses = replace(omgeving, ses_woa=ses)
    uit = reeksen(verdeel_provincie(met_ses, "Utrecht", sleutel=Sleutel.SES))
    assert list(uit) == ["naar inwoners", "naar inwoners en SES-WOA"]
    assert uit["naar inwoners"].sum() == uit["naar inwoners en SES-WOA"].sum()
    assert not uit["naar inwoners"].equals(uit["naar inwoners en SES-WOA"])


def _pagina() -> None:
    from locatieplanner.scherm.opgavepagina import opgavepagina

    opgavepagina()


def _open(provincie: str | None) -> AppTest:
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.session_state["opgave_sectie"] = "Verdeling"
    test.run()
    if provincie:
        test.selectbox(key="opgave_provincie").select(provincie).run()
    assert not test.exception
    return test


def test_zonder_provincie_zegt_het_scherm_wat_te_doen():
    assert "Kies hierboven een provincie" in _open(None).info[0].value


def test_de_sleutel_ses_zonder_scores_zegt_hoe_ze_te_halen():
    test = _open("Utrecht")
    test.session_state["verdeling_sleutel"] = Sleutel.SES
    test.run()
    assert "SES\\-WOA is niet geladen" in test.warning[0].value
    assert not test.exception


def test_de_formule_heet_niet_wettelijk_en_is_te_veranderen():
    test = _open("Utrecht")
    assert any("niet de wettelijke formule" in tekst.value for tekst in test.caption)
    veld = test.text_input(key="verdeling_formuletekst")
    veld.set_value("inwoners * geheim").run()
    assert not test.exception
    test.session_state["verdeling_sleutel"] = Sleutel.SES
    test.run()
    assert test.warning
