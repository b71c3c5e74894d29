import math

import pytest

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.parameters import Parameter, Parameters
from locatieplanner.fouten import ParameterFout
from tests.omgeving import HERKOMST


def _parameter(id, waarde, minimum=None, maximum=None, keuzes=(), tekens=None):
    naam = f"Naam van {id}"
    return Parameter(id, naam, waarde, "m", minimum, maximum, keuzes, "", HERKOMST, tekens)


@pytest.fixture
def parameters():
    alle = [
        _parameter("a.getal", 5, 1, 10),
        _parameter("a.vast", 7),
        _parameter("b.keuze", "links", keuzes=("links", "rechts")),
        _parameter("b.punten", ((0.0, 100.0), (10.0, 0.0))),
        _parameter("b.tekst", "inwoners", tekens=12),
    ]
    return Parameters({p.id: p for p in alle})


def test_elke_soort_waarde_is_op_te_vragen(parameters):
    assert parameters.getal("a.getal") == 5.0
    assert parameters.keuze("b.keuze") == "links"
    assert parameters.punten("b.punten") == ((0.0, 100.0), (10.0, 0.0))
    assert parameters.tekst("b.tekst") == "inwoners"


def test_een_waarde_van_de_verkeerde_soort_is_een_fout(parameters):
    with pytest.raises(ParameterFout, match="geen getal"):
        parameters.getal("b.keuze")
    with pytest.raises(ParameterFout, match="geen keuze"):
        parameters.keuze("a.getal")
    with pytest.raises(ParameterFout, match="geen reeks"):
        parameters.punten("a.getal")
    with pytest.raises(ParameterFout, match="geen vrije tekst"):
        parameters.tekst("b.keuze")


def test_een_onbekende_parameter_noemt_de_bekende(parameters):
    with pytest.raises(ParameterFout, match=r"'a.weg' bestaat niet.*a.getal"):
        parameters["a.weg"]
    with pytest.raises(ParameterFout, match="bestaat niet"):
        parameters.met({"a.weg": 1})


def test_groepen(parameters):
    assert [p.id for p in parameters.groep("a")] == ["a.getal", "a.vast"]
    assert parameters.groep("c") == ()


@pytest.mark.parametrize("waarde", [1, 10, 5.5])
def test_een_waarde_binnen_de_grenzen_geeft_een_nieuw_geheel(parameters, waarde):
    nieuw = parameters.met({"a.getal": waarde})
    assert nieuw.getal("a.getal") == waarde
    assert parameters.getal("a.getal") == 5
    assert list(nieuw.alle) == list(parameters.alle)


@pytest.mark.parametrize(
    ("id", "waarde", "melding"),
    [
        ("a.getal", 0.99, "buiten de grenzen 1–10"),
        ("a.getal", 10.01, "buiten de grenzen"),
        ("a.getal", math.nan, "geen getal"),
        ("a.getal", math.inf, "geen getal"),
        ("a.getal", "5", "geen getal"),
        ("a.vast", 7, "ligt vast"),
        ("b.punten", ((0.0, 1.0),), "ligt vast"),
        ("b.keuze", "midden", "kies uit links, rechts"),
        ("b.tekst", 5, "is geen tekst"),
        ("b.tekst", "inwoners + 12", "13 tekens lang; er passen er 12"),
        ("b.tekst", "in\x00woners", "niet te lezen"),
    ],
)
def test_een_verkeerde_waarde_zegt_wat_wel_mag(parameters, id, waarde, melding):
    with pytest.raises(ParameterFout, match=melding):
        parameters.met({id: waarde})


def test_instelbaar(parameters):
    assert [p.instelbaar for p in parameters.alle.values()] == [True, False, True, False, True]


def test_vrije_tekst_komt_op_een_regel_en_kan_leeg(parameters):
    assert parameters.met({"b.tekst": " a \n +  b"}).tekst("b.tekst") == "a + b"
    assert parameters.met({"b.tekst": ""}).tekst("b.tekst") == ""
    assert parameters["b.tekst"].herkomst == HERKOMST
    assert parameters.met({"b.tekst": "a"})["b.tekst"].herkomst.status is Status.GESCHAT
