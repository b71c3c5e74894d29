import math

import pandas as pd
import pytest

from locatieplanner.beoordeling.omgeving import bouw_omgeving
from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.fouten import FormuleFout, VerdelingFout
from locatieplanner.opgave.provincieverdeling import MET_DE_HAND, verdeel_provincie
from locatieplanner.opgave.verdeeldoel import Grens, verdeeldoel
from locatieplanner.opgave.verdeelsleutel import Sleutel
from tests.omgeving import HERKOMST, maak_omgeving

SES = Seswoa(pd.Series({"GM0004": 0.5, "GM0005": -0.3}), HERKOMST)


def met_ses(parameters=None, scores=SES):
    return maak_omgeving(parameters, opgehaald=Opgehaald(ses_woa=scores))


def test_beide_sleutels_naast_elkaar_met_het_verschil():
    tabel = verdeel_provincie(met_ses(), "Gelderland").gemeenten
    assert list(tabel["gemeente"]) == ["Eemwoud", "Duinrand", "Cromhoek"]
    assert list(tabel["naar_inwoners"]) == [500, 400, 100]
    # Gemiddelde naar inwoners: (0,5 · 40 − 0,3 · 50) / 90 = 0,0556.
    assert list(tabel["naar_ses"]) == [322, 578, 100]
    assert list(tabel["verschil"]) == [-178, 178, 0]
    assert tabel["plaatsen"].equals(tabel["naar_inwoners"].astype("int64").rename("plaatsen"))
    assert list(tabel["plaatsen_per_1000"]) == [10, 10, 10]
    assert list(tabel["ses_status"]) == [Status.GEPUBLICEERD, Status.GEPUBLICEERD, Status.GESCHAT]


def test_verdeeld_naar_ses_met_de_formule_en_wat_er_geschat_is():
    verdeling = verdeel_provincie(met_ses(), "Gelderland", sleutel=Sleutel.SES)
    tabel = verdeling.gemeenten
    assert list(tabel["plaatsen"]) == [322, 578, 100]
    assert verdeling.ses_geschat == 1
    assert "niet de wettelijke formule" in verdeling.formule
    assert set(tabel["status"]) == {Status.GESCHAT}
    assert set(tabel["hoe"]) == {"inwoners en SES-WOA"}
    assert verdeling.zonder_ses == ""


def test_zonder_ses_verdeelt_inwoners_wel_en_ses_niet(omgeving):
    verdeling = verdeel_provincie(omgeving, "Gelderland")
    assert "lagen ververs ses_woa" in verdeling.zonder_ses
    assert verdeling.gemeenten[["naar_ses", "verschil", "ses_woa"]].isna().all(axis=None)
    assert set(verdeling.gemeenten["ses_status"]) == {Status.ONBEKEND}
    assert set(verdeling.gemeenten["status"]) == {Status.AFGELEID}
    assert verdeling.ses_geschat == 0
    with pytest.raises(VerdelingFout, match="SES-WOA is niet geladen"):
        verdeel_provincie(omgeving, "Gelderland", sleutel=Sleutel.SES)


def test_een_kapotte_formule_houdt_inwoners_niet_tegen():
    omgeving = met_ses({"verdeling.ses_formule": "inwoners +"})
    assert "niet te lezen" in verdeel_provincie(omgeving, "Gelderland").zonder_ses
    with pytest.raises(FormuleFout, match="niet te lezen"):
        verdeel_provincie(omgeving, "Gelderland", sleutel=Sleutel.SES)


def test_een_formule_die_iedereen_nul_geeft():
    omgeving = met_ses({"verdeling.ses_formule": "0 * inwoners"})
    assert "gewicht nul" in verdeel_provincie(omgeving, "Gelderland").zonder_ses
    with pytest.raises(VerdelingFout, match="gewicht nul"):
        verdeel_provincie(omgeving, "Gelderland", sleutel=Sleutel.SES)


def test_met_de_hand_en_de_rest_naar_de_sleutel():
    verdeling = verdeel_provincie(
        met_ses(), "Gelderland", sleutel=Sleutel.SES, vast={"GM0005": 600, "GM0003": 0}
    )
    tabel = verdeling.gemeenten
    assert tabel["plaatsen"].to_dict() == {"GM0005": 600, "GM0004": 400, "GM0003": 0}
    assert list(tabel["hoe"]) == [MET_DE_HAND, "inwoners en SES-WOA", MET_DE_HAND]
    assert verdeling.met_de_hand == 600
    # De sleutels ernaast blijven zoals zij zonder de hand zijn.
    assert list(tabel["naar_inwoners"]) == [500, 400, 100]


def test_bestaand_en_gepland_staan_erbij(omgeving):
    tabel = verdeel_provincie(omgeving, "Utrecht", gepland=pd.Series({"GM0001": 30.0})).gemeenten
    assert tabel["gepland"].to_dict() == {"GM0002": 0, "GM0001": 30}
    assert tabel.loc["GM0002", "bestaand_bekend"] == 400
    assert math.isnan(tabel.loc["GM0001", "bestaand_bekend"])
    assert tabel.loc["GM0001", "bestaand_geschat"] == pytest.approx(150)
    assert verdeel_provincie(omgeving, "Utrecht").gemeenten["gepland"].isna().all()


@pytest.fixture(scope="module")
def met_scores(lagen_echt):
    """De echte lagen, met voor de meeste gemeenten een verzonnen score."""
    from dataclasses import replace

    codes = lagen_echt.gemeenten.index
    scores = pd.Series([(nummer * 37 % 100 - 60) / 100 for nummer in range(len(codes))], codes)
    ses = Seswoa(scores[[nummer % 9 != 0 for nummer in range(len(codes))]], HERKOMST)
    return replace(lagen_echt, opgehaald=replace(lagen_echt.opgehaald, ses_woa=ses))


def test_elke_provincie_doelset_en_sleutel_telt_precies_op(met_scores):
    verdeeld = 0
    for id_ in met_scores.doelsets:
        omgeving = bouw_omgeving(met_scores, id_)
        for provincie in PROVINCIES:
            for grens in Grens:
                if pd.isna(omgeving.doelen.loc[provincie, grens]):
                    with pytest.raises(VerdelingFout, match=f"Het {grens} van het doel"):
                        verdeel_provincie(omgeving, provincie, grens=grens)
                    continue
                totaal = verdeeldoel(omgeving, provincie, grens).plaatsen
                for sleutel in Sleutel:
                    uit = verdeel_provincie(omgeving, provincie, sleutel=sleutel, grens=grens)
                    tabel = uit.gemeenten
                    assert tabel["plaatsen"].sum() == totaal
                    assert tabel["naar_inwoners"].sum() == tabel["naar_ses"].sum() == totaal
                    assert tabel["verschil"].sum() == 0
                    verdeeld += 1
    assert verdeeld > 300
