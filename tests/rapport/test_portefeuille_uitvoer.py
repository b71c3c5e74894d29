import io
import json

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest

from locatieplanner.fouten import UitvoerFout
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.rapport.kolommen import GEKOZEN_PLAATSEN, PORTEFEUILLE, kolomuitleg
from locatieplanner.rapport.portefeuille_uitvoer import (
    als_json,
    eisen_in_woorden,
    locaties,
    schrijf_portefeuilles,
)
from locatieplanner.rapport.soorten import SOORTEN
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

OPDRACHT = Opdracht(provincies=("Utrecht",), max_per_gemeente=1, max_evenredig=1.5)


@pytest.fixture(scope="module")
def uitkomst():
    rijen = (
        kandidaat("A", x=102_000, capaciteit=40, naam="=1+1"),
        kandidaat("B", x=106_000, capaciteit=20),
        kandidaat("C", x=116_000, capaciteit=30),
    )
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 100, 100)])
    vraag = Vraag(portefeuilles=2, met_front=True, eigen_plan={"B": 15, "A": None})
    return stel_samen(beoordeling, OPDRACHT, vraag)


def test_de_locaties_van_elke_portefeuille_onder_elkaar(uitkomst):
    tabel = locaties(uitkomst)
    for nummer, portefeuille in enumerate(uitkomst.portefeuilles, start=1):
        deel = tabel[tabel[PORTEFEUILLE] == nummer].set_index("id")
        assert deel[GEKOZEN_PLAATSEN].to_dict() == portefeuille.plaatsen.to_dict()
    assert tabel.columns[:3].tolist() == [PORTEFEUILLE, GEKOZEN_PLAATSEN, "id"]
    assert tabel.crs == "EPSG:28992"
    betekenis = {kolom.naam: kolom.betekenis for kolom in kolomuitleg(tabel.columns)}
    assert betekenis[GEKOZEN_PLAATSEN].startswith("Plaatsen die de portefeuille")


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_soort_bestand_is_te_lezen_en_elke_keer_gelijk(uitkomst, tmp_path, soort):
    een, ander = tmp_path / f"een.{soort}", tmp_path / f"ander.{soort}"
    for pad in (een, ander):
        schrijf_portefeuilles(uitkomst, pad)
    assert een.read_bytes() == ander.read_bytes()
    lees = {
        "csv": lambda pad: pd.read_csv(pad, sep=";", decimal=","),
        "xlsx": pd.read_excel,
        "parquet": gpd.read_parquet,
        "gpkg": lambda pad: gpd.read_file(pad, layer="beoordeling"),
    }.get(soort, gpd.read_file)
    tabel = lees(een)
    assert tabel[GEKOZEN_PLAATSEN].sum() == sum(p.plaatsen.sum() for p in uitkomst.portefeuilles)
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"ander.{soort}", f"een.{soort}"]


def test_opdracht_en_bewijs_staan_in_het_bestand(uitkomst, tmp_path):
    pad = tmp_path / "plan.xlsx"
    schrijf_portefeuilles(uitkomst, pad)
    boek = openpyxl.load_workbook(io.BytesIO(pad.read_bytes()))
    rijen = list(boek["gewichten en parameters"].iter_rows(values_only=True))
    assert ("opdracht", "max_evenredig") in {rij[:2] for rij in rijen}
    assert ("bewijs", "1") in {rij[:2] for rij in rijen}
    assert ("parameter", "portefeuille.minimum_deel") in {rij[:2] for rij in rijen}


def test_een_pad_dat_niet_kan_laat_niets_achter(uitkomst, tmp_path):
    with pytest.raises(UitvoerFout):
        schrijf_portefeuilles(uitkomst, tmp_path / "plan.docx")
    with pytest.raises(UitvoerFout):
        schrijf_portefeuilles(uitkomst, tmp_path / "weg" / "plan.csv")
    assert list(tmp_path.iterdir()) == []


def test_eisen_in_woorden():
    alles = Opdracht(
        provincies=("Utrecht",),
        max_per_gemeente=2,
        max_evenredig=1.5,
        min_afstand_m=2000.0,
        min_afstand_opvang_m=500.0,
        max_groot=Omvanggrens(2, 300),
        mixband=(0.3, 0.5),
        budget_euro=1e6,
        maand=pd.Period("2027-07", freq="M"),
        vast=("A",),
        zonder=("B", "C"),
    )
    assert eisen_in_woorden(alles) == {
        "provincies": "Utrecht",
        "voorrang": "eerst zo weinig mogelijk plaatsen te kort, dan score × plaatsen",
        "per_onderdeel": "ja",
        "max_per_gemeente": "2 locaties",
        "max_evenredig": "1,5 keer het evenredige deel",
        "min_afstand_m": "2.000 m",
        "min_afstand_opvang_m": "500 m",
        "max_groot": "2 boven 300 plaatsen",
        "mixband": "30 % tot 50 % kwetsbaar",
        "budget_euro": "1.000.000 euro per jaar",
        "maand": "juli 2027",
        "vast": "A",
        "zonder": "B, C",
    }
    assert set(eisen_in_woorden(Opdracht())) == {"voorrang", "per_onderdeel"}


def test_json(uitkomst):
    tekst = als_json(uitkomst)
    assert tekst == als_json(uitkomst)
    inhoud = json.loads(tekst)
    assert inhoud["doelset"] == "proef"
    assert len(inhoud["portefeuilles"]) == 2
    eerste = inhoud["portefeuilles"][0]
    assert sum(rij["plaatsen"] for rij in eerste["locaties"]) == eerste["maten"]["plaatsen"]
    assert [stap["stap"] for stap in eerste["bewijs"]] == ["tekort", "score"]
    (knelpunt,) = inhoud["knelpunten"]
    assert knelpunt["zin"] == uitkomst.knelpunten[0].zin
    assert knelpunt["tekort"] == inhoud["portefeuilles"][0]["doelen"][0]["tekort"]
    assert inhoud["bereikbaar"][0]["hoogstens"] < inhoud["bereikbaar"][0]["nodig"]
    assert inhoud["front"]["gezocht"] >= len(inhoud["front"]["portefeuilles"])
    assert inhoud["eigen_plan"]["gebroken"] == [
        "ten hoogste 150 % van het evenredige deel in Aardam",
        "ten hoogste 1 locatie in Aardam",
    ]
