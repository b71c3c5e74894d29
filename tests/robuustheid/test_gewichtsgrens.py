import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.robuustheid.gewichtsgrens import eersten, gewichtsgrenzen
from tests.robuustheid.proef import NAN, deelscores, maak_beoordeling

hele_gewichten = st.lists(st.integers(0, 10), min_size=4, max_size=4).filter(any)


def _grens(tabel, waarden=(25, 25, 25, 25), kolom=0, **anders):
    beoordeling = maak_beoordeling(tabel, Gewichten(*waarden), **anders)
    grens = gewichtsgrenzen(beoordeling)[kolom]
    assert grens.criterium == CRITERIA[kolom]
    assert grens.aandeel == pytest.approx(waarden[kolom] / sum(waarden))
    return grens


def test_twee_criteria_met_de_hand():
    # 80w + 40(1 − w) tegen 50 en tegen 100w: gelijk bij w = 1/4 en bij w = 2/3.
    grens = _grens([[80, 40, NAN, NAN], [50, 50, NAN, NAN], [100, 0, NAN, NAN]], (50, 50, 0, 0))
    assert (grens.laag, grens.hoog) == (pytest.approx(1 / 4), pytest.approx(2 / 3))
    assert (grens.opvolgers_laag, grens.opvolgers_hoog) == (("K1",), ("K2",))


def test_de_andere_schuiven_naar_verhouding_mee():
    # De andere drie zijn samen 20 en 60 waard in de verhouding 2 : 1 : 0.
    tabel = [[100, 20, 20, 99], [0, 60, 60, 0]]
    grens = _grens(tabel, (40, 40, 20, 0))
    # 100t + 20(1 − t) = 60(1 − t)
    assert (grens.laag, grens.hoog) == (pytest.approx(40 / 140), 1.0)
    assert (grens.opvolgers_laag, grens.opvolgers_hoog) == (("K1",), ())
    nul = _grens(tabel, (40, 40, 20, 0), kolom=3)
    assert (nul.laag, nul.hoog) == (0.0, 1.0)


def test_een_gewicht_van_nul_kan_alleen_omhoog():
    grens = _grens([[60, 60, NAN, 10], [50, 50, NAN, 90]], (50, 50, 0, 0), kolom=3)
    # 60 − 50t tegen 50 + 40t
    assert (grens.laag, grens.hoog) == (0.0, pytest.approx(1 / 9))
    assert grens.opvolgers_hoog == ("K1",)


def test_onbekend_maakt_het_totaal_een_breuk():
    # K0 kent spreiding niet en heeft op elk gewicht 60; K1 gaat van 50 naar 80.
    grens = _grens([[NAN, 60, 60, 60], [80, 50, 50, 50]])
    assert grens.laag == 0.0
    assert grens.hoog == pytest.approx(1 / 3)
    assert grens.opvolgers_hoog == ("K1",)
    # Kleinschaligheid en nabijheid alleen voor K0 bekend: (25·80 + t·20) / (25 + t) tegen 50.
    breuk = _grens(
        [[80, 20, NAN, NAN], [50, 50, 50, 50]], (25, 10, 32.5, 32.5), minimum=0.0, kolom=1
    )
    t = breuk.hoog
    eigen = (25 / 90 * (1 - t) * 80 + t * 20) / (25 / 90 * (1 - t) + t)
    assert eigen == pytest.approx(50)


def test_wie_te_weinig_bekend_wordt_verliest_de_eerste_plaats():
    # Precies de helft bekend, en spreiding hoort bij de onbekende helft.
    grens = _grens([[NAN, 90, 90, NAN], [10] * 4])
    assert grens.laag == 0.0
    assert grens.hoog == pytest.approx(0.25, abs=2e-6)
    assert grens.opvolgers_hoog == ("K1",)


def test_wie_genoeg_bekend_wordt_kan_de_eerste_plaats_nemen():
    # Bekend zodra spreiding de helft telt; dan is K1 meteen veel hoger.
    grens = _grens([[50] * 4, [90, NAN, NAN, NAN]])
    assert grens.hoog == pytest.approx(0.5, abs=2e-6)
    assert grens.opvolgers_hoog == ("K1",)


def test_voorbij_de_grens_kan_niemand_een_rang_hebben():
    grens = _grens([[NAN, 90, 90, 90]])
    assert grens.hoog == pytest.approx(0.5, abs=2e-6)
    assert grens.opvolgers_hoog == ()


def test_wie_uitgesloten_is_neemt_niets_over():
    tabel = [[60, 60, 60, 60], [90, 40, 40, 40]]
    assert _grens(tabel).opvolgers_hoog == ("K1",)
    zonder = _grens(tabel, uitgesloten=[False, True])
    assert (zonder.hoog, zonder.opvolgers_hoog) == (1.0, ())


