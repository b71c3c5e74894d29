import json

import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.geojson import lees_geojson
from locatieplanner.invoer.stelsel import CRS_RD, CRS_WGS84


def _feature(geometrie, **eigenschappen):
    return {"type": "Feature", "geometry": geometrie, "properties": eigenschappen}


PUNT = {"type": "Point", "coordinates": [5.4, 52.1, 3]}


def _lees(*features, crs=None, grenzen=STANDAARDGRENZEN):
    document = {"type": "FeatureCollection", "features": list(features)}
    if crs is not None:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    return lees_geojson(json.dumps(document).encode(), grenzen)


def test_eigenschappen_en_vormen():
    tabel = _lees(_feature(PUNT, naam="a", bron=[1]), _feature(None, status=2, extra=3))
    assert list(tabel.gegevens.columns) == ["naam", "bron", "status"]
    assert tabel.overige == ("extra",)
    assert tabel.gegevens.loc[1, "bron"] == "[1]"
    assert tabel.geometrie[0].x == 5.4
    assert tabel.geometrie[1] is None
    assert (tabel.stelsel, tabel.stelsel_stilzwijgend) == (CRS_WGS84, True)


def test_enkele_feature_en_id_van_de_feature():
    inhoud = json.dumps({**_feature(PUNT, naam="a"), "id": 7}).encode()
    assert lees_geojson(b"\xef\xbb\xbf" + inhoud, STANDAARDGRENZEN).gegevens.loc[1, "id"] == 7
    inhoud = json.dumps({**_feature(PUNT, ID="eigen"), "id": 7}).encode()
    assert list(lees_geojson(inhoud, STANDAARDGRENZEN).gegevens.columns) == ["ID"]


@pytest.mark.parametrize(
    ("crs", "stelsel"),
    [("urn:ogc:def:crs:EPSG::28992", CRS_RD), ("EPSG:28992", CRS_RD),
     ("http://www.opengis.net/def/crs/EPSG/0/28992", CRS_RD),
     ("urn:ogc:def:crs:OGC:1.3:CRS84", CRS_WGS84), ("urn:ogc:def:crs:EPSG:6.9:28992", CRS_RD)],
)  # fmt: skip
def test_oud_lid_crs(crs, stelsel):
    tabel = _lees(_feature(PUNT), crs=crs)
    assert (tabel.stelsel, tabel.stelsel_stilzwijgend) == (stelsel, False)


@pytest.mark.parametrize(
    "crs", ["onzin", "EPSG:99999", "+proj=longlat +nadgrids=/vsicurl/http://a"]
)
def test_onbekend_crs(crs):
    with pytest.raises(BestandFout, match="dat het programma niet kent"):
        _lees(_feature(PUNT), crs=crs)


@pytest.mark.parametrize(
    "geometrie",
    [{"type": "Point", "coordinates": "x"}, {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
     {"type": "Onzin"}, {}, 3, {"type": "Point"}],
)  # fmt: skip
def test_kapotte_vorm_is_een_fout_in_die_rij(geometrie):
    tabel = _lees(_feature(PUNT), _feature(geometrie))
    (probleem,) = tabel.problemen
    assert (probleem.rij, probleem.wat) == (2, "de vorm is beschadigd en niet te lezen")


@pytest.mark.parametrize(
    "inhoud",
    [b"{", b'{"type": "Topology"}', b"[]", b'{"type": "FeatureCollection"}', b"\xff\xfe{",
     b'{"type": "FeatureCollection", "features": [1]}', b'{"a":' * 100_000, b"9" * 5_000,
     b'{"type": "Point", "coordinates": [1, 2]}'],
)  # fmt: skip
def test_geen_geojson(inhoud):
    with pytest.raises(BestandFout):
        lees_geojson(inhoud, STANDAARDGRENZEN)


def test_te_veel():
    with pytest.raises(BestandFout, match="meer dan 1 rijen"):
        _lees(_feature(PUNT), _feature(PUNT), grenzen=Bestandsgrenzen(rijen=1))
    with pytest.raises(BestandFout, match="meer dan 1 kolommen"):
        _lees(_feature(PUNT, a=1, b=2), grenzen=Bestandsgrenzen(kolommen=1))


def test_diep_geneste_verzameling_bereikt_geos_niet():
    diep = PUNT
    for _ in range(400):
        diep = {"type": "GeometryCollection", "geometries": [diep]}
    tabel = _lees(_feature(diep))
    assert tabel.geometrie[0].geom_type == "GeometryCollection"


def test_te_veel_losse_onderdelen_wordt_niet_eens_ontleed():
    inhoud = b'{"type": "FeatureCollection", "features": [' + b"{}," * 1_000 + b"{}]}"
    with pytest.raises(BestandFout, match=r"meer dan 1\.000 onderdelen"):
        lees_geojson(inhoud, Bestandsgrenzen(cellen=1_000))
