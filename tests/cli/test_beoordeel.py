import json

import geopandas as gpd
import pytest

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.domein.gewichten import CRITERIA
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


def test_adressen_opzoeken(voer_uit, tmp_path, adresdienst):
    pad = tmp_path / "k.csv"
    pad.write_text(
        "id;naam;type;capaciteit;adres;plaats\n"
        "A;Een;azc;300;Riouwstraat 1;Amersfoort\n"
        "B;Twee;amv;50;Dorpsstraat 7;Baarn\n",
        encoding="utf-8",
    )
    zonder = voer_uit("beoordeel", pad, "--json")
    assert (zonder.exit_code, zonder.stdout, adresdienst.verzoeken) == (1, "", [])
    met = voer_uit("beoordeel", pad, "--zoek-adressen", "--json")
    assert met.exit_code == 0
    assert {rij["id"]: rij["gemeente"] for rij in json.loads(met.stdout)} == {
        "A": "Amersfoort",
        "B": "Baarn",
    }
    assert "2 adressen zijn gevonden bij PDOK Locatieserver" in met.stderr


def test_een_adres_van_een_beschermde_locatie_is_niet_voor_derden(voer_uit, tmp_path, adresdienst):
    pad = tmp_path / "k.csv"
    pad.write_text(
        "id;naam;type;capaciteit;adres\n"
        "A;Een;azc;300;Riouwstraat 1, Amersfoort\n"
        "B;Twee;amv;50;Dorpsstraat 7\n",
        encoding="utf-8",
    )
    opties = ("--zoek-adressen", "--voor-derden", "--goede-rijen")
    uitkomst = voer_uit("beoordeel", pad, *opties)
    assert uitkomst.exit_code == 0
    assert "Dorpsstraat" not in uitkomst.output


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


@pytest.mark.parametrize("criterium", CRITERIA)
def test_ook_met_een_enkel_gewicht_is_een_beschermde_score_niet_te_zien(
    voer_uit, kandidaten, criterium
):
    id = _beschermd(voer_uit, kandidaten)
    opties = ("--gewichten", f"{criterium}=100", "--voor-derden")
    uitkomst = voer_uit("beoordeel", kandidaten, *opties, "--json")
    rijen = json.loads(uitkomst.stdout)
    dicht = [rij for rij in rijen if rij["id"].startswith("beschermd-")]
    assert dicht
    assert rijen[-len(dicht) :] == dicht
    assert id not in {rij["id"] for rij in rijen}
    scores = [*(f"score_{naam}" for naam in CRITERIA), "score_totaal", "rang", "volledigheid"]
    assert {rij[naam] for rij in dicht for naam in scores} == {None}
    tabel = voer_uit("beoordeel", kandidaten, *opties).stdout
    regel = next(regel for regel in tabel.splitlines() if " beschermd-1 " in regel)
    assert regel.count("niet gedeeld") == 5


@pytest.fixture
def met_problemen(tmp_path):
    """Een open rij met een melding, een beschermde met een melding, en een rij met een fout."""
    pad = tmp_path / "k.csv"
    pad.write_text(
        "id;naam;type;capaciteit;x;y;woningen;aandeel_statushouders\n"
        "A;Open plek;azc;;155000;463000;150;1\n"
        "B;Jongeren Kerkstraat;amv;;155100;463100;31;1\n"
        "C;Jongeren Dorpsweg;amv;nul;155200;463200;;\n",
        encoding="utf-8",
    )
    return pad


def test_problemen_van_beschermde_rijen_gaan_niet_naar_derden(voer_uit, met_problemen):
    opties = ("beoordeel", met_problemen, "--goede-rijen", "--json")
    open_ = voer_uit(*opties).stderr
    derden = voer_uit(*opties, "--voor-derden").stderr
    assert "Rij 4, kolom capaciteit, waarde 'nul'" in open_
    assert "Rij 4: (niet getoond)" in derden.splitlines()
    for woord in ("nul", "Kerkstraat", "Dorpsweg", "463100"):
        assert woord not in derden
    for nummer, hoort in ((2, True), (3, False)):
        zinnen = [zin for zin in open_.splitlines() if zin.startswith(f"Rij {nummer},")]
        assert zinnen
        assert all((zin in derden.splitlines()) is hoort for zin in zinnen)


def test_uitleg_voor_derden_telt_de_rang_zonder_beschermde(voer_uit, kandidaten):
    rijen = json.loads(voer_uit("beoordeel", kandidaten, "--json", "--voor-derden").stdout)
    laatste = [rij for rij in rijen if rij["rang"] is not None][-1]
    opties = ("--uitleg", laatste["id"], "--json")
    derden = json.loads(voer_uit("beoordeel", kandidaten, *opties, "--voor-derden").stdout)
    planner = json.loads(voer_uit("beoordeel", kandidaten, *opties).stdout)
    assert derden["rang"] == laatste["rang"] < planner["rang"]


def test_niet_getoetst_noemt_de_lagen(voer_uit, kandidaten):
    uit = " ".join(voer_uit("beoordeel", kandidaten, "--top", "1").stdout.split())
    assert "Overstromingsrisico; Luchthavenindelingbesluit Schiphol" in uit


def test_buiten_de_rangorde_staat_een_streepje(voer_uit, kandidaten):
    uit = voer_uit("beoordeel", kandidaten).stdout
    assert any(regel.strip().startswith("–") for regel in uit.splitlines())


@pytest.mark.parametrize("inhoud", [b"", b"\x00\xff\x00", b"naam\n", b"PK\x03\x04kapot"])
def test_onleesbaar_bestand(voer_uit, tmp_path, inhoud):
    pad = tmp_path / "x.csv"
    pad.write_bytes(inhoud)
    uitkomst = voer_uit("beoordeel", pad)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
