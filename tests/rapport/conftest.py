import pytest
import shapely

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.rapport.kolommen import NIET_GETOETST, invoerkolommen
from tests.omgeving import AANDACHTSGROEPEN, kandidaat, maak_kandidaten

EXTRA = [
    *("status_spreiding", "status_kleinschaligheid", "status_nabijheid", "status_mix"),
    NIET_GETOETST,
    *invoerkolommen(AANDACHTSGROEPEN),
]
"""Wat er achter de vaste kolommen en de ligging staat."""

FORMULE = '=HYPERLINK("http://kwaad","klik")'


@pytest.fixture(scope="session")
def beoordeling(omgeving):
    """Wat een bestand lastig maakt: formules, een vlak, buiten Nederland, onbekend, beschermd."""
    vlak = shapely.box(113_000, 404_000, 114_000, 405_000)
    return beoordeel(
        maak_kandidaten(
            kandidaat("K1", 105_000.4, 405_000.6, naam=FORMULE),
            # Met de klok mee: GeoJSON wil het andersom.
            kandidaat("K2", geometry=shapely.orient_polygons(vlak, exterior_cw=True)),
            kandidaat("K3", 10_000, 600_000, naam="buiten; met ë, \"aanhaling\" en\nregel"),
            kandidaat("K4", 115_100, 415_100, type="amv", capaciteit=30),
            kandidaat(
                "K5", 105_000, 415_000, type="flex",
                aandeel_statushouders=0.4, aandeel_studenten=0.6,
            ),
            kandidaat(
                "K6", 121_000, 401_000, status="afgevallen", toelichting="te duur; zie brief"
            ),
            kandidaat(
                "K7", 125_500, 405_500, type="flex", aandeel_amv=0.2, aandeel_regulier=0.8,
                status="afgevallen", toelichting="achter Kerkstraat 12",
            ),
            kandidaat("K8", 5_000, 600_000, type="amv"),
            kandidaat("K9", 125_000, 415_000, naam="-Fluitmeer", capaciteit=1200),
        ),
        omgeving,
    )  # fmt: skip


@pytest.fixture
def beschermd():
    """Kandidaten waarvan de ligging niet gedeeld mag worden."""
    return ["K4", "K7", "K8"]
