import json

import geopandas as gpd
import pandas as pd
import pytest

KOP = "id;naam;type;capaciteit;woningen;status;eigenaar;beschikbaar_van;beschikbaar_tot;{};x;y\n"
PLAN = KOP.format("aandeel_statushouders;aandeel_studenten;aandeel_amv") + (
    "OUD;Oude haven;flexwonen;100;50;in gebruik;Woonplus;;2028-06-30;1;0;0;155000;463000\n"
    "NIEUW;Nieuwe haven;flexwonen;80;80;besluit;woonplus;2028-07-01;2043-06-30;0;1;0;155100;463000"
    "\n"
    "DICHT;Geheime straat 3;gemengd;20;;idee;De Brug;2029-01-01;;0;0,5;0,5;154000;463500\n"
    "WEG;Oud plan;flexwonen;30;20;afgevallen;De Brug;;;1;0;0;154500;463500\n"
    "AZC;Azc Noord;azc;300;;besluit;Rijk;2027-01-01;2040-01-01;;;;140000;470000\n"
)
NU = ("--vanaf", "2026-11")


@pytest.fixture
def plan(tmp_path):
    pad = tmp_path / "plan.csv"
    pad.write_text(PLAN, encoding="utf-8")
    return pad


def test_verdringing_staat_bovenaan_en_dan_de_woningen_in_een_zin(voer_uit, plan):
    uitkomst = voer_uit("flexwonen", plan, *NU)
    assert uitkomst.exit_code == 0, uitkomst.output
    regels = uitkomst.stdout.splitlines()
    assert regels[0].startswith("2 keer verdringing gevonden")
    tekst = " ".join(uitkomst.stdout.split())
    assert "sluit Oude haven en opent Nieuwe haven" in tekst
    assert "minder plaats voor statushouders (100), en meer voor studenten (80)" in tekst
    assert "binnen 250 m en binnen 12 maanden" in tekst
    assert "Samen 142 woningen voor ongeveer 200 mensen, op 3 locaties" in tekst
    assert "Voor de taakstelling: 100 statushouders op locaties met een besluit" in tekst
    assert "Oud plan" not in tekst
    for kop in ("Voor wie", "Per eigenaar", "Wanneer contracten eindigen"):
        assert kop in tekst


def test_json(voer_uit, plan):
    antwoord = json.loads(voer_uit("flexwonen", plan, *NU, "--json").stdout)
    assert antwoord["peilmaand"] == "2026-11"
    assert [rij["id"] for rij in antwoord["locaties"]] == ["OUD", "NIEUW", "DICHT"]
    assert antwoord["totaal"]["taakstelling"] == 100
    assert antwoord["totaal"]["jaar_waarin_de_helft_is_afgelopen"] == 2043
    assert [rij["eigenaar"] for rij in antwoord["eigenaren"]] == ["De Brug", "Woonplus"]
    assert {rij["groep"] for rij in antwoord["groepen"]} == {"statushouders", "studenten", "amv"}
    eerste = antwoord["halfjaren"]["plaatsen"][0]
    assert (eerste["halfjaar"], eerste["statushouders_begin"]) == ("2026-II", 100)
    plek, gemeente = sorted(
        antwoord["verdringing"]["waarschuwingen"], key=lambda w: w["soort"], reverse=True
    )
    assert plek["soort"] == "zelfde plek"
    assert plek["afstand_m"] == 100
    assert plek["verlies"] == gemeente["verlies"] == {"statushouders": 100}
    assert gemeente["gemeente"] == "Amersfoort"


@pytest.mark.parametrize(
    ("opties", "ids"),
    [
        (["--eigenaar", " WOONPLUS "], ["OUD", "NIEUW"]),
        (["--eigenaar", "De Brug"], ["DICHT"]),
        (["--status", "afgevallen", "--status", "Idee"], ["DICHT", "WEG"]),
        (["--gemeente", "amersfoort"], ["OUD", "NIEUW", "DICHT"]),
        (["--gemeente", "GM0363"], []),
        (["--provincie", "Drenthe"], []),
    ],
)
def test_mijn_locaties(voer_uit, plan, opties, ids):
    antwoord = json.loads(voer_uit("flexwonen", plan, *NU, *opties, "--json").stdout)
    assert [rij["id"] for rij in antwoord["locaties"]] == ids


