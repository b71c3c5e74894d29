import pytest
from hypothesis import given

from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.json_doelen import (
    als_json,
    herkomst_als_json,
    herkomst_uit_json,
    uit_json,
)
from tests.opslag.trekken import eigendoelen, herkomsten


@given(eigendoelen)
def test_eigen_doelen_overleven_heen_en_terug(doelen):
    assert uit_json(lees(canoniek(als_json(doelen)))) == doelen


@given(herkomsten)
def test_herkomst_overleeft_heen_en_terug(herkomst):
    assert herkomst_uit_json(lees(canoniek(herkomst_als_json(herkomst)))) == herkomst


def test_een_status_die_niet_bestaat_wordt_geweigerd():
    with pytest.raises(ValueError, match="zeker"):
        herkomst_uit_json({"bron": "", "peildatum": "", "status": "zeker", "toelichting": ""})
