from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    import pandas as pd

    from locatieplanner.portefeuille.plan import Gekozenplan
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.matensectie import matensectie
    from locatieplanner.scherm.planvergelijking import vergelijking_van

    toestand = toestand_van_sessie()
    plaatsen = pd.Series([70, 5], index=[toestand.kandidaten.index[0], "weg"])
    toestand = toestand.met_plan(Gekozenplan("<b>proef</b>", plaatsen, "met de hand"))
    matensectie(toestand, vergelijking_van(toestand))


def test_maten_doelen_en_wat_een_plan_mist_staan_er():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert not test.exception
    assert "niet geteld\\: weg" in test.warning[0].value
    (maten,) = test.get("html")
    for maat in ("te weinig (plaatsen)", "Theil", "Gini", "naaste andere locatie (km)", "B min A"):
        assert maat in maten.proto.body
    koppen = [tekst.value for tekst in test.markdown if tekst.value.startswith("#####")]
    assert koppen == ["##### Maten naast elkaar", "##### Doel per provincie en type"]
    assert [knop.label for knop in test.get("download_button")][:2] == ["CSV", "Excel"]
    assert any("kleinschalig" in tekst.value for tekst in test.markdown)
