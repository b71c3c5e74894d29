from pathlib import Path

import pytest

from locatieplanner.bronnen.gebieden import gebied_van, gebied_van_bestand
from locatieplanner.bronnen.lagen import lees_gemeenten
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import GebiedFout


@pytest.fixture(scope="module")
def gemeenten():
    return lees_gemeenten()


@pytest.mark.parametrize(
    ("vraag", "naam", "sleutel"),
    [
        ("Utrecht", "Utrecht (provincie)", "provincie-utrecht"),
        ("utrecht (gemeente)", "Utrecht (gemeente)", "gemeente-gm0344"),
        ("GRONINGEN (Provincie)", "Groningen (provincie)", "provincie-groningen"),
        ("Amersfoort", "Amersfoort (gemeente)", "gemeente-gm0307"),
        ("GM0307", "Amersfoort (gemeente)", "gemeente-gm0307"),
        ("sudwest-fryslan", "Súdwest-Fryslân (gemeente)", "gemeente-gm1900"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch (gemeente)", "gemeente-gm0796"),
    ],
)
def test_gebied_bij_naam(gemeenten, vraag, naam, sleutel):
    gebied = gebied_van(vraag, gemeenten)
    assert (gebied.naam, gebied.sleutel) == (naam, sleutel)


def test_een_provincie_is_haar_gemeenten_samen(gemeenten):
    gebied = gebied_van("Utrecht", gemeenten)
    hier = gemeenten[gemeenten["provincie"] == "Utrecht"]
    assert gebied.vlak.area == pytest.approx(hier.area.sum())
    x_min, y_min, x_max, y_max = gebied.omvang(1000)
    assert (x_min, y_max) == (hier.total_bounds[0] - 1000, hier.total_bounds[3] + 1000)
    assert (x_max - x_min, y_max - y_min) == pytest.approx(
        tuple(hier.total_bounds[2:] - hier.total_bounds[:2] + 2000)
    )


def test_nederland_is_het_hele_land(gemeenten):
    assert gebied_van("nederland", gemeenten) is HEEL_NEDERLAND


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    [
        ("Amersfort", "Bedoelt u Amersfoort?"),
        ("Xyz", "'Xyz' is geen gemeente of provincie"),
        ("Amersfoort (provincie)", "is geen gemeente of provincie"),
        ("../../etc", "is geen gemeente of provincie"),
    ],
)
def test_een_onbekende_naam_krijgt_uitleg(gemeenten, vraag, tekst):
    with pytest.raises(GebiedFout, match=tekst.replace("?", r"\?").replace(".", r"\.")):
        gebied_van(vraag, gemeenten)


def test_een_bestand_is_een_gebied_met_de_naam_van_het_bestand():
    gebied = gebied_van_bestand(Path("/ergens/Utrecht latest.osm.pbf"))
    assert gebied.naam == "bestand Utrecht latest.osm.pbf"
    assert gebied.sleutel.startswith("bestand-utrecht-latest-")
    assert gebied.vlak.equals(HEEL_NEDERLAND.vlak)
    # Leestekens vallen weg uit de sleutel; de afdruk houdt de bestanden uit elkaar.
    assert (
        gebied_van_bestand(Path("a.b.osm.pbf")).sleutel
        != gebied_van_bestand(Path("a-b.osm.pbf")).sleutel
    )
