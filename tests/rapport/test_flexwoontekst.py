import dataclasses
import math

import pytest

from locatieplanner.opgave.corporatie import Totaal, totaal
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.opgave.looptijd import Afloop
from locatieplanner.rapport.flexwoontekst import (
    aantal,
    bijdragezinnen,
    daarna,
    kanttekeningen,
    kopzin,
    mixtekst,
    termijn,
)
from tests.omgeving import AANDACHTSGROEPEN
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix

LEEG = Totaal(**dict.fromkeys(Totaal.__dataclass_fields__, 0))


def test_de_kop_noemt_woningen_mensen_statushouders_en_wat_afloopt():
    som = dataclasses.replace(
        LEEG, locaties=9, woningen=412, plaatsen=640.4, taakstelling=180, blijft=1
    )
    assert kopzin(som, 2031) == (
        "Samen 412 woningen voor ongeveer 640 mensen, op 9 locaties; 180 plaatsen zijn voor "
        "statushouders; in 2031 is ten minste de helft van de woningen afgelopen; "
        "1 woning blijft."
    )
    assert "afgelopen" not in kopzin(som, None)
    assert "; in 2030 loopt het eerste contract af; " in kopzin(som, None, 2030)
    assert "eerste contract" not in kopzin(som, 2031, 2030)
    enkel = dataclasses.replace(LEEG, locaties=1, woningen=1, plaatsen=1, taakstelling=1)
    assert kopzin(enkel, None) == (
        "Samen 1 woning voor ongeveer 1 persoon, op 1 locatie; 1 plaats is voor statushouders."
    )


def test_wat_geschat_of_onbekend_is_staat_erbij(omgeving):
    assert kanttekeningen(LEEG) == []
    kandidaten = plan(
        woning("K1", capaciteit=40),
        zonder_mix("K2", capaciteit=30, status="besluit"),
    )
    zinnen = kanttekeningen(totaal(woonlocaties(kandidaten, omgeving, PEIL)))
    assert zinnen == [
        "20 woningen zijn geschat uit plaatsen en mix.",
        "Van 1 locatie is het aantal woningen onbekend; dat telt niet mee.",
        "Van 1 locatie (30 plaatsen) is de mix onbekend: voor wie die zijn, is niet meegeteld.",
        "Van 2 locaties is het einde onbekend; in de tijd lopen zij door.",
        "Van 1 locatie is het begin onbekend; in de tijd staan zij niet.",
    ]


def test_de_bijdrage_scheidt_gepland_van_de_rest_en_huisvesting_van_opvang(omgeving):
    kandidaten = plan(woning("K1", capaciteit=40), woning("K2", capaciteit=10, status="idee"))
    som = totaal(woonlocaties(kandidaten, omgeving, PEIL))
    taak, opvang, doel = bijdragezinnen(som, omgeving, "Utrecht")
    assert taak == (
        "Voor de taakstelling: 40 statushouders op locaties met een besluit, en nog 10 als ook de "
        "andere doorgaan."
    )
    assert opvang == "Voor het opvangdoel: 0 plaatsen. Woningen tellen niet als opvang."
    assert doel == (
        "Het doel van Utrecht is 350 plaatsen (Proefdoelen); deze locaties dragen daaraan 0 % bij."
    )
    assert len(bijdragezinnen(som, omgeving, None)) == 2
    deels = dataclasses.replace(som, mix_onbekend=1, plaatsen_mix_onbekend=112.0)
    assert bijdragezinnen(deels, omgeving, None)[1] == (
        "Van 112 plaatsen is onbekend of zij voor statushouders zijn; die tellen hier niet mee."
    )
    met_opvang = dataclasses.replace(som, opvang=70.0, opvang_gepland=35.0)
    _, opvang, doel = bijdragezinnen(met_opvang, omgeving, "Utrecht")
    assert opvang == (
        "Voor het opvangdoel: 35 plaatsen op locaties met een besluit, van 70 in totaal."
    )
    assert doel.endswith("10 % bij.")


@pytest.mark.parametrize(
    ("maanden", "tekst"),
    [
        (180, "15 jaar"),
        (18, "1 jaar en 6 maanden"),
        (13, "1 jaar en 1 maand"),
        (8, "8 maanden"),
        (0, "0 maanden"),
        (math.nan, "onbekend"),
        (None, "onbekend"),
    ],
)
def test_termijn(maanden, tekst):
    assert termijn(maanden) == tekst


@pytest.mark.parametrize(
    ("afloop", "woningen", "tekst"),
    [
        (Afloop.BLIJVEND, 36, "blijft: 36 woningen"),
        (Afloop.BLIJVEND, math.nan, "blijft"),
        (Afloop.EINDIGT, 36, "niets"),
        (Afloop.GESLOTEN, 36, "gesloten"),
        (Afloop.ONBEKEND, 36, "onbekend"),
    ],
)
def test_daarna(afloop, woningen, tekst):
    assert daarna(str(afloop), woningen) == tekst


def test_mix_van_groot_naar_klein():
    mix = {"statushouders": 0.3, "studenten": 0.7, "amv": 0.0, "regulier": math.nan}
    assert mixtekst(mix, AANDACHTSGROEPEN) == "studenten 70 %, statushouders 30 %"
    assert mixtekst({"statushouders": math.nan}, AANDACHTSGROEPEN) == "onbekend"


def test_aantal_met_enkelvoud():
    assert aantal(1.2, "woning", "woningen") == "1 woning"
    assert aantal(1234, "woning", "woningen") == "1.234 woningen"
