import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN
from locatieplanner.invoer.shapefile import lees_shapefile
from tests.invoer.voorbeelden import als_zip, shapedelen


def _zonder(*achtervoegsels):
    return {n: i for n, i in shapedelen().items() if not n.endswith(achtervoegsels)}


def test_in_een_map_met_hoofdletters_en_bijvangst():
    delen = {naam.upper(): inhoud for naam, inhoud in shapedelen().items()}
    delen["LEESMIJ.TXT"] = b"hallo"
    tabel = lees_shapefile(als_zip(delen, "a/b/"), STANDAARDGRENZEN)
    assert len(tabel.gegevens) == 3
    assert tabel.gegevens["naam"].iloc[0] == "Café Ørsted"


def test_zonder_prj_wordt_het_stelsel_afgeleid(lees):
    gelezen = lees(als_zip(_zonder(".prj")), "k.zip")
    assert gelezen.schoon
    assert "uit de coördinaten is afgeleid: RD" in gelezen.meldingen[0].wat


def test_meer_shapefiles():
    delen = shapedelen()
    dubbel = delen | {naam.replace("k.", "z."): inhoud for naam, inhoud in delen.items()}
    with pytest.raises(BestandFout, match="zitten 2 Shapefiles: 'k', 'z'"):
        lees_shapefile(als_zip(dubbel), STANDAARDGRENZEN)
    met_naam = delen | {naam.replace("k.", "Kandidaten."): inhoud for naam, inhoud in delen.items()}
    assert len(lees_shapefile(als_zip(met_naam), STANDAARDGRENZEN).gegevens) == 3


def test_ontbrekende_delen():
    with pytest.raises(BestandFout, match=r"ontbreekt het bestand \.dbf"):
        lees_shapefile(als_zip(_zonder(".dbf")), STANDAARDGRENZEN)
    with pytest.raises(BestandFout, match="geen Shapefile"):
        lees_shapefile(als_zip(_zonder(".shp")), STANDAARDGRENZEN)


def test_vrt_met_de_naam_shp_wordt_geweigerd(tmp_path):
    vrt = (
        b"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/vsicurl/http://a</SrcDataSource>"
    )
    with pytest.raises(BestandFout, match="beschadigd"):
        lees_shapefile(als_zip({**shapedelen(), "k.shp": vrt}), STANDAARDGRENZEN)


def test_beschadigd():
    delen = shapedelen()
    with pytest.raises(BestandFout, match="beschadigd"):
        lees_shapefile(als_zip({**delen, "k.shp": delen["k.shp"][:50]}), STANDAARDGRENZEN)
