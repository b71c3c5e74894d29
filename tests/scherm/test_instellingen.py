def test_provincie_en_doelset_komen_in_de_toestand(app):
    app.selectbox(key="provincie").select("Zeeland")
    app.selectbox(key="doelset").select("spreidingswet-2024")
    app.run()
    toestand = app.session_state["toestand"]
    assert (toestand.provincie, toestand.doelset) == ("Zeeland", "spreidingswet-2024")
    assert toestand.beeld == "provincie Zeeland"


def test_begin_is_heel_nederland_met_een_gewone_locatie(app):
    toestand = app.session_state["toestand"]
    assert toestand.provincie is None
    assert (toestand.nieuw_type, toestand.nieuw_capaciteit) == ("rol", 100)
