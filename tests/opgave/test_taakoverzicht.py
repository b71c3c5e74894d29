import pandas as pd
import pytest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout
from locatieplanner.opgave.taakoverzicht import landelijke_reeks, taakoverzicht
from locatieplanner.opgave.taakplan import taakplan
from tests.omgeving import HERKOMST
from tests.opgave.plannen import plan, woning

VORIG, NU = Halfjaar(2026, 1), Halfjaar(2026, 2)
LANDELIJK = {
    VORIG: Landelijk(VORIG, 2000, HERKOMST),
    NU: Landelijk(NU, 1000, HERKOMST),
    Halfjaar(2027, 1): Landelijk(Halfjaar(2027, 1), None, Herkomst("", "", Status.ONBEKEND)),
}
GEDAAN = pd.DataFrame(
    [("GM0001", "2026-I", 190), ("GM0001", "2026-II", 90), ("GM0002", "2026-I", 630)],
    columns=["gemeentecode", "halfjaar", "aantal"],
)


def test_taak_stand_en_plan_naast_elkaar(omgeving):
    kandidaten = plan(
        woning("A", capaciteit=50, status="besluit", beschikbaar_van="2026-09-01"),
        woning("B", capaciteit=70, status="besluit", beschikbaar_van="2027-02-01"),
    )
    uit = taakoverzicht(omgeving, LANDELIJK, NU, GEDAAN, taakplan(kandidaten, omgeving))
    een, twee, drie = (uit.gemeenten.loc[code] for code in ("GM0001", "GM0002", "GM0003"))
    # Samen 200.000 inwoners, dus per 20.000 inwoners 100 personen.
    assert (een["taakstelling"], twee["taakstelling"]) == (100, 300)
    assert (een["stand_vooraf"], een["opdracht"]) == (-10, 110)
    assert (een["gerealiseerd"], een["stand"]) == (90, -20)
    # Een voorsprong maakt de opdracht kleiner; wat nog niet ingevuld is, is onbekend.
    assert (twee["stand_vooraf"], twee["opdracht"]) == (30, 270)
    assert pd.isna([twee["gerealiseerd"], twee["stand"], drie["opdracht"]]).all()
    assert (een["plan_personen"], een["plan_woningen"], twee["plan_personen"]) == (50, 25, 0)
    assert uit.overschot.personen == 0


def test_zonder_invoer_en_plan_is_alleen_de_taakstelling_bekend(omgeving):
    tabel = taakoverzicht(omgeving, LANDELIJK, NU).gemeenten
    assert tabel["taakstelling"].sum() == 1000
    leeg = ["stand_vooraf", "opdracht", "gerealiseerd", "stand", "plan_personen", "plan_woningen"]
    assert tabel[leeg].isna().all(axis=None)


@pytest.mark.parametrize("halfjaar", [Halfjaar(2027, 1), Halfjaar(2030, 1)])
def test_een_onbekend_aantal_zegt_hoe_verder(omgeving, halfjaar):
    with pytest.raises(InvoerFout, match=r"is het landelijke aantal.*onbekend.*2026-I, 2026-II"):
        taakoverzicht(omgeving, LANDELIJK, halfjaar)


def test_de_reeks_met_het_deel_van_een_gebied(omgeving):
    codes = omgeving.gemeenten.index[omgeving.gemeenten["provincie"] == "Utrecht"]
    reeks = landelijke_reeks(omgeving, LANDELIJK, codes)
    assert list(reeks["halfjaar"]) == ["2026-I", "2026-II", "2027-I"]
    assert reeks["deel"].tolist()[:2] == [800, 400]
    assert reeks.loc[2, ["vergunninghouders", "deel"]].isna().all()
    assert reeks.loc[2, "status"] == "onbekend"