def test_gedeelde_eerste_plaats_die_bij_elke_verschuiving_breekt():
    grens = _grens([[60, 40, 50, 50], [40, 60, 50, 50]])
    assert (grens.laag, grens.hoog) == (0.25, 0.25)
    assert (grens.opvolgers_laag, grens.opvolgers_hoog) == (("K1",), ("K0",))


def test_gedeelde_eerste_plaats_die_blijft():
    beoordeling = maak_beoordeling([[60, 40, 50, 50], [60, 40, 50, 50], [10] * 4])
    assert eersten(beoordeling) == ("K0", "K1")
    assert {(g.laag, g.hoog) for g in gewichtsgrenzen(beoordeling)} == {(0.0, 1.0)}


def test_twee_gelijke_opvolgers_worden_beide_genoemd():
    grens = _grens([[60] * 4, [90, 40, 40, 40], [90, 40, 40, 40]])
    assert grens.opvolgers_hoog == ("K1", "K2")


def test_wat_alleen_raakt_neemt_niet_over():
    # K0 is 45 · (1 − t) / (1 + t) + 40, en K1 de raaklijn daaraan bij t = ½.
    tabel = [[40, 85, NAN, NAN], [35, 75, 75, NAN]]
    beoordeling = maak_beoordeling(tabel, Gewichten(1, 1, 1, 0))
    assert _eersten_bij(beoordeling, 0, 0.5) == ("K0", "K1")
    grens = gewichtsgrenzen(beoordeling)[0]
    assert (grens.laag, grens.hoog) == (0.0, 1.0)
    # Een haar hoger, en de lijn snijdt.
    snijdt = _grens([tabel[0], [35.01, 75.01, 75.01, NAN]], (1, 1, 1, 0))
    assert 0.45 < snijdt.hoog < 0.5
    assert snijdt.opvolgers_hoog == ("K1",)


def test_het_enige_gewicht_kan_niet_schuiven():
    grens = _grens([[60, 10, 10, 10], [50, 90, 90, 90]], (100, 0, 0, 0))
    assert (grens.laag, grens.hoog) == (1.0, 1.0)
    assert grens.opvolgers_laag == grens.opvolgers_hoog == ()


def test_zonder_rang_is_er_geen_grens():
    beoordeling = maak_beoordeling([[NAN, NAN, NAN, 50]])
    assert eersten(beoordeling) == ()
    assert all(np.isnan([g.laag, g.hoog]).all() for g in gewichtsgrenzen(beoordeling))


def _eersten_bij(beoordeling, kolom, t):
    """Wie eerste is als het aandeel van één criterium t is, volgens het wegen zelf."""
    aandelen = beoordeling.gewichten.aandelen
    geschoven = aandelen * (1 - t) / (1 - aandelen[kolom])
    geschoven[kolom] = t
    rang = beoordeling.weegschaal.weeg(geschoven).rang
    return tuple(sorted(beoordeling.kandidaten.index[rang == 1]))


@settings(max_examples=150)
@given(deelscores, hele_gewichten, st.sampled_from([0.0, 0.5, 0.7]), st.booleans())
def test_de_grenzen_zijn_die_van_een_fijn_raster(tabel, waarden, minimum, eerste_uit):
    uit = [eerste_uit and nummer == 0 for nummer in range(len(tabel))]
    beoordeling = maak_beoordeling(tabel, Gewichten(*waarden), minimum=minimum, uitgesloten=uit)
    nu = eersten(beoordeling)
    for kolom, grens in enumerate(gewichtsgrenzen(beoordeling)):
        if not nu:
            assert np.isnan(grens.laag)
            continue
        if grens.aandeel == 1:
            continue
        assert 0 <= grens.laag <= grens.aandeel <= grens.hoog <= 1
        raster = np.linspace(0, 1, 401)
        for t in raster[(raster > grens.laag + 1e-5) & (raster < grens.hoog - 1e-5)]:
            # Even gelijk worden mag, voorbijgestreefd worden niet.
            assert set(nu) <= set(_eersten_bij(beoordeling, kolom, t))
        for rand, kant, opvolgers in (
            (grens.laag, -1, grens.opvolgers_laag),
            (grens.hoog, 1, grens.opvolgers_hoog),
        ):
            ruimte = rand if kant < 0 else 1 - rand
            if ruimte == 0:
                assert opvolgers == ()
            if ruimte < 1e-5:
                # Zo dicht bij het einde past er geen raster meer achter.
                continue
            stappen = [rand + kant * stap for stap in (1e-6, 3e-6, 1e-5, 1e-4, 1e-3)]
            daar = [_eersten_bij(beoordeling, kolom, min(max(t, 0), 1)) for t in stappen]
            assert any(ander != nu for ander in daar)
            assert any(set(opvolgers) <= set(ander) for ander in daar)
