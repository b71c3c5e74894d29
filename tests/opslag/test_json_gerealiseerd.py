import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from locatieplanner.fouten import InvoerFout
from locatieplanner.invoer.gemeentetabel import GEREALISEERD, lees_gemeentetabel
from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.json_gerealiseerd import als_json, uit_json
from tests.omgeving import maak_gemeenten
from tests.opslag.trekken import gerealiseerd


@given(gerealiseerd)
def test_de_tabel_overleeft_heen_en_terug(tabel):
    assert_frame_equal(uit_json(lees(canoniek(als_json(tabel)))), tabel)


def test_zoals_zij_uit_een_bestand_komt():
    csv = "gemeentecode;halfjaar;gerealiseerd\nGM0001;2026-I;12\nGM0002;2026-II;0\n"
    tabel = lees_gemeentetabel(csv.encode(), "in.csv", maak_gemeenten(), GEREALISEERD).rijen
    assert len(tabel) == 2
    assert_frame_equal(uit_json(als_json(tabel)), tabel)


@pytest.mark.parametrize("rij", [["GM0001", "2026-I", "3"], ["GM0001", "2026-I", True], ["x"]])
def test_een_rij_die_niet_klopt_wordt_geweigerd(rij):
    with pytest.raises((TypeError, ValueError)):
        uit_json([rij])
    with pytest.raises(InvoerFout):
        uit_json([["GM0001", "ooit", 3]])
