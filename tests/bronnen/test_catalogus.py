import pytest

from locatieplanner.bronnen.catalogus import BESTAND, Soort, lees_catalogus
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.toets import Gebruik, Predicaat
from locatieplanner.fouten import LaagFout

LAAG = """[a]
naam = "a"
soort = "tabel"
status = "geschat"
licentie = "eigen"
"""
DIENST = """[a.dienst]
soort = "odata"
naam = "proef"
adres = "https://proef"
onderdeel = "t"
[a.dienst.kolommen]
code = ["Code"]
"""
REGEL = """[[a.regels]]
gebruik = "uitsluiting"
predicaat = "binnen"
tekst = "ligt erin"
reden = "Reden."
bron = "proef"
"""


def lees(map_, tekst):
    (map_ / BESTAND).write_text(tekst, encoding="utf-8")
    return lees_catalogus(map_)


def test_elk_bestand_in_de_map_staat_erin():
    beschreven = {laag.bestand for laag in lees_catalogus().values() if laag.ingebouwd}
    aanwezig = {
        str(pad.relative_to(lagenmap()))
        for pad in lagenmap().rglob("*.*")
        if pad.is_file() and "maak" not in pad.parts
    }
    assert aanwezig == beschreven | {BESTAND}


@pytest.mark.parametrize("laag", lees_catalogus().values(), ids=lambda laag: laag.id)
def test_elke_laag_is_volledig_beschreven(laag):
    assert laag.naam
    assert laag.licentie
    assert laag.herkomst.bron
    assert laag.herkomst.peildatum
    assert laag.kolommen
    assert all(kolom.betekenis for kolom in laag.kolommen.values())
    assert (laag.crs == RD) == (laag.soort is Soort.VECTOR)
    if laag.ingebouwd:
        assert laag.aantal > 0
    if laag.ingebouwd and laag.soort is Soort.VECTOR:
        assert (lagenmap().parent / laag.bouw).is_file()


def test_waar_het_programma_op_rekent_is_op_te_halen():
    lagen = lees_catalogus()
    nodig = {
        "gemeenten": {"gemeentecode", "gemeente", "provincie"},
        "inwoners_gemeenten": {"gemeentecode", "inwoners"},
        "buurten": {"buurtcode", "buurt", "gemeentecode"},
        "sociale_huur": {"code", "sociale_huur_procent"},
        "vierkanten_100m": {"inwoners"},
    }
    for id_, kolommen in nodig.items():
        assert kolommen <= set(lagen[id_].dienst.kolommen), id_
    getallen = {
        (id_, naam) for id_ in nodig for naam, kolom in lagen[id_].kolommen.items() if kolom.getal
    }
    assert {
        ("inwoners_gemeenten", "inwoners"),
        ("sociale_huur", "sociale_huur_procent"),
        ("vierkanten_100m", "inwoners"),
    } <= getallen
    # Een deel van de gemeenten is geen Nederland: deze komen altijd in hun geheel.
    assert all(lagen[id_].dienst.heel for id_ in ("gemeenten", "inwoners_gemeenten"))


def test_elke_uitsluiting_en_elk_aandachtspunt_staat_bij_een_laag():
    regels = {
        (laag.id, regel.gebruik) for laag in lees_catalogus().values() for regel in laag.regels
    }
    uit, let_op = Gebruik.UITSLUITING, Gebruik.AANDACHTSPUNT
    assert {("natura2000", uit), ("plaatsgebonden_risico", uit), ("schiphol", uit)} <= regels
    assert {
        *((f"{soort}aandachtsgebied", let_op) for soort in ("brand", "explosie", "gifwolk")),
        *((id_, let_op) for id_ in ("natura2000", "overstroming", "schiphol", "geluid")),
    } <= regels


def test_zones_van_schiphol_sluiten_op_elkaar_aan():
    zones = {regel.gebruik: regel.waar["zone"] for regel in lees_catalogus()["schiphol"].regels}
    assert zones == {Gebruik.UITSLUITING: ("1", "2", "3"), Gebruik.AANDACHTSPUNT: ("4", "5")}


def test_elke_categorie_heeft_haar_parameters():
    parameters = lees_parameters()
    categorieen = lees_catalogus()["voorzieningen"].categorieen
    assert len(categorieen) == 12
    for id_ in categorieen:
        assert parameters.getal(f"nabijheid.{id_}_halvering_m") > 0
        assert parameters.getal(f"nabijheid.{id_}_gewicht") == 1
    wijzen = lees_catalogus()["straten"].wijzen
    assert set(parameters["nabijheid.wijze"].keuzes) == set(wijzen)
    assert all(parameters.getal(f"reistijd.{id_}_km_per_uur") for id_ in wijzen)


