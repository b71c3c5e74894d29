import pytest
from hypothesis import given

from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.json_behoefte import als_json, uit_json
from tests.opslag.trekken import behoeften


@given(behoeften)
def test_een_reeks_overleeft_heen_en_terug(scenario):
    assert uit_json(lees(canoniek(als_json(scenario)))) == scenario


@given(behoeften)
def test_een_maand_die_niet_bestaat_wordt_geweigerd(scenario):
    waarde = als_json(scenario)
    waarde["knopen"][0]["maand"] = "2026-13"
    with pytest.raises(ValueError, match="2026-13"):
        uit_json(waarde)
