import pandas as pd

from locatieplanner.invoer.probleem import (
    Ernst,
    Probleem,
    bestandsfout,
    bestandsmelding,
    kort,
    per_rij,
)


def test_zin_noemt_waar_wat_en_herstel():
    probleem = Probleem(Ernst.FOUT, 4, "A", "capaciteit", "-20", "dit kan niet", "doe iets")
    assert probleem.zin == (
        "Rij 4, kolom capaciteit, waarde '-20': dit kan niet. Herstel: doe iets."
    )


def test_zin_zonder_plaats_gaat_over_het_bestand():
    assert bestandsfout("het is stuk", "maak het heel").zin == (
        "Het bestand: het is stuk. Herstel: maak het heel."
    )
    assert bestandsmelding("let op").zin == "Het bestand: let op."
    assert bestandsmelding("let op", kolom="id").zin == "Kolom id: let op."


def test_kort_toont_hoogstens_zestig_leesbare_tekens():
    assert kort("a" * 100) == "a" * 59 + "…"
    assert kort("a\x00b\nc") == "a b c"
    assert [kort(w) for w in (None, float("nan"), pd.NA, pd.NaT, "")] == [""] * 5
    assert kort(12) == "12"
    assert [kort(w) for w in (12.0, 1234.5, -0.25, float("inf"), 1e300)] == [
        "12", "1.234,5", "-0,25", "inf", "1e+300"
    ]  # fmt: skip
    assert kort("a" * 10_000_000) == "a" * 59 + "…"


def test_per_rij_geeft_een_probleem_per_ware_rij():
    masker = pd.Series([True, False, True], index=[2, 3, 5])
    waarden = pd.Series(["a", "b", "c"], index=[2, 3, 5])
    problemen = per_rij(masker, "k", waarden, lambda rij: f"wat {rij}", "h", Ernst.MELDING)
    assert [(p.rij, p.waarde, p.wat, p.ernst) for p in problemen] == [
        (2, "a", "wat 2", Ernst.MELDING),
        (5, "c", "wat 5", Ernst.MELDING),
    ]
    assert per_rij(masker & False, "k", None, "w", "h") == []


def test_geen_punt_na_een_vraag():
    assert bestandsfout("het is stuk", "klopt dit?").zin.endswith("Herstel: klopt dit?")
    assert bestandsfout("pas op!", "kijk").zin == "Het bestand: pas op! Herstel: kijk."
