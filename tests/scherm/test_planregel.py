import re
from dataclasses import replace
from datetime import datetime

import pytest

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.fouten import Botsing
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.planversie import Plankop, Planversie
from locatieplanner.scherm.openplan import Openplan
from locatieplanner.scherm.planregel import (
    botsingskop,
    op_tijd,
    regeltekst,
    storingtekst,
    waarden,
)
from locatieplanner.scherm.toestand import Toestand
from tests.opslag.wereld import NASLAG

KWAAD = "<script>x</script> **vet**"


@pytest.fixture
def toestand(kandidaten):
    return Toestand(kandidaten, "proef", False, "proef")


@pytest.fixture
def plan(kandidaten, toestand):
    kop = Plankop(
        *("p", "q", KWAAD, False, 1234, "2026-11-25T12:00:00+00:00", KWAAD, Projectrol.PLANNER)
    )
    return Openplan(Planversie(kop, 1234, Planinhoud(kandidaten), {}, {}), toestand)


def _met(plan, **kop):
    return replace(plan, basis=replace(plan.basis, kop=replace(plan.basis.kop, **kop)))


def test_de_regel_zegt_welk_plan_welke_versie_en_of_het_bewaard_is(plan):
    tekst = regeltekst(plan, nog_te_bewaren=False)
    assert "versie 1.234" in tekst
    assert "bewaard op" in tekst
    assert re.search(r"(?<!\\)<script", tekst) is None
    assert "**vet**" not in tekst
    later = replace(plan, tijd=datetime(2026, 11, 25, 14, 32).astimezone())
    assert regeltekst(later, nog_te_bewaren=False).endswith("bewaard om 14:32")
    assert regeltekst(later, nog_te_bewaren=True).endswith("nog niet bewaard")


@pytest.mark.parametrize(
    ("kop", "zin"),
    [
        ({"rol": Projectrol.LEZER}, "u bent lezer"),
        ({"gearchiveerd": True}, "in het archief"),
        ({"nummer": 1300}, "de laatste is 1.300"),
    ],
)
def test_de_regel_zegt_waarom_er_niets_te_veranderen_is(plan, kop, zin):
    assert zin in regeltekst(_met(plan, **kop), nog_te_bewaren=False)


def test_een_storing_zegt_of_er_nog_werk_te_bewaren_is(plan):
    mis = replace(plan, storing="De database is weg.")
    assert storingtekst(mis, nog_te_bewaren=True).startswith("**Nog niet bewaard.**")
    assert "bewaard" not in storingtekst(mis, nog_te_bewaren=False)


def test_een_botsing_noemt_kandidaat_gegeven_en_waarden_in_woorden(toestand):
    botsing = Botsing("K2", "type", "rol", "azc", "gvl", 3, "Iemand")
    naam = str(toestand.kandidaten["naam"]["K2"])
    assert naam in botsingskop(botsing, toestand)
    assert waarden(botsing, NASLAG)[1] == NASLAG.locatietypen["azc"].naam
    vijandig = botsingskop(replace(botsing, kandidaat="K1"), toestand)
    assert "<b>" not in vijandig
    assert botsingskop(Botsing("", "vul_aan", True, False, True, 3), toestand) == (
        "**onbekende doelen aanvullen**"
    )
    assert "hele kandidaat" in botsingskop(replace(botsing, veld=""), toestand)
    assert botsingskop(replace(botsing, kandidaat="weg"), toestand).startswith("**weg**")


def test_een_moment_is_dat_van_deze_computer():
    hier = datetime(2026, 3, 5, 9, 7).astimezone()
    assert op_tijd(hier.isoformat()) == "5-3-2026 09:07"
