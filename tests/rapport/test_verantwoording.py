import pytest

from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.verantwoording import (
    CRITERIUMMODULES,
    formuleblokken,
    lagentabel,
    parametertabel,
    vraag_van,
    waarde_tekst,
)


def test_elk_criterium_heeft_een_formule_en_een_vraag():
    assert tuple(CRITERIUMMODULES) == CRITERIA
    for criterium in CRITERIA:
        assert any(blok.formule for blok in formuleblokken(criterium))
        assert vraag_van(criterium).endswith(("?", "."))
        assert vraag_van(criterium)[0].isupper()


@pytest.mark.parametrize("criterium", CRITERIA)
def test_de_blokken_samen_zijn_de_hele_uitleg_bij_de_berekening(criterium):
    def kaal(tekst):
        return "".join(tekst.replace("``", "").replace("::", ":").split())

    blokken = "".join(kaal(blok.tekst) for blok in formuleblokken(criterium))
    assert blokken == kaal(CRITERIUMMODULES[criterium].__doc__)


def test_elke_parameter_staat_in_de_tabel_met_waarde_reden_en_bron():
    alle = lees_parameters().alle
    tabel = parametertabel(alle.values(), "Alle").gegevens
    assert list(tabel["id"]) == list(alle)
    for kolom in ("naam", "waarde", "eenheid", "grenzen", "reden", "bron", "status"):
        assert tabel[kolom].ne("").all(), kolom


def test_elke_laag_staat_in_de_tabel():
    lagen = lees_catalogus()
    tabel = lagentabel(lagen).gegevens
    assert list(tabel["id"]) == list(lagen)
    assert tabel["hoe"].ne("").all()


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(1234.5, "1.234,5"), ("", "leeg"), ("schatten", "schatten"), (((50, 100), (100, 85)),
      "50 → 100; 100 → 85")],
)  # fmt: skip
def test_een_waarde_staat_er_op_zijn_nederlands(waarde, tekst):
    assert waarde_tekst(waarde) == tekst
