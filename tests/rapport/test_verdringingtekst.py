import pytest

from locatieplanner.opgave.verdringing import verdringing
from locatieplanner.opgave.wisseling import Soort
from locatieplanner.rapport.verdringingtekst import (
    definitie,
    genoemd,
    onbeoordeeldzin,
    oordeelzin,
    verschiltekst,
    waarschuwingzin,
)
from tests.omgeving import AANDACHTSGROEPEN, maak_omgeving
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix

NAMEN = {"OUD": "Oude haven", "NIEUW": "Nieuwe haven", "VRAAG": "Het veld"}


@pytest.fixture
def oordeel(omgeving):
    return verdringing(
        plan(
            woning("OUD", capaciteit=100, beschikbaar_tot="2028-06-30"),
            woning("NIEUW", 105_100, capaciteit=80, status="besluit", aandeel_studenten=1.0,
                   beschikbaar_van="2028-09-01", beschikbaar_tot="2040-12-31"),
            zonder_mix("VRAAG", 102_000, status="idee", beschikbaar_van="2029-01-01",
                       beschikbaar_tot="2039-12-31"),
        ),
        omgeving,
        PEIL,
    )  # fmt: skip


def test_een_waarschuwing_noemt_waar_wie_hoeveel_en_wanneer(oordeel):
    zinnen = {
        w.soort: waarschuwingzin(w, oordeel, NAMEN, AANDACHTSGROEPEN)
        for w in oordeel.waarschuwingen
    }
    assert zinnen == {
        Soort.PLEK: (
            "Aardam, op dezelfde plek (hoogstens 100 m uit elkaar): van juli 2028 tot en met "
            "september 2028 sluit Oude haven en opent Nieuwe haven. Daarna is er minder plaats "
            "voor statushouders (100), en meer voor studenten (80)."
        ),
        Soort.GEMEENTE: (
            "Aardam, in de hele gemeente: van september 2028 tot en met december 2040 is er "
            "minder plaats voor statushouders (100), en meer voor studenten (80) (gerekend in "
            "september 2028). Weg: Oude haven. Erbij: Nieuwe haven. Niet zeker, want onbekend "
            "zijn: Het veld."
        ),
    }


def test_wat_tot_de_horizon_duurt_heeft_geen_einde(omgeving):
    kandidaten = plan(
        woning("OUD", 102_000, beschikbaar_tot="2028-06-30"),
        woning("NIEUW", 108_000, type="gemengd", status="besluit", aandeel_studenten=1.0,
               beschikbaar_van="2028-09-01"),
    )  # fmt: skip
    oordeel = verdringing(kandidaten, omgeving, PEIL)
    (waarschuwing,) = oordeel.waarschuwingen
    zin = waarschuwingzin(waarschuwing, oordeel, NAMEN, AANDACHTSGROEPEN)
    assert zin.startswith("Aardam, in de hele gemeente: vanaf september 2028 is er minder plaats")


def test_wat_niet_te_beoordelen_is_heeft_een_reden(oordeel):
    (geval,) = oordeel.onbeoordeeld
    assert onbeoordeeldzin(geval, NAMEN) == (
        "Aardam, in de hele gemeente: niet te beoordelen (mix onbekend: Het veld)."
    )


def test_geen_waarschuwing_heet_niet_dat_er_niets_is(oordeel, omgeving):
    assert oordeelzin(oordeel) == (
        "2 keer verdringing gevonden; 1 geval is niet te beoordelen. Bekeken: 3 locaties."
    )
    rustig = verdringing(plan(woning("K1")), omgeving, PEIL)
    assert oordeelzin(rustig) == ("Geen verdringing gevonden in wat bekend is. Bekeken: 1 locatie.")
    leeg = verdringing(plan(woning("K1")).iloc[:0], omgeving, PEIL)
    assert oordeelzin(leeg) == "Er zijn geen locaties om te bekijken."


def test_de_definitie_noemt_de_ingestelde_grenzen(oordeel):
    ander = maak_omgeving({"flexwonen.plek_afstand_m": 1500, "flexwonen.plek_maanden": 24})
    plek, gemeente, rest = definitie(ander, oordeel)
    assert "binnen 1,5 km" in plek
    assert "24 maanden" in plek
    assert "tot en met juli 2046" in gemeente
    assert "dan in juli 2025" in gemeente
    assert "vanaf 1 plaats." in rest


def test_groepen_en_locaties_heten_zoals_de_lezer_ze_kent():
    verschil = (("statushouders", 1200.0), ("studenten", 20.0))
    assert verschiltekst(verschil, AANDACHTSGROEPEN) == "statushouders (1.200) en studenten (20)"
    assert genoemd(("OUD", "X", "OUD"), NAMEN) == "Oude haven en X"
