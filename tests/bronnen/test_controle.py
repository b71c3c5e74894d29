import geopandas as gpd
import pandas as pd
import pytest
from shapely import affinity

from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.controle import controleer_lagen
from locatieplanner.domein.gebied import WGS84

INGEBOUWD = [laag for laag in lees_catalogus().values() if laag.ingebouwd]


def mislukt(map_):
    return {(b.laag, b.punt) for b in controleer_lagen(map_) if not b.in_orde}


def test_de_ingebouwde_lagen_zijn_in_orde():
    bevindingen = controleer_lagen()
    assert [b for b in bevindingen if not b.in_orde] == []
    assert {b.laag for b in bevindingen} == set(lees_catalogus())
    assert all(b.tekst and len(b.tekst) < 120 for b in bevindingen)


@pytest.mark.parametrize("laag", INGEBOUWD, ids=lambda laag: laag.id)
def test_een_ontbrekend_bestand_valt_op(kopie, laag):
    (kopie / laag.bestand).unlink()
    assert (laag.id, "bestand") in mislukt(kopie)


@pytest.mark.parametrize("laag", INGEBOUWD, ids=lambda laag: laag.id)
def test_een_beschadigd_bestand_valt_op(kopie, laag):
    (kopie / laag.bestand).write_bytes(b"\xff\x00 stuk")
    assert (laag.id, "bestand") in mislukt(kopie)


@pytest.mark.parametrize("bestand", ["gemeenten", "gemeenten_kaart", "kernen", "treinstations"])
def test_een_rij_minder_valt_op(kopie, bestand):
    pad = kopie / f"{bestand}.parquet"
    gpd.read_parquet(pad).iloc[1:].to_parquet(pad)
    assert (bestand, "aantal") in mislukt(kopie)


def test_een_kolom_anders_valt_op(kopie):
    pad = kopie / "kernen.parquet"
    gpd.read_parquet(pad).rename(columns={"naam": "name"}).to_parquet(pad)
    assert ("kernen", "kolommen") in mislukt(kopie)


def test_een_ander_stelsel_valt_op(kopie):
    pad = kopie / "provincies.parquet"
    gpd.read_parquet(pad).to_crs(WGS84).to_parquet(pad)
    assert ("provincies", "stelsel") in mislukt(kopie)


def test_een_verschoven_gemeente_breekt_de_dekking(kopie):
    pad = kopie / "gemeenten.parquet"
    laag = gpd.read_parquet(pad)
    laag.loc[0, "geometry"] = affinity.translate(laag.geometry.iloc[0], 50, 0)
    laag.to_parquet(pad)
    assert mislukt(kopie) == {("gemeenten", "dekking")}


def test_een_station_in_zee_valt_op(kopie):
    pad = kopie / "treinstations.parquet"
    laag = gpd.read_parquet(pad)
    laag.geometry = laag.geometry.translate(-150_000, 0).where(laag.index == 0, laag.geometry)
    laag.to_parquet(pad)
    assert mislukt(kopie) == {("treinstations", "ligging")}


def test_andere_inwoners_vallen_op(kopie):
    pad = kopie / "inwoners_gemeenten.csv"
    tabel = pd.read_csv(pad)
    tabel.loc[0, "inwoners"] += 1
    tabel.to_csv(pad, index=False)
    assert mislukt(kopie) == {("inwoners_gemeenten", "som")}


def test_opvang_in_een_onbekende_gemeente_valt_op(kopie):
    pad = kopie / "bestaande_opvang.csv"
    tabel = pd.read_csv(pad, dtype=str)
    tabel.loc[0, ["gemeentecode", "type"]] = ["GM9999", "hotel"]
    tabel.to_csv(pad, index=False)
    assert mislukt(kopie) == {("bestaande_opvang", "gemeenten"), ("bestaande_opvang", "typen")}


def test_een_doelset_te_veel_valt_op(kopie):
    pad = kopie / "doelsets.toml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(
        tekst
        + '\n[extra]\nnaam = ""\nuitleg = ""\nbestaand_telt_mee = true\nreden_bestaand = ""\n',
        encoding="utf-8",
    )
    assert mislukt(kopie) == {("doelsets", "aantal"), ("doelsets", "inhoud")}


def test_een_beschrijving_die_niet_werken_kan_valt_op(kopie):
    pad = kopie / "catalogus.toml"
    tekst = pad.read_text(encoding="utf-8")
    kapot = tekst.replace("https://rev-portaal.nl", "http://rev-portaal.nl", 1)
    pad.write_text(kapot.replace("ligt in {naam};", "ligt in {gebied};", 1), encoding="utf-8")
    assert mislukt(kopie) == {
        ("natura2000", "beschrijving"),
        ("plaatsgebonden_risico", "beschrijving"),
    }


def test_wat_alleen_genoemd_wordt_is_in_orde_en_zegt_dat():
    teksten = {b.laag: b.tekst for b in controleer_lagen() if b.punt == "beschrijving"}
    assert teksten["schiphol"] == "nooit getoetst: geen dienst"
    assert teksten["natura2000"] == "PDOK (RVO)"
    assert "kernen" not in teksten


def test_controleren_verandert_niets(kopie):
    voor = {pad: pad.read_bytes() for pad in kopie.rglob("*") if pad.is_file()}
    controleer_lagen(kopie)
    assert {pad: pad.read_bytes() for pad in kopie.rglob("*") if pad.is_file()} == voor
