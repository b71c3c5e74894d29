from dataclasses import fields

from locatieplanner.opslag.planinhoud import INSTELLINGEN, WEERGAVE, Planinhoud
from locatieplanner.scherm.toestand import Toestand

VAN_DE_SESSIE = {"gebeurtenis", "versie", "beeld", "alleen_lezen", "afgeschermd"}
"""Wat alleen zegt hoe deze sessie kijkt, of uit de rol van de gebruiker volgt."""


def test_alles_van_het_scherm_wat_niet_van_de_sessie_is_zit_in_een_plan():
    scherm = {veld.name for veld in fields(Toestand)} - VAN_DE_SESSIE
    plan = {veld.name for veld in fields(Planinhoud)}
    assert scherm <= plan
    standaard = {v.name: v.default for v in fields(Planinhoud)}
    for veld in fields(Toestand):
        if veld.name in standaard and isinstance(veld.default, str | int | bool | tuple):
            assert standaard[veld.name] == veld.default, veld.name


def test_hoe_men_keek_is_een_deel_van_de_instellingen():
    assert set(INSTELLINGEN) > WEERGAVE
    assert "gewichten" not in WEERGAVE
