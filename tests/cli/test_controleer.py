import json


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
