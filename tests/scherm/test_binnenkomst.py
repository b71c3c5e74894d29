from types import SimpleNamespace

import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import ToegangFout
from locatieplanner.scherm import binnenkomst
from locatieplanner.scherm.toestand import Toestand


@pytest.fixture
def venster(monkeypatch):
    """Een venster dat met een adres begint; wat er gebeurt, komt in een lijst."""
    gedaan = []

    def begin(**vraag):
        st = SimpleNamespace(
            session_state={},
            query_params=dict(vraag),
            error=lambda tekst: gedaan.append(("fout", tekst)),
            success=lambda tekst: gedaan.append(("gelukt", tekst)),
            info=lambda tekst: gedaan.append(("let op", tekst)),
        )
        monkeypatch.setattr(binnenkomst, "st", st)
        return st

    basis = SimpleNamespace(is_laatste=True, nummer=9)
    open_ = SimpleNamespace(id=None, basis=basis, toestand=None)

    def open_in_sessie(plan, versie):
        if plan == "mag-niet":
            raise ToegangFout("bestaat niet")
        open_.id = plan
        gedaan.append(("open", plan, versie))

    monkeypatch.setattr(binnenkomst, "open_in_sessie", open_in_sessie)
    monkeypatch.setattr(binnenkomst, "huidig_plan", lambda: open_ if open_.id else None)
    monkeypatch.setattr(binnenkomst, "huidige", lambda: open_.toestand)
    monkeypatch.setattr(binnenkomst, "bewaar", lambda zo: setattr(open_, "toestand", zo))
    monkeypatch.setattr(binnenkomst, "plandatabase", lambda: None)
    monkeypatch.setattr(binnenkomst, "gebruiker", lambda: SimpleNamespace(plaatselijk=False))
    monkeypatch.setattr(binnenkomst, "neem_aan", lambda *a: gedaan.append(("aangenomen", a[-1])))
    return SimpleNamespace(begin=begin, gedaan=gedaan, open=open_)


def test_een_link_gaat_een_keer_open_en_het_adres_houdt_alleen_het_plan(venster):
    st = venster.begin(plan="abc", versie="4", provincie="Utrecht")
    binnenkomst.kom_binnen()
    binnenkomst.kom_binnen()
    assert venster.gedaan == [("open", "abc", 4)]
    assert st.query_params == {"plan": "abc"}
    venster.open.id = None
    binnenkomst.kom_binnen()
    assert st.query_params == {}


def test_wat_niet_mag_is_een_melding_en_verdwijnt_uit_het_adres(venster):
    st = venster.begin(plan="mag-niet")
    binnenkomst.kom_binnen()
    assert [soort for soort, *_ in venster.gedaan] == ["fout"]
    assert st.query_params == {}


def test_een_uitnodiging_verdwijnt_uit_het_adres(venster):
    st = venster.begin(uitnodiging="sleutel")
    binnenkomst.kom_binnen()
    assert ("aangenomen", "sleutel") in venster.gedaan
    assert st.query_params == {}


def test_wat_een_andere_pagina_in_het_adres_zet_blijft(venster):
    st = venster.begin(overleg="x", gewichten="anders")
    binnenkomst.kom_binnen()
    assert st.query_params == {"overleg": "x", "gewichten": "anders"}


def test_een_oude_versie_blijft_in_het_adres(venster):
    st = venster.begin(plan="abc", versie="4")
    venster.open.basis = SimpleNamespace(is_laatste=False, nummer=4)
    binnenkomst.kom_binnen()
    assert st.query_params == {"plan": "abc", "versie": "4"}


@pytest.mark.parametrize("lezer", [True, False])
def test_een_link_verandert_niets_in_een_plan_dat_men_mag_veranderen(venster, kandidaten, lezer):
    venster.open.toestand = Toestand(kandidaten, "proef", False, "proef", alleen_lezen=lezer)
    venster.begin(plan="abc", gewichten="40-30-20-10", kandidaat="K2")
    binnenkomst.kom_binnen()
    toestand = venster.open.toestand
    assert toestand.gekozen == "K2"
    assert toestand.gewichten == (Gewichten(40, 30, 20, 10) if lezer else Gewichten())
    assert any(soort == "let op" for soort, *_ in venster.gedaan) is not lezer
