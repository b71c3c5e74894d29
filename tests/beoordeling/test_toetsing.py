from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely

from locatieplanner.beoordeling.bevindingen import per_kandidaat
from locatieplanner.beoordeling.toetsing import geraakt, toets, waar_de_regel_geldt
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.toets import Gebruik, Predicaat, Regel
from tests.omgeving import NATUUR, kandidaat, maak_kandidaten

VLAKKEN = gpd.GeoDataFrame(
    {"naam": ["Grote Heide", "Klein Ven"], "zone": [1, 4]},
    geometry=[
        shapely.box(100_000, 400_000, 101_000, 401_000),
        shapely.box(103_000, 400_000, 103_100, 400_100),
    ],
    crs=RD,
)
GELADEN = replace(NATUUR, vlakken=VLAKKEN)
VAKBREED = shapely.box(90_000, 390_000, 110_000, 410_000)


def _toets(*plekken, laag=GELADEN):
    rijen = [kandidaat(f"K{i}", *plek) for i, plek in enumerate(plekken)]
    uitkomst = toets(maak_kandidaten(*rijen), [laag])
    aantal = len(plekken)
    return (
        per_kandidaat(list(uitkomst.uitsluitingen), aantal),
        per_kandidaat(list(uitkomst.aandachtspunten), aantal),
        uitkomst.niet_getoetst,
    )


def test_erin_is_uitgesloten_en_vlakbij_een_aandachtspunt_met_naam_en_afstand():
    uit, let, niet = _toets((100_500, 400_500), (101_400, 400_500), (102_550, 400_050))
    assert uit == [("Natura 2000: ligt in Grote Heide (proefbron)",), (), ()]
    assert let == [
        (),
        ("Natura 2000: op 400 m van Grote Heide (proefbron)",),
        ("Natura 2000: op 450 m van Klein Ven (proefbron)",),
    ]
    assert niet == ((), (), ())


def test_verder_dan_het_bereik_raakt_niets():
    uit, let, _ = _toets((105_000, 405_000))
    assert uit == [()]
    assert let == [()]


def test_van_een_vlak_telt_het_hele_vlak():
    vlak = shapely.box(100_900, 400_500, 102_900, 400_600)
    uitkomst = toets(maak_kandidaten(kandidaat(geometry=vlak)), [GELADEN])
    assert uitkomst.uitsluitingen[0].teksten == ("Natura 2000: ligt in Grote Heide (proefbron)",)


def test_niet_geladen_is_niet_getoetst_en_nooit_veilig():
    uit, let, niet = _toets((100_500, 400_500), laag=NATUUR)
    assert uit == [()]
    assert let == [()]
    assert niet == (("Natura 2000",),)


@pytest.mark.parametrize(
    ("plek", "verwacht"),
    [
        ((100_500, 400_500), ()),
        # Binnen de dekking, maar de regel kijkt 1 km ver en dat is hier niet geladen.
        ((109_500, 400_500), ("Natura 2000 (niet hier)",)),
        ((150_000, 400_500), ("Natura 2000 (niet hier)",)),
    ],
)
def test_buiten_wat_geladen_is_is_niet_getoetst(plek, verwacht):
    _, _, niet = _toets(plek, laag=replace(GELADEN, dekking=VAKBREED))
    assert niet == (verwacht,)


def test_ook_buiten_de_dekking_telt_een_treffer():
    uit, _, _ = _toets((100_500, 400_500), laag=replace(GELADEN, dekking=shapely.box(0, 0, 1, 1)))
    assert uit[0]


def test_een_regel_geldt_alleen_waar_zij_dat_zegt():
    zone = Regel(
        Gebruik.UITSLUITING, Predicaat.BINNEN, "zone", "wet", "wet", waar={"zone": ("1", "2")}
    )
    laag = replace(GELADEN, regels=(zone,))
    uit, _, _ = _toets((100_500, 400_500), (103_050, 400_050), laag=laag)
    assert [bool(reden) for reden in uit] == [True, False]


def test_noemt_ten_hoogste_drie_vlakken_en_zegt_hoeveel_er_meer_zijn():
    veel = gpd.GeoDataFrame(
        {"naam": ["a", "b", "c", "d", "a", ""]}, geometry=[shapely.box(0, 0, 10, 10)] * 6, crs=RD
    )
    uit, _, _ = _toets((5, 5), laag=replace(GELADEN, vlakken=veel))
    assert uit == [("Natura 2000: ligt in a, b, c en nog 1 (proefbron)",)]


def test_een_lege_laag_is_wel_getoetst():
    leeg = VLAKKEN.iloc[:0]
    uit, let, niet = _toets((100_500, 400_500), laag=replace(GELADEN, vlakken=leeg))
    assert (uit, let, niet) == ([()], [()], ((),))


def test_van_een_vlak_zonder_naam_vervalt_het_zinsdeel_met_de_naam():
    regel = Regel(Gebruik.UITSLUITING, Predicaat.BINNEN, "te dichtbij; bron: {naam}", "r", "b")
    naamloos = gpd.GeoDataFrame({"naam": [None]}, geometry=[shapely.box(0, 0, 10, 10)], crs=RD)
    uit, _, _ = _toets((5, 5), laag=replace(NATUUR, regels=(regel,), vlakken=naamloos))
    assert uit == [("Natura 2000: te dichtbij (proefbron)",)]
    uit, _, _ = _toets((5, 5), laag=replace(NATUUR, vlakken=naamloos))
    assert uit == [("Natura 2000: ligt in een gebied zonder naam (proefbron)",)]


@pytest.mark.parametrize("predicaat", list(Predicaat))
def test_geraakt_is_de_toetsing_zonder_woorden(predicaat):
    toeval = np.random.default_rng(3)
    plekken = toeval.uniform((99_000, 399_000), (104_000, 402_500), (400, 2))
    regel = replace(
        NATUUR.regels[0], predicaat=predicaat, afstand_m=700.0 if predicaat == "nabij" else 0.0
    )
    laag = replace(GELADEN, regels=(regel,))
    rijen = [kandidaat(f"K{i}", *plek) for i, plek in enumerate(plekken.tolist())]
    (bevinding,) = toets(maak_kandidaten(*rijen), [laag]).uitsluitingen
    vlakken = waar_de_regel_geldt(laag, regel).geometry.to_numpy()
    raakt = geraakt(shapely.points(plekken), vlakken, predicaat, regel.afstand_m)
    assert np.flatnonzero(raakt).tolist() == bevinding.rijen.tolist()
    assert 0 < raakt.sum() < len(plekken)
