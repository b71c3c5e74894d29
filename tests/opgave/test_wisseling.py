import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opgave.wisseling import Reden, Soort, Verdringing, redenen, verschillen

GROEPEN = ["a", "b", "c", "d"]

saldos = st.lists(st.integers(-200, 200), min_size=4, max_size=4).map(
    lambda lijst: np.array(lijst, dtype=float)
)


@given(saldo=saldos, drempel=st.integers(1, 20))
def test_verlies_en_winst_zijn_elkaars_spiegelbeeld(saldo, drempel):
    verlies, winst = verschillen(saldo, GROEPEN, drempel)
    assert verschillen(-saldo, GROEPEN, drempel) == (winst, verlies)
    for deel in (verlies, winst):
        aantallen = [aantal for _, aantal in deel]
        assert aantallen == sorted(aantallen, reverse=True)
        assert all(aantal >= drempel for aantal in aantallen)
    assert {groep for groep, _ in verlies}.isdisjoint({groep for groep, _ in winst})


def test_een_laatste_bit_maakt_geen_verschil():
    verlies, winst = verschillen(np.array([-1 + 1e-12, 1 - 1e-12, 0.9, 0]), GROEPEN, 1.0)
    assert (verlies, winst) == ((("a", 1.0),), (("b", 1.0),))


def test_wat_van_groep_wisselt_is_het_kleinste_van_verlies_en_winst():
    maand = pd.Period("2030-01", "M")
    waarschuwing = Verdringing(
        Soort.GEMEENTE, "GM0001", "Aardam", ("K1",), ("K2",),
        (("a", 30.0), ("b", 5.0)), (("c", 20.0),), maand, maand, maand,
    )  # fmt: skip
    assert waarschuwing.plaatsen == 20


def test_redenen_noemen_alleen_wat_ertoe_doet():
    looptijden = pd.DataFrame(
        {"begin_onbekend": [True, True, False], "einde_onbekend": [False, False, False]}
    )
    index = pd.Index(["K1", "K2", "K3"])
    betrokken = np.array([True, False, True])
    zonder_mix = np.array([False, True, True])
    assert redenen(index, betrokken, zonder_mix, looptijden) == (
        (Reden.MIX, ("K3",)),
        (Reden.BEGIN, ("K1",)),
    )
    assert redenen(index, betrokken & ~betrokken, zonder_mix, looptijden) == ()
