import sqlite3
from contextlib import closing
from xml.etree import ElementTree

import pandas as pd
import pyogrio
import pytest

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.rapport.deelbaar import AFGESCHERMD
from locatieplanner.rapport.gisstijl import TABEL, stijlregels
from locatieplanner.rapport.uitvoer import als_bytes

SE = "{http://www.opengis.net/se}"


@pytest.fixture(scope="module", params=[True, False], ids=["planners", "derden"])
def pad(request, beoordeling, tmp_path_factory):
    doel = tmp_path_factory.mktemp("gis") / "uit.gpkg"
    doel.write_bytes(als_bytes(beoordeling, "gpkg", deel_beschermd=request.param))
    return doel


def _vraag(pad, zin):
    with closing(sqlite3.connect(pad)) as databank:
        return databank.execute(zin).fetchall()


def test_het_is_een_geldig_geopackage(pad):
    assert _vraag(pad, "PRAGMA application_id") == [(0x47504B47,)]
    assert _vraag(pad, "PRAGMA user_version")[0][0] >= 10200
    assert _vraag(pad, "PRAGMA integrity_check") == [("ok",)]
    assert _vraag(pad, "PRAGMA foreign_key_check") == []
    tabellen = {naam for (naam,) in _vraag(pad, "SELECT name FROM sqlite_master")}
    assert {
        "gpkg_spatial_ref_sys", "gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions"
    } <= tabellen  # fmt: skip
    assert {28992, 4326, -1, 0} <= {
        srs for (srs,) in _vraag(pad, "SELECT srs_id FROM gpkg_spatial_ref_sys")
    }
    inhoud = dict(_vraag(pad, "SELECT table_name, data_type FROM gpkg_contents"))
    assert inhoud == {"beoordeling": "features", "herkomst": "attributes", TABEL: "attributes"}
    kolommen = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
    assert _vraag(pad, kolommen) == [("beoordeling", "geom", 28992)]


def test_gdal_leest_elke_laag(pad):
    for naam, soort in pyogrio.list_layers(pad):
        assert len(pyogrio.read_dataframe(pad, layer=naam)) > 0
        assert (soort is None) == (naam != "beoordeling")


def test_een_stijl_is_de_eerste_keuze_en_hoort_bij_de_laag(pad):
    stijlen = pyogrio.read_dataframe(pad, layer=TABEL)
    assert len(stijlen) == 2
    assert int(stijlen["useAsDefault"].sum()) == 1
    assert set(stijlen["f_table_name"]) == {"beoordeling"}
    assert set(stijlen["f_geometry_column"]) == {"geom"}


def test_de_qml_heeft_de_klassen_en_kleuren_van_de_kaart(pad):
    qml = ElementTree.fromstring(pyogrio.read_dataframe(pad, layer=TABEL)["styleQML"][0])
    regels = qml.findall("renderer-v2/rules/rule")
    tekens = {teken.get("name"): teken for teken in qml.findall("renderer-v2/symbols/symbol")}
    kleuren = {}
    for regel in regels:
        optie = tekens[regel.get("symbol")].find("layer/Option/Option[@name='color']")
        rood, groen, blauw, _ = (int(deel) for deel in optie.get("value").split(","))
        kleuren[regel.get("label")] = f"#{rood:02x}{groen:02x}{blauw:02x}"
    verwacht = dict(zip(SCOREKLASSEN.labels, SCOREKLASSEN.kleuren, strict=True))
    assert verwacht.items() <= kleuren.items()
    assert {SCOREKLASSEN.onbekend, SCOREKLASSEN.uitgesloten} <= set(kleuren)
    assert qml.find("labeling/settings/text-style").get("fieldName") == "naam"


def test_de_sld_heeft_dezelfde_klassen_met_namen_ernaast(pad):
    sld = ElementTree.fromstring(pyogrio.read_dataframe(pad, layer=TABEL)["styleSLD"][0])
    regels = sld.findall(f".//{SE}Rule")
    assert [regel.find(f"{SE}Name").text for regel in regels[:5]] == list(SCOREKLASSEN.labels)
    for regel, kleur in zip(regels, SCOREKLASSEN.kleuren, strict=False):
        assert regel.find(f".//{SE}SvgParameter[@name='fill']").text == kleur
        assert regel.find(f"{SE}TextSymbolizer") is not None


def test_elke_rij_valt_in_precies_een_klasse(pad):
    # De voorwaarden van QGIS zijn hier ook gewone SQL.
    rijen = _vraag(pad, "SELECT count(*) FROM beoordeling")[0][0]
    telt = [
        {id_ for (id_,) in _vraag(pad, f"SELECT fid FROM beoordeling WHERE {regel.waar}")}
        for regel in stijlregels()
    ]
    assert sum(map(len, telt)) == len(set().union(*telt)) == rijen


def test_de_klasse_is_die_van_de_score_die_erin_staat(pad):
    tabel = pd.DataFrame(pyogrio.read_dataframe(pad, layer="beoordeling", read_geometry=False))
    telt = tabel[tabel["rang"].notna() & tabel["aandachtspunten"].ne(AFGESCHERMD)]
    for rij in telt.to_dict("records"):
        (naam,) = [
            regel.naam
            for regel in stijlregels()
            if _vraag(pad, f"SELECT 1 FROM beoordeling WHERE id = '{rij['id']}' AND {regel.waar}")
        ]
        assert naam == SCOREKLASSEN.labels[SCOREKLASSEN.klasse_van([rij["score_totaal"]])[0]]
