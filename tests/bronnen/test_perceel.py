import pytest
from shapely import Point
from shapely.geometry import box

from locatieplanner.bronnen.hulpdiensten import PERCELEN
from locatieplanner.bronnen.perceel import perceel_op
from locatieplanner.fouten import DienstFout
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten_pdok.kaartobjecten import PLEK, object_
from tests.diensten_pdok.pdok import GRENZEN, hulpdienst, pdok


@pytest.fixture(scope="module")
def dienst():
    with pdok() as dit:
        yield hulpdienst(PERCELEN, dit)


def test_het_perceel_waar_de_plek_in_ligt(dienst):
    perceel = perceel_op(PLEK, dienst, GRENZEN)
    assert perceel.aanduiding == "Amersfoort B 7838"
    assert perceel.vlak.equals(box(154_990, 462_990, 155_060, 463_050))
    assert perceel.oppervlakte_m2 == 4150.0


def test_zonder_kadastrale_grootte_telt_het_vlak(dienst):
    perceel = perceel_op(Point(155_075, 463_000), dienst, GRENZEN)
    assert perceel.aanduiding == "Amersfoort B 7839"
    assert perceel.oppervlakte_m2 == 30 * 60


def test_vlak_naast_het_perceel_is_niet_erop(dienst):
    assert perceel_op(Point(154_989.5, 463_000), dienst, GRENZEN) is None


@pytest.mark.parametrize(
    ("reactie", "melding"),
    [
        (Reactie(status=500), "PDOK Kadastrale kaart heeft een storing"),
        (
            als_json({"features": [object_("x", box(155_000, 463_000, 155_100, 463_100))]}),
            "PDOK Kadastrale kaart geeft een perceel zonder gemeente, sectie of nummer. Kijk in "
            "lagen/diensten.toml",
        ),
    ],
)
def test_een_dienst_die_hapert_wordt_genoemd(reactie, melding):
    with loket(lambda _: reactie) as dit, pytest.raises(DienstFout, match=melding):
        perceel_op(PLEK, hulpdienst(PERCELEN, dit), GRENZEN)
