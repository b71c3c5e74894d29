"""Een raster als beeld: elke cel op haar plek, in haar kleur, en niets erbij."""

import numpy as np
import pytest
import rasterio
from pyproj import Transformer

from locatieplanner.domein.klassen import NIET_GETOOND, ONBEKEND, SCOREKLASSEN, UITGESLOTEN
from locatieplanner.kaart.rasterbeeld import schrijf_rasterbeeld, verwijder_rasterbeeld

OMVANG = (130_000.0, 450_000.0, 146_000.0, 462_800.0)


@pytest.fixture
def codes():
    toeval = np.random.default_rng(4)
    # Blokken van acht cellen: het midden van een blok ligt ver van elke grens.
    return np.kron(toeval.integers(0, 8, (16, 20)), np.ones((8, 8))).astype(np.int8)


def test_elke_cel_heeft_op_haar_plek_haar_kleur(codes, tmp_path):
    beeld = schrijf_rasterbeeld(codes, OMVANG, SCOREKLASSEN, tmp_path)
    naar_graden = Transformer.from_crs("EPSG:28992", "EPSG:4326", always_xy=True)
    naar_beeld = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    west, zuid, oost, noord = beeld.omvang
    (links, onder), (rechts, boven) = (
        naar_beeld.transform(*hoek) for hoek in ((west, zuid), (oost, noord))
    )
    with rasterio.open(tmp_path / beeld.bestand) as bestand:
        pixels, palet = bestand.read(1), bestand.colormap(1)
    rijen, kolommen = pixels.shape
    for rij in range(16):
        for kolom in range(20):
            x = OMVANG[0] + (kolom + 0.5) * 800
            y = OMVANG[3] - (rij + 0.5) * 800
            wx, wy = naar_beeld.transform(*naar_graden.transform(x, y))
            code = pixels[
                int((boven - wy) / (boven - onder) * rijen),
                int((wx - links) / (rechts - links) * kolommen),
            ]
            assert code == codes[rij * 8 + 4, kolom * 8 + 4]
    for code, kleur in enumerate(SCOREKLASSEN.kleuren):
        assert palet[code] == (*bytes.fromhex(kleur[1:]), 255)
    assert palet[NIET_GETOOND][3] == 0
    assert palet[ONBEKEND] != palet[UITGESLOTEN]


def test_een_groot_raster_wordt_verkleind_en_ligt_op_dezelfde_plek(codes, tmp_path):
    klein = schrijf_rasterbeeld(codes, OMVANG, SCOREKLASSEN, tmp_path)
    groot = schrijf_rasterbeeld(
        np.kron(codes, np.ones((40, 40), np.int8)), OMVANG, SCOREKLASSEN, tmp_path
    )
    with rasterio.open(tmp_path / groot.bestand) as bestand:
        assert max(bestand.shape) <= 4096
    assert groot.omvang == pytest.approx(klein.omvang, abs=2e-3)


def test_de_legenda_reist_mee_en_het_bestand_is_weg_te_halen(codes, tmp_path):
    beeld = schrijf_rasterbeeld(codes, OMVANG, SCOREKLASSEN, tmp_path, dekking=0.4)
    gegevens = beeld.als_dict()
    assert [tekst for tekst, _ in gegevens["regels"]] == [*SCOREKLASSEN.namen]
    assert len({kleur for _, kleur in gegevens["regels"]}) == 7
    assert gegevens["dekking"] == 0.4
    verwijder_rasterbeeld(beeld.bestand, tmp_path)
    assert not list(tmp_path.iterdir())
