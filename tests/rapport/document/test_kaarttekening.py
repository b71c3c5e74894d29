import itertools

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import PathPatch

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, ONBEKEND
from locatieplanner.rapport.document.kaartbeeld import Kaartbeeld, Kaartpunt, Kaartvlak
from locatieplanner.rapport.document.kaarttekening import schaalmaat_m, teken_kaart


def _punt(nummer, x, y, klasse=2):
    return Kaartpunt(x, y, str(nummer), f"Locatie {nummer}", klasse, 0, 1)


@pytest.fixture
def beeld():
    gat = shapely.box(2_000, 2_000, 3_000, 3_000)
    vlakken = (
        Kaartvlak(shapely.box(0, 0, 10_000, 10_000).difference(gat), "Aardam", 3, hoofd=True),
        Kaartvlak(shapely.box(10_000, 0, 20_000, 10_000), "Beekdal", ONBEKEND, hoofd=False),
    )
    # Vier kandidaten op bijna dezelfde plek: hun nummers mogen niet over elkaar vallen.
    punten = tuple(_punt(nummer, 5_000 + 40 * nummer, 5_000) for nummer in range(1, 5))
    return Kaartbeeld(
        "Aardam", (-1_000, -1_000, 21_000, 11_000), vlakken, DICHTHEIDSKLASSEN, punten,
        ((8_000, 8_000),), "Grenzen: proef",
    )  # fmt: skip


def test_er_staat_alles_op_wat_een_kaart_nodig_heeft(beeld):
    figuur = teken_kaart(beeld)
    kaart, legenda = figuur.axes
    teksten = {tekst.get_text() for tekst in kaart.texts}
    assert {"N", "0", "5 km", "Aardam", "1", "2", "3", "4"} <= teksten
    assert [tekst.get_text() for tekst in figuur.texts] == ["Grenzen: proef"]
    namen = [tekst.get_text() for deel in legenda.artists for tekst in deel.get_texts()]
    assert set(DICHTHEIDSKLASSEN.labels) <= set(namen)
    assert "midden van de plaats" in namen


def test_elke_klasse_is_ook_in_grijs_te_herkennen(beeld):
    legenda = teken_kaart(beeld).axes[1].artists[0]
    arceringen = [vlak.get_hatch() for vlak in legenda.get_patches()]
    assert len(arceringen) == len(set(arceringen)) == 6


def test_de_schaal_is_in_beide_richtingen_gelijk(beeld):
    figuur = teken_kaart(beeld)
    as_ = figuur.axes[0]
    vak = as_.get_position()
    breed, hoog = vak.width * figuur.get_figwidth(), vak.height * figuur.get_figheight()
    x, y = as_.get_xlim(), as_.get_ylim()
    assert (x[1] - x[0]) / breed == pytest.approx((y[1] - y[0]) / hoog)
    assert x[0] <= -1_000
    assert y[1] >= 11_000


def test_geen_woord_valt_over_een_ander(beeld):
    figuur = teken_kaart(beeld)
    figuur.draw_without_rendering()
    woorden = [t for t in figuur.axes[0].texts if t.get_text() in {"1", "2", "3", "4", "Aardam"}]
    vakken = [woord.get_window_extent() for woord in woorden]
    assert not any(een.overlaps(ander) for een, ander in itertools.combinations(vakken, 2))


def test_de_gemeente_heeft_een_zwaardere_rand_dan_haar_buren(beeld):
    randen = [
        deel.get_linewidth()
        for deel in teken_kaart(beeld).axes[0].patches
        if isinstance(deel, PathPatch) and deel.get_facecolor()[3] == 0
    ]
    assert max(randen) > 2 * min(randen)


@given(st.floats(100, 400_000))
def test_de_schaalstok_is_rond_en_hoogstens_een_kwart(breedte):
    maat = schaalmaat_m(breedte)
    assert maat <= breedte / 4 < 2.5 * maat + 1
    assert str(maat).strip("0") in {"1", "2", "5"}
