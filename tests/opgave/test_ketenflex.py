import pandas as pd
import pytest

from locatieplanner.opgave.beschikbaarheid import ALTIJD, NOOIT
from locatieplanner.opgave.ketenflex import Flexplan, flexplan
from tests.omgeving import kandidaat, maak_kandidaten

START = pd.Period("2026-01", freq="M")
GOED = {
    "type": "flexwonen",
    "status": "besluit",
    "capaciteit": 120,
    "beschikbaar_van": "2027-06-01",
    "beschikbaar_tot": "2037-05-31",
    "aandeel_statushouders": 0.7,
    "aandeel_studenten": 0.3,
}


@pytest.fixture
def plan_van(lagen_echt):
    def maak(*rijen, **parameters):
        kandidaten = maak_kandidaten(
            *(kandidaat(f"K{nummer}", **rij) for nummer, rij in enumerate(rijen))
        )
        return flexplan(
            kandidaten,
            lagen_echt.locatietypen,
            lagen_echt.aandachtsgroepen,
            lagen_echt.parameters.met(parameters),
            START,
        )

    return maak


def _maand(nummer):
    return str(pd.Period(ordinal=nummer, freq="M"))


def test_plaatsen_zijn_capaciteit_maal_aandeel(plan_van):
    plan = plan_van(GOED)
    (rij,) = plan.telt.itertuples()
    assert rij.plaatsen == pytest.approx(84)
    assert (_maand(rij.begin), _maand(rij.eind)) == ("2027-06", "2037-05")
    assert plan.plaatsen == pytest.approx(84)
    assert plan.telt_niet.empty


def test_gemengd_wonen_blijft_en_opvang_is_geen_woning(plan_van):
    plan = plan_van(
        GOED | {"type": "gemengd", "beschikbaar_tot": None}, GOED | {"type": "azc"}, GOED
    )
    assert list(plan.telt.index) == ["K0", "K2"]
    assert plan.telt["eind"].loc["K0"] == NOOIT
    assert plan.telt_niet.empty


@pytest.mark.parametrize(
    ("anders", "reden", "herstel"),
    [
        (
            {"aandeel_statushouders": None, "aandeel_studenten": None},
            "mix van bewoners onbekend",
            "aandelen",
        ),
        ({"beschikbaar_van": None}, "begindatum onbekend", "beschikbaar_van"),
        ({"beschikbaar_tot": None}, "einddatum onbekend", "beschikbaar_tot"),
        ({"status": "haalbaar"}, "zonder besluit", "Gepland telt vanaf"),
        (
            {"aandeel_statushouders": None, "aandeel_studenten": 1.0},
            "geen plaatsen voor statushouders",
            "",
        ),
        (
            {"beschikbaar_van": "2010-01-01", "beschikbaar_tot": "2025-06-30"},
            "eindigt voor de eerste maand",
            "",
        ),
    ],
)
def test_wat_onbekend_of_niet_zover_is_telt_niet_en_staat_in_de_lijst(
    plan_van, anders, reden, herstel
):
    plan = plan_van(GOED | anders)
    assert plan.telt.empty
    assert plan.plaatsen == 0
    (rij,) = plan.telt_niet.itertuples()
    assert reden in rij.reden
    assert herstel in rij.herstel
    assert bool(herstel) == bool(rij.herstel)
    assert rij.naam == "Locatie K0"


def test_elke_reden_wordt_genoemd(plan_van):
    plan = plan_van({"type": "flexwonen"})
    (rij,) = plan.telt_niet.itertuples()
    assert rij.reden.count(";") == 3
    assert rij.herstel.count(";") == 3


def test_wat_gepland_telt_is_een_instelling(plan_van):
    idee = GOED | {"status": "idee"}
    assert plan_van(idee).telt.empty
    assert len(plan_van(idee, **{"opgave.gepland_vanaf": "idee"}).telt) == 1


@pytest.mark.parametrize("status", ["gesloten", "afgevallen"])
def test_wat_gesloten_of_afgevallen_is_hoort_niet_bij_het_plan(plan_van, status):
    plan = plan_van(GOED | {"status": status}, **{"opgave.gepland_vanaf": "idee"})
    assert plan.telt.empty
    assert plan.telt_niet.empty


def test_in_gebruik_zonder_begindatum_is_al_open(plan_van):
    plan = plan_van(GOED | {"status": "in gebruik", "beschikbaar_van": None}, GOED)
    assert plan.telt["begin"].loc["K0"] == ALTIJD


def test_zonder_kandidaten(plan_van):
    for plan in (plan_van(), Flexplan.zonder()):
        assert plan.telt.empty
        assert plan.telt_niet.empty
        assert plan.plaatsen == 0


def test_wat_niet_telt_houdt_zijn_plaatsen_als_die_bekend_zijn(plan_van):
    plan = plan_van(GOED | {"status": "idee"}, GOED | {"aandeel_statushouders": None})
    assert plan.telt_niet["plaatsen"].tolist() == [pytest.approx(84), 0]
