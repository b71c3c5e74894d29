import pandas as pd
import pytest

from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN
from locatieplanner.invoer.doelkolommen import lees_doelkop
from locatieplanner.invoer.doelrijen import als_doelen, lees_rijen
from locatieplanner.invoer.probleem import NIET_GETOOND, Ernst
from locatieplanner.invoer.tabel import Schrijfwijze, Tabel
from tests.omgeving import DOELSET, doel, maak_doelset

DOELSETS = {"proef": DOELSET}
KOLOMMEN = (
    *("doelset", "provincie", "onderdeel", "minimum", "maximum"),
    *("peildatum", "status", "bron", "brondatum", "toelichting"),
)


def _lees(*rijen, doelset=None, doelsets=DOELSETS):
    gegevens = pd.DataFrame(
        [{kolom: rij.get(kolom, "") for kolom in KOLOMMEN} for rij in rijen],
        index=range(2, 2 + len(rijen)),
        dtype="str",
    )
    tabel = Tabel(gegevens, schrijfwijze=Schrijfwijze.KOMMA)
    return lees_rijen(tabel, lees_doelkop(gegevens), doelsets, doelset, STANDAARDGRENZEN)


def _fouten(*rijen, **rest):
    _, _, problemen = _lees(*rijen, **rest)
    return [(p.rij, p.kolom, p.wat) for p in problemen if p.ernst is Ernst.FOUT]


def _doelen(*rijen, doelsets=DOELSETS):
    waarden, _, problemen = _lees(*rijen, doelset="proef", doelsets=doelsets)
    assert not [p for p in problemen if p.ernst is Ernst.FOUT]
    return als_doelen(waarden, doelsets)


GOED = {
    "doelset": "proef", "provincie": "Fryslân", "onderdeel": "gvl/satelliet", "minimum": "1.430",
    "maximum": "1.500", "peildatum": "31-12-2023", "bron": "besluit", "brondatum": "dec-22",
    "toelichting": "vóór 2024",
}  # fmt: skip


def test_een_rij_wordt_een_doel():
    assert _doelen(GOED) == {
        2: (
            "proef",
            Doel(
                "Friesland",
                "gvl_satelliet",
                Bandbreedte(1430.0, 1500.0),
                "2023-12-31",
                Herkomst("besluit", "2022-12", Status.GEPUBLICEERD, "vóór 2024"),
            ),
        )
    }


@pytest.mark.parametrize(
    ("anders", "kolom", "wat"),
    [
        ({"provincie": "Hollandia"}, "provincie", "deze provincie bestaat niet"),
        ({"provincie": ""}, "provincie", "niet ingevuld"),
        ({"doelset": ""}, "doelset", "niet ingevuld"),
        ({"doelset": "proeff"}, "doelset", "bestaat niet"),
        ({"onderdeel": "kasteel"}, "onderdeel", "dit onderdeel bestaat niet"),
        ({"peildatum": "ooit"}, "peildatum", "geen bestaande datum"),
        ({"brondatum": "31-2-2023"}, "brondatum", "geen bestaande datum"),
        ({"bron": '=HYPERLINK("x")'}, "bron", "formule"),
        ({"toelichting": "bel jan@voorbeeld.nl"}, "toelichting", "e-mailadres"),
        ({"minimum": "9.999"}, "maximum", "kleiner dan het minimum"),
    ],
)
def test_elke_fout_met_rij_en_kolom(anders, kolom, wat):
    ((rij, gevonden, melding),) = _fouten(GOED | anders)
    assert (rij, gevonden) == (2, kolom)
    assert wat in melding


def test_alle_fouten_tegelijk():
    fouten = _fouten(
        {"provincie": "Hollandia", "minimum": "-5", "doelset": "proef"},
        {"provincie": "Utrecht", "minimum": "3,5", "status": "zeker", "doelset": "x"},
    )
    assert [(rij, kolom) for rij, kolom, _ in sorted(fouten)] == [
        *((2, "minimum"), (2, "provincie")),
        *((3, "doelset"), (3, "minimum"), (3, "status")),
    ]


def test_dubbele_rijen():
    fouten = _fouten(GOED, GOED, GOED | {"peildatum": "2025"}, GOED | {"provincie": "Zeeland"})
    assert fouten == [
        (3, "onderdeel", "dit onderdeel van Friesland staat ook op rij 2"),
    ]


def test_van_een_totaal_is_er_maar_een():
    totaal = GOED | {"onderdeel": "totaal"}
    assert len(_fouten(totaal, totaal | {"peildatum": "2025"})) == 1


def test_zonder_doelset_of_onderdeel():
    waarden, _, problemen = _lees({"provincie": "Utrecht", "minimum": "5"}, doelset="proef")
    assert waarden.loc[2, ["doelset", "onderdeel"]].tolist() == ["proef", "totaal"]
    assert {p.kolom for p in problemen} == {"doelset", "onderdeel", "status", "peildatum"}
    assert all(p.ernst is Ernst.MELDING for p in problemen)


def test_een_rij_die_niets_zegt_laat_onbekend_zoals_het_was():
    onbekend = DOELSET.van("Limburg")[0]
    leeg = {"provincie": "Limburg", "onderdeel": "totaal", "peildatum": "1-1-2026"}
    assert _doelen(leeg) == {2: ("proef", onbekend)}


def test_een_rij_die_niets_zegt_over_iets_nieuws_valt_weg():
    assert _doelen({"provincie": "Limburg", "onderdeel": "rol"}) == {}
    assert _doelen({"provincie": "Zeeland", "onderdeel": "totaal"}) == {}


def test_een_bekend_doel_kan_weer_onbekend_worden():
    leeg = {"provincie": "Gelderland", "onderdeel": "totaal"}
    ((_, gelezen),) = _doelen(leeg).values()
    assert not gelezen.plaatsen.bekend
    assert gelezen.herkomst.status is Status.ONBEKEND


def test_een_toelichting_bij_onbekend_blijft():
    zegt = {"provincie": "Limburg", "onderdeel": "totaal", "toelichting": "geen extra plekken"}
    ((_, gelezen),) = _doelen(zegt).values()
    assert gelezen.herkomst.toelichting == "geen extra plekken"


def test_een_eerder_gemaakte_doelset_houdt_haar_naam():
    leeg = maak_doelset()
    _, nieuw, _ = _lees(
        GOED, doelsets={"proef": leeg.met_doelen([doel("Utrecht", 1, 1)]), "x": DOELSET}
    )
    assert nieuw == {"proef": "Proefdoelen"}
    _, nieuw, _ = _lees(GOED)
    assert nieuw == {}


def test_persoonsgegevens_worden_niet_getoond():
    _, _, problemen = _lees(GOED | {"bron": "jan@voorbeeld.nl"})
    (fout,) = [p for p in problemen if p.ernst is Ernst.FOUT]
    assert fout.waarde == NIET_GETOOND
