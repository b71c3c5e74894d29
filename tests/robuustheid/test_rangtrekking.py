import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.beoordeling.weging import GEEN_RANG, Weegschaal
from locatieplanner.fouten import InvoerFout
from locatieplanner.robuustheid import rangtrekking
from locatieplanner.robuustheid.rangtrekking import trek_rangen
from locatieplanner.robuustheid.scorespeling import Scorespeling, scorespeling
from tests.robuustheid.proef import NAN, deelscores, instelling, maak_beoordeling


def _gewichten(aantal=40, zaad=1):
    return np.random.default_rng(zaad).dirichlet(np.ones(4), aantal)


def _toeval():
    return instelling().toeval()[1]


@given(deelscores, st.randoms(use_true_random=False), st.sampled_from([0.0, 0.5, 0.8]))
def test_zonder_speling_is_elke_trekking_de_rangorde_met_die_gewichten(tabel, toeval, minimum):
    uit = np.array([toeval.random() < 0.2 for _ in tabel])
    weegschaal = Weegschaal.van(np.array(tabel), uit, minimum)
    gewichten = np.vstack(
        [_gewichten(zaad=toeval.randint(0, 99)), np.eye(4), np.full((1, 4), 0.25)]
    )
    rangen = trek_rangen(weegschaal, Scorespeling.geen(weegschaal), gewichten, _toeval())
    for rij, gewicht in zip(rangen, gewichten, strict=True):
        np.testing.assert_array_equal(rij, weegschaal.weeg(gewicht).rang)


@given(deelscores)
def test_met_speling_is_elke_trekking_de_rangorde_met_die_scores(tabel):
    beoordeling = maak_beoordeling(tabel)
    speling, gewichten = scorespeling(beoordeling), _gewichten()
    rangen = trek_rangen(beoordeling.weegschaal, speling, gewichten, _toeval())
    toeval = _toeval()
    bekend = beoordeling.weegschaal.bekend > 0
    for rij, gewicht in zip(rangen, gewichten, strict=True):
        if (speling.hoog > speling.laag).any():
            u = toeval.random((4, len(tabel)), dtype=np.float32).T
            scores = np.minimum(speling.laag + u * (speling.hoog - speling.laag), speling.plafond)
        else:
            scores = speling.laag
        los = Weegschaal.van(np.where(bekend, scores, NAN), np.zeros(len(tabel), bool), 0.5)
        np.testing.assert_array_equal(rij, los.weeg(gewicht).rang)


def test_hoeveel_er_tegelijk_gaan_maakt_niet_uit(monkeypatch):
    tabel = np.random.default_rng(2).uniform(0, 100, (50, 4))
    tabel[::7, 2] = NAN
    beoordeling = maak_beoordeling(tabel)
    speling, gewichten = scorespeling(beoordeling), _gewichten()
    ineens = trek_rangen(beoordeling.weegschaal, speling, gewichten, _toeval())
    monkeypatch.setattr(rangtrekking, "_CELLEN_TEGELIJK", 150)
    stuk_voor_stuk = trek_rangen(beoordeling.weegschaal, speling, gewichten, _toeval())
    np.testing.assert_array_equal(ineens, stuk_voor_stuk)


def test_wie_uitgesloten_is_heeft_in_geen_trekking_een_rang():
    beoordeling = maak_beoordeling([[90] * 4, [50] * 4, [40] * 4], uitgesloten=[True, False, False])
    rangen = trek_rangen(beoordeling.weegschaal, scorespeling(beoordeling), _gewichten(), _toeval())
    assert np.all(rangen[:, 0] == GEEN_RANG)
    assert {tuple(rij) for rij in np.sort(rangen[:, 1:], axis=1)} == {(1, 2)}


def test_zonder_kandidaten():
    weegschaal = maak_beoordeling([]).weegschaal
    rangen = trek_rangen(weegschaal, Scorespeling.geen(weegschaal), _gewichten(), _toeval())
    assert rangen.shape == (40, 0)


def test_meer_kandidaten_dan_in_zestien_bits_passen():
    tabel = np.random.default_rng(2).uniform(0, 100, (70_000, 4))
    weegschaal = Weegschaal.van(tabel, np.zeros(len(tabel), bool), 0.5)
    gewichten = _gewichten(2)
    rangen = trek_rangen(weegschaal, Scorespeling.geen(weegschaal), gewichten, _toeval())
    assert rangen.max() > 2**16
    np.testing.assert_array_equal(rangen[1], weegschaal.weeg(gewichten[1]).rang)


def test_wat_niet_in_het_geheugen_past_wordt_vooraf_geweigerd(monkeypatch):
    monkeypatch.setattr(rangtrekking, "RANGEN_HOOGSTENS", 100)
    weegschaal = maak_beoordeling([[1] * 4] * 3).weegschaal
    with pytest.raises(InvoerFout, match=r"40 trekkingen van 3 kandidaten.*hoogstens 33"):
        trek_rangen(weegschaal, Scorespeling.geen(weegschaal), _gewichten(), _toeval())
