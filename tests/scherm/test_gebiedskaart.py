import pandas as pd
import pytest

from locatieplanner.domein.klassen import VERHOUDINGSKLASSEN
from locatieplanner.scherm.gebiedskaart import aangewezen, gebiedskaart
from locatieplanner.scherm.gebiedskeuze import Gekozengebied

WAARDEN = pd.DataFrame(
    {"gemeente": ["Aardam", "Beekdal"], "waarde": [0.5, float("nan")]}, index=["GM0001", "GM0002"]
)
LAND = Gekozengebied(None, None, "heel Nederland")
PROVINCIE = Gekozengebied("Utrecht", None, "Utrecht")
GEMEENTE = Gekozengebied("Utrecht", "GM0001", "gemeente Aardam")


def _spec(gebied):
    return gebiedskaart("component/x/vlakken.json", WAARDEN, VERHOUDINGSKLASSEN, gebied).to_dict()


def test_klasse_per_gemeente_en_onbekend_heet_onbekend():
    spec = _spec(LAND)
    rijen = spec["transform"][1]["from"]["data"]["values"]
    assert {rij["code"]: rij["klasse"] for rij in rijen} == {
        "GM0001": "0,25 tot 0,75",
        "GM0002": "onbekend",
    }
    assert {rij["code"]: rij["geschreven"] for rij in rijen}["GM0001"] == "0,50"
    assert spec["data"]["url"] == "component/x/vlakken.json"
    assert spec["encoding"]["color"]["scale"]["domain"][-1] == "onbekend"


def test_een_provincie_toont_alleen_zichzelf():
    assert not any("filter" in stap for stap in _spec(LAND)["transform"])
    filters = [stap["filter"] for stap in _spec(PROVINCIE)["transform"] if "filter" in stap]
    assert len(filters) == 1
    assert "Utrecht" in filters[0]


def test_de_gekozen_gemeente_heeft_een_rand():
    lagen = _spec(GEMEENTE)["layer"]
    assert len(lagen) == 2
    assert "GM0001" in lagen[1]["transform"][0]["filter"]
    assert lagen[1]["mark"]["filled"] is False


@pytest.mark.parametrize(
    ("antwoord", "verwacht"),
    [
        (None, None),
        ({"selection": {}}, None),
        ({"selection": {"gemeente": {}}}, None),
        ({"selection": {"gemeente": [{"code": "GM0307"}]}}, "GM0307"),
    ],
)
def test_wat_er_aangewezen_is(antwoord, verwacht):
    assert aangewezen(antwoord) == verwacht
