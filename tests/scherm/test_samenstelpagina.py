import time
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.portefeuille.voortgang import Voortgang
from locatieplanner.scherm.samenstelpagina import voortgangszin
from locatieplanner.scherm.uitkomstsecties import SECTIES

WACHTEN_S = 60


def _pagina() -> None:
    from locatieplanner.scherm.samenstelpagina import samenstelpagina

    samenstelpagina()


def _leeg() -> None:
    from dataclasses import replace

    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.samenstelpagina import samenstelpagina
    from locatieplanner.scherm.toestand import bewaar

    toestand = toestand_van_sessie()
    bewaar(replace(toestand, kandidaten=toestand.kandidaten.iloc[:0]))
    samenstelpagina()


def zoek(test: AppTest) -> None:
    """Druk op zoeken en teken de pagina tot het antwoord er is."""
    test.button[0].click().run()
    einde = time.monotonic() + WACHTEN_S
    while "samenstellen_gevonden" not in test.session_state:
        assert time.monotonic() < einde
        test.run()


@pytest.fixture
def gezocht() -> AppTest:
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    test.selectbox[0].select("spreidingswet-2026").run()
    test.selectbox(key="samenstellen_provincie").select("Overijssel").run()
    for veld in test.checkbox[1:]:
        veld.check()
    zoek(test)
    return test


def test_elk_deel_van_de_uitkomst_is_er(gezocht):
    for sectie in SECTIES:
        gezocht.session_state["samenstellen_sectie"] = sectie.naam
        gezocht.run()
        assert not gezocht.exception
        assert not gezocht.error


def test_de_keuze_wordt_een_plan_om_te_vergelijken(gezocht):
    (veld,) = [veld for veld in gezocht.text_input if veld.label == "Naam van het plan"]
    veld.set_value("voorstel")
    (knop,) = [knop for knop in gezocht.button if knop.label == "Bewaar als plan"]
    knop.click().run()
    (plan,) = gezocht.session_state["toestand"].plannen
    beste = gezocht.session_state["samenstellen_gevonden"].uitkomst.beste
    assert plan.naam == "voorstel"
    assert plan.plaatsen.to_dict() == beste.plaatsen.to_dict()
    assert plan.herkomst.startswith("samengesteld op ")


def test_na_een_andere_provincie_heet_de_uitkomst_van_eerder(gezocht):
    assert not any("zoek opnieuw" in deel.value for deel in gezocht.warning)
    gezocht.selectbox(key="samenstellen_provincie").select("Drenthe").run()
    assert any("zoek opnieuw" in deel.value for deel in gezocht.warning)


def test_zonder_kandidaten_staat_er_wat_eerst_moet():
    test = AppTest.from_function(_leeg, default_timeout=120).run()
    assert not test.exception
    assert "nog geen kandidaten" in test.info[0].value


@pytest.mark.parametrize(
    ("wacht", "voortgang", "deel"),
    [
        (True, None, "wacht op zijn beurt (3 s)"),
        (False, None, "Er wordt gezocht (3 s)."),
        (False, Voortgang("score", 90.0, 100.0, 0.125, 2.0), "score; nog hoogstens 12,5 % beter"),
        (False, Voortgang("score", 0.0, 1.0, float("inf"), 2.0), "(3 s): score. U kunt"),
    ],
)
def test_de_voortgang_in_een_zin(wacht, voortgang, deel):
    berekening = SimpleNamespace(wacht=wacht, voortgang=voortgang, seconden=3.2)
    assert deel in voortgangszin(berekening)
