import pytest
import shapely
import streamlit as st

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.kaart.laagstijl import Laagstijl
from locatieplanner.scherm import gegevens, kaartlagen
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import punten


@pytest.fixture(scope="module")
def lagen():
    return lees_catalogus()


@pytest.mark.parametrize(
    ("id_", "stijl"),
    [
        ("natura2000", Laagstijl.UITSLUITING),
        ("overstroming", Laagstijl.AANDACHTSPUNT),
        ("voorzieningen", Laagstijl.VOORZIENING),
        ("buurten", Laagstijl.CONTEXT),
    ],
)
def test_stijl_volgt_wat_de_laag_voor_een_plek_betekent(lagen, id_, stijl):
    assert kaartlagen.stijl_van(lagen[id_]) is stijl


def test_een_laag_houdt_haar_patroon_en_deelt_het_niet(lagen):
    nummers = kaartlagen.patroonnummers(lagen)
    paren = [(kaartlagen.stijl_van(lagen[id_]), nummer) for id_, nummer in nummers.items()]
    assert len(set(paren)) == len(paren)
    assert nummers["natura2000"] == 0


def test_wat_opgehaald_is_kan_op_de_kaart(monkeypatch, tmp_path, kandidaten):
    monkeypatch.setenv("LOCATIEPLANNER_CACHE", str(tmp_path))
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(kaartlagen, "lagenmap_kaart", lambda: tmp_path / "kaart")
    toestand = Toestand(kandidaten, "proef", False, "proef", kaartlagen=("natura2000", "weg"))
    assert kaartlagen.kaartlagen(toestand) == ()
    heide = punten([(150_000, 450_000)], naam=["Grote Heide"])
    heide.geometry = [shapely.box(150_000, 450_000, 151_000, 451_000)]
    Lagencache.van_gebruiker().bewaar(
        "natura2000", HEEL_NEDERLAND, heide, adres="x", licentie="x", dekking=HEEL_NEDERLAND.vlak
    )
    assert list(kaartlagen.toonbare_lagen(gegevens.merk())) == ["natura2000"]
    [laag] = kaartlagen.kaartlagen(toestand)
    assert (laag.naam, laag.stijl) == ("Natura 2000", Laagstijl.UITSLUITING)
    assert "Grote Heide" in (tmp_path / "kaart" / laag.bestand).read_text(encoding="utf-8")
