from math import sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.robuustheid import robuustheid as module
from locatieplanner.robuustheid.robuustheid import STAARTEN, op_kans, robuustheid, samenvatting
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving
from tests.robuustheid.proef import (
    NAN,
    PARAMETERS,
    TWEE_GELIJKMATIG,
    deelscores,
    exacte_kans,
    instelling,
    maak_beoordeling,
)
from tests.trekkingen import gewichten

TWEE = Gewichten(50, 50, 0, 0)

paren = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=8, unique=True
)


def _binnen(gemeten, kans, trekkingen):
    """Of een getrokken kans binnen vijf standaardfouten van de echte ligt."""
    return abs(gemeten - kans) <= 5 * sqrt(kans * (1 - kans) / trekkingen) + 1e-12


@given(paren, st.integers(1, 4), st.integers(0, 9999))
def test_de_kans_is_die_welke_bij_twee_criteria_precies_uit_te_rekenen_is(paar, top, zaad):
    tabel = [[a, b, NAN, NAN] for a, b in paar]
    beoordeling = maak_beoordeling(tabel, TWEE)
    keuze = instelling(trekkingen=4000, breedte=TWEE_GELIJKMATIG, top=top, zaad=zaad)
    uitkomst = robuustheid(beoordeling, keuze).kandidaten
    for gemeten, kans in zip(uitkomst["kans_top"], exacte_kans(paar, top), strict=True):
        assert _binnen(gemeten, float(kans), 4000)
    for gemeten, kans in zip(uitkomst["kans_eerste"], exacte_kans(paar, 1), strict=True):
        assert _binnen(gemeten, float(kans), 4000)


def test_de_exacte_kans_zelf_op_een_geval_dat_met_de_hand_te_doen_is():
    # 100·w tegen 60: eerste zodra w boven 0,6 ligt.
    assert exacte_kans([(100, 0), (60, 60)], 1) == [pytest.approx(0.4), pytest.approx(0.6)]


@pytest.mark.parametrize("ander", [20, 50, 80])
def test_over_alle_verdelingen_van_vier_gewichten(ander):
    # Alleen spreiding tegen overal evenveel: eerste zodra dat gewicht boven `ander` procent ligt.
    beoordeling = maak_beoordeling([[100, 0, 0, 0], [ander] * 4], Gewichten(0, 0, 0, 1))
    keuze = instelling(trekkingen=20_000, alle_gewichten=True)
    uitkomst = robuustheid(beoordeling, keuze).kandidaten
    assert _binnen(uitkomst["kans_eerste"].iloc[0], (1 - ander / 100) ** 3, 20_000)


def test_twee_geschatte_scores_die_elkaar_overlappen():
    # Het verschil van twee gelijkmatige spelingen van 15 is een driehoek van −30 tot 30; dat 50
    # boven 60 uitkomt, is de punt daarvan voorbij 10.
    beoordeling = maak_beoordeling(
        [[50, NAN, NAN, NAN], [60, NAN, NAN, NAN]], Gewichten(1, 0, 0, 0)
    )
    keuze = instelling(trekkingen=20_000, vaste_scores=False)
    uitkomst = robuustheid(beoordeling, keuze).kandidaten
    assert _binnen(uitkomst["kans_eerste"].iloc[0], (30 - 10) ** 2 / (2 * 30**2), 20_000)


def test_de_gewichten_waarmee_een_kandidaat_eerste_is():
    # Eerste zodra w boven 0,6 ligt: gemiddeld 0,8, en de ander onder 0,6: gemiddeld 0,3.
    beoordeling = maak_beoordeling(
        [[100, 0, NAN, NAN], [60, 60, NAN, NAN], [10, 10, NAN, NAN]], TWEE
    )
    keuze = instelling(trekkingen=20_000, breedte=TWEE_GELIJKMATIG)
    uitkomst = robuustheid(beoordeling, keuze).kandidaten
    for id_, midden, breed in (("K0", 0.8, 0.4), ("K1", 0.3, 0.6)):
        fout = breed / sqrt(12) / sqrt(20_000 * uitkomst["kans_eerste"][id_])
        assert abs(uitkomst["gewicht_spreiding"][id_] - midden) <= 5 * fout
        assert uitkomst["gewicht_kleinschaligheid"][id_] == pytest.approx(
            1 - uitkomst["gewicht_spreiding"][id_]
        )
    assert uitkomst.loc["K2", [f"gewicht_{naam}" for naam in CRITERIA]].isna().all()