def test_verdringing_kijkt_naar_iedereen_in_het_gebied_en_niet_naar_de_eigenaar(voer_uit, plan):
    def waarschuwingen(*opties):
        uitkomst = voer_uit("flexwonen", plan, *NU, *opties, "--json")
        return len(json.loads(uitkomst.stdout)["verdringing"]["waarschuwingen"])

    assert waarschuwingen("--eigenaar", "De Brug") == waarschuwingen() == 2
    assert waarschuwingen("--gemeente", "Zwolle") == 0
    assert waarschuwingen("--parameter", "flexwonen.plek_afstand_m=50") == 1
    assert waarschuwingen("--parameter", "opgave.gepland_vanaf=in gebruik", "--alleen-gepland") == 0


def test_de_keuze_als_bestand(voer_uit, plan, tmp_path):
    pad = tmp_path / "mijn.gpkg"
    uitkomst = voer_uit("flexwonen", plan, *NU, "--eigenaar", "woonplus", "--uitvoer", pad)
    assert uitkomst.exit_code == 0, uitkomst.output
    assert f"Geschreven: {pad}" in uitkomst.stderr
    assert set(gpd.read_file(pad, layer="beoordeling")["id"]) == {"OUD", "NIEUW"}


def test_voor_derden_is_een_beschermde_locatie_er_alleen_per_gemeente(voer_uit, plan, tmp_path):
    pad = tmp_path / "derden.csv"
    for extra in ([], ["--json"]):
        uitkomst = voer_uit("flexwonen", plan, *NU, "--voor-derden", "--uitvoer", pad, *extra)
        assert uitkomst.exit_code == 0, uitkomst.output
        assert "Geheime straat" not in uitkomst.output
        assert "Beschermde locatie in" in " ".join(uitkomst.stdout.split())
    tabel = pd.read_csv(pad, sep=";", decimal=",", encoding="utf-8-sig")
    assert "Beschermde locatie in Amersfoort" in set(tabel["naam"])
    assert "Geheime straat" not in pad.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["--eigenaar", "Woonplas"], "Bedoelt u Woonplus?"),
        (["--status", "besloten"], "'besloten' is geen status"),
        (["--gemeente", "Amersvoort"], "Amersfoort"),
        (["--uitvoer", "x.pdf"], "pdf"),
    ],
)
def test_een_verkeerde_keuze_zegt_wat_er_wel_kan(voer_uit, plan, opties, melding):
    uitkomst = voer_uit("flexwonen", plan, *NU, *opties)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert melding in uitkomst.stderr


def test_een_verkeerde_maand(voer_uit, plan):
    uitkomst = voer_uit("flexwonen", plan, "--vanaf", "2026-13")
    assert uitkomst.exit_code == 2
    assert "is geen maand" in uitkomst.stderr


def test_zonder_woonlocaties_zegt_het_wat_te_doen(voer_uit, plan, tmp_path):
    uitkomst = voer_uit("flexwonen", plan, *NU, "--provincie", "Drenthe")
    assert "Woonlocaties zijn kandidaten van het type flexwonen" in " ".join(
        uitkomst.stdout.split()
    )
    pad = tmp_path / "leeg.csv"
    uitkomst = voer_uit("flexwonen", plan, *NU, "--provincie", "Drenthe", "--uitvoer", pad)
    assert uitkomst.exit_code == 1
    assert "niets te schrijven" in uitkomst.stderr
    assert not pad.exists()


def test_het_voorbeeld_heeft_elf_woonlocaties(voer_uit, kandidaten):
    antwoord = json.loads(voer_uit("flexwonen", kandidaten, *NU, "--json").stdout)
    assert antwoord["totaal"]["locaties"] == 11
    assert antwoord["totaal"]["woningen"] == 699
