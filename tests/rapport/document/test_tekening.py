import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from locatieplanner.domein.herkomst import Status
from locatieplanner.rapport.document.gebiedskaart import gebiedskaart
from locatieplanner.rapport.document.kandidaten import kaartpunten
from locatieplanner.rapport.document.staafbeeld import Staaf, Staafbeeld
from locatieplanner.rapport.document.tekening import DPI, als_png, als_svg


@pytest.fixture
def beelden(basis, omgeving):
    kaart = gebiedskaart(
        omgeving, basis.stand, omgeving.gemeenten, omgeving.gemeenten.index[:2], "Utrecht",
        kaartpunten(basis.beoordeling, basis.kandidaten), 9.0,
    )  # fmt: skip
    return kaart, Staafbeeld("Scores", (Staaf("Mix", 40.0, Status.GESCHAT),), "punten")


def test_hetzelfde_beeld_geeft_dezelfde_bytes(beelden):
    for beeld in beelden:
        assert als_svg(beeld) == als_svg(beeld)


def test_de_svg_is_geldig_en_heeft_geen_letters_van_deze_computer_nodig(beelden):
    for beeld in beelden:
        wortel = ElementTree.fromstring(als_svg(beeld))
        assert wortel.tag.endswith("svg")
        assert not wortel.findall(".//{http://www.w3.org/2000/svg}text")


def test_de_png_is_op_drukkwaliteit(beelden):
    for beeld in beelden:
        plaat = Image.open(io.BytesIO(als_png(beeld)))
        assert plaat.width == pytest.approx(16.5 / 2.54 * DPI, abs=2)
        assert plaat.info["dpi"][0] == pytest.approx(DPI, abs=1)
