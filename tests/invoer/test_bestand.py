import os
from pathlib import Path

import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestand import Bestandssoort, bepaal_soort, lees_inhoud
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from tests.invoer.voorbeelden import SOORTEN


@pytest.mark.parametrize(
    "pad",
    ["/vsicurl/http://a.nl/k.gpkg", "/vsizip/k.zip/k.shp", "http://a.nl/k.csv", "https://a/k.csv",
     "s3://emmer/k.csv", "GPKG:/tmp/k.gpkg", "file:///etc/passwd", "zip+s3://a/b.zip",
     "//server/map/k.csv", "/VSIMEM/a.csv"],
)  # fmt: skip
def test_alles_buiten_deze_computer_wordt_geweigerd(pad):
    with pytest.raises(BestandFout, match="alleen bestanden op deze computer"):
        lees_inhoud(Path(pad), "k", STANDAARDGRENZEN)


def test_bestand_op_schijf(tmp_path):
    pad = tmp_path / "k.csv"
    pad.write_bytes(b"abc")
    assert lees_inhoud(pad, "k.csv", STANDAARDGRENZEN) == b"abc"
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_inhoud(tmp_path / "weg.csv", "weg.csv", STANDAARDGRENZEN)
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_inhoud(tmp_path, "map", STANDAARDGRENZEN)


@pytest.mark.skipif(os.name == "nt", reason="paden met een dubbele punt bestaan daar niet")
def test_relatief_pad_met_een_punt_mag(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("lijst.2026.csv").write_bytes(b"a")
    assert lees_inhoud(Path("lijst.2026.csv"), "k", STANDAARDGRENZEN) == b"a"


def test_leeg_en_te_groot(tmp_path):
    with pytest.raises(BestandFout, match="het bestand is leeg"):
        lees_inhoud(b"", "k.csv", STANDAARDGRENZEN)
    grenzen = Bestandsgrenzen(bytes=1_000_000)
    pad = tmp_path / "k.csv"
    pad.write_bytes(b"a" * 1_500_000)
    for bestand in (pad, pad.read_bytes()):
        with pytest.raises(BestandFout, match=r"1,5 MB; hoogstens 1 MB mag"):
            lees_inhoud(bestand, "k.csv", grenzen)


@pytest.mark.parametrize("naam", SOORTEN)
def test_soort_uit_naam_en_inhoud(naam):
    assert bepaal_soort(SOORTEN[naam](), naam.upper()) in Bestandssoort


@pytest.mark.parametrize(
    ("naam", "melding"),
    [("k.xls", "oud Excel"), ("k.xlsm", "macro's"), ("k.shp", "samen in één"), ("k.vrt", "VRT"),
     ("k.exe", "wordt niet gelezen"), ("zonder", "wordt niet gelezen")],
)  # fmt: skip
def test_andere_soorten_krijgen_raad(naam, melding):
    with pytest.raises(BestandFout, match=melding):
        bepaal_soort(b"abc", naam)


@pytest.mark.parametrize("naam", [naam for naam in SOORTEN if not naam.endswith("csv")])
def test_inhoud_die_niet_bij_de_naam_past(naam):
    for inhoud in (b"naam;x;y\n", b"<OGRVRTDataSource></OGRVRTDataSource>", b"/vsicurl/http://a"):
        with pytest.raises(BestandFout, match="de inhoud is geen"):
            bepaal_soort(inhoud, naam)


def test_ander_bestand_met_de_naam_csv():
    for naam in ("kandidaten.xlsx", "kandidaten.gpkg", "kandidaten.parquet"):
        with pytest.raises(BestandFout, match="de inhoud is geen CSV"):
            bepaal_soort(SOORTEN[naam](), "k.csv")


def test_sqlite_zonder_geopackage():
    with pytest.raises(BestandFout, match="de inhoud is geen GeoPackage"):
        bepaal_soort(b"SQLite format 3\x00" + bytes(200), "k.gpkg")
