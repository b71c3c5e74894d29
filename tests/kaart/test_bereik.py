import json
import re

import geopandas as gpd
import numpy as np
import pytest
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.kaart.bereik import Isochroon, Route, schrijf_bereik, verwijder_bereik


@pytest.fixture
def isochronen():
    midden = shapely.Point(140_000, 450_000)
    return [Isochroon(minuten, midden.buffer(75 * minuten)) for minuten in (10, 5, 15)]


@pytest.fixture
def route():
    lijn = shapely.LineString([(140_000, 450_000), (140_100, 450_000), (140_100, 450_350)])
    return Route(lijn, 450.0, "supermarkt")


@pytest.fixture
def voorzieningen():
    return gpd.GeoDataFrame(
        {
            "categorie": ["supermarkt", "huisarts"],
            "naam": ["</script><script>lek()</script>", None],
            "afstand_m": [450.0, np.nan],
        },
        geometry=[shapely.Point(140_100, 450_350), shapely.Point(139_500, 450_100)],
        crs=RD,
    )


def lees(map, naam):
    return json.loads((map / naam).read_text("utf-8"))["features"]


def test_alles_in_een_bestand_met_woorden_voor_de_gebruiker(
    isochronen, route, voorzieningen, tmp_path
):
    features = lees(tmp_path, schrijf_bereik(isochronen, route, voorzieningen, tmp_path))
    assert [f["properties"] for f in features] == [
        {"soort": "isochroon", "label": "15 min lopen", "tekst": "binnen 15 min lopen"},
        {"soort": "isochroon", "label": "10 min", "tekst": "binnen 10 min lopen"},
        {"soort": "isochroon", "label": "5 min", "tekst": "binnen 5 min lopen"},
        {"soort": "route", "tekst": "route naar supermarkt: 450 m lopen"},
        {
            "soort": "voorziening",
            "categorie": "supermarkt",
            "naam": "</script><script>lek()</script>",
            "tekst": "450 m lopen",
        },
        {"soort": "voorziening", "categorie": "huisarts", "naam": "", "tekst": ""},
    ]
    vormen = [shapely.geometry.shape(f["geometry"]) for f in features]
    # De buitenste eerst, zodat de binnenste boven ligt.
    assert vormen[0].contains(vormen[1])
    assert vormen[1].contains(vormen[2])
    assert vormen[3].geom_type == "LineString"
    assert vormen[4].geom_type == "Point"


def test_de_reiswijze_staat_in_de_woorden(isochronen, route, tmp_path):
    features = lees(tmp_path, schrijf_bereik(isochronen, route, None, tmp_path, wijze="fietsen"))
    assert features[0]["properties"]["label"] == "15 min fietsen"
    assert features[-1]["properties"]["tekst"].endswith("450 m fietsen")


def test_een_deel_mag_ontbreken(voorzieningen, tmp_path):
    zonder_afstand = voorzieningen.drop(columns="afstand_m")
    (eerste, _) = lees(tmp_path, schrijf_bereik([], None, zonder_afstand, tmp_path))
    assert eerste["properties"]["tekst"] == ""
    assert lees(tmp_path, schrijf_bereik([], None, None, tmp_path)) == []


def test_de_naam_is_niet_te_raden_en_het_bestand_gaat_weer_weg(isochronen, tmp_path):
    namen = {schrijf_bereik(isochronen, None, None, tmp_path) for _ in range(3)}
    assert len(namen) == 3
    assert all(re.fullmatch(r"[\w-]{43}\.json", naam) for naam in namen)
    for naam in namen:
        verwijder_bereik(naam, tmp_path)
        verwijder_bereik(naam, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_verwijderen_raakt_geen_ander_bestand(tmp_path):
    (tmp_path / "gemeenten-a1.json").write_text("")
    with pytest.raises(ValueError, match="geheim kaartbestand"):
        verwijder_bereik("gemeenten-a1.json", tmp_path)
    assert (tmp_path / "gemeenten-a1.json").exists()
