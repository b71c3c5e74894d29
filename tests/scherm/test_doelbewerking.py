import pandas as pd
import pytest

from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.fouten import DoelsetFout
from locatieplanner.invoer.doelen import controleer_doelen
from locatieplanner.scherm.doelbewerking import (
    WEG,
    met_eigen_doelen,
    met_naam,
    nieuwe_doelset,
    te_bewerken,
    zonder_weggehaalde,
)
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import DOELSET, doel

DOELSETS = {"proef": DOELSET}


@pytest.fixture
def toestand(kandidaten):
    return Toestand(kandidaten, "proef", False, "proef")


def test_eigen_doelen_gelden_en_wat_gelijk_is_valt_weg(toestand):
    rijen = [("proef", d) for d in (*DOELSET.van("Gelderland"), doel("Utrecht", 1, 1))]
    nieuw = met_eigen_doelen(toestand, Eigendoelen(tuple(rijen)), DOELSETS, "proef")
    assert nieuw.eigen_doelen.van("proef") == (doel("Utrecht", 1, 1),)
    assert nieuw.kandidaten is toestand.kandidaten
    assert not toestand.eigen_doelen


def test_een_doelset_die_er_niet_meer_is_is_niet_gekozen(toestand):
    nieuw = nieuwe_doelset("Regionaal bod", DOELSETS)
    (id_,) = nieuw.doelsets
    gekozen = met_eigen_doelen(
        Toestand(toestand.kandidaten, "proef", False, id_), nieuw, DOELSETS, "proef"
    )
    assert gekozen.doelset == id_ == "regionaal-bod"
    terug = met_eigen_doelen(gekozen, nieuw.zonder(id_), DOELSETS, "proef")
    assert terug.doelset == "proef"


@pytest.mark.parametrize(
    ("naam", "melding"),
    [("", "letters"), ("!!!", "letters"), ("Proef", "al een"), ("PROEFDOELEN", "al een")],
)
def test_een_naam_die_niet_kan(naam, melding):
    with pytest.raises(DoelsetFout, match=melding):
        nieuwe_doelset(naam, DOELSETS)


def test_een_eigen_doelset_houdt_haar_naam_ook_als_zij_leeg_is():
    leeg = nieuwe_doelset("Bod", DOELSETS).pas_toe(DOELSETS)["bod"]
    assert met_naam(leeg, Eigendoelen()).namen == (("bod", "Bod"),)
    assert met_naam(DOELSET, Eigendoelen()) == Eigendoelen()


def test_te_bewerken_rijen_zijn_genummerd_en_van_een_provincie():
    alle = te_bewerken(DOELSET, None)
    assert alle.index.tolist() == list(range(1, len(alle) + 1))
    assert "doelset" not in alle
    utrecht = te_bewerken(DOELSET, "Utrecht")
    assert utrecht["onderdeel"].tolist() == ["rol", "gvl_satelliet", "korte_termijn"]
    assert not utrecht[WEG].any()


def test_niets_getypt_verandert_niets():
    invoer = controleer_doelen(zonder_weggehaalde(te_bewerken(DOELSET, None)), DOELSETS, "proef")
    assert not invoer.fouten
    assert invoer.eigen.pas_toe(DOELSETS)["proef"] is DOELSET


def test_een_weggehaalde_rij_telt_niet_en_de_rijnummers_kloppen():
    tabel = te_bewerken(DOELSET, "Utrecht")
    tabel.loc[1, WEG] = True
    tabel.loc[3, "minimum"] = 5_000
    nieuw = pd.DataFrame(
        {"provincie": ["Utrecht"], "onderdeel": ["rol"], "minimum": [7]}, index=[4]
    )
    getypt = pd.concat([tabel, nieuw])
    invoer = controleer_doelen(zonder_weggehaalde(getypt), DOELSETS, "proef")
    (fout,) = invoer.fouten
    assert (fout.rij, fout.kolom) == (3, "maximum")
    getypt.loc[3, "minimum"] = 1
    goed = controleer_doelen(zonder_weggehaalde(getypt), DOELSETS, "proef")
    rijen = goed.eigen.van("proef")
    assert [(d.onderdeel, d.plaatsen.minimum) for d in rijen] == [
        *(("gvl_satelliet", 100), ("korte_termijn", 1), ("rol", 7)),
    ]
