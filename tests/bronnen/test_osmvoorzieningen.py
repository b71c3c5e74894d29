import pytest
from shapely.geometry import LineString, MultiPolygon, Point, Polygon

from locatieplanner.bronnen.osmvoorzieningen import Gevonden, voorzieningen
from locatieplanner.domein.gebied import RD
from tests.osm.bestand import OORSPRONG, graden

OMVANG = (154_000.0, 462_000.0, 156_000.0, 464_000.0)


def punt(x_m, y_m):
    return Point(*graden(x_m, y_m))


def vlak(*hoeken):
    return Polygon([graden(*hoek) for hoek in hoeken])


def blok(x_m, y_m, zijde_m):
    return vlak(
        (x_m, y_m), (x_m + zijde_m, y_m), (x_m + zijde_m, y_m + zijde_m), (x_m, y_m + zijde_m)
    )


def tabel(*rijen):
    return voorzieningen([Gevonden(*rij) for rij in rijen], OMVANG)


def ids(*rijen):
    return list(tabel(*rijen)["osm_id"])


def plek(geometrie):
    return (geometrie.x - OORSPRONG[0], geometrie.y - OORSPRONG[1])


def test_kolommen_en_stelsel():
    uit = tabel(("node/1", "apotheek", "De Linde", punt(10, 20)))
    assert list(uit) == ["osm_id", "categorie", "naam", "geometry"]
    assert uit.crs == RD
    assert uit.iloc[0][["osm_id", "categorie", "naam"]].tolist() == [
        "node/1",
        "apotheek",
        "De Linde",
    ]
    assert plek(uit.geometry[0]) == pytest.approx((10, 20), abs=0.01)


def test_van_een_vlak_het_zwaartepunt_of_een_punt_erin():
    hoefijzer = vlak(
        (0, 0), (100, 0), (100, 100), (90, 100), (90, 10), (10, 10), (10, 100), (0, 100)
    )
    uit = tabel(
        ("way/1", "apotheek", "", blok(200, 200, 40)),
        ("way/2", "school", "", hoefijzer),
    ).set_index("osm_id")
    assert plek(uit.geometry["way/1"]) == pytest.approx((220, 220), abs=0.1)
    binnen = punt(*plek(uit.geometry["way/2"]))
    assert hoefijzer.contains(binnen)


def test_een_gesloten_lijn_is_een_vlak_en_een_open_lijn_niets():
    rand = LineString(blok(0, 0, 40).exterior.coords)
    open_ = LineString([graden(300, 0), graden(340, 0)])
    heen_en_weer = LineString([graden(300, 0), graden(340, 0), graden(300, 0)])
    uit = tabel(
        ("way/1", "sport", "", rand),
        ("way/2", "sport", "", open_),
        ("way/3", "sport", "", heen_en_weer),
        ("way/4", "sport", "", Polygon()),
    )
    assert list(uit["osm_id"]) == ["way/1"]
    assert plek(uit.geometry[0]) == pytest.approx((20, 20), abs=0.1)


def test_een_vlak_dat_zichzelf_kruist_telt():
    strik = vlak((0, 0), (100, 100), (100, 0), (0, 100))
    assert ids(("way/1", "sport", "", strik)) == ["way/1"]


def test_buiten_de_omvang_telt_niet():
    buiten = punt(1_500, 0)
    assert ids(("node/1", "sport", "", buiten), ("node/2", "sport", "", punt(900, 0))) == ["node/2"]
    assert tabel(("node/1", "sport", "", buiten)).empty
    assert list(tabel()) == ["osm_id", "categorie", "naam", "geometry"]


@pytest.mark.parametrize(
    ("naam_punt", "naam_gebouw", "blijft"),
    [
        ("Jumbo", "Jumbo", ["node/1"]),
        ("Jumbo", "", ["node/1"]),
        ("", "Jumbo", ["way/2"]),
        ("", "", ["node/1"]),
        ("Jumbo", "Plus", ["node/1", "way/2"]),
    ],
)
def test_een_punt_met_het_gebouw_eromheen_is_een_voorziening(naam_punt, naam_gebouw, blijft):
    rijen = [
        ("way/2", "supermarkt", naam_gebouw, blok(0, 0, 40)),
        ("node/1", "supermarkt", naam_punt, punt(5, 5)),
    ]
    assert ids(*rijen) == ids(*reversed(rijen)) == blijft


def test_in_een_groot_gebouw_telt_ook_een_punt_ver_van_het_midden():
    rijen = [
        ("way/1", "ziekenhuis", "Meander", blok(0, 0, 300)),
        ("node/1", "ziekenhuis", "Meander", punt(10, 10)),
    ]
    assert ids(*rijen) == ["node/1"]
    los = ("node/2", "ziekenhuis", "Meander", punt(-60, 10))
    assert ids(rijen[0], los) == ["node/2", "way/1"]


def test_een_gebouw_op_een_terrein_met_dezelfde_naam():
    terrein = MultiPolygon([blok(0, 0, 200), blok(300, 0, 20)])
    rijen = [
        ("relation/1", "school", "De Regenboog", terrein),
        ("way/1", "school", "De Regenboog", blok(10, 10, 20)),
    ]
    assert len(ids(*rijen)) == 1


def test_andere_categorie_of_verder_weg_is_een_andere_voorziening():
    assert (
        len(ids(("node/1", "school", "A", punt(0, 0)), ("node/2", "sport", "A", punt(0, 0)))) == 2
    )
    assert (
        len(ids(("node/1", "school", "A", punt(0, 0)), ("node/2", "school", "A", punt(49, 0)))) == 1
    )
    assert (
        len(ids(("node/1", "school", "A", punt(0, 0)), ("node/2", "school", "A", punt(51, 0)))) == 2
    )


def test_een_naamloos_punt_verbindt_geen_twee_namen():
    rijen = [
        ("node/1", "supermarkt", "Jumbo", punt(0, 0)),
        ("node/2", "supermarkt", "", punt(20, 0)),
        ("node/3", "supermarkt", "Plus", punt(40, 0)),
    ]
    assert ids(*rijen) == ["node/1", "node/3"]


def test_een_rij_namelozen_verdwijnt_niet_helemaal():
    rijen = [(f"node/{n}", "sport", "", punt(40 * n, 0)) for n in range(1, 6)]
    assert ids(*rijen) == ["node/1", "node/3", "node/5"]
