from dataclasses import replace

import pytest
from shapely import Point
from shapely.geometry import box

from locatieplanner.bronnen.hulpdiensten import PERCELEN
from locatieplanner.bronnen.kaartobject import Kaartobject, rondom, vlak_op, vraag_objecten
from locatieplanner.bronnen.verzoek import Verzoeker
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import ONDERDEEL, X_MIN, Y_MIN, ZIJDE_M
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten.ogcdienst import pygeoapi
from tests.diensten_pdok.kaartobjecten import PLEK, RD, object_
from tests.diensten_pdok.pdok import GRENZEN, hulpdienst, pdok


def _vraag(dit, collectie="perceel"):
    with Verzoeker("Testdienst", GRENZEN) as verzoeker:
        return vraag_objecten(verzoeker, hulpdienst(PERCELEN, dit), collectie, rondom(PLEK))


def test_er_wordt_in_rd_gevraagd_en_alleen_rond_de_plek():
    with pdok() as dit:
        (perceel,) = _vraag(dit)
    (verzoek,) = dit.verzoeken
    assert (verzoek.vraag["bbox-crs"], verzoek.vraag["crs"]) == (RD, RD)
    assert verzoek.vraag["bbox"] == "155009.50,463019.25,155011.50,463021.25"
    assert perceel.vorm.equals(box(154_990, 462_990, 155_060, 463_050))
    assert perceel.tekst("sectie") == "B"


def test_een_echte_ogc_api_verstaat_het_verzoek(tmp_path):
    plek = Point(X_MIN + 1.5 * ZIJDE_M, Y_MIN + 5)
    with pygeoapi(tmp_path) as ervoor, Verzoeker("Testdienst", GRENZEN) as verzoeker:
        dienst = replace(hulpdienst(PERCELEN, ervoor), adres=ervoor.adres)
        gevonden = vraag_objecten(verzoeker, dienst, ONDERDEEL, rondom(plek))
    assert [object_.tekst("buurtcode") for object_ in gevonden] == ["0002"]
    assert vlak_op(gevonden, plek).vorm.area == pytest.approx(ZIJDE_M**2)


def test_van_vlakken_over_elkaar_het_kleinste():
    groot = Kaartobject("groot", {}, box(0, 0, 10, 10))
    klein = Kaartobject("klein", {}, box(1, 1, 3, 3))
    punt = Kaartobject("punt", {}, Point(2, 2))
    zonder = Kaartobject("zonder", {}, None)
    alle = (zonder, groot, klein, punt)
    assert vlak_op(alle, Point(2, 2)) is klein
    assert vlak_op(alle, Point(8, 8)) is groot
    assert vlak_op(alle, Point(10, 5)) is groot
    assert vlak_op(alle, Point(11, 5)) is None


@pytest.mark.parametrize(
    ("waarde", "geheel", "tekst", "teksten"),
    [
        (12, 12, "12", ("12",)),
        ("12.6", 13, "12.6", ("12.6",)),
        (" a, b,,a ", None, "a, b,,a", ("a", "b")),
        (["x", "y", "x"], None, "['x', 'y', 'x']", ("x", "y")),
        (None, None, "", ()),
        (True, None, "True", ("True",)),
        (float("inf"), None, "inf", ("inf",)),
        (float("nan"), None, "nan", ("nan",)),
    ],
)
def test_velden_lezen(waarde, geheel, tekst, teksten):
    object_ = Kaartobject("a", {"veld": waarde}, None)
    assert object_.geheel("veld") == geheel
    assert object_.tekst("veld") == tekst
    assert object_.teksten("veld") == teksten
    assert (object_.geheel("nee"), object_.tekst("nee"), object_.teksten("nee")) == (None, "", ())


@pytest.mark.parametrize(
    ("reactie", "melding"),
    [
        (Reactie(status=502), "heeft een storing"),
        (Reactie(b"{", soort="application/geo+json"), "niet te lezen"),
        (als_json({"type": "Feature"}), "zonder objecten"),
        (als_json({"features": [3]}), "zonder objecten"),
        (
            als_json({"features": [object_("x", box(5.3, 52.1, 5.4, 52.2))]}),
            "niet in RD .EPSG:28992. liggen",
        ),
    ],
)
def test_een_antwoord_dat_niet_klopt(reactie, melding):
    with loket(lambda _: reactie) as dit, pytest.raises(DienstFout, match=melding):
        _vraag(dit)


def test_objecten_zonder_vorm_of_eigenschappen_zijn_geen_fout():
    leeg = {"type": "Feature", "geometry": None, "properties": None}
    with loket(lambda _: als_json({"features": [leeg]})) as dit:
        (gelezen,) = _vraag(dit)
    assert (gelezen.id, gelezen.vorm, gelezen.tekst("x")) == ("", None, "")
