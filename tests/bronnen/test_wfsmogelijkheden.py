from dataclasses import replace
from xml.etree import ElementTree

import pytest

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.wfsmogelijkheden import lees_mogelijkheden
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import maak_dienst

DIENST = maak_dienst(Dienstsoort.WFS, "https://a.nl")
RD = "urn:ogc:def:crs:EPSG::28992"


def lees(*, vormen=(), eigen=(), stelsels=("urn:ogc:def:crs:EPSG::4326", RD), dienst=DIENST):
    def waarden(lijst):
        return "".join(f"<ows:Value>{waarde}</ows:Value>" for waarde in lijst)

    anders = "".join(f"<OtherCRS>{stelsel}</OtherCRS>" for stelsel in stelsels[1:])
    eigen_vormen = "".join(f"<Format>{vorm}</Format>" for vorm in eigen)
    return lees_mogelijkheden(
        dienst,
        ElementTree.fromstring(
            f"""
<WFS_Capabilities xmlns="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1">
  <ows:Operation name="DescribeFeatureType"><ows:Parameter name="outputFormat">
    {waarden(["application/json"])}</ows:Parameter></ows:Operation>
  <ows:Operation name="GetFeature"><ows:Parameter name="outputFormat">
    {waarden(vormen)}</ows:Parameter></ows:Operation>
  <ows:Constraint name="CountDefault"><ows:DefaultValue>1000</ows:DefaultValue></ows:Constraint>
  <FeatureType><Name>a:wegen</Name><DefaultCRS>{RD}</DefaultCRS></FeatureType>
  <FeatureType><Name>a:buurten</Name><DefaultCRS>{stelsels[0]}</DefaultCRS>{anders}
    <OutputFormats>{eigen_vormen}</OutputFormats></FeatureType>
</WFS_Capabilities>"""
        ),
    )


def test_naam_stelsel_en_hoogstens():
    kan = lees()
    assert (kan.typenaam, kan.rd, kan.hoogstens) == ("a:buurten", RD, 1000)
    assert lees(dienst=replace(DIENST, onderdeel="a:buurten")).typenaam == "a:buurten"


@pytest.mark.parametrize(
    ("vormen", "json"),
    [
        ((), ""),
        (("application/gml+xml; version=3.2",), ""),
        (("text/xml", "json", "application/json"), "application/json"),
        (("application/json; subtype=geojson",), "application/json; subtype=geojson"),
        (("text/javascript; format_options=callback:json", "geojson"), "geojson"),
    ],
)
def test_vorm_van_uitvoer(vormen, json):
    assert lees(vormen=vormen).json == json
    assert lees(eigen=vormen).json == json


def test_eigen_vormen_van_de_laag_gaan_voor():
    assert lees(vormen=("application/json",), eigen=("text/xml",)).json == ""


def test_laag_die_er_niet_is():
    with pytest.raises(DienstFout, match="heeft geen laag huizen; zij heeft wel a:wegen, a:buurt"):
        lees(dienst=replace(DIENST, onderdeel="huizen"))


def test_niet_in_rd():
    with pytest.raises(DienstFout, match="niet in RD maar in urn:ogc:def:crs:EPSG::4326"):
        lees(stelsels=("urn:ogc:def:crs:EPSG::4326",))
