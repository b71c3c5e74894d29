import pandas as pd
import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.invoer.schema import leeg
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import stel_samen
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

MAAND = pd.Period("2027-07", freq="M")


def let_op(*rijen, opdracht=None, **anders):
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 10, 10)], **anders)
    return stel_samen(beoordeling, opdracht or Opdracht()).let_op()


def test_wat_er_altijd_bij_staat():
    zinnen = let_op(kandidaat("K1", capaciteit=10), opdracht=Opdracht(provincies=("Utrecht",)))
    assert zinnen == [
        "Nodig is het doel min wat er staat en gepland is; status: gepubliceerd.",
        "Op beschikbaarheid is niet gelet: er is geen maand gekozen.",
        "De score van een locatie is die bij haar volle capaciteit.",
    ]


def test_van_een_onbekend_doel_staat_er_dat_er_niets_gekozen_wordt():
    zinnen = let_op(kandidaat("K1"), opdracht=Opdracht(provincies=("Utrecht", "Limburg")))
    assert "Van Limburg is het doel onbekend: daar wordt niets gekozen." in zinnen


@pytest.mark.parametrize(
    ("rijen", "opdracht", "zin"),
    [
        (
            [kandidaat("plan", status="besluit", capaciteit=4)],
            Opdracht(),
            "Al gepland, en daarom niet opnieuw te kiezen: 1 locatie met 4 plaatsen.",
        ),
        (
            [kandidaat("K1", capaciteit=10)],
            Opdracht(maand=MAAND),
            "Onbekend vanaf wanneer, maar meegeteld in juli 2027: K1.",
        ),
        (
            [kandidaat("K1", capaciteit=10)],
            Opdracht(min_afstand_opvang_m=500.0),
            "Bestaande opvang ligt in de lijst op het midden van de kern en niet op het adres; "
            "wat er niet in staat, houdt geen afstand.",
        ),
        (
            [kandidaat("K1", capaciteit=10)],
            Opdracht(mixband=(0.2, 0.5)),
            "De mix is onbekend van 1 locatie in de keuze; die tellen in de band niet mee.",
        ),
    ],
)
def test_wat_er_bij_een_eis_te_weten_is(rijen, opdracht, zin):
    assert zin in let_op(*rijen, opdracht=opdracht)


def test_een_beschermde_locatie_wordt_genoemd():
    zinnen = let_op(kandidaat("K1", type="amv", capaciteit=10))
    assert zinnen[-1] == (
        "Beschermde ligging: K1. Deel die buiten de planners alleen per gemeente."
    )


def test_een_maand_met_alle_data_bekend():
    rij = kandidaat("K1", capaciteit=10, beschikbaar_van=pd.Timestamp("2026-01-01"))
    zinnen = " ".join(let_op(rij, opdracht=Opdracht(maand=MAAND)))
    assert "nbekend vanaf wanneer" not in zinnen
    assert "beschikbaarheid" not in zinnen


def test_doel_en_bestaand_van_een_andere_tijd(omgeving_echt):
    geen = leeg(omgeving_echt.aandachtsgroepen)
    uitkomst = stel_samen(beoordeel(geen, omgeving_echt), Opdracht())
    assert any("de bestaande opvang is van juni 2025" in zin for zin in uitkomst.let_op())
