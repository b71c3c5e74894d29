from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.herkomst import Herkomst, Status


def _land() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.doelsectie import doelsectie
    from locatieplanner.scherm.gebiedskeuze import Gekozengebied

    doelsectie(toestand_van_sessie(), Gekozengebied(None, None, "heel Nederland"))


def _provincie() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.doelsectie import doelsectie
    from locatieplanner.scherm.gebiedskeuze import Gekozengebied

    doelsectie(toestand_van_sessie(), Gekozengebied("Zuid-Holland", "GM0599", "Rotterdam"))


def _toon(pagina):
    test = AppTest.from_function(pagina, default_timeout=120).run()
    assert not test.exception
    return test


def _html(test) -> str:
    return " ".join(deel.proto.body for deel in test.get("html"))


def _met(test, **anders):
    test.session_state["toestand"] = replace(test.session_state["toestand"], **anders)
    test.run()
    assert not test.exception
    return test


def _agenda(*provincies: str) -> Eigendoelen:
    herkomst = Herkomst("Landelijke Regietafel", "2020-05-14", Status.GEPUBLICEERD)
    return Eigendoelen(
        tuple(
            (
                "uitvoeringsagenda-2020",
                Doel(provincie, "totaal", Bandbreedte(9_000, 9_500), "2023-01-01", herkomst),
            )
            for provincie in provincies
        )
    )


@pytest.fixture
def land():
    return _toon(_land)


def test_alle_provincies_in_alle_doelsets_met_hun_status(land):
    html = _html(land)
    assert html.count("<details>") == 12 * 6
    for provincie in PROVINCIES:
        assert f'row">{provincie}<' in html
    for tekst in ("3.880–4.200 <em>gepubliceerd</em>", "601–651 <em>afgeleid</em>", "96.002"):
        assert tekst in html


def test_een_oud_doel_dat_gehaald_is_wordt_met_zoveel_woorden_gezegd(land):
    assert "dit zegt dus niet dat er genoeg opvang is" in land.info[0].value
    _met(land, doelset="spreidingswet-2024")
    assert not land.info


def test_met_een_volledige_tabel_is_niets_meer_afgeleid(land):
    anders = [provincie for provincie in PROVINCIES if provincie != "Zuid-Holland"]
    _met(land, eigen_doelen=_agenda(*anders))
    html = _html(land)
    assert html.count("9.000–9.500 <em>gepubliceerd, eigen getal</em>") == 11
    assert html.count("3.880–4.200 <em>gepubliceerd</em>") == 1
    assert "601–651 <em>afgeleid</em>" not in html
    assert "Ingebouwd: 601–651 (afgeleid)." in html


def test_van_een_provincie_alle_rijen_met_bron():
    html = _html(_toon(_provincie))
    assert html.count("<details open>") == 6
    for tekst in ("2.450", "1.430", "417", "1.100", "korte termijn", "GS-besluit Zuid-Holland"):
        assert tekst in html
    assert 'row">Groningen' not in html


def test_zonder_aanvullen_heet_onbekend_onbekend(land):
    _met(land, vul_aan=False)
    assert "onbekend <em>onbekend</em>" in _html(land)
    assert "601–651" not in _html(land)
