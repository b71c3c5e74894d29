import pytest

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.opgave.gepland import gepland, gepland_per_gemeente
from tests.omgeving import LOCATIETYPEN, kandidaat, maak_gemeenten, maak_kandidaten


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
    assert gepland(kandidaten, LOCATIETYPEN).tolist() == [100, 40, 0, 0, 70, 30]


def test_per_gemeente_zonder_wat_erbuiten_ligt(kandidaten):
    gelegen = met_ligging(kandidaten, maak_gemeenten())
    plaatsen = gepland_per_gemeente(gelegen, LOCATIETYPEN)
    assert plaatsen.to_dict() == {"GM0001": 140, "GM0002": 30}


def test_zelfde_als_in_de_beoordeling(kandidaten, omgeving):
    from locatieplanner.beoordeling.beoordeling import beoordeel

    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    plaatsen = gepland_per_gemeente(gelegen, omgeving.locatietypen)
    assert plaatsen.equals(beoordeel(kandidaten, omgeving).gepland_per_gemeente)
