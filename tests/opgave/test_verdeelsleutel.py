import pandas as pd
import pytest

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.fouten import FormuleFout, VerdelingFout
from locatieplanner.opgave.formule import Formule
from locatieplanner.opgave.verdeelsleutel import (
    BRON,
    FORMULE,
    VARIABELEN,
    Sleutel,
    formulevermelding,
    inwonersgewichten,
    lees_formule,
    sesgewichten,
    sleutelstatus,
)
from tests.omgeving import HERKOMST, maak_gemeenten

GELDERLAND = maak_gemeenten().query("provincie == 'Gelderland'")
"""Cromhoek 10.000, Duinrand 40.000 en Eemwoud 50.000 inwoners."""


def ses(**scores):
    return Seswoa(pd.Series(scores, dtype="float64"), HERKOMST)


def gewichten(formule, scores):
    return sesgewichten(GELDERLAND, scores, Formule.lees(formule, VARIABELEN))


def test_inwoners(lagen_echt):
    assert inwonersgewichten(GELDERLAND).to_dict() == {
        "GM0003": 10_000,
        "GM0004": 40_000,
        "GM0005": 50_000,
    }


def test_elke_variabele_heeft_een_waarde_uit_de_provincie():
    scores = ses(GM0001=9.0, GM0003=-0.2, GM0004=0.1, GM0005=0.4)
    # Gemiddelde naar inwoners: −0,2 · 0,1 + 0,1 · 0,4 + 0,4 · 0,5 = 0,22.
    for formule, verwacht in {
        "inwoners": [10_000, 40_000, 50_000],
        "2 + ses_woa": [1.8, 2.1, 2.4],
        "inwoners_provincie": [100_000] * 3,
        "ses_provincie": [0.22] * 3,
        "1 + ses_laagste": [0.8] * 3,
        "ses_hoogste": [0.4] * 3,
    }.items():
        assert gewichten(formule, scores).gewichten.tolist() == pytest.approx(verwacht), formule


def test_de_ingebouwde_formule_houdt_de_som_gelijk_en_geeft_welvarend_meer(lagen_echt):
    formule = lees_formule(lagen_echt.parameters)
    scores = ses(GM0003=-0.2, GM0004=0.1, GM0005=0.4)
    uit = sesgewichten(GELDERLAND, scores, formule).gewichten
    assert uit.sum() == pytest.approx(100_000)
    assert uit["GM0005"] == pytest.approx(50_000 * 1.18)
    gelijk = ses(GM0003=0.3, GM0004=0.3, GM0005=0.3)
    assert sesgewichten(GELDERLAND, gelijk, formule).gewichten.tolist() == pytest.approx(
        inwonersgewichten(GELDERLAND).tolist()
    )


def test_een_onbekende_score_wordt_het_gemiddelde_en_heet_geschat():
    uit = gewichten("1 + ses_woa", ses(GM0004=0.1, GM0005=0.4))
    assert uit.geschat.to_dict() == {"GM0003": True, "GM0004": False, "GM0005": False}
    assert uit.scores["GM0003"] == pytest.approx((0.1 * 40 + 0.4 * 50) / 90)


def test_niets_geladen_zegt_hoe_het_te_halen_is():
    with pytest.raises(VerdelingFout, match="locatieplanner lagen ververs ses_woa"):
        gewichten("inwoners", None)
    with pytest.raises(VerdelingFout, match="geen enkele gemeente van deze provincie"):
        gewichten("inwoners", ses(GM0001=0.1))


def test_een_fout_in_de_formule_noemt_de_gemeente():
    with pytest.raises(FormuleFout, match=r"^Duinrand: De formule .* deelt door nul"):
        gewichten("inwoners / (ses_woa - 0.5)", ses(GM0003=0.7, GM0004=0.5, GM0005=0.9))


def test_zonder_bron_heet_de_formule_niet_de_wettelijke(lagen_echt):
    par = lagen_echt.parameters
    assert formulevermelding(par).endswith("(niet de wettelijke formule)")
    assert sleutelstatus(Sleutel.SES, par) is Status.GESCHAT
    anders = par.met({FORMULE: "inwoners"})
    assert formulevermelding(anders) == "gewicht = inwoners (niet de wettelijke formule)"
    met_bron = anders.met({BRON: "Stcrt. 2024, 3320"})
    assert formulevermelding(met_bron) == (
        "gewicht = inwoners (bron volgens de gebruiker: Stcrt. 2024, 3320)"
    )
    assert sleutelstatus(Sleutel.SES, met_bron) is Status.AFGELEID
    assert sleutelstatus(Sleutel.INWONERS, par) is Status.AFGELEID
