from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.scherm.overlegstand import Ingreep, Overlegstand, Watals

INGREPEN = st.tuples(st.sampled_from(["A", "B", "C"]), st.sampled_from(list(Ingreep)))


@given(st.lists(INGREPEN, max_size=20))
def test_terug_loopt_precies_de_veranderingen_terug(ingrepen):
    stand = Overlegstand(stap=3)
    standen = [stand]
    for id_, ingreep in ingrepen:
        nieuw = stand.met(stand.watals.met_ingreep(id_, ingreep))
        if nieuw != stand:
            standen.append(nieuw)
        stand = nieuw
    for eerder in reversed(standen[:-1]):
        stand = stand.terug()
        assert stand == eerder
    assert stand.watals.leeg
    # Zonder verandering gaat terug naar de vorige stap.
    assert stand.terug().stap == 2


def test_heel_is_geen_ingreep():
    watals = Watals().met_ingreep("A", Ingreep.WEG)
    assert watals.ingreep("A") is Ingreep.WEG
    assert watals.ingreep("B") is Ingreep.HEEL
    assert watals.met_ingreep("A", Ingreep.HEEL) == Watals()
    assert not Watals(gewichten=Gewichten()).leeg


@given(st.integers(-5, 50), st.integers(0, 9))
def test_een_stap_blijft_binnen_wat_er_is(stap, aantal):
    assert 0 <= Overlegstand().naar(stap, aantal).stap <= max(aantal - 1, 0)
