import pandas as pd
import pytest

from locatieplanner.opgave.trechter import trechter
from locatieplanner.opgave.verloop import verloop
from locatieplanner.rapport.voortgangtabel import trechtertabel
from locatieplanner.scherm.grafiek import in_stijl
from locatieplanner.scherm.voortgangsgrafiek import (
    doelgrenzen,
    gebeurtenisgrafiek,
    tijdlijn,
    trechtergrafiek,
)
from tests.omgeving import LOCATIETYPEN, doel, maak_doelset, maak_omgeving
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties


def rijen(grafiek):
    """De rijen achter een grafiek, per laag."""
    return [pd.DataFrame(deel) for deel in in_stijl(grafiek).to_dict()["datasets"].values()]


def utrecht(*locatierijen, laag=100, hoog=150, bestaand_telt_mee=True):
    doelset = maak_doelset(
        doel("Utrecht", laag, hoog, peildatum="2027-03-01"), bestaand_telt_mee=bestaand_telt_mee
    )
    omgeving = maak_omgeving(doelset=doelset, vul_aan=False)
    return verloop(locaties(*locatierijen), omgeving, "Utrecht", vanaf=BEGIN)


def test_de_vlakken_tellen_op_tot_de_capaciteit_en_het_doel_is_een_lijn():
    uitkomst = utrecht(locatie("A", 60, "2027-02-01"))
    vlak, lijn = rijen(tijdlijn(uitkomst))
    assert set(vlak["reeks"]) == {"bestaand bekend", "bestaand geschat", "gepland"}
    samen = vlak.groupby("maand")["plaatsen"].sum()
    assert samen.tolist() == pytest.approx(uitkomst.maanden["capaciteit"].tolist())
    assert set(lijn["grens"]) == {"doel, ondergrens", "doel, bovengrens"}
    # Voor de peildatum is er geen doel, en dus ook geen nul.
    assert lijn["plaatsen"].isna().sum() == 4
    assert set(lijn["plaatsen"].dropna()) == {100, 150}


def test_een_doel_zonder_bandbreedte_is_een_lijn():
    assert list(doelgrenzen(utrecht(hoog=100))) == ["doel"]
    assert list(doelgrenzen(utrecht(hoog=None))) == ["doel, ondergrens"]


def test_zonder_doel_en_zonder_bestaande_opvang():
    omgeving = maak_omgeving(vul_aan=False)
    (vlak,) = rijen(tijdlijn(verloop(locaties(), omgeving, "Limburg", vanaf=BEGIN)))
    assert "gepland" in set(vlak["reeks"])
    vlak, _ = rijen(tijdlijn(utrecht(bestaand_telt_mee=False)))
    assert set(vlak["reeks"]) == {"gepland"}


def test_wat_begint_gaat_omhoog_en_wat_afloopt_omlaag():
    staven = rijen(gebeurtenisgrafiek(utrecht(locatie("A", 60, "2027-02-01", "2027-09-30"))))[0]
    assert staven.set_index("wat")["plaatsen"].to_dict() == {"begint": 60, "loopt af": -60}
    assert staven["hoeveel"].tolist() == [60, 60]
    assert staven["naam"].tolist() == ["Locatie A"] * 2


@pytest.mark.parametrize(("maat", "reeksen"), [("plaatsen", 2), ("woningen", 1), ("locaties", 1)])
def test_de_trechter_heeft_een_staaf_per_stap(maat, reeksen):
    stappen = trechter(
        locaties(locatie("A", 60), locatie("B", 30, type="flex", woningen=20)), LOCATIETYPEN
    )
    (staven,) = rijen(trechtergrafiek(trechtertabel(stappen, "Utrecht").gegevens, maat))
    assert staven["reeks"].nunique() == reeksen
    assert staven["naam"].nunique() == 8
    besluit = staven[staven["naam"] == "besluit"][maat].sum()
    assert besluit == {"plaatsen": 90, "woningen": 20, "locaties": 2}[maat]


def test_onbekende_woningen_zijn_geen_staaf_van_nul():
    stappen = trechter(locaties(locatie("B", 30, type="flex", woningen=None)), LOCATIETYPEN)
    (staven,) = rijen(trechtergrafiek(trechtertabel(stappen, "Utrecht").gegevens, "woningen"))
    per = staven.set_index("naam")["woningen"]
    assert pd.isna(per["besluit"])
    assert per["idee"] == 0
