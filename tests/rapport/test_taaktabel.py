import pandas as pd
import pytest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.taakoverzicht import taakoverzicht
from locatieplanner.opgave.taakplan import taakplan
from locatieplanner.rapport.taaktabel import (
    landelijktabel,
    taaktabel,
    telt_niet_tabel,
    verlooptabel,
)
from tests.omgeving import HERKOMST
from tests.opgave.plannen import plan, woning

NU = Halfjaar(2026, 2)
LANDELIJK = {
    Halfjaar(2026, 1): Landelijk(Halfjaar(2026, 1), None, Herkomst("", "", Status.ONBEKEND)),
    NU: Landelijk(NU, 999, HERKOMST),
}
GEDAAN = pd.DataFrame([("GM0001", "2026-II", 90)], columns=["gemeentecode", "halfjaar", "aantal"])
CODES = pd.Index(["GM0001", "GM0002"])


@pytest.fixture
def overzicht(omgeving):
    kandidaten = plan(
        woning("A", capaciteit=50, status="besluit", beschikbaar_van="2026-09-01"),
        woning("B", capaciteit=70, status="idee", beschikbaar_van="2026-09-01"),
    )
    return taakoverzicht(omgeving, LANDELIJK, NU, GEDAAN, taakplan(kandidaten, omgeving))


def test_kolommen_alleen_van_wat_er_is(overzicht):
    kaal = taaktabel(overzicht, CODES, "Utrecht", HERKOMST, met_stand=False, met_plan=False)
    vol = taaktabel(overzicht, CODES, "Utrecht", HERKOMST, met_stand=True, met_plan=True)
    assert "gerealiseerd (personen)" not in kaal.koppen
    assert {"gerealiseerd (personen)", "plan, statushouders (personen)"} <= set(vol.koppen)
    assert vol.als_tekst()["gemeente"].tolist() == ["Beekdal", "Aardam"]
    assert vol.als_tekst()["gerealiseerd (personen)"].tolist() == ["onbekend", "90"]


def test_de_herkomst_noemt_het_overschot_door_naar_boven_afronden(overzicht):
    tabel = taaktabel(overzicht, CODES, "Utrecht", HERKOMST, met_stand=False, met_plan=False)
    assert overzicht.overschot.personen == 1
    assert overzicht.overschot.zin in tabel.herkomst
    assert "naar boven afgerond" in tabel.herkomst


def test_een_onbekend_halfjaar_blijft_onbekend(omgeving):
    tekst = landelijktabel(omgeving, LANDELIJK, CODES, "Utrecht").als_tekst()
    assert tekst["landelijk (personen)"].tolist() == ["onbekend", "999"]
    assert tekst["taakstelling hier (personen)"].tolist() == ["onbekend", "400"]


def test_de_titel_noemt_een_gebied_alleen_als_het_niet_het_hele_land_is(omgeving):
    deel = landelijktabel(omgeving, LANDELIJK, CODES, "Utrecht")
    heel = landelijktabel(omgeving, LANDELIJK, omgeving.gemeenten.index, "heel Nederland")
    assert deel.titel == "Landelijke taakstelling per halfjaar, en Utrecht"
    assert heel.titel == "Landelijke taakstelling per halfjaar"


def test_verloop_alleen_van_wie_iets_invulde(overzicht):
    tekst = verlooptabel(overzicht, CODES, "Utrecht").als_tekst()
    assert set(tekst["gemeente"]) == {"Aardam"}


def test_wat_niet_meetelt_staat_er_met_reden(omgeving):
    kandidaten = plan(woning("B", capaciteit=70, status="idee", beschikbaar_van="2026-09-01"))
    tekst = telt_niet_tabel(taakplan(kandidaten, omgeving)).als_tekst()
    assert len(tekst) == 1
    assert tekst["waarom het niet meetelt"].tolist() == ["zonder besluit"]
