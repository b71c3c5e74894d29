import re

from locatieplanner.opslag.opmerkingen import Opmerking
from locatieplanner.scherm.planopmerkingen import opmerkingtekst

TIJD = "2026-11-25T12:00:00+00:00"


def test_een_opmerking_is_nooit_opmaak():
    kwaad = "<img src=x onerror=alert(1)> **vet** [link](javascript:alert(1))"
    tekst = opmerkingtekst(Opmerking(3, "K1", kwaad, kwaad, TIJD), {"K1": kwaad})
    assert re.search(r"(?<!\\)<img", tekst) is None
    assert "[link](" not in tekst
    assert "**vet**" not in tekst


def test_een_opmerking_noemt_waar_zij_over_gaat():
    assert "over Kade" in opmerkingtekst(Opmerking(3, "K1", "goed", "Iemand", TIJD), {"K1": "Kade"})
    assert "het hele plan" in opmerkingtekst(Opmerking(3, "", "goed", "Iemand", TIJD), {})
    assert "niet meer is" in opmerkingtekst(Opmerking(3, "K9", "goed", "Iemand", TIJD), {})
