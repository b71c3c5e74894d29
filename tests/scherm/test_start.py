def test_pagina_start_zonder_fouten(app):
    assert app.title[0].value == "Locatieplanner"
    assert not app.error
    assert not app.warning


def test_taal_en_opmaak_reizen_mee():
    from importlib import resources

    bestanden = resources.files("locatieplanner.scherm")
    assert 'lang = "nl"' in (bestanden / "taal.js").read_text(encoding="utf-8")
    # Anders sluit de browser het script of de opmaak te vroeg af.
    assert "</script" not in (bestanden / "taal.js").read_text(encoding="utf-8")
    assert "</style" not in (bestanden / "opmaak.css").read_text(encoding="utf-8")
