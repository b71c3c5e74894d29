from types import SimpleNamespace

import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.scherm import invoervelden
from locatieplanner.scherm.gebiedskeuze import HEEL_NEDERLAND
from locatieplanner.scherm.toestand import Toestand


@pytest.fixture
def toestand(kandidaten):
    return Toestand(
        kandidaten, "proef", False, "proef", vul_aan=False, gewichten=Gewichten(40, 30, 20, 10),
        ketenscenario="hoog",
    )  # fmt: skip


def test_elk_veld_dat_er_is_volgt_de_toestand(toestand):
    sessie = {
        "gewicht_spreiding": 25, "vul_aan": True, "provincie": "Utrecht",
        "opgave_provincie": "Utrecht", "samenstellen_doelset": "oud", "doelset": "oud",
        "keten_scenario": "midden", "parameter_mix.band_laag": 0.9, "iets anders": 1,
    }  # fmt: skip
    invoervelden.zet_velden(toestand, sessie)
    assert sessie == {
        "gewicht_spreiding": 40, "vul_aan": False, "provincie": HEEL_NEDERLAND,
        "opgave_provincie": HEEL_NEDERLAND, "samenstellen_doelset": "proef", "doelset": "proef",
        "keten_scenario": "hoog", "iets anders": 1,
    }  # fmt: skip


def test_velden_volgen_een_keer_en_alleen_als_dat_gevraagd_is(monkeypatch, toestand):
    sessie = {"gewicht_mix": 25}
    monkeypatch.setattr(invoervelden, "st", SimpleNamespace(session_state=sessie))
    invoervelden.volg(toestand)
    assert sessie == {"gewicht_mix": 25}
    invoervelden.laat_volgen()
    invoervelden.volg(toestand)
    assert sessie == {"gewicht_mix": 10}
    sessie["gewicht_mix"] = 33
    invoervelden.volg(toestand)
    assert sessie == {"gewicht_mix": 33}
