import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.flexsecties import SECTIES


def _pagina():
    import streamlit as st

    from locatieplanner.opgave.flexwonen import woonlocaties
    from locatieplanner.rapport.woonlocatietabel import afgeschermde_rijen, gedeelde_namen
    from locatieplanner.scherm.beginnen import toestand_van_sessie
    from locatieplanner.scherm.flexsecties import SECTIES, Flexbeeld
    from tests.omgeving import maak_omgeving
    from tests.opgave.plannen import PEIL, plan, woning, zonder_mix

    omgeving = maak_omgeving()
    leeg = zonder_mix("K1", status="idee", eigenaar="Woonplus")
    vol = (
        woning("K1", naam="Geheime straat 3", aandeel_amv=1.0),
        woning("K2", naam="Haven", capaciteit=40, beschikbaar_tot="2031-06-30"),
    )
    kandidaten = plan(leeg) if st.session_state.get("onbekend") else plan(*vol)
    locaties = woonlocaties(kandidaten, omgeving, PEIL)
    beeld = Flexbeeld(
        toestand_van_sessie(),
        omgeving,
        locaties,
        gedeelde_namen(kandidaten, omgeving, deel_beschermd=False),
        afgeschermde_rijen(locaties, kandidaten, omgeving),
        PEIL,
        "Utrecht",
    )
    {sectie.naam: sectie.toon for sectie in SECTIES}[st.session_state["deel"]](beeld)


def _deel(naam, **staat):
    test = AppTest.from_function(_pagina, default_timeout=120)
    for sleutel, waarde in {"deel": naam, **staat}.items():
        test.session_state[sleutel] = waarde
    test.run()
    assert not test.exception
    assert not test.error
    return test


def _tekst(test):
    delen = [*test.markdown, *test.caption, *test.info, *test.get("html")]
    return " ".join(str(getattr(deel, "value", "") or deel.proto.body) for deel in delen)


@pytest.mark.parametrize("naam", [sectie.naam for sectie in SECTIES])
@pytest.mark.parametrize("onbekend", [False, True])
def test_elk_deel_is_er_ook_als_alles_onbekend_is(naam, onbekend):
    tekst = _tekst(_deel(naam, onbekend=onbekend))
    assert tekst
    assert "nan" not in tekst.replace("financ", "")


def test_een_beschermde_locatie_is_niet_te_kiezen_en_niet_te_lezen():
    test = _deel("Locaties")
    assert test.selectbox(key="flex_locatie").options == ["Haven"]
    tekst = _tekst(test)
    assert "Beschermde locatie in Aardam" in tekst
    assert "Geheime straat" not in tekst


def test_zonder_mix_zegt_voor_wie_wat_er_te_doen_is():
    assert "procenten per groep" in _tekst(_deel("Voor wie", onbekend=True)).replace("\\", "")


def test_in_de_tijd_kiest_woningen_of_plaatsen():
    test = _deel("In de tijd", flex_maat="plaatsen")
    assert "Plaatsen per groep in de tijd" in _tekst(test)
    assert "Woningen per groep in de tijd" in _tekst(_deel("In de tijd"))
    assert "Wanneer contracten eindigen" in _tekst(test)


def test_de_bijdrage_noemt_het_doel_van_de_provincie():
    tekst = _tekst(_deel("Bijdrage")).replace("\\", "")
    assert "Voor de taakstelling: 40 statushouders" in tekst
    assert "Het doel van Utrecht is 350 plaatsen" in tekst
