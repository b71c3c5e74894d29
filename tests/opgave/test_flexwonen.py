from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.opgave.eigenaar import EIGENAAR_ONBEKEND
from locatieplanner.opgave.flexwonen import is_huisvesting, woonlocaties
from locatieplanner.opgave.looptijd import Afloop
from tests.omgeving import maak_omgeving
from tests.opgave.plannen import PEIL, plan, plannen, woning, zonder_mix


def test_alleen_woonlocaties_met_alles_wat_erover_bekend_is(omgeving):
    tabel = woonlocaties(
        plan(
            woning(
                "K1", capaciteit=100, woningen=60, status="besluit", eigenaar=" Woonplus",
                beschikbaar_van="2028-07-01", beschikbaar_tot="2043-06-30",
                aandeel_statushouders=0.3, aandeel_regulier=0.7,
            ),
            woning("K2", type="gemengd", capaciteit=40, status="idee"),
            woning("K3", type="azc", capaciteit=400),
        ),
        omgeving,
        PEIL,
    )  # fmt: skip
    assert tabel.index.tolist() == ["K1", "K2"]
    een = tabel.loc["K1"]
    assert (een["gemeente"], een["provincie"], een["eigenaar"]) == ("Aardam", "Utrecht", "Woonplus")
    assert (een["woningen"], een["plaatsen"], een["termijn_maanden"]) == (60, 100, 180)
    assert een["afloop"] == Afloop.EINDIGT
    assert een["blijft_woningen"] == 0
    assert een["gepland"]
    assert een["personen_statushouders"] == pytest.approx(30)
    assert een["woningen_statushouders"] == pytest.approx(18)
    assert een["kwetsbaar"] == pytest.approx(30)
    assert een["taakstelling"] == pytest.approx(30)
    assert een["opvang"] == 0
    twee = tabel.loc["K2"]
    assert twee["eigenaar"] == EIGENAAR_ONBEKEND
    assert not twee["gepland"]
    assert twee["afloop"] == Afloop.BLIJVEND
    assert twee["blijft_woningen"] == twee["woningen"] == 20
    assert pd.isna(twee["termijn_maanden"])


def test_wat_onbekend_is_blijft_onbekend(omgeving):
    tabel = woonlocaties(plan(zonder_mix("K1", capaciteit=50)), omgeving, PEIL).loc["K1"]
    assert not tabel["mix_bekend"]
    for kolom in ("woningen", "kwetsbaar", "taakstelling", "blijft_woningen", "personen_regulier"):
        assert np.isnan(tabel[kolom]), kolom
    assert tabel["afloop"] == Afloop.ONBEKEND


def test_een_type_dat_niet_voor_de_taakstelling_telt_draagt_niets_bij(omgeving):
    typen = {
        code: replace(soort, telt_voor_taakstelling=code == "gemengd")
        for code, soort in omgeving.locatietypen.items()
    }
    tabel = woonlocaties(
        plan(woning("K1"), woning("K2", type="gemengd"), zonder_mix("K3")),
        replace(omgeving, locatietypen=typen),
        PEIL,
    )
    assert tabel["taakstelling"].tolist() == [0, 100, 0]


def test_een_plan_zonder_woonlocaties_geeft_een_lege_tabel_met_alle_kolommen(omgeving):
    vol = woonlocaties(plan(woning("K1")), omgeving, PEIL)
    leeg = woonlocaties(plan(woning("K1", type="azc")), omgeving, PEIL)
    assert leeg.empty
    assert list(leeg.columns) == list(vol.columns)


def test_wat_gepland_heet_is_een_instelling():
    kandidaten = plan(woning("K1", status="haalbaar"))
    streng, ruim = (
        woonlocaties(kandidaten, maak_omgeving({"opgave.gepland_vanaf": vanaf}), PEIL)
        for vanaf in ("besluit", "idee")
    )
    assert streng["gepland"].tolist() == [False]
    assert ruim["gepland"].tolist() == [True]


@given(kandidaten=plannen())
def test_wat_bijdraagt_is_nooit_meer_dan_er_plaats_is(omgeving, kandidaten):
    tabel = woonlocaties(kandidaten, omgeving, PEIL)
    assert len(tabel) == is_huisvesting(kandidaten, omgeving.locatietypen).sum()
    assert (tabel["taakstelling"].fillna(0) <= tabel["plaatsen"] + 1e-9).all()
    assert (tabel["kwetsbaar"].fillna(0) <= tabel["plaatsen"] + 1e-9).all()
    assert (tabel["blijft_woningen"].fillna(0) <= tabel["woningen"].fillna(0)).all()
    assert (tabel["taakstelling"].isna() == ~tabel["mix_bekend"]).all()


def test_in_het_voorbeeld_staan_elf_woonlocaties(omgeving_echt, voorbeeld):
    tabel = woonlocaties(met_ligging(voorbeeld, omgeving_echt.gemeenten), omgeving_echt, PEIL)
    assert len(tabel) == 11
    assert tabel["woningen"].sum() == 699
    assert set(tabel["type"]) == {"flexwonen", "gemengd"}
