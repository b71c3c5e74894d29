import json
import re

import pandas as pd
import pytest

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import BESTAND
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from tests.diensten import odatadienst
from tests.diensten.loket import loket


@pytest.fixture
def ses_geladen(monkeypatch, tmp_path, lagen_echt):
    """Een cache met SES-WOA: elke gemeente van Utrecht op 0, Bunnik op 0,2, Eemnes ontbreekt."""
    map_ = tmp_path / "cache"
    monkeypatch.setenv("LOCATIEPLANNER_CACHE", str(map_))
    gemeenten = lagen_echt.gemeenten
    hier = gemeenten[gemeenten["provincie"] == "Utrecht"]
    scores = (hier["gemeente"] == "Bunnik") * 0.2
    tabel = pd.DataFrame({"code": hier.index, "ses_woa": scores.to_numpy()})
    Lagencache(map_).bewaar(
        "ses_woa",
        HEEL_NEDERLAND,
        tabel[(hier["gemeente"] != "Eemnes").to_numpy()],
        adres="x",
        licentie="x",
        dekking=HEEL_NEDERLAND.vlak,
        peildatum="2024",
    )


def antwoord(uitkomst):
    assert uitkomst.exit_code == 0, uitkomst.stderr
    return json.loads(uitkomst.stdout)


def plaatsen(inhoud, kolom="plaatsen"):
    return {rij["gemeente"]: rij[kolom] for rij in inhoud["gemeenten"]}


def test_de_som_is_precies_het_doel(voer_uit):
    uit = voer_uit("verdeel", "--provincie", "utrecht", "--doelset", "spreidingswet-2024")
    tekst = " ".join(uit.stdout.split())
    assert "Te verdelen: 8.207 plaatsen (secundair)." in tekst
    assert "SES-WOA is niet geladen" in tekst
    assert "Gepland is onbekend: geen bestand met plannen" in tekst
    inhoud = antwoord(
        voer_uit("verdeel", "--provincie", "Utrecht", "--doelset", "spreidingswet-2024", "--json")
    )
    assert sum(plaatsen(inhoud).values()) == 8207
    assert set(plaatsen(inhoud, "naar_ses").values()) == {None}
    assert set(plaatsen(inhoud, "gepland").values()) == {None}


def test_een_bandbreedte_vraagt_een_punt(voer_uit):
    doelen = {
        grens: antwoord(
            voer_uit("verdeel", "--provincie", "Zuid-Holland", "--grens", grens, "--json")
        )
        for grens in ("minimum", "midden", "maximum")
    }
    assert {grens: sum(plaatsen(uit).values()) for grens, uit in doelen.items()} == {
        "minimum": 3880,
        "midden": 4040,
        "maximum": 4200,
    }
    assert doelen["midden"]["doel"]["zin"].endswith("het midden van 3.880–4.200.")


def test_een_onbekende_grens_zegt_wat_er_wel_is(voer_uit):
    uit = voer_uit(
        "verdeel", "--provincie", "Noord-Brabant", "--doelset", "spreidingswet-2026",
        "--grens", "maximum",
    )  # fmt: skip
    assert (uit.exit_code, uit.stdout) == (1, "")
    assert "(bekend is: ten minste 13.000)" in uit.stderr


def test_ses_zonder_laag_zegt_hoe_die_te_halen_is(voer_uit):
    uit = voer_uit("verdeel", "--provincie", "Utrecht", "--sleutel", "ses")
    assert (uit.exit_code, uit.stdout) == (1, "")
    assert "locatieplanner lagen ververs ses_woa" in uit.stderr


def test_ses_met_formule_en_wat_geschat_is(voer_uit, ses_geladen):
    vraag = (
        "verdeel",
        "--provincie",
        "Utrecht",
        "--doelset",
        "spreidingswet-2024",
        "--sleutel",
        "ses",
    )
    tekst = " ".join(voer_uit(*vraag).stdout.split())
    assert (
        "gewicht = inwoners * max(0, 1 + ses_woa - ses_provincie) (niet de wettelijke formule)"
        in tekst
    )
    assert "Van 1 van de 26 gemeenten is de SES-WOA onbekend" in tekst
    assert "(geschat): Eemnes." in tekst
    assert "CBS, SES-WOA (86296NED) · peildatum 2024" in tekst
    uit = antwoord(voer_uit(*vraag, "--json"))
    assert sum(plaatsen(uit).values()) == sum(plaatsen(uit, "naar_inwoners").values()) == 8207
    assert plaatsen(uit, "verschil")["Bunnik"] > 10
    assert plaatsen(uit, "ses_status")["Eemnes"] == "geschat"
    anders = antwoord(voer_uit(*vraag, "--formule", "inwoners", "--json"))
    assert plaatsen(anders) == plaatsen(uit, "naar_inwoners")


def test_met_een_bron_is_de_mededeling_weg(voer_uit, ses_geladen):
    uit = antwoord(
        voer_uit(
            "verdeel", "--provincie", "Utrecht", "--sleutel", "ses", "--json",
            "--parameter", "verdeling.ses_formule_bron=Stcrt. 2024, 3320",
        )
    )  # fmt: skip
    assert uit["formule"].endswith("(bron volgens de gebruiker: Stcrt. 2024, 3320)")


def test_een_foute_formule(voer_uit, ses_geladen):
    uit = voer_uit(
        "verdeel", "--provincie", "Utrecht", "--sleutel", "ses", "--formule", "inwoners * ses"
    )
    assert (uit.exit_code, uit.stdout) == (1, "")
    assert "'ses', en dat is geen variabele: bedoelt u 'ses_woa'?" in uit.stderr


