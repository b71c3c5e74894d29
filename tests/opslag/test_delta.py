import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.delta import (
    Stand,
    bouw,
    instellingen_delta,
    is_leeg,
    kandidaat_na,
    kandidaat_paar,
    keer_om,
    maak_delta,
)

objecten = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2) | st.just("x"), max_size=4)
standen = st.builds(
    Stand,
    st.dictionaries(st.sampled_from(["K1", "K2", "K3"]), objecten),
    st.fixed_dictionaries({"bron": st.integers(0, 2), "doelset": st.integers(0, 2)}),
)


@given(standen, standen)
def test_van_de_ene_stand_naar_de_andere_en_terug(oud, nieuw):
    delta = maak_delta(oud, nieuw)
    hier = copy.deepcopy(oud)
    hier.pas_toe(delta)
    assert hier == nieuw
    hier.pas_toe(keer_om(delta))
    assert hier == oud
    assert is_leeg(delta) == (oud == nieuw)
    assert Stand.uit_json(nieuw.als_json()) == nieuw


@given(objecten, objecten)
def test_een_kandidaat_noemt_alleen_wat_verandert(oud, nieuw):
    paar = kandidaat_paar(oud, nieuw)
    gelijk = {v for v in oud if v in nieuw and oud[v] == nieuw[v]}
    assert gelijk.isdisjoint(paar["van"])
    assert gelijk.isdisjoint(paar["naar"])
    assert kandidaat_na(oud, paar, "K") == nieuw


@pytest.mark.parametrize(
    ("oud", "paar", "wat"),
    [
        ({"a": 1}, {"van": None, "naar": {"a": 2}}, "bestaat al"),
        (None, {"van": {"a": 1}, "naar": None}, "bestaat niet"),
    ],
)
def test_een_verandering_die_niet_past_is_een_fout(oud, paar, wat):
    with pytest.raises(PlanFout, match=wat):
        kandidaat_na(oud, paar, "K1")


def test_instellingen_die_niet_genoemd_worden_blijven():
    assert instellingen_delta({"a": 1, "b": 2}, {"b": 3}) == {"b": {"van": 2, "naar": 3}}
    assert instellingen_delta({"a": 1}, {"a": 1}) == {}
    assert instellingen_delta({}, {"a": None}) == {"a": {"van": None, "naar": None}}
    assert is_leeg(bouw({}, {}))


def test_de_stand_deelt_geen_gegevens_met_de_verandering():
    stand, lijst = Stand(), [1]
    stand.pas_toe(bouw({}, {"kaartlagen": {"van": None, "naar": lijst}}))
    lijst.append(2)
    assert stand.instellingen["kaartlagen"] == [1]