@pytest.mark.parametrize(
    ("tags", "verwacht"),
    [
        ({"shop": "supermarket"}, {"supermarkt"}),
        ({"amenity": "school"}, {"basisschool"}),
        ({"amenity": "school", "isced:level": "0;1"}, {"basisschool"}),
        ({"amenity": "school", "isced:level": "1;2"}, {"basisschool", "voortgezet_onderwijs"}),
        ({"amenity": "pharmacy", "healthcare": "pharmacy"}, {"apotheek"}),
        ({"public_transport": "platform", "bus": "yes"}, {"bushalte"}),
        ({"public_transport": "platform", "tram": "yes"}, set()),
        ({"railway": "tram_stop"}, set()),
        ({"leisure": "pitch"}, set()),
        ({"amenity": "townhall"}, {"gemeentehuis"}),
    ],
)
def test_voorzieningen_uit_openstreetmap(tags, verwacht):
    categorieen = lees_catalogus()["voorzieningen"].categorieen
    assert {id_ for id_, categorie in categorieen.items() if categorie.past(tags)} == verwacht


@pytest.mark.parametrize(
    ("tags", "verwacht"),
    [
        ({"highway": "residential"}, {"lopen", "fietsen"}),
        ({"highway": "motorway"}, set()),
        ({"highway": "trunk", "foot": "yes"}, set()),
        ({"highway": "construction"}, set()),
        ({"highway": "proposed", "bicycle": "designated"}, set()),
        ({"highway": "primary", "motorroad": "yes"}, set()),
        ({"highway": "primary", "bicycle": "use_sidepath"}, {"lopen"}),
        ({"highway": "cycleway"}, {"lopen", "fietsen"}),
        ({"highway": "cycleway", "foot": "no"}, {"fietsen"}),
        ({"highway": "footway"}, {"lopen"}),
        ({"highway": "footway", "bicycle": "yes"}, {"lopen", "fietsen"}),
        ({"highway": "pedestrian"}, {"lopen"}),
        ({"highway": "pedestrian", "bicycle": "yes"}, {"lopen", "fietsen"}),
        ({"highway": "steps"}, {"lopen"}),
        ({"highway": "bridleway"}, set()),
        ({"highway": "service", "access": "private"}, set()),
        ({"highway": "service", "access": "private", "foot": "permissive"}, {"lopen"}),
        ({"highway": "service", "access": "no", "bicycle": "yes"}, {"fietsen"}),
        ({"highway": "track", "vehicle": "no"}, {"lopen"}),
        ({"highway": "track", "vehicle": "no", "bicycle": "yes"}, {"lopen", "fietsen"}),
        ({"route": "ferry", "foot": "yes", "bicycle": "yes"}, {"lopen", "fietsen"}),
        ({"route": "ferry"}, set()),
        ({"route": "ferry", "foot": "yes", "seasonal": "yes"}, set()),
        ({"foot": "yes", "access": "no", "barrier": "fence"}, set()),
    ],
)
def test_straten_uit_openstreetmap(tags, verwacht):
    wijzen = lees_catalogus()["straten"].wijzen
    assert {id_ for id_, wijze in wijzen.items() if wijze.past(tags)} == verwacht


def test_een_laag_met_alleen_regels_wordt_genoemd(tmp_path):
    genoemd = lees(tmp_path, LAAG + REGEL)["a"]
    assert genoemd.alleen_genoemd
    assert not genoemd.ingebouwd
    assert genoemd.regels[0].predicaat is Predicaat.BINNEN
    assert {laag.id for laag in lees_catalogus().values() if laag.alleen_genoemd} == {
        "schiphol",
        "geluid",
    }


def test_een_laag_die_nergens_vandaan_komt_is_een_fout(tmp_path):
    with pytest.raises(LaagFout, match="'bestand' ontbreekt"):
        lees(tmp_path, LAAG)


def test_een_kolom_van_de_dienst_zonder_beschrijving_is_een_fout(tmp_path):
    with pytest.raises(LaagFout, match="heeft code zonder beschrijving"):
        lees(tmp_path, LAAG + DIENST)
    beschreven = DIENST + '[a.kolommen]\ncode = { betekenis = "Code.", getal = true }\n'
    laag = lees(tmp_path, LAAG + beschreven)["a"]
    assert laag.dienst.soort is Dienstsoort.ODATA
    assert laag.kolommen["code"].getal
    assert laag.aantal is None


@pytest.mark.parametrize(("predicaat", "extra"), [("nabij", ""), ("binnen", "afstand_m = 5\n")])
def test_afstand_hoort_bij_nabij_en_alleen_daarbij(tmp_path, predicaat, extra):
    with pytest.raises(LaagFout, match="afstand_m"):
        lees(tmp_path, LAAG + REGEL.replace('"binnen"', f'"{predicaat}"') + extra)


def test_onbekende_soort_is_een_fout(tmp_path):
    with pytest.raises(LaagFout, match=r"'soort' is 'raster'"):
        lees(tmp_path, '[a]\nnaam = "a"\nbestand = "b"\nsoort = "raster"\n')


def test_kolommen_liggen_vast():
    with pytest.raises(TypeError):
        lees_catalogus()["kernen"].kolommen["x"] = None
