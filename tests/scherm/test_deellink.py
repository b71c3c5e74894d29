from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.scherm.deellink import Deellink, lees_link, met_beeld, schrijf_link
from locatieplanner.scherm.toestand import Toestand


@pytest.fixture
def toestand(kandidaten):
    return Toestand(
        kandidaten, "proef", False, "proef", provincie="Utrecht", gekozen="K2",
        gewichten=Gewichten(40, 30, 20, 10),
    )  # fmt: skip


def _vraag(link):
    return dict(parse_qsl(urlsplit(link).query))


def test_een_link_opent_hetzelfde_beeld(toestand, kandidaten):
    link = schrijf_link("http://127.0.0.1:8501/kaart?oud=1", "abc", toestand, 12)
    assert link.startswith("http://127.0.0.1:8501/kaart?plan=abc&")
    vraag = _vraag(link)
    assert lees_link(vraag) == Deellink("abc", 12)
    nieuw = met_beeld(Toestand(kandidaten, "proef", False, "proef"), vraag)
    assert (nieuw.provincie, nieuw.gekozen, nieuw.gewichten) == (
        toestand.provincie, toestand.gekozen, toestand.gewichten,
    )  # fmt: skip
    assert nieuw.beeld.startswith("kandidaat K2")


def test_zonder_versie_wijst_de_link_naar_de_laatste(toestand):
    assert lees_link(_vraag(schrijf_link("http://x/", "abc", toestand))) == Deellink("abc")


@pytest.mark.parametrize("vraag", [{}, {"plan": ""}, {"plan": "x" * 65}, {"versie": "3"}])
def test_zonder_plan_is_er_geen_link(vraag):
    assert lees_link(vraag) is None


@pytest.mark.parametrize("versie", ["", "-1", "1.5", "drie", "٣", "9" * 12, "1;drop"])
def test_een_onleesbare_versie_is_de_laatste(versie):
    assert lees_link({"plan": "abc", "versie": versie}) == Deellink("abc")


def test_wat_er_niet_is_verandert_niets(toestand):
    vraag = {"provincie": "Atlantis", "kandidaat": "weg", "gewichten": "1-2-3"}
    assert met_beeld(toestand, vraag) == toestand
    for gewichten in ("a-b-c-d", "0-0-0-0", "-1-2-3-4", "nan-1-1-1", "inf-1-1-1"):
        assert met_beeld(toestand, {"gewichten": gewichten}) == toestand


def test_een_beschermde_locatie_staat_niet_in_de_link(toestand):

    dicht = replace(toestand, afgeschermd=frozenset({"K2"}))
    assert "kandidaat" not in _vraag(schrijf_link("http://x/", "abc", dicht))
    assert met_beeld(replace(dicht, gekozen=None), {"kandidaat": "K2"}).gekozen is None
