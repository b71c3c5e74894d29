import csv
import io

import pytest

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.invoer.kandidaten import lees_kandidaten
from locatieplanner.rapport.csv_uitvoer import als_csv
from locatieplanner.rapport.deelbaar import deelbare_tabel
from tests.omgeving import AANDACHTSGROEPEN, LOCATIETYPEN
from tests.rapport.conftest import EXTRA, FORMULE


@pytest.fixture
def rijen(beoordeling):
    tekst = als_csv(deelbare_tabel(beoordeling)).decode("utf-8-sig")
    return {rij["id"]: rij for rij in csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";")}


def test_bom_kop_en_regeleinden(beoordeling):
    inhoud = als_csv(deelbare_tabel(beoordeling))
    assert inhoud.startswith(b"\xef\xbb\xbfid;naam;")
    assert inhoud.splitlines()[0].decode("utf-8-sig").split(";") == [*KOLOMMEN, "x", "y", *EXTRA]
    assert inhoud.endswith(b"\r\n")


def test_waarden_in_nederlandse_schrijfwijze(beoordeling, rijen):
    tabel = beoordeling.tabel().set_index("id")
    verwacht = str(tabel.loc["K1", "score_spreiding"]).replace(".", ",")
    assert rijen["K1"]["score_spreiding"] == verwacht
    assert rijen["K1"]["volledigheid"] == "0,75"
    assert rijen["K9"]["capaciteit"] == "1200"
    assert (rijen["K2"]["x"], rijen["K2"]["y"]) == ("113500", "404500")


def test_onbekend_is_leeg_en_nooit_nul(rijen):
    assert rijen["K1"]["score_mix"] == ""
    assert rijen["K3"]["gemeente"] == rijen["K3"]["rang"] == ""


def test_formules_doen_niets(rijen):
    assert rijen["K1"]["naam"] == "'" + FORMULE
    assert rijen["K9"]["naam"] == "'-Fluitmeer"


def test_leest_terug_als_invoer(beoordeling):
    invoer = lees_kandidaten(
        als_csv(deelbare_tabel(beoordeling)), "uit.csv", LOCATIETYPEN, AANDACHTSGROEPEN
    )
    assert [fout.zin for fout in invoer.fouten] == []
    terug = invoer.kandidaten.loc[beoordeling.kandidaten.index]
    assert terug["capaciteit"].equals(beoordeling.kandidaten["capaciteit"])
    assert terug["type"].tolist() == beoordeling.kandidaten["type"].tolist()
    verschil = terug.geometry.distance(beoordeling.kandidaten.geometry.centroid)
    assert (verschil < 1).all()
