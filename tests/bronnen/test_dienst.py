import pytest

from locatieplanner.bronnen.dienst import Dienstsoort, lees_dienst
from locatieplanner.bronnen.tomltabel import Tomltabel
from locatieplanner.fouten import LaagFout

GOED = {
    "soort": "odata",
    "naam": "CBS",
    "adres": "https://opendata.cbs.nl/ODataFeed/odata",
    "onderdeel": "85984NED",
    "kolommen": {"code": ["WijkenEnBuurten"], "huur": ["InBezit_42", "InBezit_*"]},
}


def lees(**anders):
    velden = {naam: waarde for naam, waarde in (GOED | anders).items() if waarde is not None}
    return lees_dienst(Tomltabel("catalogus.toml.laag.dienst", velden))


def test_leest_een_dienst():
    dienst = lees(sleutel="code", heel=True, filter="a eq 'b'")
    assert dienst.soort is Dienstsoort.ODATA
    assert dienst.kolommen == {"code": ("WijkenEnBuurten",), "huur": ("InBezit_42", "InBezit_*")}
    assert (dienst.sleutel, dienst.heel, dienst.filter) == ("code", True, "a eq 'b'")


@pytest.mark.parametrize(
    ("soort", "heel", "altijd"),
    [("odata", False, True), ("wfs", True, True), ("ogc_features", False, False)],
)
def test_een_tabel_komt_altijd_voor_het_hele_land(soort, heel, altijd):
    assert lees(soort=soort, heel=heel).altijd_heel is altijd


def test_wat_mag_ontbreken():
    dienst = lees(kolommen=None)
    assert (dienst.sleutel, dienst.heel, dienst.filter, dict(dienst.kolommen)) == (
        "",
        False,
        "",
        {},
    )


@pytest.mark.parametrize("veld", ["soort", "naam", "adres", "onderdeel"])
def test_wat_niet_mag_ontbreken(veld):
    with pytest.raises(LaagFout, match=f"'{veld}' ontbreekt"):
        lees(**{veld: None})


def test_onbekende_soort():
    with pytest.raises(LaagFout, match="'soort' is 'wms'; kies uit ogc_features, wfs, odata, osm"):
        lees(soort="wms")


def test_kolommen_zijn_lijsten():
    with pytest.raises(LaagFout, match="'code' is geen lijst van teksten"):
        lees(kolommen={"code": "WijkenEnBuurten"})


def test_ligt_vast():
    with pytest.raises(TypeError):
        lees().kolommen["x"] = ("y",)
