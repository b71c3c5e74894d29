from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.gebiedskeuze import Gekozengebied
    from locatieplanner.scherm.voortgangsectie import voortgangsectie

    voortgangsectie(toestand_van_sessie(), Gekozengebied("Noord-Brabant", None, "Noord-Brabant"))


@pytest.fixture
def pagina():
    test = AppTest.from_function(_pagina, default_timeout=120).run()
    assert not test.exception
    return test


def koppen(pagina):
    return [t.value.removeprefix("##### ") for t in pagina.markdown if t.value.startswith("#####")]


def test_zin_tijdlijn_en_trechter_staan_er(pagina):
    assert "doel van Noord\\-Brabant" in pagina.markdown[0].value
    assert "*geschat*" in pagina.markdown[0].value
    assert "Capaciteit en doel van Noord\\-Brabant, per maand" in koppen(pagina)
    assert "Wat begint en wat afloopt in Noord\\-Brabant" in koppen(pagina)
    assert "Waar de kandidaten in Noord\\-Brabant nu staan" in koppen(pagina)
    assert any("met een besluit" in tekst.value for tekst in pagina.markdown)


def test_een_strengere_instelling_haalt_de_plannen_uit_de_tijdlijn(pagina):
    pagina.selectbox(key="voortgang_gepland").select("vergund").run()
    assert not pagina.exception
    assert any("begint of eindigt geen enkele" in tekst.value for tekst in pagina.caption)
    assert any("ten minste vergund" in tekst.value for tekst in pagina.markdown)
    # De trechter blijft: die toont elke stap.
    assert "Waar de kandidaten in Noord\\-Brabant nu staan" in koppen(pagina)


def test_zonder_kandidaten_staat_er_wat_eerst_moet(pagina):
    toestand = pagina.session_state["toestand"]
    leeg = toestand.kandidaten.iloc[:0]
    pagina.session_state["toestand"] = replace(toestand, kandidaten=leeg, versie="leeg")
    pagina.run()
    assert not pagina.exception
    assert "nog geen kandidaten" in pagina.info[0].value
