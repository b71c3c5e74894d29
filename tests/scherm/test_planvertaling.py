from dataclasses import fields, replace

import pandas as pd
import pytest
from shapely.geometry import Point

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.kaart.toestand import Zoekpunt
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.planversie import Plankop, Planversie
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.scherm.planvertaling import KIJKEN, als_inhoud, als_toestand, anders
from locatieplanner.scherm.toestand import Toestand

# Wat alleen van dit venster is: waar de kaart heen springt, en wat men mag.
VAN_HET_VENSTER = {"beeld", "gebeurtenis", "versie", "afgeschermd", "alleen_lezen"}


@pytest.fixture
def toestand(kandidaten):
    return Toestand(
        kandidaten, "proef.csv", False, "proef", vul_aan=False, provincie="Utrecht",
        gemeente="GM0001", gewichten=Gewichten(40, 30, 20, 10),
        parameters=(("mix.band_laag", 0.2),), vaste_plaatsen=(("proef", "GM0001", 40),),
        gekozen="K2", achtergrond=True, kaartlagen=("natura2000",), bereik=True,
        route_naar="treinstation", zoekpunt=Zoekpunt(Point(105_000, 405_000), "Dorpsstraat 1"),
        nieuw_type="azc", nieuw_capaciteit=250,
        plannen=(Gekozenplan("Een", pd.Series({"K1": 10}), "met de hand"),),
        vergeleken=("gepland", "Een"), naast_plan="Een",
    )  # fmt: skip


def _versie(inhoud, *, rol=Projectrol.PLANNER, nummer=3, laatste=3, archief=False):
    kop = Plankop("p", "q", "Plan", archief, laatste, "2026-11-25T12:00:00+00:00", "Iemand", rol)
    return Planversie(kop, nummer, inhoud, {}, {})


def test_heen_en_terug_is_hetzelfde(toestand):
    terug = als_toestand(_versie(als_inhoud(toestand)))
    for veld in fields(Toestand):
        if veld.name not in VAN_HET_VENSTER:
            assert getattr(terug, veld.name) is getattr(toestand, veld.name) or getattr(
                terug, veld.name
            ) == getattr(toestand, veld.name), veld.name
    assert terug.beeld == f"kandidaten {terug.versie}"


def test_elk_veld_van_een_plan_komt_uit_de_toestand():
    assert {v.name for v in fields(Planinhoud)} <= {v.name for v in fields(Toestand)}


def test_het_plan_houdt_hoe_er_bij_het_begin_gekeken_werd(toestand):
    basis = als_inhoud(toestand)
    anders_gekeken = replace(
        toestand, gekozen="K1", achtergrond=False, gemeente=None, zoekpunt=None, kaartlagen=()
    )
    assert not anders(toestand, anders_gekeken)
    inhoud = als_inhoud(anders_gekeken, basis)
    assert all(getattr(inhoud, naam) == getattr(basis, naam) for naam in KIJKEN)


@pytest.mark.parametrize(
    "verandering",
    [{"provincie": None}, {"gewichten": Gewichten()}, {"parameters": ()}, {"plannen": ()}],
)
def test_wat_in_het_plan_hoort_is_een_verandering(toestand, verandering):
    nieuw = replace(toestand, **verandering)
    assert anders(toestand, nieuw)
    inhoud = als_inhoud(nieuw, als_inhoud(toestand))
    (naam,) = verandering
    assert getattr(inhoud, naam) == verandering[naam]


def test_dezelfde_tabel_wordt_niet_opnieuw_beoordeeld(toestand):
    inhoud = als_inhoud(toestand)
    assert als_toestand(_versie(inhoud), toestand).versie == toestand.versie
    andere = replace(inhoud, kandidaten=toestand.kandidaten.copy())
    assert als_toestand(_versie(andere), toestand).versie != toestand.versie


def test_wie_weg_is_is_niet_meer_gekozen(toestand):
    inhoud = replace(als_inhoud(toestand), kandidaten=toestand.kandidaten.drop(index="K2"))
    assert als_toestand(_versie(inhoud), toestand).gekozen is None


@pytest.mark.parametrize(
    "zo",
    [{"rol": Projectrol.LEZER}, {"nummer": 2}, {"archief": True}],
    ids=["lezer", "oude versie", "archief"],
)
def test_alleen_een_planner_verandert_de_laatste_versie(toestand, zo):
    inhoud = als_inhoud(toestand)
    assert als_toestand(_versie(inhoud, **zo)).alleen_lezen
    assert not als_toestand(_versie(inhoud)).alleen_lezen
