from locatieplanner.scherm.gewichten import sleutel


def test_schuif_zegt_haar_aandeel(app):
    app.slider(key=sleutel("spreiding")).set_value(75)
    app.run()
    assert "50 % van het totaal" in app.slider(key=sleutel("spreiding")).label
    assert app.session_state["toestand"].gewichten.spreiding == 75


def test_alles_nul_houdt_de_vorige_gewichten(app):
    voor = app.session_state["toestand"].gewichten
    for criterium in ("spreiding", "kleinschaligheid", "nabijheid", "mix"):
        app.slider(key=sleutel(criterium)).set_value(0)
    app.run()
    assert app.session_state["toestand"].gewichten == voor
    assert "Alle gewichten zijn nul" in app.warning[0].value
