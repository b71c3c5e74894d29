import json
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest

from locatieplanner.cli.doelen import kies_doelset, lees_eigen_doelen
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.fouten import BestandFout, DoelsetFout
from locatieplanner.rapport.csv_uitvoer import als_csv
from locatieplanner.rapport.doeltabel import invultabel
from locatieplanner.rapport.geo_uitvoer import HERKOMST, PARQUETSLEUTEL

AGENDA = "uitvoeringsagenda-2020"
REGIETAFEL = "Landelijke Regietafel, 14 mei 2020"


@pytest.fixture
def volledig(lagen_echt, tmp_path):
    """De ingevulde tabel van de Uitvoeringsagenda: aantallen en bron voor elf provincies."""
    tabel = invultabel(lagen_echt.doelsets[AGENDA])
    tabel = tabel[~((tabel["provincie"] == "Utrecht") & (tabel["onderdeel"] == "totaal"))]
    leeg = tabel["minimum"].isna()
    tabel.loc[leeg, ["minimum", "maximum"]] = [1000, 1200]
    tabel.loc[leeg, "bron"] = REGIETAFEL
    pad = tmp_path / "agenda.csv"
    pad.write_bytes(als_csv(tabel))
    return pad


@pytest.fixture
def als_excel(volledig, tmp_path):
    """Dezelfde tabel als werkmap."""
    pad = tmp_path / "agenda.xlsx"
    pd.read_csv(volledig, sep=";").to_excel(pad, sheet_name="doelen", index=False)
    return pad


def _statussen(voer_uit, *opties):
    antwoord = json.loads(voer_uit("opgave", *opties, "--json").stdout)
    return {rij["provincie"]: rij["doel_status"] for rij in antwoord["provincies"]}


@pytest.mark.parametrize("soort", ["volledig", "als_excel"])
def test_met_een_ingevulde_tabel_is_elke_provincie_gepubliceerd(voer_uit, request, soort):
    voor = _statussen(voer_uit)
    assert sum(status == "afgeleid" for status in voor.values()) == 10
    bestand = request.getfixturevalue(soort)
    na = _statussen(voer_uit, "--doelen", bestand)
    assert na == dict.fromkeys(PROVINCIES, "gepubliceerd")
    uit = voer_uit("opgave", "--doelen", bestand).stdout
    assert "met eigen getallen voor 11 provincies" in uit
    assert "2.000–2.400" in next(r for r in uit.splitlines() if r.strip().startswith("Zeeland"))
    assert f"{REGIETAFEL}; te realiseren uiterlijk op 1-1-2023; eigen getal" in uit


def test_zuid_holland_houdt_haar_vier_gepubliceerde_rijen(voer_uit, volledig):
    opties = ("opgave", "--per-onderdeel", "--provincie", "Zuid-Holland", "--json")
    voor = json.loads(voer_uit(*opties).stdout)
    na = json.loads(voer_uit(*opties, "--doelen", volledig).stdout)
    assert na["onderdelen"] == voor["onderdelen"]
    assert [(r["onderdeel"], r["minimum"], r["maximum"]) for r in na["onderdelen"]] == [
        *(("rol", 2450, 2700), ("gvl_satelliet", 1430, 1500)),
        *(("korte_termijn", 417, 417), ("korte_termijn", 1100, 1100)),
    ]
    assert {rij["status"] for rij in na["onderdelen"]} == {"gepubliceerd"}
    assert "Zuid-Holland" not in na["eigen_provincies"]
    assert na["ingebouwd"] == []


def test_het_origineel_staat_naast_de_eigen_rijen(voer_uit, volledig):
    opties = ("opgave", "--per-onderdeel", "--provincie", "utrecht", "--doelen", volledig)
    antwoord = json.loads(voer_uit(*opties, "--json").stdout)
    assert [rij["onderdeel"] for rij in antwoord["onderdelen"]] == ["rol", "gvl_satelliet"]
    assert antwoord["ingebouwd"][0]["minimum"] == 2800
    uit = voer_uit(*opties).stdout
    assert "1.000–1.200" in uit
    assert "2.800" in uit


def _doelen_in(pad: Path) -> dict[str, str]:
    """De status van het doel per provincie, zoals zij in een geschreven bestand staat."""
    if pad.suffix == ".xlsx":
        kop, *rijen = openpyxl.load_workbook(pad)["bronnen"].iter_rows(values_only=True)
        regels = [dict(zip(kop, rij, strict=True)) for rij in rijen]
    elif pad.suffix == ".gpkg":
        regels = pyogrio.read_dataframe(pad, layer=HERKOMST).to_dict("records")
    elif pad.suffix == ".geojson":
        regels = json.loads(pad.read_text(encoding="utf-8"))["herkomst"]
    else:
        regels = json.loads(pq.read_schema(pad).metadata[PARQUETSLEUTEL])
    naam = next(r["naam"] for r in regels if r["onderdeel"] == "doelset")
    doelen = {r["id"]: r["status"] for r in regels if r["onderdeel"] == "doel"}
    return {"doelset": naam} | doelen


