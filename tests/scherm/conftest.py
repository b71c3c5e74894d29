from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.beoordeling.beoordeling import beoordeel
from tests.omgeving import kandidaat, maak_kandidaten, maak_lagen

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture(scope="session")
def lagen():
    return maak_lagen()


@pytest.fixture
def kandidaten():
    """Vier kandidaten: opvang in Utrecht en Gelderland, wonen met een mix, en een vervallen."""
    return maak_kandidaten(
        kandidaat("K1", 105_000, 405_000, naam="<b>Aardam</b> & co"),
        kandidaat("K2", 125_000, 405_000, type="azc", capaciteit=400, status="besluit"),
        kandidaat(
            "K3", 115_500, 405_500, type="flex", capaciteit=40,
            aandeel_statushouders=0.4, aandeel_studenten=0.6,
        ),
        kandidaat("K4", 104_000, 414_000, status="afgevallen", toelichting="te duur"),
    )  # fmt: skip


@pytest.fixture
def beoordeling(kandidaten, omgeving):
    return beoordeel(kandidaten, omgeving)


@pytest.fixture
def app():
    """De hele pagina zonder browser."""
    test = AppTest.from_file(str(APP), default_timeout=120).run()
    assert not test.exception
    return test
