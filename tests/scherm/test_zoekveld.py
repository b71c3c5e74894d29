from contextlib import contextmanager

import pytest
import streamlit as st
from shapely.geometry import Point

from locatieplanner.domein.adres import Vondst
from locatieplanner.fouten import DienstFout
from locatieplanner.scherm import zoekveld
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

STATION = Vondst("adr-1", "Stationsplein 1, Amersfoort", "adres", Point(154_000, 463_000), 9.0)
PLAATS = Vondst("wpl-1", "Amersfoort", "woonplaats", Point(155_000, 463_000), 5.0)


class _Server:
    """Staat in voor de Locatieserver; wat die antwoordt, toetst tests/bronnen."""

    def __init__(self, vondsten):
        self.vondsten = vondsten
        self.vragen = []

    def zoek(self, vraag, soorten):
        self.vragen.append(vraag)
        if isinstance(self.vondsten, Exception):
            raise self.vondsten
        return self.vondsten

    def vul_aan(self, begin):
        return ("Amersfoort",) if begin.startswith("amersf") else ()


@pytest.fixture
def zoek(monkeypatch, kandidaten):
    monkeypatch.setattr(st, "session_state", {})
    bewaar(Toestand(kandidaten, "proef", False, "proef"))

    def zoeken(vraag, vondsten):
        server = _Server(vondsten)

        @contextmanager
        def locatieserver(_dienst):
            yield server

        monkeypatch.setattr(zoekveld, "Locatieserver", locatieserver)
        st.session_state["zoekvraag"] = vraag
        zoekveld._zoek()
        return server

    return zoeken


def test_de_beste_vondst_komt_op_de_kaart_en_de_kaart_gaat_erheen(zoek):
    server = zoek("  stationsplein 1 amersfoort ", (STATION, PLAATS))
    assert server.vragen == ["stationsplein 1 amersfoort"]
    toestand = huidige()
    assert toestand.zoekpunt.label == STATION.weergavenaam
    assert toestand.zoekpunt.punt == STATION.punt
    assert toestand.beeld.startswith("adres ")


def test_een_lege_vraag_gaat_nergens_heen(zoek):
    assert zoek("  ", (STATION,)).vragen == []
    assert huidige().zoekpunt is None


@pytest.mark.parametrize(
    ("antwoord", "melding"),
    [
        ((), "Niets gevonden bij 'zzz'"),
        (DienstFout("PDOK antwoordt niet."), "PDOK antwoordt niet."),
    ],
)
def test_zonder_vondst_is_er_een_melding_en_blijft_de_rest(zoek, antwoord, melding):
    zoek("amersfoort", (PLAATS,))
    zoek("zzz", antwoord)
    assert melding in st.session_state["zoekmelding"]
    assert huidige().zoekpunt is None
    assert len(huidige().kandidaten) == 4


def test_een_begin_van_een_naam_wordt_aangevuld(zoek):
    zoek("amersf", ())
    assert "Bedoelt u" in st.session_state["zoekmelding"]
    assert st.session_state["zoekaanvullingen"] == ("Amersfoort",)
