from dataclasses import replace

import pandas as pd
import pytest

from locatieplanner.bronnen.antwoord import Afgewezen
from locatieplanner.bronnen.bladzijden import verzamel
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, begin_beurt
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import DEEL, GRENZEN, maak_dienst, maak_laag

KEUZE = {"code": "c"}


def blad(*sleutels, volgende="", **anders):
    velden = {"keuze": KEUZE, "sleutels": sleutels, "volgende": volgende, **anders}
    return Bladzijde(rijen=pd.DataFrame({"code": list(sleutels)}), **velden)


class Bron:
    """Bladzijden op adres; onthoudt wat er gevraagd is en hapert waar dat gezegd is."""

    def __init__(self, bladen, fout=None):
        self.bladen, self.fout, self.gevraagd = bladen, fout or {}, []

    def __call__(self, adres):
        self.gevraagd.append(adres)
        if adres in self.fout:
            raise self.fout.pop(adres)
        return self.bladen[adres]


@pytest.fixture
def stappen():
    return []


@pytest.fixture
def beurt(tmp_path, stappen):
    laag = maak_laag(maak_dienst(Dienstsoort.WFS, "https://a.nl"))
    return begin_beurt(laag, DEEL, tmp_path, stappen.append, GRENZEN)


DRIE = {
    "/1": blad("a", "b", volgende="/2", totaal=5, hersteld=1),
    "/2": blad("c", "d", volgende="/3", totaal=5),
    "/3": blad("e", totaal=5, hersteld=2),
}


def test_alle_bladzijden_op_volgorde(beurt, stappen):
    verzameld = verzamel(beurt, ["/1"], Bron(DRIE))
    assert list(verzameld.rijen["code"]) == ["a", "b", "c", "d", "e"]
    assert verzameld.hersteld == 3
    assert [(stap.gedaan, stap.totaal) for stap in stappen] == [(2, 5), (4, 5), (5, 5)]
    assert stappen[0].tekst == "ophalen bij Testdienst"


def test_meer_ketens_mogen_elkaar_raken(beurt):
    bron = Bron({"/1": blad("a", "b"), "/2": blad("b")})
    assert list(verzamel(beurt, ["/1", "/2"], bron).rijen["code"]) == ["a", "b", "b"]


def test_een_lege_bladzijde_is_de_laatste(beurt):
    bron = Bron({"/1": blad("a", volgende="/2"), "/2": blad(volgende="/3", keuze={})})
    assert list(verzamel(beurt, ["/1"], bron).rijen["code"]) == ["a"]
    assert bron.gevraagd == ["/1", "/2"]


def test_helemaal_leeg_heeft_wel_kolommen(beurt):
    verzameld = verzamel(beurt, ["/1"], Bron({"/1": blad(keuze={})}))
    assert list(verzameld.rijen) == ["code"]
    assert verzameld.rijen.empty


@pytest.mark.parametrize("fout", [DienstFout("stuk"), KeyboardInterrupt()])
def test_na_een_onderbreking_wordt_alleen_de_rest_gevraagd(beurt, fout):
    with pytest.raises(type(fout)):
        verzamel(beurt, ["/1"], Bron(DRIE, {"/3": fout}))
    bron = Bron(DRIE)
    verzameld = verzamel(beurt, ["/1"], bron)
    assert bron.gevraagd == ["/3"]
    assert list(verzameld.rijen["code"]) == ["a", "b", "c", "d", "e"]
    assert verzameld.hersteld == 3


def test_een_verlopen_vervolg_begint_daarna_opnieuw(beurt):
    with pytest.raises(Afgewezen):
        verzamel(beurt, ["/1"], Bron(DRIE, {"/2": Afgewezen("verlopen")}))
    bron = Bron(DRIE)
    verzamel(beurt, ["/1"], bron)
    assert bron.gevraagd == ["/1", "/2", "/3"]


@pytest.mark.parametrize(
    ("bladen", "melding"),
    [
        ({"/1": blad("a", volgende="/1")}, "valt in herhaling: bladzijde 1 van buurten"),
        (
            {"/1": blad("a", volgende="/2"), "/2": blad("b", volgende="/1")},
            "valt in herhaling: bladzijde 2",
        ),
        (
            {"/1": blad("a", "b", volgende="/2"), "/2": blad("b", "a", volgende="/3")},
            "valt in herhaling: bladzijde 2",
        ),
        (
            {
                "/1": blad("a", sleutels=(), volgende="/2"),
                "/2": blad("a", sleutels=(), volgende="/3"),
            },
            "valt in herhaling: bladzijde 2",
        ),
        ({"/1": blad("a", totaal=2)}, "gaf 1 van de 2 rijen van buurten"),
        (
            {"/1": blad("a", volgende="/2"), "/2": blad("b", keuze={"code": "d"})},
            "gaf halverwege buurten andere kolommen",
        ),
    ],
)
def test_wat_niet_klopt(beurt, bladen, melding):
    bron = Bron(bladen)
    with pytest.raises(DienstFout, match=f"^Testdienst {melding}.*Wat al geladen is"):
        verzamel(beurt, ["/1"], bron)
    # Wat niet klopte, wordt een volgende keer niet hervat.
    opnieuw = Bron({"/1": blad("z")})
    assert list(verzamel(beurt, ["/1"], opnieuw).rijen["code"]) == ["z"]


def test_gedeeltelijke_overlap_is_geen_herhaling(beurt):
    bron = Bron({"/1": blad("a", "b", volgende="/2"), "/2": blad("b", "c")})
    assert list(verzamel(beurt, ["/1"], bron).rijen["code"]) == ["a", "b", "b", "c"]


def test_een_dienst_die_niet_ophoudt(beurt):
    beurt = replace(beurt, grenzen=replace(GRENZEN, bladzijden=10))
    gevraagd = []

    def lees(adres):
        gevraagd.append(adres)
        return blad(adres, volgende=f"{adres}x")

    with pytest.raises(DienstFout, match="houdt niet op: er zijn meer dan 10 bladzijden"):
        verzamel(beurt, ["/"], lees)
    assert len(gevraagd) == 11
