from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.herkomst import Herkomst, Status

AGENDA = "uitvoeringsagenda-2020"


def _vak() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.eigendoelen import eigendoelen

    eigendoelen(toestand_van_sessie(), "Utrecht")


@pytest.fixture
def vak():
    test = AppTest.from_function(_vak, default_timeout=120).run()
    assert not test.exception
    return test


def _eigen(*provincies: str) -> Eigendoelen:
    herkomst = Herkomst("besluit", "2026", Status.GEPUBLICEERD)
    rijen = (
        (AGENDA, Doel(provincie, "totaal", Bandbreedte(5, 6), "2023", herkomst))
        for provincie in provincies
    )
    return Eigendoelen(tuple(rijen))


def _knoppen(vak) -> set[str]:
    return {knop.label for knop in vak.button} | {
        knop.proto.label for knop in vak.get("download_button")
    }


def _met(vak, **anders):
    vak.session_state["toestand"] = replace(vak.session_state["toestand"], **anders)
    vak.run()
    assert not vak.exception


def test_zonder_eigen_getallen_is_er_een_sjabloon_en_niets_om_terug_te_zetten(vak):
    knoppen = _knoppen(vak)
    assert "Sjabloon (CSV)" in knoppen
    assert not knoppen & {"Uw tabel (CSV)", "Terug naar het origineel", "Alleen Utrecht terug"}


def test_terug_naar_het_origineel(vak):
    _met(vak, eigen_doelen=_eigen("Utrecht", "Zeeland"))
    assert any("met eigen getallen voor 2 provincies" in t.value for t in vak.markdown)
    assert _knoppen(vak) >= {"Uw tabel (CSV)", "Terug naar het origineel", "Alleen Utrecht terug"}
    vak.button(key="doelen_terug").click().run()
    assert not vak.session_state["toestand"].eigen_doelen
    assert "weer zoals ingebouwd" in vak.success[0].value


def test_een_provincie_terug(vak):
    _met(vak, eigen_doelen=_eigen("Utrecht", "Zeeland"))
    vak.button(key="doelen_terug_een").click().run()
    assert vak.session_state["toestand"].eigen_doelen == _eigen("Zeeland")
    assert "Alleen Utrecht terug" not in _knoppen(vak)


def test_een_eigen_doelset_beginnen_en_weer_verwijderen(vak):
    vak.session_state["doelen_nieuw"] = True
    vak.run()
    vak.text_input[0].input("Regionaal bod 2027")
    vak.button[-1].click().run()
    toestand = vak.session_state["toestand"]
    assert toestand.doelset == "regionaal-bod-2027"
    assert "Regionaal bod 2027 is begonnen" in vak.success[0].value.replace("\\", "")
    assert "Deze doelset verwijderen" in _knoppen(vak)
    vak.button(key="doelen_terug").click().run()
    assert vak.session_state["toestand"].doelset == AGENDA
    assert not vak.session_state["toestand"].eigen_doelen


def test_een_naam_die_al_bestaat_wordt_geweigerd(vak):
    vak.session_state["doelen_nieuw"] = True
    vak.run()
    vak.text_input[0].input("uitvoeringsagenda 2020")
    vak.button[-1].click().run()
    assert "al een doelset" in vak.error[0].value
    assert not vak.session_state["toestand"].eigen_doelen
