import pytest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.gegevens import Rapportgegevens

LAGEN = (
    {"laag": "gemeenten.parquet", "gebied": "ingebouwd", "sha256": "aa", "peildatum": ""},
    {"laag": "natura2000", "gebied": "Utrecht", "sha256": "bb", "peildatum": "2026-11-01"},
)


@pytest.fixture(scope="session")
def maak_gegevens(omgeving):
    """Wat een rapport naast de beoordeling nodig heeft; alles is te vervangen."""

    def maak(**anders):
        bron = Herkomst("proefbron", "2026", Status.GEPUBLICEERD)
        halfjaren = (Halfjaar(2025, 2), Halfjaar(2026, 1))
        landelijk = {
            halfjaren[0]: Landelijk(halfjaren[0], 1000, bron),
            halfjaren[1]: Landelijk(halfjaren[1], None, bron),
        }
        velden = {
            "datum": "2026-11-25",
            "plan": "proef.gpkg",
            "versie": "3",
            "kaart": omgeving.gemeenten,
            "lagen": LAGEN,
            "landelijk": landelijk,
            "inwoners": bron,
        }
        return Rapportgegevens(**(velden | anders))

    return maak


@pytest.fixture(scope="session")
def basis(beoordeling, maak_gegevens):
    """Voor planners: alles."""
    return Rapportbasis.van(beoordeling, maak_gegevens())


@pytest.fixture(scope="session")
def basis_derden(beoordeling, maak_gegevens):
    """Voor derden: van beschermde locaties alleen de gemeente."""
    return Rapportbasis.van(beoordeling, maak_gegevens(deel_beschermd=False))
