from dataclasses import replace

from locatieplanner.domein.eigendoelen import Eigendoelen
from tests.omgeving import doel


def test_de_doelset_gaat_mee_naar_een_andere_pagina(app):
    app.selectbox(key="doelset").select("spreidingswet-2024").run()
    assert app.session_state["toestand"].doelset == "spreidingswet-2024"
    assert not app.exception


def test_met_eigen_getallen_heet_de_doelset_anders_en_blijft_zij_gekozen(app):
    app.selectbox(key="doelset").select("spreidingswet-2024").run()
    eigen = Eigendoelen((("spreidingswet-2024", doel("Utrecht", 1, 1)),))
    app.session_state["toestand"] = replace(app.session_state["toestand"], eigen_doelen=eigen)
    app.run()
    (keuze,) = [vak for vak in app.selectbox if vak.label == "Doelset"]
    assert keuze.value == "spreidingswet-2024"
    assert sum("met eigen getallen voor 1 provincie" in naam for naam in keuze.options) == 1
    assert not app.exception
