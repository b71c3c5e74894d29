import pandas as pd
import pytest

from locatieplanner.invoer.kopregel import lees_kop
from locatieplanner.invoer.probleem import Ernst


def _zinnen(groepen, *namen, heeft_geometrie=False, **rest):
    gegevens = pd.DataFrame([["1"] * len(namen)], columns=list(namen), index=[2], dtype="str")
    kop = lees_kop(gegevens, groepen, heeft_geometrie=heeft_geometrie, **rest)
    return [p.zin for p in kop.problemen]


GOED = ("naam", "type", "capaciteit", "x", "y")


def test_goede_kop(aandachtsgroepen):
    assert _zinnen(aandachtsgroepen, *GOED) == []
    assert _zinnen(aandachtsgroepen, "naam", "type", "woningen", heeft_geometrie=True) == []
    assert _zinnen(aandachtsgroepen, *GOED, "fid", "gemeente") == []


def test_ontbrekende_kolommen(aandachtsgroepen):
    assert _zinnen(aandachtsgroepen, "toelichting") == [
        "Kolom naam: de kolom naam ontbreekt. Herstel: voeg een kolom naam toe.",
        "Kolom type: de kolom type ontbreekt. Herstel: voeg een kolom type toe.",
        "Kolom capaciteit: de kolom capaciteit ontbreekt, en woningen ook. Herstel: voeg een kolom "
        "capaciteit toe.",
        "Kolom ligging: er is geen ligging: geen coördinaten en geen vormen. Herstel: voeg "
        "kolommen x en y (RD) of lon en lat (graden) toe, of een adres, of kies een geobestand.",
    ]


def test_tikfout_in_een_kolomnaam(aandachtsgroepen):
    zinnen = _zinnen(aandachtsgroepen, "naam", "type", "capasiteit", "x", "y")
    assert "Herstel: hernoem de kolom 'capasiteit' naar capaciteit als die bedoeld is." in zinnen[0]


@pytest.mark.parametrize(("kolommen", "ontbreekt"), [(["x"], "y"), (["lat"], "lon")])
def test_halve_coordinaten(kolommen, ontbreekt, aandachtsgroepen):
    (zin,) = _zinnen(aandachtsgroepen, "naam", "type", "capaciteit", *kolommen)
    assert f"de kolom {ontbreekt} ontbreekt" in zin


@pytest.mark.parametrize("kolommen", [["adres"], ["postcode", "huisnummer"]])
def test_alleen_adressen(kolommen, aandachtsgroepen):
    gewoon = ("naam", "type", "capaciteit", *kolommen)
    (zin,) = _zinnen(aandachtsgroepen, *gewoon)
    assert "adressen opzoeken staat uit" in zin
    assert "--zoek-adressen" in zin
    assert "voeg kolommen x en y (RD) of lon en lat (graden) toe" in zin
    assert _zinnen(aandachtsgroepen, *gewoon, zoekt_adressen=True) == []


@pytest.mark.parametrize("zoekt", [True, False])
@pytest.mark.parametrize("kolommen", [["postcode", "plaats"], ["huisnummer"]])
def test_een_deel_van_een_adres(kolommen, zoekt, aandachtsgroepen):
    (zin,) = _zinnen(
        aandachtsgroepen, "naam", "type", "capaciteit", *kolommen, zoekt_adressen=zoekt
    )
    assert "er staat maar een deel van het adres in" in zin
    assert "postcode en huisnummer" in zin


def test_een_plaats_is_geen_adres_en_halve_coordinaten_blijven_een_fout(aandachtsgroepen):
    zonder = ("naam", "type", "capaciteit")
    (zin,) = _zinnen(aandachtsgroepen, *zonder, "plaats", zoekt_adressen=True)
    assert "er is geen ligging" in zin
    (zin,) = _zinnen(aandachtsgroepen, *zonder, "adres", "x", zoekt_adressen=True)
    assert "de kolom y ontbreekt" in zin


