import json

import pytest

from tests.diensten.loket import Reactie, loket
from tests.diensten_pdok.pdok import schrijf_diensten


def test_in_orde(voer_uit, kandidaten):
    uitkomst = voer_uit("controleer", kandidaten)
    assert uitkomst.exit_code == 0
    assert uitkomst.stdout.splitlines()[-1] == "In orde: 60 kandidaten"


def test_alle_problemen_tegelijk(voer_uit, slecht):
    uitkomst = voer_uit("controleer", slecht)
    assert uitkomst.exit_code == 1
    assert "Rij 3, kolom type, waarde 'kasteel'" in uitkomst.stdout
    assert "Rij 4, kolom capaciteit, waarde 'nul'" in uitkomst.stdout
    assert "2 fouten" in uitkomst.stdout


def test_json(voer_uit, kandidaten, slecht):
    goed = voer_uit("controleer", kandidaten, "--json")
    assert (goed.exit_code, json.loads(goed.stdout)["in_orde"]) == (0, True)
    mis = voer_uit("controleer", slecht, "--json")
    antwoord = json.loads(mis.stdout)
    assert (mis.exit_code, antwoord["in_orde"], antwoord["kandidaten"]) == (1, False, 1)
    assert [p["rij"] for p in antwoord["problemen"] if p["ernst"] == "fout"] == [3, 4]


def test_bestand_ontbreekt(voer_uit, tmp_path):
    uitkomst = voer_uit("controleer", tmp_path / "nee.csv", "--json")
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "bestaat niet" in uitkomst.stderr


@pytest.fixture
def met_adressen(tmp_path):
    """Een bestand met coördinaten, een adres dat er is en een dat er niet is."""
    pad = tmp_path / "adressen.csv"
    pad.write_text(
        "id;naam;type;capaciteit;x;y;postcode;huisnummer;toevoeging;eigenaar\n"
        "A;Een;azc;300;155000;463000;;;;gemeente\n"
        "B;Twee;azc;300;;;3818 AA;3;2;gemeente\n"
        "C;Drie;azc;300;;;3818 AA;5;;gemeente\n",
        encoding="utf-8",
    )
    return pad


def test_adressen_worden_alleen_opgezocht_als_erom_gevraagd_is(voer_uit, met_adressen, adresdienst):
    zonder = voer_uit("controleer", met_adressen)
    assert zonder.exit_code == 1
    assert zonder.stdout.count("zet adressen opzoeken aan (op de opdrachtregel: --zoek") == 2
    assert "opgezocht" not in zonder.stderr
    assert adresdienst.verzoeken == []

    met = voer_uit("controleer", met_adressen, "--zoek-adressen")
    assert "worden opgezocht bij PDOK Locatieserver." in met.stderr
    assert "Het bestand: 1 adres is gevonden bij PDOK Locatieserver" in met.stdout
    assert "Rij 4, kolom postcode, waarde '5, 3818 AA': dit adres is niet gevonden" in met.stdout
    assert "bedoelt u 'Riouwstraat 1, 3818AA Amersfoort', " in met.stdout
    assert "1 fout; 2 kandidaten zonder fouten." in met.stdout
    assert [v.vraag["q"] for v in adresdienst.verzoeken] == ["3-2, 3818 aa", "5, 3818 aa"]


def test_de_dienst_die_het_niet_doet_wordt_genoemd(voer_uit, met_adressen, monkeypatch, tmp_path):
    with loket(lambda _: Reactie(status=403)) as dicht:
        diensten = schrijf_diensten(tmp_path, dicht.adres)
        monkeypatch.setenv("LOCATIEPLANNER_DIENSTEN", str(diensten))
        uitkomst = voer_uit("controleer", met_adressen, "--zoek-adressen", "--json")
    antwoord = json.loads(uitkomst.stdout)
    assert (uitkomst.exit_code, antwoord["kandidaten"]) == (1, 1)
    eerste = antwoord["problemen"][0]
    assert (eerste["ernst"], eerste["rij"]) == ("melding", None)
    assert "PDOK Locatieserver geeft geen toegang (code 403)" in eerste["wat"]
    assert [p["rij"] for p in antwoord["problemen"] if p["ernst"] == "fout"] == [3, 4]
    assert len(dicht.verzoeken) == 1
