import numpy as np
import pytest

from locatieplanner.scherm.ranglijst import (
    PER_BLADZIJDE,
    bladzijde,
    bladzijde_van,
    deelscores,
    in_rangorde,
    regel,
    unieke_regels,
)


@pytest.mark.parametrize(("nummer", "verwacht"), [(-3, 0), (0, 0), (1, 1), (2, 2), (99, 2)])
def test_bladzijde_blijft_binnen_bereik(nummer, verwacht):
    volgorde = np.arange(2 * PER_BLADZIJDE + 1)
    blad = bladzijde(volgorde, nummer)
    assert (blad.nummer, blad.aantal) == (verwacht, 3)


def test_bladzijden_samen_zijn_de_hele_lijst():
    volgorde = np.arange(20)[::-1]
    rijen = [rij for nummer in range(4) for rij in bladzijde(volgorde, nummer).rijen]
    assert rijen == list(range(19, -1, -1))


def test_lege_lijst_heeft_een_lege_bladzijde():
    blad = bladzijde(np.array([], dtype=np.int64), 3)
    assert (blad.rijen, blad.nummer, blad.aantal) == ((), 0, 1)


def test_bladzijde_van_een_rij():
    volgorde = np.arange(20)[::-1]
    for nummer in range(4):
        for rij in bladzijde(volgorde, nummer).rijen:
            assert bladzijde_van(volgorde, rij) == nummer
    assert bladzijde_van(volgorde, 99) == 0


def test_regel_noemt_rang_of_reden_en_laat_geen_opmaak_door(beoordeling):
    rij = beoordeling.rij("K1")
    assert "\\<b\\>Aardam" in regel(beoordeling, rij)
    assert regel(beoordeling, rij).startswith(f"{beoordeling.weging.rang[rij]}\\. ")
    assert regel(beoordeling, beoordeling.rij("K4")).endswith("uitgesloten")


def test_wie_geen_rang_heeft_telt_niet_in_de_rangorde(beoordeling):
    assert in_rangorde(beoordeling) == len(beoordeling.kandidaten) - 1
    assert in_rangorde(beoordeling) == beoordeling.weging.rang.max()


def test_onbekende_deelscore_is_een_streepje(beoordeling):
    rij = beoordeling.rij("K1")
    assert deelscores(beoordeling, rij).endswith("mix –")
    assert "–" not in deelscores(beoordeling, beoordeling.rij("K3"))


def test_gelijke_regels_krijgen_hun_id_erbij():
    regels = unieke_regels({"K_1": "1\\. A · 50", "K2": "1\\. A · 50", "K3": "3\\. B · 40"})
    assert regels == {
        "K_1": "1\\. A · 50 (K\\_1)",
        "K2": "1\\. A · 50 (K2)",
        "K3": "3\\. B · 40",
    }