def test_kolommen_van_een_adres_zijn_nooit_dubbel_of_te_veel(aandachtsgroepen):
    namen = ("straat", "adres", "woonplaats", "plaats", "pc6", "huisnr", "Huisletter", "toev")
    assert _zinnen(aandachtsgroepen, *GOED, *namen) == []


def test_dubbele_kolommen(aandachtsgroepen):
    zonder = [naam for naam in GOED if naam != "capaciteit"]
    for namen in (("bedden", "Aantal plekken"), ("capaciteit", "Capaciteit")):
        (zin,) = _zinnen(aandachtsgroepen, *zonder, *namen)
        assert zin == (
            f"Kolom capaciteit: de kolommen '{namen[0]}' en '{namen[1]}' betekenen allebei "
            "capaciteit. Herstel: noem de kolom die telt capaciteit, en hernoem of verwijder de "
            "andere."
        )


def test_onbekende_groep(aandachtsgroepen):
    (zin,) = _zinnen(aandachtsgroepen, *GOED, "aandeel_statushouder")
    assert "deze aandachtsgroep bestaat niet; nationaliteit of herkomst is geen groep" in zin
    assert "Herstel: bedoelt u aandeel_statushouders? Kies uit " in zin


def test_persoonsgegevens_blokkeren(aandachtsgroepen):
    (zin,) = _zinnen(aandachtsgroepen, *GOED, "BSN")
    assert "persoonsgegevens mogen niet worden geladen" in zin


def test_overige_kolommen_en_kale_groepen_zijn_meldingen(aandachtsgroepen):
    gegevens = pd.DataFrame([["1"] * 9], columns=[*GOED, "bouwjaar", "ouderen", "", "\x07"])
    kop = lees_kop(gegevens, aandachtsgroepen, heeft_geometrie=False)
    assert {p.ernst for p in kop.problemen} == {Ernst.MELDING}
    assert "noem de kolom aandeel_ouderen" in kop.problemen[0].herstel
    assert kop.problemen[1].wat.endswith("weggelaten: bouwjaar, (zonder naam), (zonder naam)")


def test_lange_lijst_wordt_ingekort(aandachtsgroepen):
    (zin,) = _zinnen(aandachtsgroepen, *GOED, *(f"meting {i}" for i in range(30)))
    assert "en nog 10" in zin


def test_eigen_naam_gaat_voor_een_ander_woord(aandachtsgroepen):
    namen = ("nummer", "id", "naam", "locatie", "soort", "type", "capaciteit", "x", "y",
             "opmerking", "toelichting")  # fmt: skip
    gegevens = pd.DataFrame([[f"waarde {naam}" for naam in namen]], columns=list(namen), index=[2])
    kop = lees_kop(gegevens, aandachtsgroepen, heeft_geometrie=False)
    assert {p.ernst for p in kop.problemen} == {Ernst.MELDING}
    assert [p.kolom for p in kop.problemen] == ["nummer", "locatie", "soort", "opmerking"]
    assert kop.problemen[1].zin == (
        "Kolom locatie: deze kolom kan ook naam betekenen; zij is weggelaten, want de kolom "
        "'naam' is gelezen. Herstel: zet wat u wilt bewaren in de kolom toelichting."
    )
    for kolom in ("id", "naam", "type", "toelichting"):
        assert kop.kolommen[kolom].tolist() == [f"waarde {kolom}"]


def test_namen_van_kolommen_die_niet_gelezen_zijn(aandachtsgroepen):
    gegevens = pd.DataFrame([["1"] * 5], columns=list(GOED))
    kop = lees_kop(
        gegevens, aandachtsgroepen, heeft_geometrie=False,
        overige=("BSN", "bouwjaar", "ouderen", "(zonder naam)", "fid"),
    )  # fmt: skip
    zinnen = " ".join(p.zin for p in kop.problemen)
    assert "Kolom BSN: deze kolom lijkt gegevens over personen" in zinnen
    assert "weggelaten: bouwjaar, (zonder naam)." in zinnen
    assert "noem de kolom aandeel_ouderen" in zinnen
