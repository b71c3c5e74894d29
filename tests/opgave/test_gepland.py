import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.kandidaat import VOORTGANG, Kandidaatstatus
from locatieplanner.opgave.gepland import (
    gepland,
    gepland_per_gemeente,
    gepland_vanaf,
    telt_als_gepland,
    ver_genoeg,
    wat_niet_telt,
    wat_telt,
)
from tests.omgeving import LOCATIETYPEN, kandidaat, maak_gemeenten, maak_kandidaten, maak_lagen
from tests.trekkingen import kandidatenlijsten

PARAMETERS = maak_lagen().parameters


def vanaf(status):
    return PARAMETERS.met({"opgave.gepland_vanaf": str(status)})


@pytest.fixture
def kandidaten():
    return maak_kandidaten(
        kandidaat("K1", status="besluit", capaciteit=100),
        kandidaat("K2", status="vergund", capaciteit=40),
        kandidaat("K3", status="idee", capaciteit=500),
        kandidaat("K4", status="besluit", type="flex", capaciteit=80),
        kandidaat("K5", 10_000, 600_000, status="besluit", capaciteit=70),
        kandidaat("K6", 115_000, 405_000, status="in gebruik", capaciteit=30),
    )


def test_alleen_opvang_met_een_besluit_telt(kandidaten):
    assert gepland(kandidaten, LOCATIETYPEN, PARAMETERS).tolist() == [100, 40, 0, 0, 70, 30]


@pytest.mark.parametrize(
    ("status", "plaatsen"),
    [
        ("idee", [100, 40, 500, 0, 70, 30]),
        ("verkenning", [100, 40, 0, 0, 70, 30]),
        ("vergund", [0, 40, 0, 0, 0, 30]),
        ("in gebruik", [0, 0, 0, 0, 0, 30]),
    ],
)
def test_vanaf_welke_stap_is_een_instelling(kandidaten, status, plaatsen):
    assert gepland(kandidaten, LOCATIETYPEN, vanaf(status)).tolist() == plaatsen


def test_ver_genoeg_kijkt_niet_naar_het_type(kandidaten):
    ver = ver_genoeg(kandidaten["status"], PARAMETERS)
    assert ver.tolist() == [True, True, False, True, True, True]
    assert ver_genoeg(kandidaten["status"], vanaf("in gebruik")).sum() == 1


@pytest.mark.parametrize("status", VOORTGANG)
def test_gesloten_en_afgevallen_tellen_nooit(status):
    weg = maak_kandidaten(kandidaat("K1", status="gesloten"), kandidaat("K2", status="afgevallen"))
    assert not telt_als_gepland(weg, LOCATIETYPEN, vanaf(status)).any()


@given(kandidaten=kandidatenlijsten(), stap=st.integers(1, len(VOORTGANG) - 1))
def test_een_strengere_instelling_telt_nooit_meer(kandidaten, stap):
    ruim = telt_als_gepland(kandidaten, LOCATIETYPEN, vanaf(VOORTGANG[stap - 1]))
    streng = telt_als_gepland(kandidaten, LOCATIETYPEN, vanaf(VOORTGANG[stap]))
    assert not (streng & ~ruim).any()


def test_per_gemeente_zonder_wat_erbuiten_ligt(kandidaten):
    gelegen = met_ligging(kandidaten, maak_gemeenten())
    plaatsen = gepland_per_gemeente(gelegen, LOCATIETYPEN, PARAMETERS)
    assert plaatsen.to_dict() == {"GM0001": 140, "GM0002": 30}


def test_zelfde_als_in_de_beoordeling(kandidaten, omgeving):
    from locatieplanner.beoordeling.beoordeling import beoordeel

    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    plaatsen = gepland_per_gemeente(gelegen, omgeving.locatietypen, omgeving.parameters)
    assert plaatsen.equals(beoordeel(kandidaten, omgeving).gepland_per_gemeente)


def test_de_keuzes_zijn_de_stappen_en_elke_heeft_woorden():
    parameter = PARAMETERS["opgave.gepland_vanaf"]
    assert list(parameter.keuzes) == [str(status) for status in VOORTGANG]
    assert gepland_vanaf(vanaf("haalbaar")) is Kandidaatstatus.HAALBAAR
    for woorden in (wat_telt, wat_niet_telt):
        assert len({woorden(vanaf(status)) for status in VOORTGANG}) == len(VOORTGANG)
    assert (wat_telt(PARAMETERS), wat_niet_telt(PARAMETERS)) == (
        "met een besluit",
        "zonder besluit",
    )
