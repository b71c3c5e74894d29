"""De redenen bij een gebied zijn die van een gewone kandidaat op de beste cel."""

import pytest

from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.zoekgebieden.gebieden import Grens, zoek_gebieden
from tests.zoekgebieden.proef import FLEX, beoordeel_op


@pytest.fixture(scope="module")
def gevonden(raster_rijk, rijk):
    return zoek_gebieden(raster_rijk, rijk, FLEX, Grens(40.0, 1.0, 20))


def test_redenen_zijn_die_van_een_kandidaat_op_de_beste_cel(gevonden, rijk):
    tabel = gevonden.tabel
    punt = beoordeel_op(tabel[["x", "y"]].to_numpy(), FLEX, rijk)
    for nummer, rij in enumerate(tabel.itertuples()):
        gezegd = uitleg(punt, f"P{nummer}")
        voor, tegen = voor_en_tegen(gezegd.criteria)
        assert (rij.voor, rij.tegen) == ("; ".join(voor), "; ".join(tegen))
        assert rij.aandachtspunten == "; ".join(gezegd.aandachtspunten)
        assert rij.niet_bekend == "; ".join(gezegd.ontbreekt)
        assert rij.niet_getoetst == "; ".join(gezegd.niet_getoetst)
        assert punt.weging.volledigheid[nummer] == 1


def test_voorzieningen_met_naam_en_afstand(gevonden):
    genoemd = "; ".join(gevonden.tabel["voorzieningen"]).split("; ")
    assert any(deel.startswith("supermarkt ") and " op " in deel for deel in genoemd)


def test_naam_gemeente_en_provincie(gevonden):
    eerste = gevonden.tabel.iloc[0]
    assert (eerste["naam"], eerste["gemeente"], eerste["provincie"]) == (
        "Zoekgebied 1, Aardam",
        "Aardam",
        "Utrecht",
    )


def test_de_beoordeling_hoort_bij_de_gebieden(gevonden):
    assert gevonden.beoordeling.kandidaten.index.tolist() == gevonden.tabel.index.tolist()
    toelichting = gevonden.beoordeling.kandidaten["toelichting"].iloc[0]
    assert toelichting.startswith("Zoekgebied van ")
