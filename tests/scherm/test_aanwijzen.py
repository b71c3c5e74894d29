import pytest
from shapely.geometry import Point, box

from locatieplanner.bronnen.pand import Pand
from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm import aanwijzen
from tests.diensten_pdok.kaartobjecten import PLEK
from tests.diensten_pdok.pdok import pdok, schrijf_diensten

VLAK = box(155_000, 463_000, 155_050, 463_040)


def _pand(**anders):
    velden = {
        "id": "0307100000000001", "vlak": VLAK, "oppervlakte_m2": 2000.0, "bouwjaar": 1975,
        "status": "Pand in gebruik", "gebruik": ("kantoorfunctie", "woonfunctie"),
        "vloeroppervlak_m2": 5400.0, "aantal_verblijfsobjecten": 3,
    }  # fmt: skip
    return Pand(**velden | anders)


@pytest.fixture
def diensten(monkeypatch, tmp_path):
    with pdok() as loket:
        monkeypatch.setenv("LOCATIEPLANNER_DIENSTEN", str(schrijf_diensten(tmp_path, loket.adres)))
        yield loket


def test_een_perceel_wordt_een_plek_met_adres_en_oppervlakte(diensten):
    plek = aanwijzen.perceelplek(PLEK)
    assert plek.vorm.covers(PLEK)
    assert plek.naam.startswith("Riouwstraat 1, 3818AA Amersfoort (perceel ")
    assert plek.bron == "Kadaster (PDOK)"
    assert plek.toelichting.startswith("Oppervlakte ")


def test_een_pand_wordt_een_plek_met_vloer_en_gebruik(diensten):
    plek = aanwijzen.pandplek(PLEK)
    assert plek.vorm.covers(PLEK)
    assert "(pand " in plek.naam
    assert "vloeroppervlak" in plek.toelichting


def test_zonder_adresdienst_is_de_plek_er_ook(diensten, monkeypatch, tmp_path):
    pad = tmp_path / "diensten.toml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("/locatieserver", "/weg"), encoding="utf-8")
    assert aanwijzen.perceelplek(PLEK).naam.startswith("Perceel ")


def test_wat_er_van_een_pand_bekend_is_in_zinnen():
    assert aanwijzen.omschrijving(_pand()) == (
        "Grondvlak 2.000 m², vloeroppervlak 5.400 m², bouwjaar 1975, "
        "gebruik kantoorfunctie en woonfunctie, status pand in gebruik."
    )


def test_wat_onbekend_is_heet_zo():
    tekst = aanwijzen.omschrijving(
        _pand(vloeroppervlak_m2=None, gebruik=(), bouwjaar=None, status="")
    )
    assert tekst == "Grondvlak 2.000 m², vloeroppervlak onbekend, gebruik onbekend."


@pytest.mark.parametrize("zoek", ["perceelplek", "pandplek"])
def test_niets_op_die_plek_krijgt_uitleg(diensten, zoek):
    with pytest.raises(InvoerFout, match="Zoom in"):
        getattr(aanwijzen, zoek)(Point(100_000, 500_000))