def test_wie_soms_te_weinig_bekend_is_heeft_soms_geen_rang():
    # Bekend zolang het gewicht van spreiding hooguit de helft is.
    beoordeling = maak_beoordeling([[NAN, 90, 90, 90], [10] * 4])
    keuze = instelling(trekkingen=20_000, alle_gewichten=True)
    uitkomst = robuustheid(beoordeling, keuze).kandidaten
    assert _binnen(uitkomst["kans_op_rang"]["K0"], 1 - 0.5**3, 20_000)
    assert uitkomst["kans_eerste"]["K0"] == uitkomst["kans_op_rang"]["K0"]
    assert uitkomst["verwachte_rang"]["K0"] == 1
    assert uitkomst["kans_eerste"].sum() == pytest.approx(1)


@given(deelscores, gewichten)
def test_zonder_breedte_en_met_vaste_scores_is_de_uitkomst_de_rangorde_zelf(tabel, waarden):
    beoordeling = maak_beoordeling(tabel, Gewichten(**waarden))
    uitkomst = robuustheid(beoordeling, instelling(trekkingen=7, breedte=0.0)).kandidaten
    rang = beoordeling.weging.rang
    met = rang != GEEN_RANG
    assert uitkomst["rang"].fillna(GEEN_RANG).tolist() == rang.tolist()
    assert uitkomst["kans_op_rang"].tolist() == met.astype(float).tolist()
    assert uitkomst["kans_top"].tolist() == (met & (rang <= 3)).astype(float).tolist()
    assert uitkomst["kans_eerste"].tolist() == (rang == 1).astype(float).tolist()
    for kolom in ("verwachte_rang", "rang_laag", "rang_hoog"):
        assert uitkomst.loc[met, kolom].tolist() == rang[met].tolist()
        assert uitkomst.loc[~met, kolom].isna().all()


def test_een_smalle_breedte_komt_bij_de_rangorde_uit():
    beoordeling = maak_beoordeling([[80, 20, 40, 60], [60, 40, 40, 50], [10, 20, 30, 40]])
    uitkomst = robuustheid(beoordeling, instelling(breedte=0.001)).kandidaten
    assert uitkomst["verwachte_rang"].tolist() == beoordeling.weging.rang.tolist()


