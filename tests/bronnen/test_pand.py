import pytest
from shapely import Point
from shapely.geometry import box

from locatieplanner.bronnen.hulpdiensten import PANDEN
from locatieplanner.bronnen.pand import pand_op
from locatieplanner.fouten import DienstFout
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten_pdok.kaartobjecten import PLEK, object_, pand, verblijfsobject
from tests.diensten_pdok.pdok import GRENZEN, hulpdienst, pdok


@pytest.fixture(scope="module")
def dienst():
    with pdok() as dit:
        yield hulpdienst(PANDEN, dit)


def test_het_pand_op_een_plek_en_niet_het_gesloopte_eronder(dienst):
    gevonden = pand_op(PLEK, dienst, GRENZEN)
    assert gevonden.id == "0307100000000001"
    assert gevonden.vlak.equals(box(155_000, 463_000, 155_020, 463_040))
    assert gevonden.oppervlakte_m2 == 800.0
    assert (gevonden.bouwjaar, gevonden.status) == (1931, "Pand in gebruik")
    assert gevonden.gebruik == ("kantoorfunctie", "woonfunctie")
    assert gevonden.aantal_verblijfsobjecten == 2
    # Zonder het ingetrokken verblijfsobject, en zonder dat van het pand ernaast.
    assert gevonden.vloeroppervlak_m2 == 850.0 + 1200.0


def test_een_schuur_heeft_geen_bekend_vloeroppervlak(dienst):
    schuur = pand_op(Point(155_032, 463_002), dienst, GRENZEN)
    assert (schuur.bouwjaar, schuur.gebruik, schuur.aantal_verblijfsobjecten) == (None, (), 0)
    assert schuur.vloeroppervlak_m2 is None


def test_geen_pand(dienst):
    assert pand_op(Point(155_025, 463_020), dienst, GRENZEN) is None


@pytest.mark.parametrize(
    ("aantal", "oppervlakten", "vloer_m2"),
    [
        (2, [100, 50], 150.0),
        (1, [100, 50], 150.0),
        (None, [100], 100.0),
        (3, [100, 50], None),
        (2, [100, None], None),
        (2, [100, 999_999], None),
        (2, [100, 0], None),
        (1_000, [10] * 1_000, None),
    ],
)
def test_een_deel_van_het_vloeroppervlak_is_geen_som(aantal, oppervlakten, vloer_m2):
    collecties = {
        "pand": [pand("000001", box(155_000, 463_000, 155_050, 463_050), aantal)],
        "verblijfsobject": [
            verblijfsobject(nummer, "000001", PLEK, m2)
            for nummer, m2 in enumerate(oppervlakten, start=1)
        ],
    }
    with pdok(collecties) as dit:
        gevonden = pand_op(PLEK, hulpdienst(PANDEN, dit), GRENZEN)
    assert gevonden.vloeroppervlak_m2 == vloer_m2


@pytest.mark.parametrize(
    ("reactie", "melding"),
    [
        (Reactie(status=503), "PDOK BAG heeft een storing"),
        (
            als_json({"features": [object_("x", box(155_000, 463_000, 155_100, 463_100))]}),
            "PDOK BAG geeft een pand zonder identificatie",
        ),
    ],
)
def test_een_dienst_die_hapert_wordt_genoemd(reactie, melding):
    with loket(lambda _: reactie) as dit, pytest.raises(DienstFout, match=melding):
        pand_op(PLEK, hulpdienst(PANDEN, dit), GRENZEN)


def test_hapert_alleen_het_tweede_verzoek_dan_is_er_geen_half_pand():
    gebouw = als_json({"features": [pand("000001", box(155_000, 463_000, 155_050, 463_050), 1)]})
    storing = Reactie(status=500)
    with (
        loket(lambda v: gebouw if "/pand/" in v.pad else storing) as dit,
        pytest.raises(DienstFout, match="PDOK BAG heeft een storing"),
    ):
        pand_op(PLEK, hulpdienst(PANDEN, dit), GRENZEN)
    assert dit.aantal("/pand/") == 1
