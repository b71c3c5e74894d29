import pytest

from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.eigenplan import toets_plan
from locatieplanner.portefeuille.keuzemodel import bouw
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from locatieplanner.portefeuille.samenstellen import stel_samen
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling, trek

RIJEN = (
    kandidaat("A", x=102_000, capaciteit=10),
    kandidaat("B", x=103_200, capaciteit=20),
    kandidaat("C", x=116_000, capaciteit=30),
    kandidaat("weg", x=108_000, status="afgevallen", capaciteit=9),
    kandidaat("plan", x=118_900, status="besluit", capaciteit=5),
)


def toets(plan, opdracht=None):
    beoordeling = maak_beoordeling(*RIJEN, doelen=[doel("Utrecht", 45, 45)])
    return toets_plan(bouw(stel_probleem(beoordeling, opdracht or Opdracht())), plan)


def test_een_plan_dat_voldoet():
    eigen = toets({"A": None, "C": 25})
    assert eigen.portefeuille.plaatsen.to_dict() == {"A": 10, "C": 25}
    assert eigen.portefeuille.tekort == 5
    assert (eigen.gebroken, eigen.niet_te_kiezen) == ((), ())


def test_de_eisen_waaraan_het_niet_voldoet():
    opdracht = Opdracht(max_per_gemeente=1, min_afstand_m=2000.0, max_groot=Omvanggrens(0, 15))
    eigen = toets({"A": 2, "B": None}, opdracht)
    assert {eis.zin for eis in eigen.gebroken} == {
        "ten minste 50 % van de capaciteit van een locatie (en wat haar type eist)",
        "ten hoogste 1 locatie in Aardam",
        "ten minste 2,0 km tussen twee locaties",
        "ten hoogste 0 locaties met meer dan 15 plaatsen",
    }


def test_boven_het_doel_is_ook_een_eis():
    (eis,) = toets({"A": 10, "B": 20, "C": 30}).gebroken
    assert eis.zin.startswith("ten hoogste het doel van Utrecht")


def test_wie_niet_te_kiezen_is_staat_er_wel_in_en_wordt_genoemd():
    eigen = toets({"weg": None, "A": None})
    assert eigen.niet_te_kiezen == ("weg: uitgesloten: status afgevallen",)
    assert eigen.portefeuille.plaatsen.to_dict() == {"A": 10, "weg": 9}


def test_wie_al_gepland_is_telt_niet_dubbel():
    assert toets({"plan": None, "A": 10}).portefeuille.plaatsen.to_dict() == {"A": 10}


def test_een_leeg_plan():
    assert toets({}).portefeuille.tekort == 40


@pytest.mark.parametrize(
    ("plan", "melding"),
    [
        ({"X": None}, "Er is geen kandidaat met id 'X'"),
        ({"A": 11}, "A kan 1 tot 10 plaatsen hebben, niet 11"),
        ({"A": 0}, "niet 0"),
    ],
)
def test_een_plan_dat_niet_kan(plan, melding):
    with pytest.raises(InvoerFout, match=melding):
        toets(plan)


@pytest.mark.parametrize("zaad", range(1300, 1320))
def test_een_berekende_portefeuille_voldoet_als_eigen_plan(zaad):
    beoordeling, opdracht = trek(zaad)
    uitkomst = stel_samen(beoordeling, opdracht)
    plan = uitkomst.beste.plaatsen.to_dict()
    eigen = toets_plan(bouw(uitkomst.probleem), plan)
    assert (eigen.gebroken, eigen.niet_te_kiezen) == ((), ())
    assert eigen.portefeuille.maten == pytest.approx(uitkomst.beste.maten, nan_ok=True)
