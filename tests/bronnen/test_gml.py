import pyogrio
import pytest
from shapely.geometry import Point

from locatieplanner.bronnen.antwoord import Antwoord
from locatieplanner.bronnen.gml import lees_gml

KOP = (
    '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:t="http://a.nl/t" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://a.nl/t http://127.0.0.1:1/DescribeFeatureType">'
)
LID = (
    '<wfs:member><t:buurt gml:id="buurt.{nummer}"><t:code>0{nummer}</t:code><t:n>{nummer}</t:n>'
    '<t:g><gml:Point srsName="urn:ogc:def:crs:EPSG::28992"><gml:pos>{x} 455000</gml:pos>'
    "</gml:Point></t:g></t:buurt></wfs:member>"
)


def lees(*leden):
    tekst = f"{KOP}{''.join(leden)}</wfs:FeatureCollection>"
    return lees_gml(Antwoord("Testdienst", "https://a.nl", 200, {}, tekst.encode()))


def test_codes_houden_hun_nul_en_assen_blijven_staan():
    gelezen = lees(*(LID.format(nummer=nummer, x=136_000 + nummer) for nummer in (1, 2)))
    assert [rij["code"] for rij in gelezen.rijen] == ["01", "02"]
    assert [rij["n"] for rij in gelezen.rijen] == ["1", "2"]
    assert list(gelezen.vormen) == [Point(136_001, 455_000), Point(136_002, 455_000)]
    assert gelezen.sleutels == ("buurt.1", "buurt.2")


def test_zonder_objecten():
    assert lees() is None


def test_instelling_van_gdal_staat_weer_zoals_zij_stond():
    lees(LID.format(nummer=1, x=136_000))
    assert pyogrio.get_gdal_config_option("GML_FIELDTYPES") is None


def test_een_lid_waar_niets_in_staat():
    with pytest.raises(ValueError, match="geen leesbare GML"):
        lees("<wfs:member/>")
