import pytest

from locatieplanner.zoekgebieden.zoekraster import bereken
from tests.zoekgebieden.proef import FLEX, aardam, rijke_omgeving


@pytest.fixture(scope="session")
def rijk():
    """De proefomgeving met alles geladen."""
    return rijke_omgeving()


@pytest.fixture(scope="session")
def raster_rijk(rijk, tmp_path_factory):
    """Aardam doorgerekend in die omgeving."""
    pad = tmp_path_factory.mktemp("zoek") / "aardam.tif"
    return bereken(rijk, FLEX, aardam(rijk), pad, processen=1)
