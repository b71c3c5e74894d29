import json
import re

import geopandas as gpd
import numpy as np
import pytest
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import UitvoerFout
from locatieplanner.kaart.wegschrijven import (
    als_geojson,
    als_json,
    als_scriptjson,
    naar_graden,
    schrijf,
    schrijf_geheim,
    schrijf_op_inhoud,
    verwijder_geheim,
)


def test_schrijven_vervangt_in_een_keer_en_laat_niets_achter(tmp_path):
    map = tmp_path / "nieuw" / "dieper"
    schrijf(map, "a.json", "oud")
    schrijf(map, "a.json", "één")
    assert [pad.name for pad in map.iterdir()] == ["a.json"]
    assert (map / "a.json").read_text("utf-8") == "één"


def test_een_map_die_een_bestand_is_geeft_een_uitleg(tmp_path):
    (tmp_path / "bezet").write_text("")
    with pytest.raises(UitvoerFout, match="Kies een map"):
        schrijf(tmp_path / "bezet", "a.json", "")


def test_de_naam_volgt_de_inhoud(tmp_path):
    eerste = schrijf_op_inhoud(tmp_path, "laag", "json", "1")
    assert eerste == schrijf_op_inhoud(tmp_path, "laag", "json", "1")
    assert eerste != schrijf_op_inhoud(tmp_path, "laag", "json", "2")
    assert eerste.startswith("laag-")
    assert eerste.endswith(".json")


def test_nan_komt_nooit_in_json():
    with pytest.raises(ValueError, match="JSON"):
        als_json({"a": float("nan")})


def test_geojson_met_ontbrekende_ligging():
    tekst = als_geojson(np.array([shapely.Point(5.5, 52.25), None]), [{"n": "é"}, {"n": None}])
    eerste, tweede = json.loads(tekst)["features"]
    assert eerste["geometry"] == {"type": "Point", "coordinates": [5.5, 52.25]}
    assert tweede == {"type": "Feature", "geometry": None, "properties": {"n": None}}
    assert " " not in tekst


def test_graden_zijn_afgerond():
    graden = naar_graden(gpd.GeoSeries([shapely.Point(155_000, 463_000), None], crs=RD), 3)
    assert shapely.get_coordinates(graden[:1]).tolist() == [[5.387, 52.155]]
    assert graden[1] is None


def test_een_geheim_bestand_heet_elke_keer_anders_en_gaat_weer_weg(tmp_path):
    namen = {schrijf_geheim(tmp_path, "zelfde") for _ in range(5)}
    assert len(namen) == 5
    assert {pad.name for pad in tmp_path.iterdir()} == namen
    for naam in namen:
        verwijder_geheim(naam, tmp_path)
        verwijder_geheim(naam, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_een_geheim_beeld_is_bytes_en_heet_naar_zijn_soort(tmp_path):
    naam = schrijf_geheim(tmp_path, b"\x89PNG", "png")
    assert naam.endswith(".png")
    assert (tmp_path / naam).read_bytes() == b"\x89PNG"
    verwijder_geheim(naam, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_alleen_een_geheim_bestand_is_zo_te_verwijderen(tmp_path):
    naam = schrijf_op_inhoud(tmp_path, "laag", "json", "1")
    with pytest.raises(ValueError, match="geen naam van een geheim kaartbestand"):
        verwijder_geheim(naam, tmp_path)
    assert (tmp_path / naam).exists()


def test_json_voor_een_script_is_dezelfde_json_zonder_gevaarlijke_tekens():
    vreemd = {"a": ["</script>", "it's & é \u2028 {{{ x }}} {% x %}{# y", 1.5, None]}
    tekst = als_scriptjson(vreemd)
    assert json.loads(tekst) == vreemd
    assert tekst.isascii()
    assert not re.search(r"[<>&']|\{[{%#]", tekst)
    assert als_scriptjson({"a": [1, "b"]}) == als_json({"a": [1, "b"]})
