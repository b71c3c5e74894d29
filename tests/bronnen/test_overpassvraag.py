import json
import socket
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import osmnx as ox
import pytest
from shapely.geometry import box

from locatieplanner.bronnen.ophaalbeurt import begin_beurt
from locatieplanner.bronnen.overpassvraag import Leeg, vraag
from locatieplanner.bronnen.verzoek import Verzoekgrenzen
from locatieplanner.domein.gebied import Gebied
from locatieplanner.fouten import DienstFout
from tests.osm.bestand import Pbf, graden
from tests.osm.lagen import osm_lagen
from tests.osm.overpass import Storing, overpassdienst
from tests.server import vrije_poort

HAAST = Verzoekgrenzen(
    lezen_s=5.5, pogingen=3, wacht_s=0.0, wacht_hoogstens_s=0.0, spreiding_s=0.0, geduld_s=1.0
)
GEBIED = Gebied("proef", "proef", box(154_000, 462_000, 156_000, 464_000))
VLAK = box(*graden(-500, -500), *graden(500, 500))


def negeer(stap):
    pass


def winkels():
    return ox.features_from_polygon(VLAK, {"shop": "supermarket"})


@pytest.fixture(scope="module")
def _draaiend(tmp_path_factory):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.knoop(0, 0, shop="supermarket", name="Jumbo", remark="pas verbouwd")
    with overpassdienst(pbf.schrijf(tmp_path_factory.mktemp("bron") / "a.osm.pbf")) as dienst:
        yield dienst


@pytest.fixture
def dienst(_draaiend):
    goed = deepcopy(_draaiend.status)
    _draaiend.vragen.clear()
    _draaiend.storingen.clear()
    yield _draaiend
    _draaiend.status = goed


@pytest.fixture
def beurt(dienst, tmp_path):
    laag = osm_lagen(tmp_path / "lagen", dienst.adres)["voorzieningen"]
    return begin_beurt(laag, GEBIED, tmp_path, negeer, HAAST)


def doe(beurt, doe=winkels):
    return vraag(beurt, frozenset(), doe)


def test_antwoord_en_datum(beurt, dienst):
    objecten, peildatum = doe(beurt)
    assert list(objecten["name"]) == ["Jumbo"]
    assert peildatum == "2026-01-02"
    assert dienst.vragen[0].startswith("[out:json][timeout:6];")


OPMERKING = json.dumps(
    {"elements": [], "remark": "runtime error: Query timed out in 'query' at line 1 after 180 s."}
).encode()
HALF = b'{"version": 0.6, "elements": [{"type": "node", "id": 1, "la'


ZONDER_LIGGING = b'{"elements": [{"type": "node", "id": 1, "tags": {"shop": "supermarket"}}]}'
ONLEESBAAR = "geeft een antwoord dat niet te lezen is"
VOORBIJGAAND = [
    (Storing(429), r"is te vaak bevraagd \(code 429\)"),
    (Storing(504, b"<html>The server is probably too busy</html>"), r"storing \(code 504\)"),
    (Storing(200, HALF), ONLEESBAAR),
    (Storing(200, b"<html><body>onderhoud</body></html>"), ONLEESBAAR),
    (Storing(200, b'["iets", "anders"]'), ONLEESBAAR),
    (Storing(200, b'{"version": 0.6}'), ONLEESBAAR),
    (Storing(200, ZONDER_LIGGING), ONLEESBAAR),
    (Storing(200, b""), ONLEESBAAR),
    (Storing(200, OPMERKING), "kwam niet klaar met de vraag .*Query timed out.* after 180 s"),
]


@pytest.mark.parametrize("storing", [storing for storing, _ in VOORBIJGAAND])
def test_wat_voorbijgaat_wordt_opnieuw_geprobeerd(beurt, dienst, storing):
    dienst.storingen[:] = [storing]
    assert len(doe(beurt)[0]) == 1
    assert len(dienst.vragen) == 2


