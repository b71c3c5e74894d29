import pytest

from locatieplanner.bronnen.catalogus import BESTAND, Soort, lees_catalogus
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import LaagFout


def test_elk_bestand_in_de_map_staat_erin():
    beschreven = {laag.bestand for laag in lees_catalogus().values()} | {BESTAND}
    aanwezig = {
        str(pad.relative_to(lagenmap()))
        for pad in lagenmap().rglob("*.*")
        if pad.is_file() and "maak" not in pad.parts
    }
    assert aanwezig == beschreven


@pytest.mark.parametrize("laag", lees_catalogus().values(), ids=lambda laag: laag.id)
def test_elke_laag_is_volledig_beschreven(laag):
    assert laag.naam
    assert laag.licentie
    assert laag.herkomst.bron
    assert laag.herkomst.peildatum
    assert laag.aantal > 0
    assert laag.kolommen
    assert all(kolom.betekenis for kolom in laag.kolommen.values())
    assert (laag.crs == RD) == (laag.soort is Soort.VECTOR)
    if laag.soort is Soort.VECTOR:
        assert (lagenmap().parent / laag.bouw).is_file()


def test_onbekende_soort_is_een_fout(tmp_path):
    (tmp_path / BESTAND).write_text(
        '[a]\nnaam = "a"\nbestand = "b"\nsoort = "raster"\n', encoding="utf-8"
    )
    with pytest.raises(LaagFout, match=r"'soort' is 'raster'"):
        lees_catalogus(tmp_path)


def test_kolommen_liggen_vast():
    with pytest.raises(TypeError):
        lees_catalogus()["kernen"].kolommen["x"] = None
