import math
import re

import pytest
from hypothesis import given

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.fouten import InvoerFout
from tests.omgeving import (
    DOELSET,
    doel,
    kandidaat,
    maak_doelset,
    maak_kandidaten,
    maak_kernen,
    maak_omgeving,
)
from tests.trekkingen import gewichten, kandidatenlijsten

GETAL = r"\d+(?:\.\d{3})*(?:,\d+)?"


def _getal(tekst):
    return float(tekst.replace(".", "").replace(",", "."))


def _uitleg(omgeving, keuze=None, **kolommen):
    return uitleg(beoordeel(maak_kandidaten(kandidaat(**kolommen)), omgeving, keuze), "K1")


def _zinnen(gemaakt, criterium):
    (deel,) = [deel for deel in gemaakt.criteria if deel.criterium == criterium]
    return " ".join(deel.zinnen)


def test_de_som_in_woorden(omgeving):
    gemaakt = _uitleg(
        omgeving, x=115_000, y=405_500, type="flex", aandeel_amv=0.4, aandeel_regulier=0.6
    )
    scores = {deel.criterium: deel.score for deel in gemaakt.criteria}
    assert scores["kleinschaligheid"] == 85
    assert gemaakt.som == (
        "Totaal 86,8 = 25 % × 72,3 (spreiding) + 25 % × 85,0 (kleinschaligheid) "
        "+ 25 % × 91,2 (nabijheid) + 25 % × 98,5 (mix)."
    )
    assert gemaakt.rang == 1


def test_wat_onbekend_is_staat_in_de_som(omgeving):
    een = _uitleg(omgeving)
    assert "Mix is onbekend en telt niet mee; 75 % van het gewicht is bekend." in een.som
    assert "33,3 % × 85,0 (kleinschaligheid)" in een.som
    twee = _uitleg(omgeving, x=99_000)
    assert "Spreiding en mix zijn onbekend en tellen niet mee; 50 %" in twee.som


def test_alle_gewicht_op_een_onbekend_criterium(omgeving):
    gemaakt = _uitleg(omgeving, Gewichten(0, 0, 0, 1))
    assert math.isnan(gemaakt.totaal)
    assert gemaakt.som.startswith("Totaal onbekend")
    assert gemaakt.rang is None
    assert all(math.isnan(deel.bijdrage) for deel in gemaakt.criteria)


@pytest.mark.parametrize("klein", [1e-7, 1e-300])
def test_vrijwel_alle_gewicht_op_een_onbekend_criterium(omgeving, klein):
    gemaakt = _uitleg(omgeving, Gewichten(klein, 0, 0, 1))
    assert gemaakt.som.startswith("Totaal onbekend")


@given(kandidatenlijsten(min_size=1, max_size=5), gewichten)
def test_het_totaal_is_de_som_van_de_gedrukte_getallen(omgeving, kandidaten, waarden):
    beoordeling = beoordeel(kandidaten, omgeving, Gewichten(**waarden))
    for id in kandidaten.index:
        gemaakt = uitleg(beoordeling, id)
        if math.isnan(gemaakt.totaal):
            assert "onbekend" in gemaakt.som
            continue
        totaal = _getal(re.match(rf"Totaal ({GETAL}) =", gemaakt.som).group(1))
        termen = [
            (_getal(aandeel), _getal(score))
            for aandeel, score in re.findall(rf"({GETAL}) % × ({GETAL})", gemaakt.som)
        ]
        # Aandelen en scores staan op één decimaal.
        marge = sum(0.0005 * score + 0.0005 * aandeel for aandeel, score in termen) + 0.051
        assert sum(a * s / 100 for a, s in termen) == pytest.approx(totaal, abs=marge)
        bijdragen = [d.bijdrage for d in gemaakt.criteria if not math.isnan(d.bijdrage)]
        assert sum(bijdragen) == pytest.approx(gemaakt.totaal, abs=1e-5)
        for deel in gemaakt.criteria:
            assert math.isnan(deel.bijdrage) == math.isnan(deel.score)


@given(kandidatenlijsten(min_size=1, max_size=4))
def test_elke_kandidaat_heeft_een_leesbare_uitleg(omgeving, kandidaten):
    beoordeling = beoordeel(kandidaten, omgeving)
    for id in kandidaten.index:
        tekst = uitleg(beoordeling, id).tekst
        for criterium in CRITERIA:
            assert f"\n{criterium.capitalize()}: " in tekst
        assert not re.search(r"\b(nan|inf|None|NA|NaT|True|False)\b", tekst)
        assert "λ" not in tekst


def test_evenredigheid_in_woorden(omgeving):
    tekst = _zinnen(_uitleg(omgeving), "spreiding")
    assert (
        "Evenredigheid 70,9 (telt 60 %): Aardam komt op 100 plaatsen "
        "(alleen deze kandidaat). Het evenredige deel is 88: het doel "
        "van Utrecht (350 plaatsen, gepubliceerd) naar rato van inwoners. "
        "Dat is 1,1 keer het evenredige deel; bij 1 keer of minder is de score 100, bij 10 keer of "
        "meer 0, ertussen kost elke verdubbeling 30 punten. Of er nog meer opvang is, is onbekend: "
        "gerekend is met een kans van 30 % op 500 plaatsen (geschat). Zonder die opvang is "
        "evenredigheid 94,2." in tekst
    )
    assert "Het doel is een bandbreedte van 300–400 plaatsen: de score loopt van 71,6" in tekst


