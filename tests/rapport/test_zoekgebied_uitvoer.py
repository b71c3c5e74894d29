"""Zoekgebieden naar buiten: wat er in een bestand staat, is wat er gevonden is."""

import json

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest

from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.zoekgebied_uitvoer import als_json, gebiedentabel, schrijf_gebieden
from locatieplanner.zoekgebieden.gebieden import Grens, zoek_gebieden
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.zoekraster import bereken


@pytest.fixture(scope="module")
def raster(omgeving, tmp_path_factory):
    pad = tmp_path_factory.mktemp("zoek") / "beekdal.tif"
    gebied = Zoekgebied.gemeente("GM0002", omgeving.gemeenten)
    return bereken(omgeving, Instelling(100, "noodopvang"), gebied, pad, processen=1)


@pytest.fixture(scope="module")
def gevonden(raster, omgeving):
    return zoek_gebieden(raster, omgeving, Instelling(100, "noodopvang"), Grens(40.0, 3.0, 10))


def test_geopackage_met_vlakken_in_rd_en_de_herkomst_ernaast(gevonden, tmp_path):
    pad = tmp_path / "gebieden.gpkg"
    schrijf_gebieden(gevonden, pad)
    terug = gpd.read_file(pad, layer="beoordeling")
    assert terug.crs == RD
    assert terug["id"].tolist() == gevonden.tabel.index.tolist()
    assert terug.geometry.geom_equals(gevonden.tabel.geometry, align=False).all()
    assert terug["score_totaal"].tolist() == gevonden.tabel["score_totaal"].round(1).tolist()
    herkomst = pyogrio.read_dataframe(pad, layer="herkomst").set_index("id")
    assert herkomst.loc["drempel", "waarde"] == "40 punten"
    assert herkomst.loc["capaciteit", "waarde"] == "100 plaatsen"
    assert (herkomst["onderdeel"] == "niet getoetst").any()


@pytest.mark.parametrize("soort", ["csv", "geojson", "xlsx", "parquet"])
def test_ook_in_andere_soorten(gevonden, tmp_path, soort):
    pad = tmp_path / f"gebieden.{soort}"
    schrijf_gebieden(gevonden, pad)
    lees = {"csv": lambda p: pd.read_csv(p, sep=";", decimal=","), "xlsx": pd.read_excel}
    lees |= {"geojson": gpd.read_file, "parquet": gpd.read_parquet}
    assert lees[soort](pad)["naam"].tolist() == gevonden.tabel["naam"].tolist()


def test_een_verkeerd_pad_wordt_geweigerd(gevonden, tmp_path):
    with pytest.raises(UitvoerFout):
        schrijf_gebieden(gevonden, tmp_path / "gebieden.doc")


def test_de_tabel_zegt_onbekend_waar_niets_bekend_is(gevonden):
    tekst = gebiedentabel(gevonden).als_tekst()
    assert set(tekst["mix (punten)"]) == {"onbekend"}
    assert tekst["zoekgebied"].iloc[0] == "Zoekgebied 1, Beekdal"
    assert gebiedentabel(gevonden).herkomst.startswith("geschat")


def test_json_met_en_zonder_gebieden(raster, gevonden):
    inhoud = json.loads(als_json(raster, gevonden))
    assert inhoud["cel_m"] == 100
    assert inhoud["banden"][0] == {"naam": "totaal", "eenheid": "punten", "schaal": 0.01}
    assert inhoud["gebieden"][0]["id"] == "Z1"
    assert inhoud["gebieden"][0]["score_mix"] is None
    assert inhoud["gebieden"][0]["niet_getoetst"] == ["Natura 2000"]
    assert inhoud["gevonden"] == gevonden.gevonden
    assert "gebieden" not in json.loads(als_json(raster, None))
