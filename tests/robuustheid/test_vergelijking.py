import numpy as np
import pytest
from hypothesis import given
from scipy.stats import kendalltau, rankdata, spearmanr

from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.robuustheid.rekenwijze import Rekenwijze, meetkundig
from locatieplanner.robuustheid.vergelijking import Verschuiving, vergelijk
from tests.robuustheid.proef import NAN, deelscores, maak_beoordeling

# Gewogen 52,5 · 50 · 45 · 30; meetkundig zakt K0 door haar lage score onder K1 en K2.
TABEL = [[5, 65, 70, 70], [50] * 4, [45] * 4, [30] * 4]


def test_zakken_door_een_lage_score():
    uit = vergelijk(maak_beoordeling(TABEL), Rekenwijze.MEETKUNDIG, top=2)
    assert uit.rang.tolist() == [3, 1, 2, 4]
    assert uit.rang.index.tolist() == ["K0", "K1", "K2", "K3"]
    assert (uit.blijft, uit.erbij, uit.eraf) == (("K1",), ("K2",), ("K0",))
    # Van de zes paren wisselen er twee.
    assert uit.kendall == pytest.approx((4 - 2) / 6)
    assert uit.spearman == pytest.approx(1 - 6 * (2**2 + 1 + 1) / (4 * 15))
    assert uit.verschuivingen == (
        Verschuiving("K0", 1, 3), Verschuiving("K1", 2, 1), Verschuiving("K2", 3, 2)
    )  # fmt: skip
    assert vergelijk(maak_beoordeling(TABEL), Rekenwijze.MEETKUNDIG, 2, 1).verschuivingen == (
        Verschuiving("K0", 1, 3),
    )


def test_met_zichzelf_verandert_er_niets():
    uit = vergelijk(maak_beoordeling(TABEL), Rekenwijze.GEWOGEN, top=2)
    assert (uit.kendall, uit.spearman) == (pytest.approx(1), pytest.approx(1))
    assert (uit.blijft, uit.erbij, uit.eraf, uit.verschuivingen) == (("K0", "K1"), (), (), ())


def test_wie_geen_rang_heeft_doet_niet_mee():
    tabel = [*TABEL, [NAN, NAN, NAN, 100], [100] * 4]
    beoordeling = maak_beoordeling(tabel, uitgesloten=[False] * 5 + [True])
    uit = vergelijk(beoordeling, Rekenwijze.MEETKUNDIG, top=2)
    zonder = vergelijk(maak_beoordeling(TABEL), Rekenwijze.MEETKUNDIG, top=2)
    assert uit.aantal == zonder.aantal == 4
    assert uit.rang.isna().tolist() == [False] * 4 + [True] * 2
    assert (uit.kendall, uit.verschuivingen) == (zonder.kendall, zonder.verschuivingen)


@pytest.mark.parametrize("tabel", [[], [[50] * 4], [[50] * 4, [50] * 4], [[NAN] * 4]])
def test_zonder_verschil_is_er_geen_samenhang(tabel):
    uit = vergelijk(maak_beoordeling(tabel), Rekenwijze.TOPSIS, top=2)
    assert np.isnan([uit.kendall, uit.spearman]).all()
    assert uit.verschuivingen == ()


@given(deelscores)
def test_de_samenhang_is_die_van_de_totalen_zelf(tabel):
    beoordeling = maak_beoordeling(tabel)
    uit = vergelijk(beoordeling, Rekenwijze.MEETKUNDIG, top=3)
    met = beoordeling.weging.rang != GEEN_RANG
    nu = -beoordeling.weging.totaal[met]
    dan = -meetkundig(beoordeling.weegschaal, beoordeling.gewichten.aandelen, 1.0)[met].round(6)
    if len(set(nu)) > 1 and len(set(dan)) > 1:
        assert uit.kendall == pytest.approx(kendalltau(nu, dan).statistic)
        # Met gemiddelde rangen bij gelijken: zo is het voor scipy hetzelfde als de totalen.
        verwacht = spearmanr(rankdata(nu), rankdata(dan)).statistic
        assert uit.spearman == pytest.approx(verwacht)
    assert len(uit.blijft) + len(uit.eraf) == ((beoordeling.weging.rang <= 3) & met).sum()
    assert len(uit.blijft) + len(uit.erbij) == (uit.rang <= 3).sum()
