import pytest

from locatieplanner.bronnen.parameters import BESTAND, lees_parameters
from locatieplanner.fouten import LaagFout, ParameterFout

GETAL = """[groep.naam]
naam = "Naam"
waarde = 5
eenheid = "m"
minimum = 1
maximum = 10
reden = "Reden."
bron = ""
status = "geschat"
"""


def lees(tmp_path, tekst):
    (tmp_path / BESTAND).write_text(tekst, encoding="utf-8")
    return lees_parameters(tmp_path)


def test_de_ingebouwde_parameters():
    parameters = lees_parameters()
    assert parameters.getal("spreiding.lambda_m") == 3000
    assert parameters.keuze("opgave.onbekende_opvang") == "schatten"
    assert parameters.punten("kleinschaligheid.absoluut_plaatsen")[0] == (50.0, 100.0)
    assert parameters.groep("mix")


def test_wat_vooraf_gebouwd_wordt_ligt_vast_en_de_rest_is_in_te_stellen():
    parameters = lees_parameters()
    vast = {id_ for id_, parameter in parameters.alle.items() if not parameter.instelbaar}
    assert vast == {"kleinschaligheid.absoluut_plaatsen", "netwerk.kleinste_deel_knopen"}
    with pytest.raises(ParameterFout, match="ligt vast"):
        parameters["netwerk.kleinste_deel_knopen"].met(10)


@pytest.mark.parametrize("parameter", lees_parameters().alle.values(), ids=lambda p: p.id)
def test_elke_parameter_heeft_een_reden(parameter):
    assert parameter.naam
    assert parameter.eenheid
    assert parameter.reden


def test_een_getal(tmp_path):
    parameter = lees(tmp_path, GETAL)["groep.naam"]
    assert parameter.waarde == 5.0
    assert parameter.met(7).waarde == 7.0
    with pytest.raises(ParameterFout):
        parameter.met(11)


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("waarde = 5", "waarde = 11", "buiten de grenzen"),
        ("waarde = 5", "waarde = 0", "buiten de grenzen"),
        ("waarde = 5", "", "'waarde' ontbreekt"),
        ("waarde = 5", "waarde = true", "geen getal"),
        ("waarde = 5", 'waarde = "x"', "heeft wel grenzen"),
        ("minimum = 1\n", "", "horen bij elkaar"),
        ("waarde = 5\n", "waarde = [[1, 2], [2, 3]]\n", "grenzen"),
        ('reden = "Reden."\n', "", "'reden' ontbreekt"),
        ('"geschat"', '"zeker"', "'status' is 'zeker'"),
        ("minimum = 1\nmaximum = 10", 'keuzes = ["a"]', "alleen bij een tekst"),
        ("waarde = 5\neenheid", 'waarde = "b"\nkeuzes = ["a"]\neenheid', "grenzen"),
    ],
)
def test_wat_niet_klopt(tmp_path, oud, nieuw, melding):
    assert oud in GETAL
    with pytest.raises(LaagFout, match=melding):
        lees(tmp_path, GETAL.replace(oud, nieuw))


def test_keuze_buiten_de_keuzes(tmp_path):
    tekst = GETAL.replace("minimum = 1\nmaximum = 10", 'keuzes = ["a", "b"]')
    assert lees(tmp_path, tekst.replace("= 5", '= "a"')).keuze("groep.naam") == "a"
    with pytest.raises(LaagFout, match="keuzes"):
        lees(tmp_path, tekst.replace("= 5", '= "c"'))


def test_vrije_tekst(tmp_path):
    tekst = GETAL.replace("minimum = 1\nmaximum = 10", "tekens = 8").replace("= 5", '= "inwoners"')
    assert lees(tmp_path, tekst).tekst("groep.naam") == "inwoners"
    for oud, nieuw, melding in (
        ("tekens = 8", "tekens = 7", "langer dan 7 tekens"),
        ('"inwoners"', "5", "alleen bij vrije tekst"),
        ("tekens = 8", 'tekens = 8\nkeuzes = ["inwoners"]', "alleen bij vrije tekst"),
        ("tekens = 8", "", "staat niet in 'keuzes'"),
    ):
        with pytest.raises(LaagFout, match=melding):
            lees(tmp_path, tekst.replace(oud, nieuw))


@pytest.mark.parametrize(
    "punten", ["[[1, 2]]", "[[2, 1], [1, 2]]", "[[1, 2], [1, 3]]", "[[1, 2], [3]]", '[["a", 1]]']
)
def test_knikpunten_moeten_oplopen(tmp_path, punten):
    tekst = GETAL.replace("minimum = 1\nmaximum = 10\n", "")
    assert lees(tmp_path, tekst.replace("= 5", "= [[1, 9], [2, 3]]")).punten("groep.naam")
    with pytest.raises(LaagFout, match="waarde"):
        lees(tmp_path, tekst.replace("= 5", f"= {punten}"))
