import pandas as pd
import pytest
from shapely.geometry import Point, box

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.ophaalbeurt import Verzameld, begin_beurt
from locatieplanner.bronnen.rdvormen import lees_vormen
from locatieplanner.bronnen.vormenlaag import met_vormen, opbrengst, trek_leegte_na
from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import DEEL, GRENZEN, maak_dienst, maak_laag

VORM = (1_000.0, 2_000.0, 1_100.0, 2_100.0)


@pytest.fixture
def beurt(tmp_path):
    laag = maak_laag(maak_dienst(Dienstsoort.WFS, "https://a.nl"))
    return begin_beurt(laag, DEEL, tmp_path, print, GRENZEN)


def test_opbrengst_noemt_wat_er_gebeurd_is(beurt):
    rijen = met_vormen(pd.DataFrame({"code": ["a", "b", "c"]}), [Point(1, 2), None, Point(3, 4)])
    uit = opbrengst(beurt, Verzameld(rijen, 2), "https://a.nl/x", "2024")
    assert list(uit.gegevens["code"]) == ["a", "c"]
    assert uit.gegevens.crs == RD
    assert uit.dekking.equals(box(*beurt.omvang))
    assert (uit.adres, uit.peildatum) == ("https://a.nl/x", "2024")
    assert uit.toelichting == (
        "2 × vlak hersteld dat zichzelf kruiste; 1 × rij zonder ligging weggelaten"
    )


def test_opbrengst_zonder_bijzonderheden(beurt):
    leeg = met_vormen(pd.DataFrame({"code": []}), lees_vormen([]))
    assert opbrengst(beurt, Verzameld(leeg, 0), "", "").toelichting == ""


def test_leeg_is_leeg_als_zoeken_op_ligging_werkt(beurt):
    gevraagd = []

    def vraag(omvang):
        gevraagd.append(omvang)
        return [VORM]

    trek_leegte_na(beurt, vraag)
    assert gevraagd == [None, (999.0, 1_999.0, 1_101.0, 2_101.0)]


def test_een_dienst_die_niet_op_ligging_in_rd_zoekt(beurt):
    with pytest.raises(DienstFout, match="niets op een plek waar zij wel iets heeft"):
        trek_leegte_na(beurt, lambda omvang: [] if omvang else [VORM])


def test_een_dienst_die_niets_heeft(beurt):
    with pytest.raises(DienstFout, match="geeft voor buurten helemaal niets"):
        trek_leegte_na(beurt, lambda _: [])
