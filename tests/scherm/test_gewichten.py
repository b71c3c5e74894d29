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


def test_een_schuif_die_haar_eerste_waarde_mist_staat_niet_op_nul(app):
    # Wie meteen iets laadt, breekt de eerste beurt af: de browser kent dan alleen deze waarde.
    for criterium in ("spreiding", "kleinschaligheid", "nabijheid", "mix"):
        assert list(app.slider(key=sleutel(criterium)).proto.default) == [25]
