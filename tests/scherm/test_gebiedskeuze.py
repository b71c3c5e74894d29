from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.gebiedskeuze import Gekozengebied, gekozen_gebied
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import maak_gemeenten, maak_kandidaten

GEMEENTEN = maak_gemeenten()


@pytest.fixture
def toestand():
    return Toestand(maak_kandidaten(), bron="proef", fictief=False, doelset="proef")


def test_zonder_keuze_is_het_heel_nederland(toestand):
    gebied = gekozen_gebied(toestand, GEMEENTEN)
    assert gebied == Gekozengebied(None, None, "heel Nederland")
    assert list(gebied.van(GEMEENTEN)) == list(GEMEENTEN.index)


def test_een_provincie(toestand):
    gebied = gekozen_gebied(replace(toestand, provincie="Utrecht"), GEMEENTEN)
    assert gebied.naam == "Utrecht"
    assert list(gebied.van(GEMEENTEN)) == ["GM0001", "GM0002"]


def test_een_gemeente(toestand):
    gebied = gekozen_gebied(replace(toestand, provincie="Utrecht", gemeente="GM0002"), GEMEENTEN)
    assert gebied.naam == "gemeente Beekdal"
    assert list(gebied.van(GEMEENTEN)) == ["GM0002"]


@pytest.mark.parametrize("code", ["GM0003", "GM9999"])
def test_een_gemeente_buiten_de_provincie_telt_niet(toestand, code):
    gebied = gekozen_gebied(replace(toestand, provincie="Utrecht", gemeente=code), GEMEENTEN)
    assert gebied.gemeentecode is None


def _pagina() -> None:
    from locatieplanner.scherm import gegevens
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.gebiedskeuze import gebiedskeuze

    gebiedskeuze(toestand_van_sessie(), gegevens.lagen().gemeenten, "proef")


def test_kiezen_op_het_scherm():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert test.selectbox[1].disabled
    test.selectbox(key="proef_provincie").select("Utrecht").run()
    assert test.session_state["toestand"].provincie == "Utrecht"
    test.selectbox(key="proef_gemeente_Utrecht").select("GM0307").run()
    assert test.session_state["toestand"].gemeente == "GM0307"
    test.selectbox(key="proef_provincie").select("Zeeland").run()
    assert not test.exception
    assert test.session_state["toestand"].gemeente is None
