import pandas as pd
import pytest

from locatieplanner.invoer.doelkolommen import DOELEN, VARIANTEN, lees_doelkop
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.probleem import Ernst


def _kop(*namen, overige=()):
    return lees_doelkop(pd.DataFrame([["x"] * len(namen)], columns=list(namen)), overige)


def test_kolommen_op_elke_schrijfwijze():
    kop = _kop("Provincie", "MIN.", "Maximum ", "Bron datum")
    assert set(kop.kolommen) == {"provincie", "minimum", "maximum", "brondatum"}
    assert kop.naam("minimum") == "MIN."
    assert kop.problemen == ()


def test_varianten_zijn_sleutels_en_horen_bij_een_kolom():
    namen = [naam for variant in VARIANTEN.values() for naam in variant]
    assert len(set(namen)) == len(namen)
    assert all(sleutel(naam) == naam for naam in namen)
    assert all(sleutel(kolom) in variant for kolom, variant in VARIANTEN.items())
    assert DOELEN.bruikbaar("Peil-datum")
    assert not DOELEN.bruikbaar("x")


def test_wat_ontbreekt_met_wat_er_op_lijkt():
    kop = _kop("doelset", overige=("Provinsie",))
    wat = {p.kolom: p for p in kop.problemen if p.ernst is Ernst.FOUT}
    assert set(wat) == {"provincie", "minimum"}
    assert "'Provinsie'" in wat["provincie"].herstel
    assert "sjabloon" in wat["minimum"].herstel


def test_een_maximum_alleen_volstaat():
    assert _kop("provincie", "maximum").problemen == ()


def test_dubbele_kolommen():
    (probleem,) = _kop("provincie", "minimum", "laag").problemen
    assert "'minimum' en 'laag'" in probleem.wat


def test_onbekende_kolommen_worden_gemeld_en_persoonsgegevens_geweigerd():
    problemen = _kop("provincie", "minimum", overige=("kleur", "telefoon")).problemen
    assert [(p.ernst, p.kolom) for p in problemen] == [
        (Ernst.FOUT, "telefoon"),
        (Ernst.MELDING, None),
    ]
    assert "kleur" in problemen[1].wat
    assert "telefoon" not in problemen[1].wat


@pytest.mark.parametrize("naam", ["", " "])
def test_een_kolom_zonder_naam_telt_niet(naam):
    assert _kop("provincie", "minimum", overige=(naam,)).problemen == ()
