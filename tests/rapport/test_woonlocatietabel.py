import json
from dataclasses import replace

import geopandas as gpd
import pytest
import shapely

from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import RD
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx
from locatieplanner.rapport.woonlocatietabel import (
    afgeschermde_rijen,
    deelbare_locaties,
    eindetabel,
    gedeelde_namen,
    locatietabel,
)
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


@pytest.fixture
def kandidaten():
    return plan(
        woning("K1", naam="Geheime straat 3", eigenaar="Woonplus", capaciteit=30, woningen=20,
               beschikbaar_van="2028-07-01", beschikbaar_tot="2031-06-30",
               aandeel_amv=0.5, aandeel_regulier=0.5),
        woning("K2", naam="Haven", eigenaar="Woonplus", capaciteit=100, woningen=60,
               status="besluit", beschikbaar_van="2028-07-01", beschikbaar_tot="2043-06-30",
               aandeel_statushouders=0.4, aandeel_regulier=0.6),
        zonder_mix("K3", 115_000, naam="Veld", type="gemengd", status="idee"),
    )  # fmt: skip


@pytest.fixture
def locaties(kandidaten, omgeving):
    return woonlocaties(kandidaten, omgeving, PEIL)


def test_een_rij_per_locatie_zoals_een_lezer_haar_leest(locaties, omgeving):
    tekst = locatietabel(locaties, omgeving).als_tekst().set_index("locatie")
    assert tekst.loc["Haven"].to_dict() == {
        "gemeente": "Aardam",
        "eigenaar": "Woonplus",
        "status": "besluit",
        "woningen": "60",
        "plaatsen": "100",
        "eindigt op": "30-6-2043",
        "daarna": "niets",
        "voor wie": "regulier 60 %, statushouders 40 %",
    }
    veld = tekst.loc["Veld"]
    assert veld[["woningen", "voor wie"]].tolist() == ["onbekend"] * 2
    assert veld["eindigt op"] == "geen einddatum"
    assert veld["daarna"] == "blijft"
    assert veld["eigenaar"] == "eigenaar onbekend"


def test_volledig_met_herkomst_termijn_buurt_en_bijdrage(locaties, omgeving):
    tekst = locatietabel(locaties, omgeving, volledig=True).als_tekst().set_index("locatie")
    haven = tekst.loc["Haven"]
    assert haven["type"] == "flexwonen"
    assert haven["termijn"] == "15 jaar"
    assert haven["gepland"] == "ja"
    assert haven["woningen: waar vandaan"] == "volgens het plan"
    assert haven["kwetsbare groepen"] == "40 %"
    assert haven["buurt"] == "niet geladen"
    assert haven["inwoners van de buurt"] == "onbekend"
    assert haven["voor de taakstelling (statushouders)"] == "40"
    assert haven["voor het opvangdoel (plaatsen)"] == "0"
    assert tekst.loc["Veld", "voor de taakstelling (statushouders)"] == "onbekend"


def test_met_buurten_staat_de_buurt_erbij(kandidaten, omgeving):
    vlakken = gpd.GeoDataFrame(
        {
            "buurt": ["Oost"],
            "inwoners": [1500.0],
            "sociale_huur": [0.4],
            "sociale_huur_gemeente": [0.3],
        },
        geometry=[shapely.box(100_000, 400_000, 110_000, 410_000)],
        crs=RD,
    )
    met = replace(omgeving, buurten=Buurten(vlakken, "2025"))
    tabel = locatietabel(woonlocaties(kandidaten, met, PEIL), met, volledig=True)
    haven = tabel.als_tekst().set_index("locatie").loc["Haven"]
    assert haven["buurt"] == "Oost"
    assert haven["inwoners van de buurt"] == "1.500"
    assert haven["kwetsbaar erbij in de buurt (personen)"] == "55"
    assert haven["sociale huur in de buurt"] == "40 %"


@pytest.mark.parametrize("volledig", [False, True])
def test_voor_derden_blijft_van_een_beschermde_locatie_alleen_de_gemeente(
    kandidaten, locaties, omgeving, volledig
):
    masker = afgeschermde_rijen(locaties, kandidaten, omgeving)
    assert masker.tolist() == [True, False, False]
    tabel = locatietabel(locaties, omgeving, masker, volledig=volledig)
    tekst = tabel.als_tekst()
    assert "is niet gedeeld" in tabel.herkomst
    assert "is niet gedeeld" not in locatietabel(locaties, omgeving, ~masker & False).herkomst
    assert tekst["locatie"].tolist() == ["Haven", "Veld", "Beschermde locatie in Aardam"]
    beschermd = tekst.iloc[2]
    assert (beschermd["gemeente"], beschermd["plaatsen"]) == ("Aardam", "30")
    assert beschermd["woningen"] == "onbekend"
    for inhoud in (tabel_als_csv(tabel), tabel_als_xlsx(tabel)):
        assert b"Geheime straat" not in inhoud
    assert not tekst.iloc[2].isin(["Woonplus", "30-6-2031", "K1"]).any()


def test_einden_op_volgorde_met_voor_wie_en_voor_derden_zonder_naam(kandidaten, locaties, omgeving):
    tekst = eindetabel(locaties, omgeving).als_tekst()
    assert tekst["locatie"].tolist() == ["Geheime straat 3", "Haven"]
    assert tekst["plaatsen verdwijnen voor"].tolist() == [
        "amv 15, regulier 15",
        "regulier 60, statushouders 40",
    ]
    masker = afgeschermde_rijen(locaties, kandidaten, omgeving)
    gedeeld = eindetabel(locaties, omgeving, masker).als_tekst()
    assert gedeeld["locatie"].tolist() == ["Haven", "Beschermde locatie in Aardam"]
    assert gedeeld["eindigt op"].tolist() == ["30-6-2043", ""]


def test_kale_waarden_voor_een_machine(kandidaten, locaties, omgeving):
    heel = json.loads(json_tekst(rijen_van(deelbare_locaties(locaties))))
    assert [rij["id"] for rij in heel] == ["K1", "K2", "K3"]
    assert heel[1]["beschikbaar_tot"] == "2043-06-30"
    assert heel[2]["beschikbaar_tot"] is None
    assert heel[2]["woningen"] is None
    masker = afgeschermde_rijen(locaties, kandidaten, omgeving)
    *_, dicht = json.loads(json_tekst(rijen_van(deelbare_locaties(locaties, masker))))
    assert {naam: waarde for naam, waarde in dicht.items() if waarde not in (None, "")} == {
        "naam": "Beschermde locatie in Aardam",
        "gemeente": "Aardam",
        "gemeentecode": "GM0001",
        "provincie": "Utrecht",
        "type": "flex",
        "plaatsen": 30,
    }


def test_namen_voor_derden(kandidaten, omgeving):
    assert gedeelde_namen(kandidaten, omgeving, deel_beschermd=True)["K1"] == "Geheime straat 3"
    assert gedeelde_namen(kandidaten, omgeving, deel_beschermd=False) == {
        "K1": "Beschermde locatie in Aardam",
        "K2": "Haven",
        "K3": "Veld",
    }


def test_zonder_locaties_is_er_een_lege_tabel(locaties, omgeving):
    leeg = locaties.iloc[:0]
    assert locatietabel(leeg, omgeving, volledig=True).als_tekst().empty
    assert eindetabel(leeg, omgeving).als_tekst().empty