def test_met_de_hand(voer_uit, tmp_path):
    hand = tmp_path / "vast.csv"
    hand.write_text("gemeente;plaatsen\nUtrecht;3000\nEemnes;0\n", encoding="utf-8")
    vraag = ("verdeel", "--provincie", "Utrecht", "--doelset", "spreidingswet-2024", "--hand", hand)
    uit = antwoord(voer_uit(*vraag, "--json"))
    assert (plaatsen(uit)["Utrecht"], plaatsen(uit)["Eemnes"]) == (3000, 0)
    assert sum(plaatsen(uit).values()) == 8207
    assert "Met de hand: 3.000 plaatsen in 2 van de 26 gemeenten" in voer_uit(*vraag).stdout


def test_wat_met_de_hand_niet_past(voer_uit, tmp_path):
    hand = tmp_path / "vast.csv"
    hand.write_text("gemeente;plaatsen\nUtrecht;9000\n", encoding="utf-8")
    vraag = ("verdeel", "--provincie", "Utrecht", "--doelset", "spreidingswet-2024", "--hand", hand)
    assert "793 te veel" in voer_uit(*vraag).stderr
    hand.write_text("gemeente;plaatsen\nUtrechtt;9\nAlmere;x\n", encoding="utf-8")
    uit = voer_uit(*vraag)
    assert uit.exit_code == 1
    assert "Rij 2, kolom gemeente" in uit.stderr
    assert "Rij 3, kolom plaatsen" in uit.stderr
    assert "vast.csv: 2 fouten" in uit.stderr
    hand.write_text("gemeente;plaatsen\nAlmere;9\n", encoding="utf-8")
    assert "die hier niet liggen: GM0034" in voer_uit(*vraag).stderr


def test_met_plannen_en_naar_een_bestand(voer_uit, tmp_path, kandidaten):
    for naam in ("uit.csv", "uit.xlsx"):
        uit = voer_uit(
            "verdeel", "--provincie", "Utrecht", "--bestand", kandidaten, "--uitvoer",
            tmp_path / naam,
        )  # fmt: skip
        assert uit.exit_code == 0
        assert "Gepland is onbekend" not in uit.stdout
    tabel = pd.read_csv(tmp_path / "uit.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert len(tabel) == 26
    assert "verdeeld (plaatsen)" in tabel.columns
    assert tabel["gepland (plaatsen)"].notna().all()


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["--provincie", "Utregt"], "Bedoelt u Utrecht?"),
        (["--provincie", "Utrecht", "--sleutel", "inwoner"], "Bedoelt u inwoners?"),
        (["--provincie", "Utrecht", "--grens", "boven"], "Kies uit: minimum, midden, maximum"),
        (["--provincie", "Utrecht", "--uitvoer", "x.gpkg"], ".csv of .xlsx"),
    ],
)
def test_verkeerd_gebruik(voer_uit, opties, melding):
    uit = voer_uit("verdeel", *opties)
    assert (uit.exit_code, uit.stdout) == (1, "")
    assert melding in uit.stderr


def test_zonder_provincie(voer_uit):
    assert voer_uit("verdeel").exit_code == 2


def test_van_ophalen_bij_het_cbs_tot_verdelen(voer_uit, monkeypatch, tmp_path, lagen_echt):
    """De laag zoals zij in de catalogus staat, met alleen het adres en de tabel van de proef."""
    gemeenten = lagen_echt.gemeenten
    codes = list(gemeenten.index[gemeenten["provincie"] == "Utrecht"])
    scores = dict.fromkeys(codes, 0.0) | {codes[0]: 0.3, codes[1]: -99_997.0}
    scores |= {"WK034400": 9.0, "BU03440011": 9.0}
    rijen = [
        {"ID": nummer, "WijkenEnBuurten": code.ljust(10), "GemiddeldeScore_29": score}
        for nummer, (code, score) in enumerate(scores.items())
    ]
    sleutels = ("WijkenEnBuurten", "GemiddeldeScore_29")
    monkeypatch.setattr(odatadienst, "KENMERKEN", [{"Key": sleutel} for sleutel in sleutels])
    ingebouwd = (lagenmap() / BESTAND).read_text(encoding="utf-8")
    laag = re.search(r"^\[ses_woa\].*?(?=^\[(?!ses_woa))", ingebouwd, re.M | re.S).group()
    monkeypatch.setenv("LOCATIEPLANNER_CACHE", str(tmp_path / "cache"))
    with loket(odatadienst.cbs(rijen=rijen)) as dienst:
        eigen = tmp_path / "catalogus.toml"
        laag = re.sub(r'adres = "[^"]+"', f'adres = "{dienst.adres}/ODataFeed/odata"', laag)
        laag = re.sub(r'onderdeel = "[^"]+"', f'onderdeel = "{odatadienst.TABEL}"', laag)
        eigen.write_text(laag, encoding="utf-8")
        monkeypatch.setenv("LOCATIEPLANNER_CATALOGUS", str(eigen))
        opgehaald = voer_uit("lagen", "ververs", "ses_woa")
    assert opgehaald.exit_code == 0, opgehaald.output
    uit = antwoord(voer_uit("verdeel", "--provincie", "Utrecht", "--sleutel", "ses", "--json"))
    per = {rij["gemeentecode"]: rij for rij in uit["gemeenten"]}
    assert uit["ses_geschat"] == 1
    assert (per[codes[0]]["ses_woa"], per[codes[0]]["ses_status"]) == (0.3, "gepubliceerd")
    assert per[codes[1]]["ses_status"] == "geschat"
    assert per[codes[0]]["verschil"] > 0
    assert sum(rij["plaatsen"] for rij in uit["gemeenten"]) == 2800
