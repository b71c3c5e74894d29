from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.fouten import VerdelingFout
from locatieplanner.opgave.verdeling import grootste_resten, rond_af, verdeel

TOTALEN = st.integers(0, 200_000)
GEWICHT = st.one_of(st.integers(0, 1_000_000).map(float), st.floats(0, 1e9))


@st.composite
def gewichtenreeksen(draw):
    waarden = draw(st.lists(GEWICHT, min_size=1, max_size=60).filter(any))
    return pd.Series(waarden, index=[f"GM{nummer:04d}" for nummer in range(len(waarden))])


@pytest.mark.parametrize(("doel", "plaatsen"), [(10.5, 11), (10.49, 10), (0.5, 1), (0, 0), (7, 7)])
def test_een_half_gaat_omhoog(doel, plaatsen):
    assert rond_af(doel) == plaatsen


def test_bekend_voorbeeld():
    gewichten = pd.Series({"a": 47_000.0, "b": 16_000, "c": 15_900, "d": 12_000, "e": 9_100})
    assert grootste_resten(10, gewichten).to_dict() == {"a": 5, "b": 2, "c": 1, "d": 1, "e": 1}


@given(TOTALEN, gewichtenreeksen())
def test_de_som_is_precies_het_totaal(totaal, gewichten):
    verdeeld = grootste_resten(totaal, gewichten)
    assert verdeeld.sum() == totaal
    assert (verdeeld >= 0).all()
    assert (verdeeld[gewichten == 0] == 0).all()
    assert verdeeld.index.equals(gewichten.index)


@given(TOTALEN, gewichtenreeksen())
def test_niemand_zit_een_hele_plaats_naast_het_precieze_deel(totaal, gewichten):
    som = sum(map(Fraction, gewichten))
    for code, plaatsen in grootste_resten(totaal, gewichten).items():
        precies = totaal * Fraction(gewichten[code]) / som
        assert abs(plaatsen - precies) < 1 + Fraction(1, 10**6)


@given(st.integers(1, 500), st.floats(0.001, 1e9))
def test_gelijke_gewichten_geven_elk_een_plaats(aantal, gewicht):
    gewichten = pd.Series(gewicht, index=[f"GM{nummer}" for nummer in range(aantal)])
    assert (grootste_resten(aantal, gewichten) == 1).all()


@given(TOTALEN, gewichtenreeksen())
def test_een_groter_gewicht_krijgt_nooit_minder(totaal, gewichten):
    op_volgorde = grootste_resten(totaal, gewichten).loc[gewichten.sort_values().index]
    verschil = np.diff(gewichten.sort_values())
    assert (np.diff(op_volgorde)[verschil > 0] >= 0).all()


@given(TOTALEN, gewichtenreeksen(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_rijen_doet_er_niet_toe(totaal, gewichten, toeval):
    codes = list(gewichten.index)
    toeval.shuffle(codes)
    geschud = grootste_resten(totaal, gewichten.loc[codes])
    assert geschud.loc[gewichten.index].equals(grootste_resten(totaal, gewichten))


def test_bij_gelijke_resten_gaat_het_grootste_gewicht_voor_en_dan_de_eerste_code():
    assert grootste_resten(1, pd.Series({"b": 5.0, "a": 5.0})).to_dict() == {"b": 0, "a": 1}
    # 1,5 en 0,5: gelijke rest, ander gewicht.
    assert grootste_resten(2, pd.Series({"a": 1.0, "b": 3.0})).to_dict() == {"a": 0, "b": 2}


def test_zonder_gewicht_is_er_niets_te_verdelen():
    nul = pd.Series({"a": 0.0, "b": 0.0})
    assert grootste_resten(0, nul).to_dict() == {"a": 0, "b": 0}
    with pytest.raises(VerdelingFout, match=r"5 plaatsen zijn niet te verdelen.*gewicht nul"):
        grootste_resten(5, nul)


@given(TOTALEN, gewichtenreeksen(), st.data())
def test_met_de_hand_blijft_staan_en_de_som_klopt(totaal, gewichten, data):
    codes = list(gewichten.index)
    vast = {}
    rest = totaal
    for code in codes[:-1]:
        if data.draw(st.booleans()):
            vast[code] = data.draw(st.integers(0, rest))
            rest -= vast[code]
    if not gewichten.drop(list(vast)).any() and rest:
        with pytest.raises(VerdelingFout, match="gewicht nul"):
            verdeel(totaal, gewichten, vast)
        return
    verdeeld = verdeel(totaal, gewichten, vast)
    assert verdeeld.sum() == totaal
    assert verdeeld.index.equals(gewichten.index)
    assert {code: verdeeld[code] for code in vast} == vast
    if not vast:
        assert verdeeld.equals(grootste_resten(totaal, gewichten))


GEWICHTEN = pd.Series({"GM1": 10.0, "GM2": 30.0})


@pytest.mark.parametrize(
    ("vast", "melding"),
    [
        ({"GM1": 1200}, r"1.200 plaatsen vast en het doel is 1.000: 200 te veel"),
        ({"GM1": 300, "GM2": 500}, r"Alle 2 gemeenten .* samen 800 plaatsen .*: 200 te weinig"),
        ({"GM9": 1, "GM1": 2}, r"die hier niet liggen: GM9"),
    ],
)
def test_wat_met_de_hand_niet_past_zegt_het_verschil(vast, melding):
    with pytest.raises(VerdelingFout, match=melding):
        verdeel(1000, GEWICHTEN, vast)


def test_alles_vast_op_precies_het_doel_mag():
    assert verdeel(1000, GEWICHTEN, {"GM1": 1000, "GM2": 0}).to_dict() == {"GM1": 1000, "GM2": 0}
