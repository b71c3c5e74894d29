import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.fouten import InvoerFout
from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.json_portefeuille import (
    opdracht_als_json,
    opdracht_uit_json,
    plan_als_json,
    plan_uit_json,
    vraag_als_json,
    vraag_uit_json,
)
from locatieplanner.portefeuille.plan import Gekozenplan
from tests.omgeving import kandidaat, maak_gemeenten, maak_kandidaten
from tests.opslag.trekken import gekozenplannen, opdrachten, vragen, zelfde_keuze


@given(gekozenplannen)
def test_een_gekozen_plan_overleeft_heen_en_terug(plan):
    assert zelfde_keuze(plan_uit_json(lees(canoniek(plan_als_json(plan)))), plan)


@given(opdrachten)
def test_een_opdracht_overleeft_heen_en_terug(opdracht):
    assert opdracht_uit_json(lees(canoniek(opdracht_als_json(opdracht)))) == opdracht


@given(vragen)
def test_een_vraag_overleeft_heen_en_terug(vraag):
    assert vraag_uit_json(lees(canoniek(vraag_als_json(vraag)))) == vraag


def test_de_ligging_van_wat_meekwam_wordt_niet_bewaard():
    tabel = maak_kandidaten(kandidaat("X"))
    plan = Gekozenplan("A", _plaatsen(), "bestand", met_ligging(tabel, maak_gemeenten()))
    assert list(plan_uit_json(plan_als_json(plan)).meegebracht.columns) == list(tabel.columns)


@pytest.mark.parametrize(
    "anders",
    [
        {"naam": ""},
        {"plaatsen": [["A", 0]]},
        {"plaatsen": [["A", 1], ["A", 2]]},
        {"plaatsen": [["A", "veel"]]},
        {"met_gepland": "ja"},
        {"meegebracht": {"kolommen": ["naam"], "kandidaten": {"X": {"naam": 3}}}},
    ],
)
def test_een_plan_dat_niet_klopt_wordt_geweigerd(anders):
    goed = plan_als_json(Gekozenplan("A", _plaatsen(), ""))
    with pytest.raises((TypeError, ValueError, InvoerFout)):
        plan_uit_json(goed | anders)


def _plaatsen():
    return pd.Series({"A": 3})