@pytest.mark.parametrize(("storing", "melding"), VOORBIJGAAND)
def test_wat_blijft_is_een_fout_die_zegt_wat_en_hoe_verder(beurt, dienst, storing, melding):
    dienst.storingen[:] = [storing] * HAAST.pogingen
    with pytest.raises(DienstFout, match=rf"^Overpass \(proef\) .*{melding}.*na 3 pogingen") as uit:
        doe(beurt)
    assert "Wat al geladen is, blijft werken." in str(uit.value)
    assert len(dienst.vragen) == HAAST.pogingen
    # Een fout antwoord blijft niet liggen: de volgende keer is het goed.
    assert len(doe(beurt)[0]) == 1


def test_een_vraag_die_de_dienst_niet_wil_wordt_niet_herhaald(beurt, dienst):
    with pytest.raises(DienstFout, match="wijst het verzoek af"):
        doe(beurt, lambda: ox.graph_from_polygon(VLAK, custom_filter="[maxspeed=30]"))
    assert len(dienst.vragen) == 1


def test_vraagt_de_dienst_lang_te_wachten_dan_hoort_de_gebruiker_dat(beurt, dienst):
    dienst.storingen[:] = [Storing(429, koppen={"Retry-After": "600"})]
    with pytest.raises(DienstFout, match="vraagt 600 seconden te wachten"):
        doe(beurt)
    assert len(dienst.vragen) == 1


def test_een_tag_die_remark_heet_is_geen_opmerking_van_de_dienst(beurt):
    assert list(doe(beurt)[0]["remark"]) == ["pas verbouwd"]


def test_niets_gevonden(beurt):
    with pytest.raises(Leeg):
        doe(beurt, lambda: ox.features_from_polygon(VLAK, {"shop": "bakery"}))


def test_een_dienst_die_er_niet_is(tmp_path):
    adres = f"http://127.0.0.1:{vrije_poort()}/api"
    laag = osm_lagen(tmp_path / "lagen", adres)["voorzieningen"]
    with pytest.raises(DienstFout, match=r"Overpass \(proef\) is niet bereikbaar"):
        doe(begin_beurt(laag, GEBIED, tmp_path, negeer, HAAST))


def test_een_dienst_die_haar_drukte_niet_meldt(beurt, dienst):
    dienst.status = Storing(404, b"niet hier")
    assert len(doe(beurt)[0]) == 1


def test_een_bewaard_antwoord_wordt_gebruikt_en_een_half_bewaard_antwoord_niet(beurt, dienst):
    doe(beurt)
    doe(beurt)
    assert len(dienst.vragen) == 1
    (bewaard,) = (beurt.werkmap / "overpass").iterdir()
    bewaard.write_text(bewaard.read_text()[:50])
    assert len(doe(beurt)[0]) == 1
    assert len(dienst.vragen) == 2


def instellingen():
    return {naam: getattr(ox.settings, naam) for naam in dir(ox.settings) if naam[0] != "_"}


def test_instellingen_van_osmnx_komen_terug_ook_na_een_fout(beurt, dienst):
    eerder, adressen = instellingen(), socket.getaddrinfo
    doe(beurt)
    assert (instellingen(), socket.getaddrinfo) == (eerder, adressen)
    dienst.storingen[:] = [Storing(400)]
    with pytest.raises(DienstFout):
        doe(beurt, lambda: ox.features_from_polygon(VLAK, {"shop": True}))
    assert (instellingen(), socket.getaddrinfo) == (eerder, adressen)


def test_twee_draden_gebruiken_elk_hun_eigen_dienst(beurt, tmp_path):
    pbf = Pbf()
    pbf.knoop(0, 0, shop="supermarket", name="Plus")
    with overpassdienst(pbf.schrijf(tmp_path / "b.osm.pbf")) as andere:
        laag = osm_lagen(tmp_path / "anders", andere.adres)["voorzieningen"]
        (tmp_path / "werk").mkdir()
        ander = begin_beurt(laag, GEBIED, tmp_path / "werk", negeer, HAAST)
        with ThreadPoolExecutor(4) as draden:
            namen = [
                uit[0]["name"].iloc[0] for uit in draden.map(doe, [beurt, ander, beurt, ander])
            ]
    assert namen == ["Jumbo", "Plus", "Jumbo", "Plus"]
