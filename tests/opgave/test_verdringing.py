import functools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opgave.verdringing import verdringing
from locatieplanner.opgave.wisseling import Soort
from tests.omgeving import AANDACHTSGROEPEN, maak_omgeving
from tests.opgave.plannen import PEIL, plan, plannen, woning
from tests.trekkingen import KOLOMMEN


@functools.cache
def _met_drempel(plaatsen):
    return maak_omgeving({"flexwonen.kleinste_verschil_plaatsen": plaatsen})


def _regels(oordeel, naam=lambda code: code, keer=1):
    """De waarschuwingen zonder volgorde, met groepen hernoemd en aantallen vermenigvuldigd."""

    def genoemd(deel):
        return sorted((naam(code), round(keer * aantal, 3)) for code, aantal in deel)

    return sorted(
        (
            *(str(w.soort), w.gemeentecode, sorted(w.sluit), sorted(w.opent)),
            *(genoemd(w.verlies), genoemd(w.winst), str(w.maand), str(w.eerste), str(w.laatste)),
        )
        for w in oordeel.waarschuwingen
    )


@given(kandidaten=plannen(sluiten=False))
def test_sluit_er_niets_dan_is_er_nooit_een_waarschuwing(omgeving, kandidaten):
    assert verdringing(kandidaten, omgeving, PEIL).waarschuwingen == ()


@given(kandidaten=plannen())
def test_zonder_onbekende_mix_of_datum_is_alles_te_beoordelen(omgeving, kandidaten):
    bekend = kandidaten[KOLOMMEN].notna().any(axis=1)
    bekend &= kandidaten["beschikbaar_van"].notna() & kandidaten["beschikbaar_tot"].notna()
    bekend &= kandidaten["status"] != "gesloten"
    assert verdringing(kandidaten[bekend], omgeving, PEIL).onbeoordeeld == ()


@given(kandidaten=plannen(min_size=2), keer=st.integers(2, 9))
def test_alles_keer_zoveel_geeft_dezelfde_waarschuwingen_met_getallen_keer_zoveel(
    omgeving, kandidaten, keer
):
    groter = kandidaten.assign(capaciteit=kandidaten["capaciteit"] * keer)
    # De drempel groeit mee: anders telt een verschil dat te klein was, in het groot wel.
    groot = verdringing(groter, _met_drempel(keer), PEIL)
    klein = verdringing(kandidaten, omgeving, PEIL)
    assert _regels(groot) == _regels(klein, keer=keer)
    assert groot.onbeoordeeld == klein.onbeoordeeld


@given(kandidaten=plannen(min_size=2))
def test_groepen_van_naam_wisselen_wisselt_de_uitkomst(omgeving, kandidaten):
    groep = {"statushouders": "regulier", "regulier": "statushouders"}
    namen = {f"aandeel_{oud}": f"aandeel_{nieuw}" for oud, nieuw in groep.items()}
    verwisseld = kandidaten.rename(columns=namen)[list(kandidaten.columns)]
    gewoon, anders = (verdringing(deel, omgeving, PEIL) for deel in (kandidaten, verwisseld))
    assert _regels(anders) == _regels(gewoon, naam=lambda code: groep.get(code, code))


@given(kandidaten=plannen(min_size=2), zaad=st.integers(0, 1000))
def test_de_volgorde_van_de_rijen_maakt_niet_uit(omgeving, kandidaten, zaad):
    geschud = kandidaten.sample(frac=1, random_state=zaad)
    gewoon, anders = (verdringing(deel, omgeving, PEIL) for deel in (kandidaten, geschud))
    assert _regels(anders) == _regels(gewoon)
    assert len(anders.onbeoordeeld) == len(gewoon.onbeoordeeld)


@given(kandidaten=plannen(min_size=2))
def test_elke_waarschuwing_noemt_een_verlies_een_winst_en_locaties(omgeving, kandidaten):
    oordeel = verdringing(kandidaten, omgeving, PEIL)
    plaatsen = [w.plaatsen for w in oordeel.waarschuwingen]
    assert plaatsen == sorted(plaatsen, reverse=True)
    for w in oordeel.waarschuwingen:
        assert w.sluit
        assert w.opent
        assert {groep for groep, _ in w.verlies} <= set(AANDACHTSGROEPEN)
        assert min(aantal for _, aantal in (*w.verlies, *w.winst)) >= 1
        assert w.eerste <= w.maand <= w.laatste
        if w.soort is Soort.GEMEENTE:
            assert oordeel.begin <= w.eerste
            assert w.laatste <= oordeel.einde


@pytest.mark.parametrize(("alleen_gepland", "aantal"), [(False, 2), (True, 0)])
def test_een_idee_doet_alleen_mee_als_alles_meedoet(omgeving, alleen_gepland, aantal):
    kandidaten = plan(
        woning("OUD", beschikbaar_tot="2028-06-30"),
        woning("NIEUW", status="idee", beschikbaar_van="2028-07-01", aandeel_studenten=1.0),
        woning("WEG", status="afgevallen", beschikbaar_van="2028-07-01", aandeel_regulier=1.0),
    )
    oordeel = verdringing(kandidaten, omgeving, PEIL, alleen_gepland=alleen_gepland)
    assert len(oordeel.waarschuwingen) == aantal
    assert oordeel.locaties == (1 if alleen_gepland else 2)


def test_het_tijdvak_loopt_van_de_terugblik_tot_de_horizon(omgeving):
    oordeel = verdringing(plan(woning("K1")), omgeving, PEIL)
    assert (oordeel.begin, oordeel.einde) == (
        pd.Period("2025-07", "M"),
        pd.Period("2046-07", "M"),
    )


def test_een_leeg_plan_geeft_niets(omgeving):
    oordeel = verdringing(plan(woning("K1")).iloc[:0], omgeving, PEIL)
    assert (oordeel.waarschuwingen, oordeel.onbeoordeeld, oordeel.locaties) == ((), (), 0)
