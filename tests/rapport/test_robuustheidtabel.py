import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.rapport.robuustheidtabel import grenstabel, kanstabel, rekenwijzetabel
from locatieplanner.robuustheid.gewichtsgrens import gewichtsgrenzen
from locatieplanner.robuustheid.rekenwijze import Rekenwijze
from locatieplanner.robuustheid.robuustheid import robuustheid
from locatieplanner.robuustheid.vergelijking import vergelijk
from tests.robuustheid.proef import NAN, instelling, maak_beoordeling

TABEL = [[100, 0, NAN, NAN], [60, 60, NAN, NAN], [10, 20, NAN, NAN], [NAN, NAN, NAN, NAN]]


@pytest.fixture(scope="module")
def beoordeling():
    return maak_beoordeling(TABEL, Gewichten(50, 50, 0, 0))


@pytest.fixture(scope="module")
def uitkomst(beoordeling):
    return robuustheid(beoordeling, instelling(top=1, trekkingen=500))


def test_kansen_staan_in_de_gevraagde_volgorde_met_hun_plan(uitkomst):
    tabel = kanstabel(uitkomst, ["K1", "K3", "K0"], {"K1": "A", "K3": "A en B"})
    tekst = tabel.als_tekst().set_index("id")
    assert list(tekst.index) == ["K1", "K3", "K0"]
    assert tekst["plan"].tolist() == ["A", "A en B", "–"]
    assert tekst.loc["K1", "rang nu"] == "1"
    assert tekst.loc["K1", "kans op eerste 1"].endswith("%")
    # Zonder rang is er geen interval, en geen nul.
    assert tekst.loc["K3", ["rang nu", "90 % van (rang)"]].tolist() == ["geen", "geen"]
    assert "Geschat met 500 trekkingen" in tabel.herkomst


def test_zonder_plannen_is_er_geen_kolom_plan(uitkomst):
    assert "plan" not in kanstabel(uitkomst, ["K0"], {}).als_tekst().columns


def test_grenzen_noemen_wie_het_overneemt(beoordeling, uitkomst):
    tabel = grenstabel(gewichtsgrenzen(beoordeling), uitkomst.namen)
    rij = tabel.als_tekst().set_index("criterium").loc["spreiding"]
    assert rij["gewicht nu"] == "50 %"
    # 100 t = 60: daarboven wint wie alles op spreiding heeft.
    assert rij["en tot"] == "60 %"
    assert rij["daarboven is eerste"] == uitkomst.namen["K0"]
    assert rij["daaronder is eerste"] == "–"


def test_rekenwijzen_staan_naast_de_rang_nu(beoordeling, uitkomst):
    anders = [vergelijk(beoordeling, wijze, 1) for wijze in list(Rekenwijze)[1:]]
    gegevens = rekenwijzetabel(anders, uitkomst).gegevens
    assert gegevens["id"].tolist() == ["K1", "K0", "K2"]
    # Een nul is met een meetkundig gemiddelde niet goed te maken.
    assert gegevens.set_index("id").loc["K0", "meetkundig gemiddelde"] == 3
