import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.opgave.bewoners import (
    VOLGENS_PLAN,
    kwetsbaar,
    personen_per_groep,
    plaatsen_herkomst,
    woningen,
    woningen_per_groep,
)
from tests.omgeving import AANDACHTSGROEPEN
from tests.opgave.plannen import plan, plannen, woning, zonder_mix


def test_personen_en_woningen_van_een_mix():
    kandidaten = plan(
        woning("K1", capaciteit=90, woningen=60, aandeel_statushouders=0.4, aandeel_studenten=0.6),
    )
    personen = personen_per_groep(kandidaten, AANDACHTSGROEPEN).loc["K1"]
    assert personen[personen > 0].to_dict() == pytest.approx({"statushouders": 36, "studenten": 54})
    # 36 statushouders met z'n tweeën en 54 studenten alleen: 18 en 54 delen van 60 woningen.
    per_groep = woningen_per_groep(kandidaten, AANDACHTSGROEPEN).loc["K1"]
    assert per_groep[per_groep > 0].to_dict() == pytest.approx(
        {"statushouders": 60 * 18 / 72, "studenten": 60 * 54 / 72}
    )
    assert kwetsbaar(personen_per_groep(kandidaten, AANDACHTSGROEPEN), AANDACHTSGROEPEN)[
        "K1"
    ] == pytest.approx(36)


@pytest.mark.parametrize(
    ("rij", "aantal", "herkomst"),
    [
        (woning("K1", capaciteit=90, woningen=60), 60, VOLGENS_PLAN),
        (woning("K1", capaciteit=90), 45, "geschat"),
        (woning("K1", capaciteit=1), 1, "geschat"),
        (zonder_mix("K1", capaciteit=90, woningen=60), 60, VOLGENS_PLAN),
        (zonder_mix("K1", capaciteit=90), None, "onbekend"),
    ],
)
def test_woningen_uit_het_plan_of_geschat_en_zonder_mix_onbekend(rij, aantal, herkomst):
    gevonden = woningen(plan(rij), AANDACHTSGROEPEN).loc["K1"]
    assert gevonden["woningen_herkomst"] == herkomst
    assert pd.isna(gevonden["woningen"]) if aantal is None else gevonden["woningen"] == aantal


def test_een_onbekende_mix_maakt_elke_groep_onbekend():
    kandidaten = plan(zonder_mix("K1", woningen=40), woning("K2"))
    assert personen_per_groep(kandidaten, AANDACHTSGROEPEN).isna().all(axis=1).tolist() == [
        True,
        False,
    ]
    assert woningen_per_groep(kandidaten, AANDACHTSGROEPEN).loc["K1"].isna().all()
    personen = personen_per_groep(kandidaten, AANDACHTSGROEPEN)
    assert kwetsbaar(personen, AANDACHTSGROEPEN).isna().tolist() == [True, False]


def test_of_de_plaatsen_uit_het_plan_komen():
    zin = "Capaciteit geschat: 50 woningen × 2,00 personen per woning."
    kandidaten = plan(woning("K1"), woning("K2", toelichting=f"Let op. {zin}"))
    assert plaatsen_herkomst(kandidaten).tolist() == [VOLGENS_PLAN, "geschat"]


@given(kandidaten=plannen())
def test_groepen_tellen_op_tot_plaatsen_en_woningen(kandidaten):
    personen = personen_per_groep(kandidaten, AANDACHTSGROEPEN)
    bekend = personen.notna().all(axis=1)
    assert personen.loc[bekend].sum(axis=1).to_numpy() == pytest.approx(
        kandidaten.loc[bekend, "capaciteit"].to_numpy()
    )
    aantal = woningen(kandidaten, AANDACHTSGROEPEN)["woningen"]
    assert aantal[bekend].notna().all()
    assert woningen_per_groep(kandidaten, AANDACHTSGROEPEN).loc[bekend].sum(
        axis=1
    ).to_numpy() == pytest.approx(aantal[bekend].to_numpy())