@given(deelscores, st.booleans(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_kandidaten_maakt_niet_uit(tabel, vast, toeval):
    volgorde = list(range(len(tabel)))
    toeval.shuffle(volgorde)
    keuze = instelling(trekkingen=50, vaste_scores=vast)
    ids = [f"K{nummer}" for nummer in volgorde]
    een = robuustheid(maak_beoordeling(tabel), keuze).kandidaten
    ander = robuustheid(maak_beoordeling([tabel[i] for i in volgorde], ids=ids), keuze).kandidaten
    pd.testing.assert_frame_equal(ander.loc[een.index], een)


@given(deelscores, gewichten, st.sampled_from([2.0**-20, 0.5, 4.0, 2.0**30]))
def test_de_schaal_van_de_gewichten_maakt_niet_uit(tabel, waarden, factor):
    een, ander = (
        robuustheid(
            maak_beoordeling(tabel, Gewichten(**{n: f * w for n, w in waarden.items()})),
            instelling(trekkingen=20, vaste_scores=False),
        ).kandidaten
        for f in (1.0, factor)
    )
    pd.testing.assert_frame_equal(een, ander)


@given(deelscores, st.integers(1, 5))
def test_kansen_verdelen_precies_de_plaatsen_die_er_zijn(tabel, top):
    beoordeling = maak_beoordeling(tabel, minimum=0.0)
    assume((beoordeling.weging.rang != GEEN_RANG).all())
    uitkomst = robuustheid(beoordeling, instelling(trekkingen=50, top=top)).kandidaten
    # Een gedeelde rang kan er meer van maken, nooit minder.
    assert uitkomst["kans_top"].sum() >= min(top, len(tabel)) - 1e-9
    assert uitkomst["kans_eerste"].sum() >= 1 - 1e-9
    assert np.all(uitkomst["kans_eerste"] <= uitkomst["kans_top"])
    assert np.all(uitkomst["rang_laag"] <= uitkomst["rang_hoog"])
    assert np.all(uitkomst["verwachte_rang"].between(1, len(tabel)))


@given(
    st.lists(
        st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=60
    ),
    st.integers(1, 3),
)  # fmt: skip
def test_samenvatting_naast_het_tellen_een_voor_een(rijen, top):
    rangen = np.array(rijen, dtype=np.uint16)
    gewogen = np.random.default_rng(1).dirichlet(np.ones(4), len(rangen))
    uit = samenvatting(rangen, gewogen, top)
    for nummer in range(3):
        kolom = rangen[:, nummer].astype(float)
        met = kolom[kolom > 0]
        assert uit["kans_top"][nummer] == np.mean((kolom > 0) & (kolom <= top))
        assert uit["kans_op_rang"][nummer] == len(met) / len(kolom)
        if not len(met):
            assert uit.loc[nummer, ["verwachte_rang", "rang_laag", "rang_hoog"]].isna().all()
            continue
        assert uit["verwachte_rang"][nummer] == pytest.approx(met.mean())
        for naam, deel in zip(("rang_laag", "rang_hoog"), STAARTEN, strict=True):
            verwacht = min(r for r in met if (met <= r).mean() >= deel - 1e-12)
            assert uit[naam][nummer] == verwacht
        if (kolom == 1).any():
            midden = uit.loc[nummer, [f"gewicht_{naam}" for naam in CRITERIA]].astype(float)
            np.testing.assert_allclose(midden, gewogen[kolom == 1].mean(axis=0))


def test_samenvatten_in_delen_geeft_hetzelfde(monkeypatch):
    toeval = np.random.default_rng(4)
    rangen = toeval.integers(0, 30, (40, 30)).astype(np.uint16)
    gewogen = toeval.dirichlet(np.ones(4), 40)
    ineens = samenvatting(rangen, gewogen, 5)
    monkeypatch.setattr(module, "_CELLEN_TEGELIJK", 130)
    pd.testing.assert_frame_equal(samenvatting(rangen, gewogen, 5), ineens)


def test_zonder_kandidaten_is_de_samenvatting_leeg():
    assert robuustheid(maak_beoordeling([]), instelling()).kandidaten.empty


def _echt():
    rijen = [
        kandidaat("A", 105_000, 405_000, capaciteit=60),
        kandidaat("B", 115_000, 405_000, capaciteit=250),
        kandidaat("C", 125_000, 405_000, type="flex", aandeel_statushouders=0.4,
                  aandeel_studenten=0.6),
        kandidaat("D", 105_000, 415_000, capaciteit=900),
        kandidaat("E", 115_000, 415_000, status="afgevallen"),
    ]  # fmt: skip
    return beoordeel(maak_kandidaten(*rijen), maak_omgeving(PARAMETERS))


def test_dezelfde_trekkingen_geven_overal_dezelfde_uitkomst():
    # Uitgeschreven, zodat een andere computer of numpy die anders trekt hier opvalt.
    tabel = [[80, 20, 40, 60], [60, 45, 40, 50], [30, NAN, 70, 55], [NAN, 50, 50, NAN]]
    keuze = instelling(trekkingen=1000, top=2, vaste_scores=False)
    een, ander = (robuustheid(maak_beoordeling(tabel), keuze).kandidaten for _ in range(2))
    pd.testing.assert_frame_equal(een, ander, check_exact=True)
    vast = een[["kans_top", "kans_eerste", "verwachte_rang", "gewicht_mix"]].round(6)
    assert vast.to_numpy().tolist() == [
        [0.54, 0.285, 2.382, 0.265177],
        [0.501, 0.165, 2.476, 0.251682],
        [0.67, 0.405, 1.976931, 0.250395],
        [0.289, 0.145, 2.376448, 0.207028],
    ]


def test_een_ander_zaad_geeft_andere_trekkingen_en_vrijwel_dezelfde_kansen():
    een, ander = (
        robuustheid(_echt(), instelling(trekkingen=2000, zaad=zaad, top=1)).kandidaten
        for zaad in (1, 2)
    )
    assert not een["kans_eerste"].equals(ander["kans_eerste"])
    verschil = (een["kans_eerste"] - ander["kans_eerste"]).abs()
    assert np.all(verschil <= 5 * sqrt(2 * 0.25 / 2000))


def test_marge_is_de_grootste_afwijking_door_het_toeval():
    uitkomst = robuustheid(_echt(), instelling(trekkingen=1000))
    assert uitkomst.marge == pytest.approx(1.96 * 0.5 / sqrt(1000), rel=1e-4)


def test_op_kans_en_wie_nooit_een_rang_heeft_achteraan():
    uitkomst = robuustheid(_echt(), instelling(vaste_scores=False, top=1))
    volgorde = op_kans(uitkomst)
    assert sorted(volgorde) == ["A", "B", "C", "D", "E"]
    kansen = uitkomst.kandidaten.loc[volgorde, "kans_top"].tolist()
    assert kansen == sorted(kansen, reverse=True)
    assert volgorde[-1] == "E"
