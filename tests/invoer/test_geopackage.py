import sqlite3
import struct

import pytest
import shapely

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN
from locatieplanner.invoer.geopackage import lees_geopackage
from tests.invoer.voorbeelden import als_gpkg, geotabel


@pytest.fixture
def verander(tmp_path):
    """Maak een GeoPackage en voer er SQL op uit."""

    def _verander(*opdrachten, waarden=(), inhoud=None):
        pad = tmp_path / "k.gpkg"
        pad.write_bytes(inhoud or als_gpkg())
        with sqlite3.connect(pad) as databank:
            for opdracht in opdrachten:
                databank.execute(opdracht, waarden)
        databank.close()
        return pad.read_bytes()

    return _verander


@pytest.fixture
def twee_lagen(tmp_path):
    def _maak(*namen):
        pad = tmp_path / "lagen.gpkg"
        for naam in namen:
            geotabel().to_file(pad, layer=naam, driver="GPKG")
        return pad.read_bytes()

    return _maak


def test_enige_laag():
    assert len(lees_geopackage(als_gpkg(laag="wat dan ook: 1"), STANDAARDGRENZEN).gegevens) == 3


def test_laag_kandidaten_of_een_fout_met_de_lagen(twee_lagen):
    assert len(lees_geopackage(twee_lagen("a", "Kandidaten"), STANDAARDGRENZEN).gegevens) == 3


def test_meer_lagen_zonder_kandidaten(twee_lagen):
    with pytest.raises(BestandFout, match=r"heeft 2 lagen: 'a', 'b'\. Noem de laag"):
        lees_geopackage(twee_lagen("a", "b"), STANDAARDGRENZEN)


def test_geen_laag(verander):
    inhoud = verander("DELETE FROM gpkg_contents")
    with pytest.raises(BestandFout, match="geen laag met vormen"):
        lees_geopackage(inhoud, STANDAARDGRENZEN)


def test_stelsel_undefined_geeft_geen_bekend_stelsel(lees):
    tabel = geotabel()
    tabel = tabel.set_crs(None, allow_override=True)
    gelezen = lees(als_gpkg(tabel), "k.gpkg")
    assert gelezen.schoon
    assert "noemt geen coördinaatstelsel" in gelezen.meldingen[0].wat


def test_weergave_als_laag_wordt_geweigerd(verander):
    inhoud = verander(
        "CREATE VIEW weergave AS SELECT * FROM laag",
        "UPDATE gpkg_contents SET table_name = 'weergave'",
    )
    with pytest.raises(BestandFout, match="geen gewone tabel maar een berekening"):
        lees_geopackage(inhoud, STANDAARDGRENZEN)


def test_berekende_kolom_wordt_geweigerd(verander):
    inhoud = verander("ALTER TABLE laag ADD COLUMN bom AS (hex(zeroblob(1000000000)))")
    with pytest.raises(BestandFout, match="geen gewone tabel maar een berekening"):
        lees_geopackage(inhoud, STANDAARDGRENZEN)


def test_virtuele_tabel_wordt_geweigerd(verander):
    inhoud = verander("CREATE VIRTUAL TABLE v USING fts5(a)")
    with pytest.raises(BestandFout, match="virtuele tabel"):
        lees_geopackage(inhoud, STANDAARDGRENZEN)


def test_weergave_met_een_aanroep_naar_buiten_wordt_geweigerd(verander):
    inhoud = verander("CREATE VIEW v AS SELECT ogr_datasource_load_layers('/vsicurl/http://a')")
    with pytest.raises(BestandFout, match="beschadigd"):
        lees_geopackage(inhoud, STANDAARDGRENZEN)


def test_diep_geneste_vorm_laat_het_programma_niet_vallen(verander):
    kop = b"GP\x00\x01" + struct.pack("<i", 28992)
    lagen = (b"\x01" + struct.pack("<II", 7, 1)) * 100_000
    vorm = kop + lagen + shapely.to_wkb(shapely.Point(1, 1))
    uit = ("insert", "update1", "update2", "update3", "update4", "update5", "update6", "update7")
    inhoud = verander(*(f"DROP TRIGGER IF EXISTS rtree_laag_geom_{naam}" for naam in uit))
    inhoud = verander("UPDATE laag SET geom = ?", waarden=(vorm,), inhoud=inhoud)
    with pytest.raises(BestandFout, match="beschadigd"):
        lees_geopackage(inhoud, STANDAARDGRENZEN)


def test_beschadigd():
    with pytest.raises(BestandFout, match="beschadigd"):
        lees_geopackage(als_gpkg()[:5_000], STANDAARDGRENZEN)
