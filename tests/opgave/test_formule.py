import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.fouten import FormuleFout
from locatieplanner.opgave.formule import Formule

NAMEN = ("inwoners", "ses_woa")
WAARDEN = {"inwoners": 20_000.0, "ses_woa": -0.25}


def reken(tekst, **anders):
    return Formule.lees(tekst, NAMEN).waarde(WAARDEN | anders)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("inwoners", 20_000),
        ("Inwoners * max(0, 1 + SES_WOA)", 15_000),
        ("inwoners × (1 + ses_woa) ÷ 2 − 500", 7_000),
        ("sqrt(inwoners ** 2) + abs(ses_woa)", 20_000.25),
        ("exp(log(inwoners)) + min(3, 2, 1)", 20_001),
        ("+1 - -1", 2),
        ("1e3 / 4", 250),
        ("0 * inwoners", 0),
    ],
)
def test_wat_mag(tekst, verwacht):
    assert reken(tekst) == pytest.approx(verwacht)


@given(st.floats(0, 1e7), st.floats(-2, 2))
def test_gelijk_aan_python(inwoners, ses_woa):
    uitkomst = reken("inwoners * max(0, 1 + ses_woa)", inwoners=inwoners, ses_woa=ses_woa)
    assert uitkomst == inwoners * max(0.0, 1 + ses_woa)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", "De formule is leeg. Schrijf een formule met inwoners en ses_woa"),
        ("inwonrs * 2", "'inwonrs', en dat is geen variabele: bedoelt u 'inwoners'"),
        ("q", "geen variabele: kies uit inwoners, ses_woa"),
        ("exp", "'exp', en dat is geen variabele"),
        ("inwoners * (1 + ", "niet te lezen"),
        ("inwoners inwoners", "niet te lezen"),
        ("inwoners; inwoners", "niet te lezen"),
        ("x = 1", "niet te lezen"),
        ("inwoners\x00", "niet te lezen"),
        ("inwoners * 0,5", "komma tussen twee cijfers"),
        ("max(0,5)", "komma tussen twee cijfers"),
        ("inwoners ^ 2", r"Schrijf een macht met \*\*"),
        ("1, inwoners", "bevat iets wat niet mag"),
        ("inwoners.real", "bevat iets wat niet mag"),
        ("inwoners[0]", "bevat iets wat niet mag"),
        ("[inwoners for x in inwoners]", "bevat iets wat niet mag"),
        ("inwoners if ses_woa else 1", "bevat iets wat niet mag"),
        ("inwoners > 1", "bevat iets wat niet mag"),
        ("inwoners // 1", "bevat iets wat niet mag"),
        ("lambda: 1", "bevat iets wat niet mag"),
        ("'a' * 9", "iets wat geen getal is"),
        ("True", "'true', en dat is geen variabele"),
        ("None", "'none', en dat is geen variabele"),
        ("2j * inwoners", "iets wat geen getal is"),
        ("1e13", "getal boven 1.000.000.000.000"),
        ("9" * 299, "getal boven"),
        ("1 + " * 100 + "1", r"401 tekens lang; hoogstens 300"),
        ("open(1)", "roept een functie aan die er niet is. Kies uit min, max"),
        ("__import__('os')", "roept een functie aan"),
        ("exp.__class__(1)", "roept een functie aan"),
        ("(exp)(1)(2)", "roept een functie aan"),
        ("exp(1, 2)", "exp precies één getal nodig"),
        ("min(1)", "min twee of meer getallen nodig"),
        ("max(inwoners, default=1)", "max twee of meer getallen nodig"),
        ("max(1, *inwoners)", "bevat iets wat niet mag"),
        ("(" * 149 + "1" + ")" * 148, "niet te lezen"),
        ("-" * 299 + "1", "te diep genest"),
    ],
)
def test_wat_niet_mag_en_hoe_het_wel_kan(tekst, melding):
    with pytest.raises(FormuleFout, match=melding):
        Formule.lees(tekst, NAMEN)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("inwoners / (ses_woa + 0.25)", "deelt door nul"),
        ("0 ** ses_woa", "deelt door nul"),
        ("exp(inwoners)", "te groot getal"),
        ("9 ** 9 ** 9 ** 9", "te groot getal"),
        ("1e12 * 1.1", "te groot getal"),
        ("1e12 * 1e12 ** 25 * 1e12", "geeft geen getal"),
        ("log(0)", "wortel of logaritme die niet bestaat"),
        ("sqrt(ses_woa)", "wortel of logaritme die niet bestaat"),
        ("ses_woa ** 0.5", "geeft geen getal"),
        ("inwoners * ses_woa", r"onder nul \(-5.000\); zet er bijvoorbeeld max\(0, …\)"),
    ],
)
def test_een_uitkomst_is_eindig_en_niet_negatief(tekst, melding):
    with pytest.raises(FormuleFout, match=melding):
        reken(tekst)


@given(st.text(max_size=310))
def test_elke_tekst_is_een_getal_of_een_formulefout(tekst):
    try:
        uitkomst = reken(tekst)
    except FormuleFout:
        return
    assert math.isfinite(uitkomst)
    assert uitkomst >= 0


@given(st.text("()+-*/.,0159 einorswmax_", max_size=310))
def test_ook_wat_op_een_formule_lijkt(tekst):
    test_elke_tekst_is_een_getal_of_een_formulefout.hypothesis.inner_test(tekst)
