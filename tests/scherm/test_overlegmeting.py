import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.portefeuille.planmeting import stel_vergelijking
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.overlegmeting import herbeoordeel, meet_keuze, na_ingreep
from locatieplanner.scherm.overlegstand import Ingreep, Watals
from tests.omgeving import kandidaat, maak_kandidaten

PROVINCIE = Gekozengebied("Utrecht", None, "Utrecht")
GEMEENTE = Gekozengebied("Utrecht", "GM0002", "gemeente Beekdal")
TAFEL = pd.Series({"A": 101, "B": 60, "W": 30})


@pytest.fixture(scope="module")
def kandidaten():
    return maak_kandidaten(
        kandidaat("A", 104_000, 405_000, capaciteit=101),
        kandidaat("B", 115_000, 405_000, capaciteit=60, status="besluit"),
        kandidaat("C", 116_000, 406_000, capaciteit=40, status="besluit"),
        kandidaat("W", 114_000, 404_000, type="flex", capaciteit=30),
    )


@pytest.fixture(scope="module")
def beoordeling(kandidaten, omgeving):
    return beoordeel(kandidaten, omgeving)


@pytest.fixture(scope="module")
def probleem(beoordeling):
    return stel_vergelijking(beoordeling, ("Utrecht",))


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 1000), max_size=4),
    st.dictionaries(st.sampled_from("abcd"), st.sampled_from(list(Ingreep)), max_size=4),
)
def test_een_ingreep_raakt_alleen_de_eigen_locatie_en_maakt_nooit_meer(plaatsen, ingrepen):
    watals = Watals()
    for id_, ingreep in ingrepen.items():
        watals = watals.met_ingreep(id_, ingreep)
    na = na_ingreep(pd.Series(plaatsen, dtype="int64"), watals).to_dict()
    for id_, aantal in plaatsen.items():
        match ingrepen.get(id_, Ingreep.HEEL):
            case Ingreep.HEEL:
                assert na[id_] == aantal
            case Ingreep.HALF:
                assert aantal <= 2 * na[id_] <= aantal + 1
            case Ingreep.WEG:
                assert id_ not in na


def test_wat_gepland_is_en_niet_op_tafel_ligt_telt_altijd_mee(probleem):
    meting = meet_keuze(probleem, PROVINCIE, TAFEL, TAFEL.index)
    assert (meting.locaties, meting.plaatsen, meting.wonen) == (3, 101 + 60 + 40, 30)
    zonder_b = meet_keuze(probleem, PROVINCIE, TAFEL.drop("B"), TAFEL.index)
    assert zonder_b.plaatsen == 101 + 40
    assert zonder_b.nodig_laag == meting.nodig_laag + 60


def test_een_plan_met_alleen_wat_gepland_is_geeft_de_stand_van_de_opgave(probleem, beoordeling):
    leeg = pd.Series(dtype="int64")
    meting = meet_keuze(probleem, PROVINCIE, leeg, pd.Index([]))
    rij = stand_per_provincie(beoordeling.omgeving, beoordeling.gepland_per_gemeente).loc["Utrecht"]
    assert meting.nodig_laag == pytest.approx(rij["nodig_laag"])
    assert meting.nodig_hoog == pytest.approx(rij["nodig_hoog"])
    assert str(meting.status) == str(rij["nodig_status"])


def test_een_gemeente_heeft_haar_eigen_deel_en_de_spreiding_van_de_provincie(probleem):
    hier = meet_keuze(probleem, GEMEENTE, TAFEL, TAFEL.index)
    heel = meet_keuze(probleem, PROVINCIE, TAFEL, TAFEL.index)
    assert (hier.plaatsen, hier.wonen) == (100, 30)
    assert hier.doel_laag == pytest.approx(heel.doel_laag * 60 / 80)
    assert hier.gini == heel.gini
    assert hier.nodig_laag == pytest.approx(hier.doel_laag - hier.er_is - 100)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(st.sampled_from(["A", "B", "W"]), st.sampled_from(list(Ingreep)))
def test_ingrepen_raken_het_plan_zelf_nooit(kandidaten, beoordeling, id_, ingreep):
    voor = kandidaten.copy(deep=True)
    nieuw = herbeoordeel(beoordeling, kandidaten, Watals().met_ingreep(id_, ingreep))
    pd.testing.assert_frame_equal(kandidaten, voor)
    assert (id_ in nieuw.kandidaten.index) == (ingreep is not Ingreep.WEG)
    if ingreep is Ingreep.HALF:
        klein = [b.deelscores["kleinschaligheid"].loc[id_] for b in (beoordeling, nieuw)]
        assert klein[1] >= klein[0]
