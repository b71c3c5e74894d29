import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.robuustheid.robuustheid import robuustheid
from locatieplanner.scherm.zekerheidsectie import HOOGSTE, te_tonen
from tests.robuustheid.proef import NAN, instelling, maak_beoordeling


def _pagina() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.planvergelijking import vergelijking_van
    from locatieplanner.scherm.zekerheidsectie import zekerheidsectie

    toestand = toestand_van_sessie()
    zekerheidsectie(toestand, vergelijking_van(toestand))


def _leeg() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.planvergelijking import vergelijking_van
    from locatieplanner.scherm.zekerheidsectie import zekerheidsectie

    toestand = toestand_van_sessie()
    toestand = toestand.geladen(toestand.kandidaten.iloc[:0], bron="niets")
    zekerheidsectie(toestand, vergelijking_van(toestand))


@pytest.fixture
def pagina():
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.session_state["zekerheid"] = True
    test.run()
    assert not test.exception
    return test


def test_kans_grenzen_en_rekenwijzen_staan_er_in_woorden(pagina):
    tekst = " ".join(deel.value for deel in pagina.markdown)
    assert "##### Hoe zeker deze volgorde is" in tekst
    assert "trekkingen bij de eerste tien" in tekst
    assert "Spreiding telt nu 25" in tekst
    assert "TOPSIS" in tekst
    assert "1\\.000 trekkingen" in tekst


def test_een_instelling_geldt_overal_en_trekt_opnieuw(pagina):
    pagina.number_input(key="zekerheid_robuustheid.top").set_value(3).run()
    assert not pagina.exception
    assert dict(pagina.session_state["toestand"].parameters) == {"robuustheid.top": 3}
    assert any("bij de eerste drie" in deel.value for deel in pagina.markdown)
    pagina.checkbox[0].check().run()
    assert not pagina.exception
    assert any("even waarschijnlijk" in deel.value for deel in pagina.markdown)


def test_ook_wie_in_geen_plan_staat_is_te_zien(pagina):
    in_plan = set(pagina.selectbox(key="zekerheid_locatie").options)
    pagina.segmented_control(key="zekerheid_wie").set_value(HOOGSTE).run()
    assert not pagina.exception
    assert set(pagina.selectbox(key="zekerheid_locatie").options) - in_plan


def test_zonder_kandidaten_staat_er_wat_eerst_moet():
    test = AppTest.from_function(_leeg, default_timeout=120).run()
    assert not test.exception
    assert "Laad kandidaten op de pagina Kaart" in test.info[0].value


def test_de_volgorde_is_die_van_de_rang_nu_en_zonder_rang_achteraan():
    tabel = [[10, NAN, NAN, NAN], [90, NAN, NAN, NAN], [NAN, NAN, NAN, NAN]]
    beoordeling = maak_beoordeling(tabel, Gewichten(100, 0, 0, 0))
    uitkomst = robuustheid(beoordeling, instelling())
    assert te_tonen(uitkomst, None) == ["K1", "K0", "K2"]
    assert te_tonen(uitkomst, ["K2", "K0"]) == ["K0", "K2"]
