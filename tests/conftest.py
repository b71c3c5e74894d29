"""Wat alle tests delen: de omgevingen, en vaste trekkingen voor de eigenschapstests."""

import os
import signal
import sys
import tempfile

import pytest
from hypothesis import HealthCheck, settings

# Tussen een test en haar server op deze computer komt nooit een proxy.
for _naam in ("NO_PROXY", "no_proxy"):
    os.environ[_naam] = "127.0.0.1,localhost"
# Wat iemand op deze computer ophaalde, doet in geen test mee; ook processen van tests erven dit.
os.environ["LOCATIEPLANNER_CACHE"] = tempfile.mkdtemp(prefix="locatieplanner-tests-")
# De plannen van wie hier werkt ook niet.
os.environ["LOCATIEPLANNER_DATABASE"] = os.path.join(  # noqa: PTH118 - voor alle andere imports
    os.environ["LOCATIEPLANNER_CACHE"], "plannen.sqlite"
)

# Wie de tests op de achtergrond begint, erft een sein dat genegeerd wordt; processen van tests ook.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_HOOFDMODULE = sys.modules["__main__"]

settings.register_profile(
    "vast",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("vast")


def pytest_terminal_summary(terminalreporter):
    """Zeg onderaan de uitslag of de opslag ook op PostgreSQL getest is."""
    from tests.diensten.postgis import ZONDER, vind

    if vind() is None:
        terminalreporter.write_line(ZONDER, red=True, bold=True)


@pytest.fixture(autouse=True)
def hoofdmodule():
    """Begin elke test met de eigen ``__main__``: AppTest zet er zijn pagina neer.

    Een nieuw proces leest ``__main__`` opnieuw in, en begon dan die pagina.
    """
    sys.modules["__main__"] = _HOOFDMODULE


@pytest.fixture(scope="session")
def omgeving():
    """De kleine omgeving met ronde getallen; zie `tests.omgeving`."""
    from tests.omgeving import maak_omgeving

    return maak_omgeving()


@pytest.fixture(scope="session")
def lagen_echt():
    """De ingebouwde lagen."""
    from locatieplanner.beoordeling.omgeving import lees_lagen

    return lees_lagen()


@pytest.fixture(scope="session")
def omgeving_echt(lagen_echt):
    """De omgeving uit de ingebouwde lagen, met de standaarddoelset."""
    from locatieplanner.beoordeling.omgeving import bouw_omgeving

    return bouw_omgeving(lagen_echt)