@pytest.mark.parametrize("soort", ["xlsx", "gpkg", "geojson", "parquet"])
def test_in_elk_bestand_met_herkomst_staat_de_status(
    voer_uit, kandidaten, volledig, tmp_path, soort
):
    pad = tmp_path / f"uit.{soort}"
    voer_uit("beoordeel", kandidaten, "--uitvoer", pad, "--top", "1")
    voor = _doelen_in(pad)
    assert sum(status == "afgeleid" for status in voor.values()) == 10
    uit = voer_uit("beoordeel", kandidaten, "--doelen", volledig, "--uitvoer", pad, "--top", "1")
    na = _doelen_in(pad)
    assert na.pop("doelset").endswith("met eigen getallen voor 11 provincies")
    assert na == dict.fromkeys(PROVINCIES, "gepubliceerd")
    assert "met eigen getallen voor 11 provincies" in uit.stdout


def test_eigen_doelen_tellen_in_de_scores(voer_uit, kandidaten, volledig, tmp_path):
    scores = []
    for opties in ((), ("--doelen", volledig)):
        pad = tmp_path / "uit.csv"
        voer_uit("beoordeel", kandidaten, *opties, "--uitvoer", pad)
        tabel = pd.read_csv(pad, sep=";", decimal=",").set_index("id").sort_index()
        scores.append(tabel)
    voor, na = scores
    assert (voor["score_spreiding"] != na["score_spreiding"]).any()
    assert (voor["score_totaal"] != na["score_totaal"]).any()
    for criterium in ("kleinschaligheid", "nabijheid", "mix"):
        kolom = f"score_{criterium}"
        pd.testing.assert_series_equal(voor[kolom], na[kolom])


def test_alle_problemen_en_niets_overgenomen(voer_uit, tmp_path):
    pad = tmp_path / "slecht.csv"
    pad.write_text(
        "doelset;provincie;onderdeel;minimum;maximum;status;bron\n"
        f"{AGENDA};Hollandia;rol;10;5;;\n"
        f"{AGENDA};Utrecht;rol;1,5;;gepubliceerd;\n",
        encoding="utf-8",
    )
    uitkomst = voer_uit("opgave", "--doelen", pad)
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    for zin in (
        "Rij 2, kolom provincie, waarde 'Hollandia': deze provincie bestaat niet",
        "Rij 2, kolom maximum, waarde '5': het maximum is kleiner dan het minimum (10)",
        "Rij 3, kolom minimum, waarde '1,5': dit is geen heel getal",
        "De doelen zijn niet overgenomen: 3 fouten in slecht.csv",
    ):
        assert zin in uitkomst.stderr


def test_het_bestand_kiest_de_doelset_als_er_maar_een_in_staat(voer_uit, tmp_path):
    pad = tmp_path / "wet.csv"
    pad.write_text(
        "doelset;provincie;minimum;maximum;bron\nspreidingswet-2026;Zeeland;1900;1900;brief\n"
    )
    antwoord = json.loads(voer_uit("opgave", "--doelen", pad, "--json").stdout)
    assert (antwoord["doelset"], antwoord["eigen_provincies"]) == (
        "spreidingswet-2026",
        ["Zeeland"],
    )
    anders = voer_uit("opgave", "--doelen", pad, "--doelset", AGENDA)
    assert "staat alleen spreidingswet-2026" in anders.stderr
    assert "eigen getallen" not in anders.stdout


def test_zonder_kolom_doelset_geldt_de_gekozen_doelset(voer_uit, tmp_path):
    pad = tmp_path / "kort.csv"
    pad.write_text("provincie;minimum;maximum;bron\nZeeland;1900;1900;brief\n")
    opties = ("--doelen", pad, "--doelset", "spreidingswet-2026", "--provincie", "zeeland")
    (rij,) = json.loads(voer_uit("opgave", *opties, "--json").stdout)["provincies"]
    assert (rij["doel_midden"], rij["doel_status"]) == (1900, "gepubliceerd")


def test_een_eigen_doelset(voer_uit, tmp_path):
    pad = tmp_path / "bod.csv"
    pad.write_text(
        "doelset;doelset_naam;provincie;minimum;maximum;bron\n"
        "bod-2027;Regionaal bod;Utrecht;5000;5500;bod\n"
    )
    antwoord = json.loads(voer_uit("opgave", "--doelen", pad, "--json").stdout)
    assert antwoord["naam"] == "Regionaal bod, met eigen getallen voor 1 provincie"
    uitkomst = voer_uit("opgave", "--doelen", pad, "--doelset", "bod-2028")
    assert "bod-2027: Regionaal bod" in uitkomst.stderr
    assert "Bedoelt u bod-2027?" in uitkomst.stderr


def test_een_bestand_dat_er_niet_is(lagen_echt, tmp_path):
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_eigen_doelen(tmp_path / "nee.csv", lagen_echt)
    with pytest.raises(BestandFout, match="is een map"):
        lees_eigen_doelen(tmp_path, lagen_echt)


def test_kies_doelset(lagen_echt):
    assert kies_doelset(lagen_echt.doelsets, AGENDA) is lagen_echt.doelsets[AGENDA]
    with pytest.raises(DoelsetFout, match="Bedoelt u uitvoeringsagenda-2020"):
        kies_doelset(lagen_echt.doelsets, "uitvoeringsagenda")