def test_onbekende_opvang_staat_bij_wat_niet_bekend_is(omgeving):
    verwacht = "bestaande opvang in Aardam: de lijst noemt er geen en is onvolledig"
    assert verwacht in _uitleg(omgeving).ontbreekt
    geen = _uitleg(maak_omgeving({"opgave.onbekende_opvang": "geen opvang"}))
    assert verwacht not in geen.ontbreekt
    assert "+ 0 bestaand)" in _zinnen(geen, "spreiding")


def test_een_onbekend_doel_heet_onbekend():
    omgeving = maak_omgeving(vul_aan=False)
    gemaakt = _uitleg(omgeving, x=125_000, y=415_000)
    tekst = _zinnen(gemaakt, "spreiding")
    assert "Evenredigheid onbekend, telt niet mee" in tekst
    assert "het doel van Limburg is onbekend" in tekst
    assert "Nabije opvang" in tekst
    assert "(telt 100 %)" in tekst
    assert "over de provincies waarvan het bekend is" in tekst
    assert "bandbreedte van onbekend" not in tekst
    assert "het doel van Limburg in Proefdoelen" in gemaakt.ontbreekt


def test_zonder_enig_doel():
    omgeving = maak_omgeving(doelset=maak_doelset(doel("Utrecht", None, None)))
    gemaakt = _uitleg(omgeving)
    assert "van geen enkele provincie is het doel bekend" in _zinnen(gemaakt, "spreiding")
    assert "Spreiding: onbekend (onbekend)" in gemaakt.tekst


def test_een_doel_van_nul():
    doelset = maak_doelset(doel("Utrecht", 0, 0), *DOELSET.doelen[3:])
    tekst = _zinnen(_uitleg(maak_omgeving(doelset=doelset)), "spreiding")
    assert "Elke plaats is dus meer dan het evenredige deel; bij 1 keer" in tekst


def test_kleinschaligheid_in_woorden(omgeving):
    tekst = _zinnen(_uitleg(omgeving, capaciteit=200), "kleinschaligheid")
    assert "Absoluut 67,5: 200 plaatsen op één locatie (plaatsen → score: 50 → 100" in tekst
    assert "Relatief 70,5: 11,1 plaatsen per 1.000 inwoners van Aardam (18.000 inwoners" in tekst


def test_zonder_kern_zegt_de_uitleg_wat_er_ontbreekt():
    gemaakt = _uitleg(maak_omgeving(kernen=maak_kernen().iloc[:0]))
    assert "Alleen het absolute deel telt" in _zinnen(gemaakt, "kleinschaligheid")
    assert any("geen kern geladen" in punt for punt in gemaakt.ontbreekt)
    assert any(
        "dorpskern en stadskern: in het geladen gebied" in punt for punt in gemaakt.ontbreekt
    )


def test_nabijheid_in_woorden(omgeving):
    tekst = _zinnen(_uitleg(omgeving, x=119_000, y=405_500), "nabijheid")
    assert "Treinstation 50,0 (gewicht 1,0): Beekdal op 5,0 km; op 5,0 km is de score 50." in tekst
    assert "Gemeten: rechte lijn × 1,25." in tekst


def test_mix_in_woorden(omgeving):
    gemengd = _uitleg(omgeving, type="flex", aandeel_amv=0.4, aandeel_regulier=0.6)
    assert "Balans 100,0: 40 % kwetsbare groepen; de band is 30 %–50 %." in _zinnen(gemengd, "mix")
    zonder = _uitleg(omgeving, type="flex")
    assert any("geen aandelen per groep" in punt for punt in zonder.ontbreekt)
    assert "niet vanzelf een slechte mix" in _zinnen(_uitleg(omgeving, type="azc"), "mix")


def test_rang_uitsluiting_en_niet_getoetst_staan_in_de_tekst(omgeving):
    assert "\nRang 1.\n" in _uitleg(omgeving).tekst
    weg = _uitleg(omgeving, status="afgevallen", toelichting="verkocht").tekst
    assert "\nGeen rang.\n" in weg
    assert "\nUitgesloten: status afgevallen: verkocht\n" in weg
    assert weg.endswith("Niet getoetst: Natura 2000")


def test_zonder_rang_zegt_de_uitleg_waarom(omgeving):
    tekst = _uitleg(omgeving, Gewichten(1, 1, 1, 4)).tekst
    assert "Aandachtspunt: onvoldoende bekend voor een rang: 43 % van het gewicht" in tekst


def test_een_onbekend_id(omgeving):
    with pytest.raises(InvoerFout, match="'weg'"):
        uitleg(beoordeel(maak_kandidaten(kandidaat()), omgeving), "weg")
