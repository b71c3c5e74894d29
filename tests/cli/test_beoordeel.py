import json

import geopandas as gpd
import pytest

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.rapport.soorten import SOORTEN


def test_json_geeft_elke_keer_dezelfde_zestig_rijen(los_proces, kandidaten):
    eerste, tweede = (los_proces("beoordeel", kandidaten, "--json") for _ in range(2))
    assert eerste.returncode == 0
    assert eerste.stdout == tweede.stdout
    rijen = json.loads(eerste.stdout)
    assert len(rijen) == 60
    assert list(rijen[0]) == list(KOLOMMEN)
    assert rijen[0]["rang"] == 1


def test_tabel_met_wat_een_lezer_moet_weten(voer_uit, kandidaten):
    uitkomst = voer_uit("beoordeel", kandidaten, "--top", "3")
    assert uitkomst.exit_code == 0
    assert "en nog 57 kandidaten" in uitkomst.stdout
    for deel in ("Gewichten: spreiding 25 %", "Doelset:", "geschat", "Niet getoetst:"):
        assert deel in uitkomst.stdout


def test_gewichten_en_parameters_werken_door(voer_uit, kandidaten):
    def totaal(*opties):
        rijen = json.loads(voer_uit("beoordeel", kandidaten, "--json", *opties).stdout)
        return {rij["id"]: rij["score_totaal"] for rij in rijen}

    anders = totaal("--gewichten", "nabijheid=1")
    assert anders != totaal()
    assert totaal("--gewichten", "nabijheid=1", "--parameter", "nabijheid.omwegfactor=2") != anders
    assert totaal("--doelset", "spreidingswet-2026") != totaal()


@pytest.mark.parametrize("soort", SOORTEN)
def test_uitvoer_staat_er_en_is_voor_derden_anders(voer_uit, kandidaten, tmp_path, soort):
    pad, derden = tmp_path / f"a.{soort}", tmp_path / f"b.{soort}"
    uitkomst = voer_uit("beoordeel", kandidaten, "--uitvoer", pad)
    assert uitkomst.exit_code == 0
    assert f"Geschreven: {pad}" in uitkomst.stderr
    voer_uit("beoordeel", kandidaten, "--uitvoer", derden, "--voor-derden")
    assert pad.read_bytes() != derden.read_bytes()


def test_top_beperkt_het_bestand_niet(voer_uit, kandidaten, tmp_path):
    pad = tmp_path / "uit.parquet"
    uitkomst = voer_uit("beoordeel", kandidaten, "--uitvoer", pad, "--top", "2", "--json")
    assert len(json.loads(uitkomst.stdout)) == 2
    assert len(gpd.read_parquet(pad)) == 60


@pytest.mark.parametrize("naam", ["uit.doc", "uit", "nergens/uit.csv"])
def test_uitvoer_die_niet_kan(voer_uit, kandidaten, tmp_path, naam):
    uitkomst = voer_uit("beoordeel", kandidaten, "--uitvoer", tmp_path / naam)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert list(tmp_path.iterdir()) == []


def test_slechte_rijen_worden_alle_genoemd(voer_uit, slecht, tmp_path):
    pad = tmp_path / "uit.csv"
    uitkomst = voer_uit("beoordeel", slecht, "--json", "--uitvoer", pad)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "Rij 3" in uitkomst.stderr
    assert "Rij 4" in uitkomst.stderr
    assert not pad.exists()


def test_goede_rijen(voer_uit, slecht):
    uitkomst = voer_uit("beoordeel", slecht, "--goede-rijen", "--json")
    assert uitkomst.exit_code == 0
    assert [rij["id"] for rij in json.loads(uitkomst.stdout)] == ["A"]
    assert "Rij 3" in uitkomst.stderr


@pytest.mark.parametrize("gewichten", ["a=1", "spreiding", "spreiding=0", "", "mix=-1", "mix=nan"])
def test_gewichten_die_niet_kunnen(voer_uit, kandidaten, gewichten):
    uitkomst = voer_uit("beoordeel", kandidaten, "--gewichten", gewichten)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr


def _beschermd(voer_uit, kandidaten):
    rijen = json.loads(voer_uit("beoordeel", kandidaten, "--json").stdout)
    return next(r["id"] for r in rijen if any("beschermde" in p for p in r["aandachtspunten"]))


def test_uitleg(voer_uit, kandidaten):
    id = _beschermd(voer_uit, kandidaten)
    uitkomst = voer_uit("beoordeel", kandidaten, "--uitleg", id)
    assert f"({id})" in uitkomst.stdout
    assert "Totaal" in uitkomst.stdout
    assert (
        json.loads(voer_uit("beoordeel", kandidaten, "--uitleg", id, "--json").stdout)["id"] == id
    )


def test_uitleg_van_een_beschermde_plek_is_niet_voor_derden(voer_uit, kandidaten):
    id = _beschermd(voer_uit, kandidaten)
    uitkomst = voer_uit("beoordeel", kandidaten, "--uitleg", id, "--voor-derden")
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert "beschermd" in uitkomst.stderr


def test_uitleg_van_een_onbekende(voer_uit, kandidaten):
    assert voer_uit("beoordeel", kandidaten, "--uitleg", "nergens").exit_code == 1


def test_tabel_voor_derden(voer_uit, kandidaten):
    uit = voer_uit("beoordeel", kandidaten, "--voor-derden").stdout
    assert "niet gedeeld: beschermde locatie" in uit


def test_buiten_de_rangorde_staat_een_streepje(voer_uit, kandidaten):
    uit = voer_uit("beoordeel", kandidaten).stdout
    assert any(regel.strip().startswith("–") for regel in uit.splitlines())


@pytest.mark.parametrize("inhoud", [b"", b"\x00\xff\x00", b"naam\n", b"PK\x03\x04kapot"])
def test_onleesbaar_bestand(voer_uit, tmp_path, inhoud):
    pad = tmp_path / "x.csv"
    pad.write_bytes(inhoud)
    uitkomst = voer_uit("beoordeel", pad)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
