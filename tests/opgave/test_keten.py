"""De keten: niemand raakt zoek, standen zijn nooit negatief, en in evenwicht geldt Little."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opgave.beschikbaarheid import ALTIJD, NOOIT
from locatieplanner.opgave.keten import (
    AANVOER,
    INSTROMEN,
    OPVANG,
    STANDEN,
    Beginstand,
    Ketenwaarden,
    al_bewoond,
    reken_keten,
)

START = pd.Period("2026-01", freq="M")
EVENWICHT = 2_000
GEEN_FLEX = pd.DataFrame({"plaatsen": [], "begin": [], "eind": []})
WAARDEN = {
    "procedure_maanden": 24.0,
    "koppeling_maanden": 3.2,
    "afgewezen_maanden": 4.0,
    "nareis_direct_aandeel": 0.1,
    "flex_vulling_maanden": 3.0,
    "flex_naar_woning_aandeel": 0.5,
    "flex_bovenop_aandeel": 1.0,
}


def waarden(**anders):
    return Ketenwaarden(**(WAARDEN | anders))


def aanvoer(maanden, instroom=0.0, nareis=0.0, inwilliging=0.35, plaatsruimte=0.0):
    index = pd.period_range(START, periods=maanden, freq="M", name="maand")
    kolommen = dict(zip(AANVOER, (instroom, nareis, inwilliging, plaatsruimte), strict=True))
    return pd.DataFrame(kolommen, index=index).astype("float64")


def flex(*complexen):
    """Complexen als (plaatsen, eerste maand, laatste maand); maanden zijn tekst of volgnummers."""
    rijen = [(plaatsen, _nummer(begin), _nummer(eind)) for plaatsen, begin, eind in complexen]
    return pd.DataFrame(rijen, columns=["plaatsen", "begin", "eind"])


def _nummer(maand):
    return pd.Period(maand, freq="M").ordinal if isinstance(maand, str) else maand


def trek(rng, maanden):
    """Trek een begin, aanvoer, vaste getallen en complexen, ook met uitersten."""

    def aandelen(aantal=None):
        return rng.choice([0.0, 1.0, rng.random()]) if aantal is None else rng.random(aantal)

    begin = Beginstand(*(rng.choice([0.0, rng.uniform(0, 60_000)]) for _ in OPVANG))
    reeks = aanvoer(maanden)
    # Per maand anders, soms helemaal niets: de keten mag op geen enkel verloop rekenen.
    reeks["instroom"] = rng.uniform(0, 6_000, maanden) * (rng.random(maanden) > 0.1)
    reeks["nareis"] = rng.uniform(0, 3_000, maanden) * rng.choice([0.0, 1.0])
    reeks["inwilliging"] = rng.random(maanden)
    reeks["plaatsruimte"] = rng.uniform(0, 5_000, maanden) * rng.choice([0.0, 1.0, 3.0])
    vast = Ketenwaarden(
        procedure_maanden=rng.uniform(1, 60),
        koppeling_maanden=rng.choice([1.0, rng.uniform(1, 24)]),
        afgewezen_maanden=rng.choice([1.0, rng.uniform(1, 60)]),
        nareis_direct_aandeel=aandelen(),
        flex_vulling_maanden=rng.choice([1.0, rng.uniform(1, 24)]),
        flex_naar_woning_aandeel=aandelen(),
        flex_bovenop_aandeel=aandelen(),
    )
    aantal = int(rng.integers(0, 6))
    beginmaand = START.ordinal + rng.integers(-30, maanden + 12, aantal)
    complexen = pd.DataFrame(
        {
            "plaatsen": rng.uniform(0, 3_000, aantal) * rng.choice([1.0, 20.0]),
            "begin": np.where(rng.random(aantal) < 0.1, ALTIJD, beginmaand),
            "eind": np.where(
                rng.random(aantal) < 0.3, NOOIT, beginmaand + rng.integers(0, 100, aantal)
            ),
        }
    )
    return begin, reeks, vast, complexen


def personen_bij_begin(begin, vast, complexen):
    bewoond = al_bewoond(complexen, START, vast.flex_vulling_maanden).sum()
    return begin.procedure + begin.wachtend + begin.afgewezen + bewoond


def test_niemand_raakt_zoek_in_120_maanden_bij_1000_trekkingen():
    rng = np.random.default_rng(19_637)
    for nummer in range(1_000):
        begin, reeks, vast, complexen = trek(rng, 120)
        uit = reken_keten(begin, reeks, vast, complexen)
        erbij = (
            personen_bij_begin(begin, vast, complexen) + reeks[list(INSTROMEN)].sum(axis=1).cumsum()
        )
        samen = uit[list(STANDEN)].sum(axis=1)
        # Elke maand, niet alleen aan het eind.
        assert (samen - erbij).abs().max() <= 1e-6 * max(erbij.iloc[-1], 1.0), nummer
        assert (uit[list(STANDEN)].to_numpy() >= 0).all(), nummer
        assert (uit.to_numpy() >= -1e-9).all(), nummer
        assert np.isfinite(uit.to_numpy()).all(), nummer


def test_de_trekkingen_raken_elke_stroom_en_elke_grens():
    """De proef hierboven zegt alleen iets als alles wat kan gebeuren ook gebeurt."""
    rng = np.random.default_rng(19_637)
    gezien = []
    for _ in range(50):
        begin, reeks, vast, complexen = trek(rng, 120)
        uit = reken_keten(begin, reeks, vast, complexen)
        krap = uit["naar_woning"] >= reeks["plaatsruimte"] - 1e-9
        gezien.append({**(uit > 0).any().to_dict(), "krap": krap.any(), "ruim": (~krap).any()})
    assert pd.DataFrame(gezien).any().all()


def test_wet_van_little_in_een_evenwicht_met_ruimte():
    uit = reken_keten(
        Beginstand(0, 0, 0),
        aanvoer(EVENWICHT, 2_000, 1_333, 0.35, plaatsruimte=1e9),
        waarden(),
        GEEN_FLEX,
    ).iloc[-1]
    # Stand = instroom × gemiddeld verblijf.
    assert uit["procedure"] == pytest.approx(2_000 * 24, rel=0.01)
    assert uit["afgewezen"] == pytest.approx(2_000 * 0.65 * 4, rel=0.01)
    assert uit["wachtend"] == pytest.approx((2_000 * 0.35 + 1_333 * 0.9) * 3.2, rel=0.01)


@given(
    instroom=st.floats(1, 10_000),
    nareis=st.floats(0, 5_000),
    inwilliging=st.floats(0, 1),
    procedure=st.floats(1, 48),
    koppeling=st.floats(1, 12),
    afgewezen=st.floats(1, 24),
)
def test_wet_van_little_bij_elk_verblijf(
    instroom, nareis, inwilliging, procedure, koppeling, afgewezen
):
    vast = waarden(
        procedure_maanden=procedure,
        koppeling_maanden=koppeling,
        afgewezen_maanden=afgewezen,
        nareis_direct_aandeel=0.0,
    )
    reeks = aanvoer(800, instroom, nareis, inwilliging, plaatsruimte=1e9)
    uit = reken_keten(Beginstand(30_000, 5_000, 100), reeks, vast, GEEN_FLEX).iloc[-1]
    verwacht = {
        "procedure": instroom * procedure,
        "wachtend": (instroom * inwilliging + nareis) * koppeling,
        "afgewezen": instroom * (1 - inwilliging) * afgewezen,
    }
    for stand, personen in verwacht.items():
        assert uit[stand] == pytest.approx(personen, rel=0.01, abs=1e-3), stand


def test_te_weinig_ruimte_laat_de_rij_elke_maand_evenveel_groeien():
    """Met een vaste plaatsruimte is er geen evenwicht: het verschil blijft over."""
    uit = reken_keten(
        Beginstand(48_000, 18_420, 5_200),
        aanvoer(60, 2_000, 1_000, 0.35, plaatsruimte=1_500),
        waarden(nareis_direct_aandeel=0.0),
        GEEN_FLEX,
    )
    assert np.allclose(uit["wachtend"].diff().dropna(), 700 + 1_000 - 1_500)
    assert (uit["naar_woning"] == 1_500).all()


def test_zonder_instroom_loopt_de_opvang_leeg():
    uit = reken_keten(
        Beginstand(50_000, 18_420, 4_300), aanvoer(600, plaatsruimte=2_000), waarden(), GEEN_FLEX
    )
    assert (uit["opvang"].diff().dropna() <= 1e-9).all()
    assert uit["opvang"].iloc[-1] < 0.01
    rust = uit.iloc[-1]
    assert rust["woning"] + rust["vertrokken"] == pytest.approx(72_720)


def test_bezetting_is_de_som_van_de_standen_in_de_opvang():
    uit = reken_keten(
        Beginstand(50_000, 18_420, 4_300),
        aanvoer(24, 2_000, 1_333, 0.35, 1_647),
        waarden(),
        flex((84, "2026-06", NOOIT)),
    )
    assert np.allclose(uit["opvang"], uit["procedure"] + uit["wachtend"] + uit["afgewezen"])


def test_een_complex_in_juni_maakt_in_het_najaar_plaatsen_vrij():
    """Wat een wethouder moet zien: in gelijke delen vol in drie maanden, en daarna blijvend."""
    begin, reeks = Beginstand(50_000, 18_420, 4_300), aanvoer(24, 2_000, 1_333, 0.35, 1_647)
    zonder = reken_keten(begin, reeks, waarden(), GEEN_FLEX)
    met = reken_keten(begin, reeks, waarden(), flex((84, "2026-06", "2027-05")))
    minder = (zonder["opvang"] - met["opvang"]).round(6)
    assert (minder[:"2026-05"] == 0).all()
    assert minder["2026-06":"2026-09"].tolist() == [28, 56, 84, 84]
    assert met["flexwoning"]["2027-05"] == pytest.approx(84)
    # Na de looptijd heeft de helft een woning en wacht de helft weer.
    assert met["flex_terug"]["2027-06"] == pytest.approx(42)
    assert met["flexwoning"]["2027-06"] == 0
    assert minder["2027-06"] == 42


def test_wie_er_gewone_woningen_voor_laat_vervallen_wint_niets():
    begin, reeks = Beginstand(50_000, 18_420, 4_300), aanvoer(24, 2_000, 1_333, 0.35, 1_647)
    zonder = reken_keten(begin, reeks, waarden(), GEEN_FLEX)
    complex_ = flex((84, "2026-06", NOOIT))
    ruil = reken_keten(begin, reeks, waarden(flex_bovenop_aandeel=0.0), complex_)
    assert np.allclose(ruil["opvang"], zonder["opvang"])
    half = reken_keten(begin, reeks, waarden(flex_bovenop_aandeel=0.5), complex_)
    assert (zonder["opvang"] - half["opvang"]).iloc[-1] == pytest.approx(42)


def test_wat_al_open_was_is_al_bewoond_en_telt_in_het_begin():
    complexen = flex(
        (90, "2025-12", NOOIT),  # één maand van de drie
        (60, "2024-01", NOOIT),  # vol
        (30, "2026-02", NOOIT),  # nog niet open
        (45, ALTIJD, "2025-12"),  # net voorbij: de bewoners gaan er in januari uit
        (75, "2020-01", "2025-11"),  # al eerder voorbij
    )
    assert al_bewoond(complexen, START, 3.0).tolist() == [30, 60, 0, 45, 0]
    uit = reken_keten(Beginstand(0, 0, 0), aanvoer(1), waarden(), complexen).iloc[0]
    assert uit["flex_terug"] == 22.5
    assert uit["flexwoning"] == 90
    assert uit["wachtend"] == 22.5


def test_te_weinig_wachtenden_vullen_elk_complex_naar_rato():
    uit = reken_keten(
        Beginstand(0, 320, 0),
        aanvoer(2),
        waarden(flex_vulling_maanden=1.0),
        flex((300, "2026-01", NOOIT), (100, "2026-01", "2026-01")),
    )
    # 320 / 3,2 = 100 kunnen verhuizen, voor 400 plaatsen: het complex dat sluit had er 25.
    assert uit["naar_flexwoning"].iloc[0] == pytest.approx(100)
    assert uit["flex_leeg"].iloc[0] == pytest.approx(300)
    assert uit["flex_terug"].iloc[1] + uit["flex_naar_woning"].iloc[1] == pytest.approx(25)
    # Wie er daarna bij komt, komt niet meer in wat gesloten is.
    assert uit["flexwoning"].iloc[1] == pytest.approx(75 + 220 / 3.2)
    assert uit["flex_leeg"].iloc[1] == pytest.approx(225 - 220 / 3.2)


complexen = st.lists(
    st.tuples(st.floats(0, 5_000), st.integers(0, 80)), min_size=0, max_size=4
).map(lambda rijen: flex(*((p, START.ordinal + m, NOOIT) for p, m in rijen)))


@given(
    erbij=st.tuples(st.floats(0, 5_000), st.integers(0, 80)),
    al=complexen,
    wachtend=st.floats(0, 40_000),
    nareis=st.lists(st.floats(0, 4_000), min_size=80, max_size=80),
    plaatsruimte=st.floats(0, 4_000),
    koppeling=st.floats(1, 12),
    bovenop=st.floats(0, 1),
    vulling=st.floats(1, 12),
)
def test_meer_flexwoningen_vragen_zolang_zij_open_zijn_nooit_meer_opvang(
    erbij, al, wachtend, nareis, plaatsruimte, koppeling, bovenop, vulling
):
    vast = waarden(
        koppeling_maanden=koppeling, flex_bovenop_aandeel=bovenop, flex_vulling_maanden=vulling
    )
    reeks = aanvoer(80, 1_000, 0.0, 0.35, plaatsruimte).assign(nareis=nareis)
    begin = Beginstand(20_000, wachtend, 1_000)
    nieuw = flex((erbij[0], START.ordinal + erbij[1], NOOIT))
    zonder = reken_keten(begin, reeks, vast, al)
    met = reken_keten(begin, reeks, vast, pd.concat([al, nieuw]))
    assert (met["opvang"] <= zonder["opvang"] + 1e-6).all()


def test_zelfde_invoer_geeft_zelfde_uitkomst_en_verandert_niets():
    begin, reeks, complex_ = Beginstand(1, 2, 3), aanvoer(12, 5, 6, 0.5, 7), flex((8, 0, NOOIT))
    kopie = reeks.copy(), complex_.copy()
    een = reken_keten(begin, reeks, waarden(), complex_)
    pd.testing.assert_frame_equal(een, reken_keten(begin, reeks, waarden(), complex_))
    pd.testing.assert_frame_equal(reeks, kopie[0])
    pd.testing.assert_frame_equal(complex_, kopie[1])


def test_waarden_en_beginstand_uit_de_ingebouwde_parameters(lagen_echt):
    par = lagen_echt.parameters
    assert Ketenwaarden.van(par) == waarden()
    assert Beginstand.van(par) == Beginstand(50_000, 18_420, 4_300)
