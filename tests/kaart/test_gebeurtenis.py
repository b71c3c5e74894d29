import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from locatieplanner.kaart.gebeurtenis import (
    GROOTSTE_AANTAL_HOEKPUNTEN,
    Afgewezen,
    Gekozen,
    PandGevraagd,
    PerceelGevraagd,
    PuntGeplaatst,
    VlakGetekend,
    verwerk_kaartgebeurtenis,
)

NUMMER = 1_795_452_711_683
RING = [[5.38, 52.15], [5.39, 52.15], [5.39, 52.16], [5.38, 52.16], [5.38, 52.15]]


def antwoord(soort, meetkunde=None, **eigenschappen):
    return {
        "last_active_drawing": {
            "type": "Feature",
            "geometry": meetkunde,
            "properties": {"soort": soort, "nummer": NUMMER, **eigenschappen},
        }
    }


def punt(coordinaten, soort="punt"):
    return antwoord(soort, {"type": "Point", "coordinates": coordinaten})


def vlak(*ringen):
    return antwoord("vlak", {"type": "Polygon", "coordinates": list(ringen)})


def test_een_klik_op_een_kandidaat():
    assert verwerk_kaartgebeurtenis(antwoord("kandidaat", id="K1"), 0) == Gekozen(NUMMER, "K1")


def test_dezelfde_gebeurtenis_telt_een_keer_en_dezelfde_kandidaat_twee_keer():
    eerste = antwoord("kandidaat", id="K1")
    assert verwerk_kaartgebeurtenis(eerste, NUMMER) is None
    tweede = antwoord("kandidaat", id="K1", nummer=NUMMER + 1)
    assert verwerk_kaartgebeurtenis(tweede, NUMMER) == Gekozen(NUMMER + 1, "K1")


def test_een_klok_die_terugging_houdt_niets_tegen():
    assert verwerk_kaartgebeurtenis(antwoord("kandidaat", id="K1"), NUMMER + 5) is not None


def test_een_kandidaat_die_er_niet_is():
    assert verwerk_kaartgebeurtenis(antwoord("kandidaat", id="K9"), 0, ids=["K1"]) is None


@pytest.mark.parametrize(
    ("soort", "klasse"),
    [("punt", PuntGeplaatst), ("perceel", PerceelGevraagd), ("pand", PandGevraagd)],
)
def test_een_punt_komt_in_rd(soort, klasse):
    gebeurtenis = verwerk_kaartgebeurtenis(punt([5.387206, 52.155174], soort), 0)
    assert type(gebeurtenis) is klasse
    assert gebeurtenis.nummer == NUMMER
    assert gebeurtenis.punt.x == pytest.approx(155_000, abs=2)
    assert gebeurtenis.punt.y == pytest.approx(463_000, abs=2)


def test_een_vlak_komt_in_rd():
    gebeurtenis = verwerk_kaartgebeurtenis(vlak(RING), 0)
    assert isinstance(gebeurtenis, VlakGetekend)
    assert isinstance(gebeurtenis.vlak, Polygon)
    assert gebeurtenis.vlak.is_valid
    assert gebeurtenis.vlak.area == pytest.approx(684 * 1112, rel=0.01)


@pytest.mark.parametrize(
    ("invoer", "melding"),
    [
        (punt([4.9, 48.8]), "buiten Nederland"),
        (punt([4.9, 48.8], "perceel"), "buiten Nederland"),
        (punt([4.9, 48.8], "pand"), "buiten Nederland"),
        (vlak([[5.38, 52.15], [5.39, 52.15], [5.39, 50.0], [5.38, 52.15]]), "buiten Nederland"),
        (vlak([[5.38, 52.15], [5.39, 52.16], [5.38, 52.15]]), "drie hoekpunten"),
        (vlak([]), "drie hoekpunten"),
        (vlak([RING[0], RING[2], RING[1], RING[3], RING[0]]), "kruisen elkaar"),
        (vlak([[5.38, 52.15], [5.380001, 52.15], [5.38, 52.150001], [5.38, 52.15]]), "kleiner"),
        (vlak([RING[0]] * (GROOTSTE_AANTAL_HOEKPUNTEN + 2)), "grover"),
    ],
)
def test_wat_niet_te_gebruiken_is_krijgt_een_uitleg(invoer, melding):
    gebeurtenis = verwerk_kaartgebeurtenis(invoer, 0)
    assert isinstance(gebeurtenis, Afgewezen)
    assert gebeurtenis.nummer == NUMMER
    assert melding in gebeurtenis.melding


@pytest.mark.parametrize(
    "invoer",
    [
        None,
        {},
        {"last_active_drawing": None},
        {"last_active_drawing": "<img onerror=lek()>"},
        {"last_active_drawing": {"properties": []}},
        antwoord("kandidaat"),
        antwoord("kandidaat", id=7),
        antwoord("kandidaat", id="K1", nummer=True),
        antwoord("kandidaat", id="K1", nummer="1"),
        antwoord("kandidaat", id="K1", nummer=-1),
        antwoord("kandidaat", id="K1", nummer=2**60),
        antwoord("kandidaat", id="K1", nummer=1.5),
        antwoord("onzin", id="K1"),
        antwoord(["kandidaat"], id="K1"),
        punt(None),
        punt("52"),
        punt([5.38]),
        punt([5.38, 52.15, 0.0]),
        punt(["5.38", 52.15]),
        punt([True, 52.15]),
        punt([float("nan"), 52.15]),
        punt([float("inf"), 52.15]),
        punt([10**400, 52.15]),
        punt([float("nan"), 52.15], "perceel"),
        punt(["5.38", 52.15], "pand"),
        antwoord("perceel"),
        antwoord("perceel", {"type": "Polygon", "coordinates": [RING]}),
        antwoord(["perceel"], {"type": "Point", "coordinates": [5.38, 52.15]}),
        antwoord("punt", {"type": "Polygon", "coordinates": [RING]}),
        antwoord("vlak", {"type": "MultiPolygon", "coordinates": [[RING]]}),
        antwoord("vlak", {"type": "Polygon", "coordinates": {"0": RING}}),
        vlak(),
        vlak(RING, RING),
        vlak("ring"),
        vlak([*RING, None]),
    ],
)
def test_wat_niet_van_onze_kaart_komt_doet_niets(invoer):
    assert verwerk_kaartgebeurtenis(invoer, 0) is None


WILLEKEURIG = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda deel: (
        st.lists(deel, max_size=6)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "soort", "nummer", "id", "x"]), deel
        )
    ),
    max_leaves=12,
)


@given(
    st.sampled_from(["punt", "vlak", "kandidaat", "perceel", "pand"]),
    st.sampled_from(["Point", "Polygon"]),
    WILLEKEURIG,
    WILLEKEURIG,
)
def test_geen_invoer_laat_het_programma_struikelen(soort, type_, coordinaten, id):
    invoer = antwoord(soort, {"type": type_, "coordinates": coordinaten}, id=id)
    verwerk_kaartgebeurtenis(invoer, 0)


@given(
    st.lists(
        st.tuples(st.floats(3.2, 7.3), st.floats(50.7, 53.7)).map(list), min_size=0, max_size=8
    )
)
def test_elk_vlak_binnen_nederland_geeft_een_vlak_of_een_uitleg(ring):
    gebeurtenis = verwerk_kaartgebeurtenis(vlak(ring), 0)
    assert isinstance(gebeurtenis, VlakGetekend | Afgewezen)
